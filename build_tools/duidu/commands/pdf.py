"""pdf: every document as a book and every pair as a booklet, into dist/pdf/."""

from __future__ import annotations

from pathlib import PurePosixPath

from ..project.conversion.convert import Conversion, convert
from ..project.report import progress, report
from ..project.switch import make_folder, switch, working
from ..render.pdf.book import book
from ..render.pdf.booklet import booklet
from ..render.pdf.press import press, printed
from ..render.pdf.sheet import Sheets
from ..render.wording import using
from .arguments import FILE, Call, Command, option


def run(args: Call) -> int:
    with working(args.root, "duidu pdf"):
        conversion = convert(args.root)
    if report(conversion.faults):
        return 1
    sheets = all_sheets(conversion)
    folder = args.to or args.root / "dist" / "pdf"
    books: dict[PurePosixPath, bytes] = {}
    with press() as browser, progress(len(sheets), "排印") as bar:
        for one in sheets:
            books[PurePosixPath(f"{one.name}.pdf")] = printed(browser, one)
            bar.update()
    make_folder(folder)
    switch(folder, books)  # all of one edition, never a new book beside an old booklet
    for name in books:
        print(f"已写 {folder / name}")
    return 0


def all_sheets(conversion: Conversion) -> list[Sheets]:
    """What is printed of a corpus: a book of every document, a booklet of every pair."""
    site = conversion.corpus.address
    with using(conversion.corpus.words):
        return [
            *(book(document, conversion.layers, site) for document in conversion.documents),
            *(booklet(pair, site) for pair in conversion.layers.links.alignments),
        ]


COMMAND = Command(
    "印成 PDF：每份文件一本，每一对文件一本对照",
    (option("--to", type=FILE, help="写到哪个文件夹，默认 dist/pdf"),),
    run,
    alone=False,
)
