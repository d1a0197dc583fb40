"""Official text out of HTML, by what DESIGN.md promises and nothing else.

A unit is an element whose id is letter + digits (or title, adopted …); ``.aid`` and ``.headerlink`` are not official, a
``.marker`` is the printed mark, sentences are ``span.sentence``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ..model.anchor import ANCHOR

_FOREIGN = {"aid", "headerlink"}


@dataclass(frozen=True, slots=True)
class Official:
    """One unit as it stands in a page. ``text`` is without the marker; a paragraph's includes its sentences."""

    anchor: str
    marker: str
    text: str
    is_sentence: bool


def official_units(html: str, container: str | None = "article") -> Iterator[Official]:
    """The units of a page in the order of the page; ``container`` None takes all of a fragment."""
    soup = BeautifulSoup(html, "html.parser")
    scope = soup.find(container) if container else soup
    if not isinstance(scope, Tag):
        return
    for element in scope.find_all(id=_is_unit_id):
        if _FOREIGN.isdisjoint(element.get_attribute_list("class")):
            is_sentence = "sentence" in element.get_attribute_list("class")
            marker, text = _texts(element)
            yield Official(str(element["id"]), marker, text, is_sentence)


def _is_unit_id(value: str | None) -> bool:
    return value is not None and ANCHOR.fullmatch(value) is not None


def _texts(element: Tag) -> tuple[str, str]:
    if element.name == "tr":
        return "", "\t".join(cell.get_text() for cell in element.find_all(["td", "th"]))
    marker: list[str] = []
    text: list[str] = []
    for string in element.find_all(string=True):
        if type(string) is not NavigableString:
            continue
        if element.name == "table":
            continue  # its rows have the text
        classes = _classes_up_to(string, element)
        if _FOREIGN & classes:
            continue
        (marker if "marker" in classes else text).append(str(string))
    return "".join(marker).strip(), "".join(text).strip()


def _classes_up_to(string: NavigableString, top: Tag) -> set[str]:
    """The classes of all elements between the string and the unit."""
    found: set[str] = set()
    for parent in string.parents:
        if parent is top:
            break
        found.update(name for name in parent.get_attribute_list("class") if name)
    return found
