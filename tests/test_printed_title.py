"""A title that does not end as titles end is known by its print: the largest before the text, over as many lines as it has."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from duidu.commands.candidate import titled
from duidu.model.faults import stopping
from duidu.read.rawtext import read_text
from tests.print_pdf import pdf, set_text
from tests.word import docx, p, r

TITLE = ["某市城市生活垃圾分类", "专项治理二十条"]
BODY = ["为做好专项治理，经市政府同意，现提出如下措施。", "一、健全机制", "各县要建立工作专班，定期调度，确保各项任务落到实处，取得成效。"]
HEAD = '<w:sz w:val="44"/>'
CENTRED = '<w:jc w:val="center"/>'


def title_of(data: bytes, file: Path) -> tuple[str, int]:
    """The title that is found, and how many faults are left."""
    file.write_bytes(data)
    read, _ = read_text(file, PurePosixPath(file.name))
    assert read is not None
    found = titled(read, "", file)
    return found.parsed.title, len(list(stopping(found.faults)))


def word(title: list[str], size: str = HEAD) -> bytes:
    centred = "".join(p("", CENTRED, runs=r(line, size)) for line in title)
    return docx(centred + "".join(p(text) for text in BODY), {})


def test_in_a_word_file(tmp_path: Path) -> None:
    assert title_of(word(TITLE), tmp_path / "text.docx") == ("某市城市生活垃圾分类专项治理二十条", 0)


def test_in_a_pdf(tmp_path: Path) -> None:
    assert title_of(pdf(set_text(TITLE, [*BODY, *BODY[::2]])), tmp_path / "text.pdf") == ("某市城市生活垃圾分类专项治理二十条", 0)


@pytest.mark.parametrize("title", [["某市关于修路的通知"], ["某市人民政府文件", "某市关于修路的通知"]])
def test_what_the_words_say_comes_first_and_a_letterhead_is_no_title(tmp_path: Path, title: list[str]) -> None:
    assert title_of(word(title), tmp_path / "text.docx") == ("某市关于修路的通知", 0)


def test_print_no_larger_than_the_text_says_nothing(tmp_path: Path) -> None:
    assert title_of(word(TITLE, ""), tmp_path / "text.docx")[1] > 0
