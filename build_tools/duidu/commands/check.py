"""check: both proofs of fidelity, over all pages and over the built site, with characters compared and their sha256."""

from __future__ import annotations

from ..convert import convert
from ..prove.compare import Proof
from ..prove.pages import prove_document
from ..prove.site import prove_site
from .arguments import FILE, Call, Command, option
from .report import progress, report


def run(args: Call) -> int:
    conversion = convert(args.root)
    if report(conversion.faults):
        return 1
    site = args.site or args.root / "site"
    faults = []
    with progress(sum(len(conversion.pages_of(d)) for d in conversion.documents) * 2, "核对") as bar:
        for document in conversion.documents:
            pages = conversion.pages_of(document)
            before, found = prove_document(document, pages)
            bar.update(len(pages))
            faults.extend(found)
            after, found = prove_site(site, document, pages, bar.update)
            faults.extend(found)
            _tell("页面", before)
            _tell("网站", after)
    return report(faults)


def _tell(what: str, proof: Proof) -> None:
    print(f"{what}　{proof.document}　{proof.characters} 字　sha256 {proof.sha256}")


COMMAND = Command(
    "核对：页面与原文、建成的网站与原文，逐字比对",
    (option("--site", type=FILE, help="建成的网站所在的文件夹，默认 site"),),
    run,
)
