"""pdf: every document as a book and every pair as a booklet, into dist/pdf/."""

from __future__ import annotations

from ..project.conversion.convert import convert
from ..project.report import progress, report
from ..project.switch import working, write_file
from ..render.pdf.book import book
from ..render.pdf.booklet import booklet
from ..render.pdf.press import press, printed
from ..render.wording import using
from .arguments import FILE, Call, Command, option


def run(args: Call) -> int:
    with working(args.root, "duidu pdf"):
        conversion = convert(args.root)
    if report(conversion.faults):
        return 1
    site = conversion.corpus.address
    with using(conversion.corpus.words):
        sheets = [
            *(book(document, conversion.layers, site) for document in conversion.documents),
            *(booklet(pair, site) for pair in conversion.layers.links.alignments),
        ]
    folder = args.to or args.root / "dist" / "pdf"
    with press() as browser, progress(len(sheets), "排印") as bar:
        folder.mkdir(parents=True, exist_ok=True)
        for one in sheets:
            file = folder / f"{one.name}.pdf"
            write_file(file, printed(browser, one))
            bar.update()
            print(f"已写 {file}")
    return 0


COMMAND = Command(
    "印成 PDF：每份文件一本，每一对文件一本对照",
    (option("--to", type=FILE, help="写到哪个文件夹，默认 dist/pdf"),),
    run,
    alone=False,
)
