"""check: both proofs of fidelity, over all pages and over the built site, with characters compared and their sha256."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..model.faults import CallError, Fault
from ..project.conversion.build import site_extensions
from ..project.conversion.convert import Conversion, convert
from ..project.conversion.reuse import Reuse
from ..project.kept import Kept
from ..project.report import progress, report
from ..prove.known import keep_equal, keep_quotations, known_equal, known_quotations, once, proof_key, site_proof_key
from ..prove.manifest import hashes
from ..prove.pages import prove_document
from ..prove.quotes import prove_quotes
from ..prove.served import served_faults
from ..prove.site import Comparison, Equal, prove_files, prove_site
from ..prove.sources import address_faults, addresses, answered
from ..render.page import Page
from ..render.rendering import Renderer
from ..site.building import site_folder
from .arguments import Call, Command, flag, option


def run(args: Call) -> int:
    if args.sources:
        return _sources(args.root)
    kept = Kept(args.root)
    conversion = convert(args.root, Reuse(kept))
    if report(conversion.faults):
        return 1
    if args.site and re.match(r"https?://", args.site):
        return _served(args.site, site_folder(args.root), conversion, kept)
    return report(checked(conversion, Path(args.site) if args.site else site_folder(args.root), kept))


def _sources(root: Path) -> int:
    """Every address with its answer, then what is wrong, at its places. 1 if one does not answer."""
    places = addresses(root)
    answers = answered(places)
    for address, answer in answers.items():
        print(f"{answer or '有应答'}　{address}　{len(places[address])} 处")
    faults = address_faults(places, answers)
    report(faults)
    return int(bool(faults))


def _served(address: str, site: Path, conversion: Conversion, kept: Kept) -> int:
    """A line for each finding, for a timer too: nothing else is printed when all is well but one line.

    What was built is compared with the sources first: a server that sends the same is right only if that is.
    """
    if not site.is_dir():
        raise CallError(f"{site} 里没有建成的网站，没有什么可比。先运行 duidu site。")
    here = checked(conversion, site, kept, tell=lambda _: None)
    status = report([*here, *served_faults(address, site)])
    if not status:
        print(f"{address} 与 {site} 逐个文件相同。")
    return status


def checked(conversion: Conversion, site: Path, kept: Kept | None = None, tell: Callable[[str], object] = print) -> list[Fault]:
    """Prove pages and site, ``tell`` what was compared, give what is wrong. What is ``kept`` of proofs of the same bytes is not proved again."""
    faults: list[Fault] = []
    renderer = Renderer(kept, site_extensions(conversion.corpus.root))
    equal = known_equal(kept, renderer.extensions) if kept else Equal()
    comparison = Comparison(site, renderer, hashes(site), equal)
    with progress(sum(len(conversion.pages_of(d)) for d in conversion.documents), "核对") as bar:

        def done(page: Page) -> None:
            bar.update()
            comparison.faults(page)  # said by ``prove_files``; compared now, while it is read

        for document in conversion.documents:
            pages = conversion.pages_of(document)
            key = proof_key(document, pages, renderer.extensions)
            before, wrong = once(kept, key, partial(prove_document, document, pages, renderer.page))
            after, found = once(kept, site_proof_key(key, pages, comparison), partial(prove_site, site, document, pages, done))
            faults.extend([*wrong, *found])
            for name, proof in (("页面", before), ("网站", after)):
                tell(f"{name}　{proof.document}　{proof.characters} 字　sha256 {proof.sha256}")
    quotations = known_quotations(kept, conversion.documents)
    faults.extend(prove_quotes(conversion.files, quotations))
    if site.is_dir():
        faults.extend(prove_files(comparison, conversion.corpus.root, conversion.files, quotations))
        keep_quotations(kept, quotations, whole=True)
        if kept:
            keep_equal(kept, renderer.extensions, equal)
    return faults


COMMAND = Command(
    "核对：页面与原文、建成的网站与原文，逐字比对",
    (
        option("--site", metavar="文件夹或网址", help="建成的网站所在的文件夹，默认 site；写网址就拿网上的与 site 逐个文件比"),
        flag("--sources", help="只列出 source/ 里写的网址（术语的出处、原文的来处），逐个打开看有没有应答；要联网"),
    ),
    run,
)
