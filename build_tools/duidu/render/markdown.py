"""The one place that escapes: text → Markdown that shows exactly that text, on the site and on a code host.

Escaped is only what could mean something: HTML (< > &), Markdown's own signs and the braces of attr_list and
of template languages. Chinese text comes through untouched, so that ``docs/`` stays readable.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

_SIGNS = "\\`*_{}[]<>#|~$^=\"'"
_ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in _SIGNS} | {"&": "&amp;", "\t": " ", "\n": " "})
_ANY = re.compile(f"[{re.escape(_SIGNS)}&\t\n]")
"""Most Chinese text has none of them, and looking is ten times as fast as replacing."""


def escape(text: str) -> str:
    """Text for use inside a block that does not begin with it (all ours begin with a tag or ``#``).

    Quotes are escaped too, so that the same form serves in attribute values; ``://`` is broken for the automatic
    links of code hosts. What opens a line needs ``opening`` besides.
    """
    return (text.translate(_ENTITIES) if _ANY.search(text) else text).replace("://", "&#58;//")


def opening(escaped: str) -> str:
    """Escaped text that opens a line: ``+``, ``-``, ``3.`` and ``:`` would begin a list there."""
    first = re.match(r"[-+:]|\d+(?=[.)])", escaped)
    return f"&#{ord(escaped[0])};{escaped[1:]}" if first else escaped


def attribute(text: str) -> str:
    """Text for a double-quoted attribute of raw HTML."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;").replace("{", "&#123;")


_SCHEMES = ("http", "https", "mailto")


_HARMLESS = re.compile(r"[\w/?#@!$&*+,;=%~.-]*", re.ASCII)
"""An address without a scheme, in which there is nothing to encode."""


def target(address: str) -> str:
    """An address for a Markdown link or an ``href``: what could end it, or mean something to Markdown or HTML, percent-encoded.

    >>> target("https://x/a)b[c](d) e")
    'https://x/a%29b%5Bc%5D%28d%29%20e'

    Raises ValueError for a scheme that a page must not lead to, such as ``javascript:``; the schemas refuse those with their place.
    """
    if _HARMLESS.fullmatch(address):
        return address
    scheme = re.match(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):", address)
    if scheme and scheme[1].lower() not in _SCHEMES:
        raise ValueError(address)
    return quote(address, safe="/:?#@!$&*+,;=%~-._")


def link(text: str, address: str) -> str:
    """A Markdown link; MkDocs resolves and checks ``address`` where it is a .md file or an anchor."""
    return f"[{escape(text)}]({target(address)})"


def hyperlink(text: str, address: str, **attributes: str) -> str:
    """The same as finished HTML, for blocks that Markdown leaves alone; the plugin resolves and checks ``address``.

    ``attributes`` are further ones of the ``a``, their values as plain text.
    """
    further = "".join(f' {name.strip("_").replace("_", "-")}="{attribute(value)}"' for name, value in attributes.items())
    return f'<a href="{attribute(target(address))}"{further}>{escape(text)}</a>'


def sized(part: float, whole: float) -> str:
    """The class that gives an element its size in hundredths, ``n37``: the policy of the site allows no style in an attribute.

    The stylesheet makes ``--n`` of it.
    """
    return f"n{round(100 * part / whole) if whole else 0}"


SIZES = "".join(f".n{part}{{--n:{part}}}" for part in range(101))
"""The rules for the classes of ``sized``: in the site's stylesheet (a test keeps them the same), and what a book adds to its own."""
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""The Markdown extensions that mkdocs.yml names; a test keeps the two lists the same."""
EXTENSION_CONFIGS: dict[str, dict[str, Any]] = {"tables": {"use_align_attribute": True}}
"""Aligned by an attribute of its own: the policy of the site allows no style."""
GENERATED = "# 由 duidu 从 source/ 生成，请勿手改"
"""Opens the front matter of every generated page; what has it may be rewritten or removed."""


def front_matter(values: Mapping[str, object]) -> str:
    """YAML front matter. JSON strings are YAML, whatever stands in them; themes put them into HTML as they are."""
    lines = [f"{key}: {json.dumps(_safe(value), ensure_ascii=False)}" for key, value in values.items() if value not in ("", None)]
    return "\n".join(["---", GENERATED, *lines, "---"]) + "\n"


def _safe(value: object) -> object:
    return attribute(value) if isinstance(value, str) else value


def page_text(meta: Mapping[str, object], blocks: Iterable[str]) -> str:
    """A whole page from its front matter and its blocks, parted by blank lines."""
    return front_matter(meta) + "\n" + "\n\n".join(block for block in blocks if block) + "\n"
