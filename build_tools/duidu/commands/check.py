"""check: both proofs of fidelity, over all pages and over the built site, with characters compared and their sha256."""

from __future__ import annotations

import re
from pathlib import Path

from ..convert import Conversion, convert
from ..model.faults import Fault
from ..prove.compare import Proof
from ..prove.pages import prove_document
from ..prove.served import served_faults
from ..prove.site import prove_files, prove_site
from ..report import progress, report
from ..site.building import site_folder
from .arguments import Call, Command, option


def run(args: Call) -> int:
    conversion = convert(args.root)
    if report(conversion.faults):
        return 1
    if args.site and re.match(r"https?://", args.site):
        return _served(args.site, site_folder(args.root))
    return report(checked(conversion, Path(args.site) if args.site else site_folder(args.root)))


def _served(address: str, site: Path) -> int:
    """A line for each finding, for a timer too: nothing else is printed when all is well but one line."""
    status = report(served_faults(address, site))
    if not status:
        print(f"{address} 与 {site} 逐个文件相同。")
    return status


def checked(conversion: Conversion, site: Path) -> list[Fault]:
    """Prove pages and site, say what was compared, give what is wrong."""
    faults: list[Fault] = []
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
    if site.is_dir():
        faults.extend(prove_files(site, conversion.corpus.root, conversion.files))
    return faults


def _tell(what: str, proof: Proof) -> None:
    print(f"{what}　{proof.document}　{proof.characters} 字　sha256 {proof.sha256}")


COMMAND = Command(
    "核对：页面与原文、建成的网站与原文，逐字比对",
    (option("--site", metavar="文件夹或网址", help="建成的网站所在的文件夹，默认 site；写网址就拿网上的与 site 逐个文件比"),),
    run,
)
