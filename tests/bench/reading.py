"""What ten megabytes of anything cost to read and outline: the goal is at most 20 s of processor time and 1 GB, and one fault for a thousand like ones.

``MEGABYTES`` says another size, ``FORMS`` (names with commas) which of them; ``python -m tests.bench reading`` runs it alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import word
from tests.bench.scale import Cost
from tests.print_pdf import Sheet, pdf, set_text

HIGHEST_SECONDS = 20
HIGHEST_MEMORY = 1024
_MOST_SECONDS = 300
"""After which a run is cut off."""
_PAGE_BYTES, _EMPTY_PAGE_BYTES = 1500, 500
_SENTENCE = "各级人民政府应当加强对本行政区域内有关工作的领导，建立协调机制，研究解决重大问题。"
_HEAD = "某市测量办法\n第一条　为了测量，制定本办法。\n"


def _filled(piece: Callable[[int], str], size: int, head: str = _HEAD) -> bytes:
    """So many bytes of what ``piece`` gives for 1, 2, 3 …"""
    parts, length, number = [head], len(head.encode()), 0
    while length < size:
        number += 1
        part = piece(number)
        parts.append(part)
        length += len(part.encode())
    return "".join(parts).encode()


def _same(piece: str, head: str = _HEAD) -> Callable[[int], bytes]:
    return lambda size: (head + piece * (size // len(piece.encode()))).encode()


def _pairs(size: int) -> bytes:
    return (_HEAD + "（" * (size // 6) + "”" * (size // 6)).encode()


def _nested(tag: str) -> Callable[[int], bytes]:
    def made(size: int) -> bytes:
        count = size // (2 * len(tag) + 5)
        return ("<html><body>" + f"<{tag}>" * count + "某市测量办法" + f"</{tag}>" * count).encode()

    return made


def _decimals(size: int) -> bytes:
    return _filled(lambda n: ".".join(["1"] * (n % 500 + 1)) + " 总则\n", size)


def _paragraphs(size: int) -> bytes:
    count = size // len(word.p(_SENTENCE).encode())
    return word.docx(word.p("某市测量办法") + word.p(_SENTENCE) * count)


def _runs(size: int) -> bytes:
    count = size // len(word.r("文", "<w:b/>").encode())
    return word.docx(word.p("某市测量办法") + "<w:p>" + word.r("文", "<w:b/>") * count + "</w:p>")


def _word_table(size: int) -> bytes:
    row = word.table([["甲", _SENTENCE, "丙"]]).removeprefix("<w:tbl>").removesuffix("</w:tbl>")
    return word.docx(word.p("某市测量办法") + "<w:tbl>" + row * (size // len(row.encode())) + "</w:tbl>")


def _pages(size: int) -> bytes:
    """Pages of printed text; one takes so many bytes in the file."""
    return pdf(set_text(["某市测量办法"], (f"{n}. {_SENTENCE}" for n in range(1, 11 * size // _PAGE_BYTES))))


def _empty_pages(size: int) -> bytes:
    return pdf(Sheet([(90, 100, 16, f"第{n}页。")]) for n in range(size // _EMPTY_PAGE_BYTES))


FORMS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "（一）各行": ("a.txt", lambda size: _filled(lambda n: f"（{'一二三四五六七八九十'[n % 10]}）{_SENTENCE}\n", size)),
    "短的（一）": ("a.txt", lambda size: _filled(lambda _: "（一）甲\n", size)),
    "条文": ("a.txt", lambda size: _filled(lambda n: f"第{n + 1}条　{_SENTENCE}\n", size, "某市测量办法\n")),
    "一行": ("a.txt", _same(_SENTENCE)),
    "一行里的编号": ("a.txt", lambda size: _filled(lambda n: f"第{n + 1}条　{_SENTENCE}", size)),
    "无句号的一行": ("a.txt", _same("测")),
    "（（（”””": ("a.txt", _pairs),
    "空行": ("a.txt", _same("\n")),
    "短行": ("a.txt", _same("测量\n")),
    "标题重复": ("a.txt", _same("某市测量办法\n", "")),
    "小数": ("a.txt", _decimals),
    "附件各行": ("a.txt", _same("附件1：某某表\n")),
    "专栏各行": ("a.txt", lambda size: _filled(lambda n: f"专栏{n}　名称\n（一）{_SENTENCE}\n", size)),
    "脚注各行": ("a.txt", _same("①某注。\n")),
    "日期各行": ("a.txt", _same("2024年5月13日\n")),
    "制表符各行": ("a.txt", _same("甲\t乙\t丙\n")),
    "网页的段": ("a.html", _same(f"<p>{_SENTENCE}</p>", "<html><body><h1>某市测量办法</h1>")),
    "网页的空段": ("a.html", _same("<p></p>", "<html><body><h1>某市测量办法</h1>")),
    "未收的tr": ("a.html", _same("<tr>", "<html><body><table>")),
    "未收的div": ("a.html", _same("<div>", "<html><body>某市测量办法")),
    "未收的div有字": ("a.html", _same("<div>测量。", "<html><body>某市测量办法")),
    "套起来的span": ("a.html", _nested("span")),
    "套起来的table": ("a.html", _nested("table")),
    "网页的表": ("a.html", _same(f"<tr><td>甲</td><td>{_SENTENCE}</td></tr>", "<html><body><h1>某市测量办法</h1><table>")),
    "网页的li": ("a.html", _same(f"<li>{_SENTENCE}", "<html><body><h1>某市测量办法</h1><ol>")),
    "网页的br": ("a.html", _same(f"{_SENTENCE}<br>", "<html><body><h1>某市测量办法</h1><p>")),
    "Markdown的段": ("a.md", _same(f"{_SENTENCE}\n\n", "# 某市测量办法\n\n")),
    "Markdown的[": ("a.md", _same("[", "# 某市测量办法\n\n")),
    "Markdown的**a": ("a.md", _same("**a ", "# 某市测量办法\n\n")),
    "Markdown的>": ("a.md", _same("> ", "# 某市测量办法\n\n")),
    "Markdown的>各行": ("a.md", _same(f"> > {_SENTENCE}\n", "# 某市测量办法\n\n")),
    "Markdown的表": ("a.md", _same(f"| 甲 | {_SENTENCE} |\n", "# 某市测量办法\n\n| 一 | 二 |\n|---|---|\n")),
    "Markdown的列表": ("a.md", _same(f"- {_SENTENCE}\n", "# 某市测量办法\n\n")),
    "Markdown的套列表": ("a.md", lambda size: _filled(lambda n: "  " * (n % 50) + f"- {_SENTENCE}\n", size, "# 某市测量办法\n\n")),
    "Markdown的`": ("a.md", lambda size: _filled(lambda n: "`" * (n % 300 + 1) + "a", size, "# 某市测量办法\n\n")),
    "Markdown的<": ("a.md", _same("<a ", "# 某市测量办法\n\n")),
    "Markdown的脚注": ("a.md", lambda size: _filled(lambda n: f"某句。[^{n}]\n\n[^{n}]: 某注。\n\n", size, "# 某市测量办法\n\n")),
    "Word的段": ("a.docx", _paragraphs),
    "Word的字": ("a.docx", _runs),
    "Word的表": ("a.docx", _word_table),
    "PDF的页": ("a.pdf", _pages),
    "PDF的短页": ("a.pdf", _empty_pages),
}
"""Name of a form → file and its bytes, given a size."""


def outlined(file: Path) -> tuple[Cost, int]:
    """What ``duidu outline`` costs, and how many lines it says on faults. The exit status is 1 where there are faults."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        command = ("timeout", str(_MOST_SECONDS), sys.executable, "-m", "duidu", "outline", str(file))
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=file.parent)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    if running.returncode not in (0, 1):
        print(f"  {running.returncode}：{lines[-1:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024), len(lines)


def main() -> None:
    """All forms, or those of ``FORMS``."""
    size = int(float(os.environ.get("MEGABYTES", "10")) * 1_000_000)
    chosen = os.environ.get("FORMS", "")
    print(f"| {size / 1_000_000:g} MB | 用时 | 问题 | |\n|---|---|--:|---|")
    for name in chosen.split(",") if chosen else FORMS:
        called, make = FORMS[name]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / called
            file.write_bytes(make(size))
            used, faults = outlined(file)
        over = used.processor > HIGHEST_SECONDS or used.memory > HIGHEST_MEMORY
        print(f"| {name} | {used} | {faults} | {'超出' if over else ''} |", flush=True)
