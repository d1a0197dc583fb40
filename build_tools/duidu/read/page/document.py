"""A saved web page → the lines of text it shows, and which of them stand outside the element that holds the text.

Every character that the page shows stands in exactly one line; none is made up, and the marks of notes stand in none.
What never shows (scripts, styles, comments) is no text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...model.reading import DELETED, INSERTED, SITE_DATA, Reading, Refused, Remark, Writer
from ...model.records import Block, BlockKind
from .holder import frames_of, holder_of, outside_holder
from .lines import Shown, is_deleted, is_inserted, shown
from .notes import Reference
from .tables import said_in
from .tree import Element, parse

MOST_TAGS = 500_000
"""A page with more is none of a text: the longest law has ten thousand. Each takes a kilobyte when it is read."""
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)")


def declared_encoding(data: bytes) -> str:
    """What a page says of its encoding, "" if it does not."""
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii").lower() if match else ""


def read_page(html: str) -> Reading:
    """The lines of a page, which of them stand outside its text and where, its tables, pictures and notes. Raises Refused."""
    if html.count("<") > MOST_TAGS:
        raise Refused(f"网页里的标签超过 {MOST_TAGS} 个，不像一份文件", "用浏览器打开，只把正文复制到 Word 或记事本，存成 .docx 或 .txt")
    nodes = parse(re.sub("\r\n?|\f", "\n", html))
    lines = shown(nodes)
    frames = frames_of(nodes)
    holder = holder_of(nodes, [line for line in lines if not frames[line.element.index]])
    kept = [line for line in lines if not line.picture or line.text or (holder is not None and line.element.inside(holder))]
    why = dict(outside_holder(nodes, kept, frames, holder))
    reading = _written(kept, why, _said(nodes, html))
    return replace(reading, remarks=(*reading.remarks, *_revisions(nodes)))


def _revisions(nodes: Sequence[Element]) -> Iterator[Remark]:
    """How many tracked changes a page has: they are read as accepted, as those of a Word file are."""
    if inserted := sum(map(is_inserted, nodes)):
        yield Remark(0, 0, f"有 {INSERTED.format(inserted)}")
    if deleted := sum(map(is_deleted, nodes)):
        yield Remark(0, 0, f"有 {DELETED.format(deleted)}")


def _written(lines: Sequence[Shown], why: Mapping[int, str], said: Mapping[str, str]) -> Reading:
    writer = Writer()
    data = [list(row) for index, line in enumerate(lines) if why.get(index) == SITE_DATA for row in line.rows or [[line.text]]]
    writer.said |= {**(said_in(data) or {}), **said}
    places: dict[int, tuple[int, int]] = {}
    notes = _notes(lines)
    for index, line in enumerate(lines):
        first = writer.next
        text = line.text
        if index in notes:
            text = text.removeprefix(notes[index].mark).lstrip()
        if line.rows:
            writer.table([list(row) for row in line.rows])
        elif line.picture:
            writer.figure(text)
            if index not in why:
                writer.remark("这里有一张图，图里的字没有收入", first)
        else:
            writer.line(text)
        for column, reference in line.references:
            places.setdefault(reference.target.index, (first, column))
        if index in why:
            writer.outside.update(dict.fromkeys(range(first, writer.next), why[index]))
        if index in notes:
            note = notes[index]
            writer.blocks.append(Block(BlockKind.FOOTNOTE, first, first, note.mark, places.get(note.target.index, (0, 0))))
    return writer.reading()


def _notes(lines: Sequence[Shown]) -> Mapping[int, Reference]:
    """The lines that are notes, and what refers to each: from the place that a mark leads to on, to the end of the element there."""
    found: dict[int, Reference] = {}
    ends = [line.last for line in lines]
    for line in lines:
        for _, reference in line.references:
            target = reference.target
            index = bisect_left(ends, target.index)
            first = index
            while index < len(lines) and (index == first or lines[index].first <= target.end):
                if not lines[index].rows and not lines[index].picture:
                    found.setdefault(index, reference)
                index += 1
    return found


def _said(nodes: Sequence[Element], html: str) -> Mapping[str, str]:
    """What the head of the page says: its address and its title."""
    said: dict[str, str] = {}
    saved = _SAVED_FROM.search(html[:4096])
    if saved:
        said["address"] = saved[1]
    for node in nodes:
        if node.tag == "link" and node.get("rel").lower() == "canonical" and re.match("https?://", node.get("href")):
            said.setdefault("address", node.get("href"))
        if node.tag == "meta":
            name, content = (node.get("name") or node.get("property")).lower(), node.get("content").strip()
            if name == "og:url" and re.match("https?://", content):
                said.setdefault("address", content)
            if name == "articletitle" and content:
                said["title"] = content
        if node.tag == "title" and "page" not in said and (words := " ".join(node.words().split())):
            said["page"] = words
    headings = [words for node in nodes if node.tag == "h1" and (words := "".join(node.words().split()))]
    if len(headings) == 1:
        said["heading"] = headings[0]
    return said
