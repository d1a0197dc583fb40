"""What of a page is HTML already, or certain to become just this HTML: Markdown would hand it on as it is, slowly (50 ms a page).

Two kinds of block, parted from others by blank lines: finished HTML, and paragraphs in the form of ``official.py``, which have an address
and in which nothing is Markdown but links. Whatever is in doubt is left to Markdown; a test compares the two on every page there is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, strip_tags

KNOWN = frozenset({"attr_list", "md_in_html", "tables", "toc", "fenced_code"})
"""Extensions that do nothing to a paragraph of ours; another one may."""
_OPENED = re.compile(r"<(details|div|fieldset|figure|nav|ol|p|section|table|ul)[ >]")
_INLINE = re.compile(r"</?(?:a|span)[ >]")
_PLACE = re.compile(r'<div id="finished-(\d+)"></div>\n?')

_TEXT = r"[^\\`*_{}\[\]<>#|~$^=\"'&!\s\x00-\x1f]"
_ENTITY = r"&(?:amp|#\d+);"
_TAG = r"<(?:/(?:a|span)|(?:a|span)(?: [a-z-]+=\"[^\"<>\[\]`*\\!]*\")+)>"
_WORDS = rf"(?:{_TEXT}|{_ENTITY})(?:{_TEXT}|{_ENTITY}|\ (?=\S))*"
_LINK = re.compile(rf"\[({_WORDS})\]\(([\w./#?%,:@+-]+)\)(?:\{{((?: \.[a-z-]+)+) \}})?", re.ASCII)
_INNER = rf"(?:{_TEXT}|{_ENTITY}|{_TAG}|\[{_WORDS}\]\([A-Za-z0-9_./#?%,:@+-]+\)(?:\{{(?: \.[a-z-]+)+ \}})?|\ (?=\S))+"
_PARAGRAPH = re.compile(
    rf"({_INNER})\n"
    r"\{: #([\w-]+)((?: \.[a-z-]+)*) \}"
)
_PLAIN = re.compile(rf"({_INNER})(?:\n\{{((?: \.[a-z-]+)+) \}})?")
_HEAD = re.compile(rf"(#{{1,6}}) (?=\S)({_INNER}?) \{{#([A-Za-z0-9_-]+)((?: \.[a-z-]+)*)\}}")
_SECTION = re.compile(r'<section((?: [a-z-]+="[^"<>&]*")*) markdown="1">')
_STRONG = re.compile(rf"\*\*({_WORDS})\*\*")
_MARKUP = re.compile(r"[&<>\"]")
_LIST = re.compile(r"[-+:]|\d+[.)]|\s")
"""What opens a list, or is dropped, at the beginning of a paragraph."""


def without_finished(text: str, extensions: Collection[str] = KNOWN) -> tuple[str, list[str]]:
    """The Markdown with a small block in the place of each run of finished ones, and those runs as HTML."""
    if "```" in text or "~~~" in text or "finished-" in text:  # code, in which nothing is HTML
        return text, []
    blocks = [block.rstrip("\n") for block in text.split("\n\n")]
    whole = [_whole(block) for block in blocks]
    plain = KNOWN.issuperset(extensions) and not any(map(_may_go_on, blocks, whole))
    left: list[str] = []
    runs: list[str] = []
    inside = False
    for block, is_whole in zip(blocks, whole, strict=True):
        # Markdown puts an empty line behind HTML that it hands on, none behind a paragraph.
        html = f"{block}\n" if is_whole and "markdown=" not in block else _paragraph(block) if plain else None
        if html is None:
            left.append(block)
        elif inside:
            runs[-1] += f"\n{html}"
        else:
            left.append(f'<div id="finished-{len(runs)}"></div>')
            runs.append(html)
        inside = html is not None
    return "\n\n".join(left), runs


def whole_page(text: str, extensions: Collection[str], toc: Mapping[str, Any]) -> tuple[str, Sequence[Mapping[str, Any]]] | None:
    """The HTML and the contents of a page that has nothing but finished blocks, heads with an address, paragraphs of words and links, and words
    that are strong as a whole; sections (``markdown="1"``) of heads and paragraphs.

    None for any other. ``toc`` are the settings of that extension, which makes the contents and the links behind heads.
    """
    sign, title = toc.get("permalink"), toc.get("permalink_title")
    if sign != "¶" or not isinstance(title, str) or len(toc) > 2 or not {"toc", "attr_list"} <= set(extensions) <= KNOWN:
        return None
    if "```" in text or "~~~" in text or _MARKUP.search(title):
        return None
    found: list[str] = []
    heads: list[dict[str, Any]] = []
    inside = False
    for block in text.rstrip("\n").split("\n\n"):
        whole = _whole(block)
        if section := None if inside else _SECTION.fullmatch(block):
            html: str | None = f"<section{section[1]}>"
        elif inside and block == "</section>":
            html = block
        elif _may_go_on(block, whole) or "markdown=" in block or (whole and inside):
            return None
        else:
            html = f"{block}\n" if whole else _paragraph(block) or _strong(block) or _head(block, title, heads) or _plain(block)
        if html is None:
            return None
        inside = bool(section) or (inside and block != "</section>")
        found.append(html)
    return None if inside else ("\n".join(found).rstrip("\n"), nest_toc_tokens(heads))  # type: ignore[arg-type]


def _strong(block: str) -> str | None:
    found = _STRONG.fullmatch(block)
    return f"<p><strong>{found[1]}</strong></p>" if found else None


def _head(block: str, title: str, heads: list[dict[str, Any]]) -> str | None:
    """A head, noted among ``heads``; None for any other block."""
    found = _HEAD.fullmatch(block)
    if found is None or "&" in found[2] or found[2].endswith("#"):
        return None
    level, inner, anchor = len(found[1]), _LINK.sub(_link, found[2]), found[3]
    heads.append({"level": level, "id": anchor, "name": strip_tags(inner), "html": inner, "data-toc-label": ""})
    return f'<h{level}{_classes(found[4])} id="{anchor}">{inner}<a class="headerlink" href="#{anchor}" title="{title}">¶</a></h{level}>'


def with_finished(html: str, runs: list[str]) -> str:
    """The HTML of such a text, with the finished runs in their places."""
    return _PLACE.sub(lambda found: runs[int(found[1])], html).rstrip("\n")


def _whole(block: str) -> bool:
    """Whether a block begins with a tag and ends with its end."""
    opened = _OPENED.match(block)
    if opened is None:
        return False
    tag = opened[1]
    return block.endswith(f"</{tag}>") and len(re.findall(rf"<{tag}[ >]", block)) == block.count(f"</{tag}>")


def _may_go_on(block: str, whole: bool) -> bool:
    """Whether a block opens HTML that may go on in the next ones, where nothing is a paragraph."""
    return not whole and ("\n<" in block or (block.startswith("<") and not _INLINE.match(block)))


def _paragraph(block: str) -> str | None:
    """The HTML of a paragraph of ours; None for any other block."""
    found = _PARAGRAPH.fullmatch(block)
    if found is None or _LIST.match(block) or found[1][-1].isspace():
        return None
    return f'<p{_classes(found[3])} id="{found[2]}">{_LINK.sub(_link, found[1])}</p>'


def _plain(block: str) -> str | None:
    """The HTML of a paragraph of words and links without an address; None for any other block."""
    found = _PLAIN.fullmatch(block)
    if found is None or _LIST.match(block) or found[1][-1].isspace():
        return None
    return f"<p{_classes(found[2])}>{_LINK.sub(_link, found[1])}</p>"


def _link(found: re.Match[str]) -> str:
    return f'<a{_classes(found[3])} href="{found[2]}">{found[1]}</a>'


def _classes(said: str | None) -> str:
    """The attribute for the classes of an attribute list: `` .aid .ref``."""
    return f' class="{" ".join(one[1:] for one in said.split())}"' if said else ""
