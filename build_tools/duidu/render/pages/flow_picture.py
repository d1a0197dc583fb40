"""The picture of a pair: two columns of sections, as high as they are long, and between them bands as broad as what corresponds.

The names are HTML and the bands an SVG that is stretched to their height, so that no type shrinks on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...layers.alignment import NONE, Alignment, Coverage
from ...layers.section_flows import Side, flow
from ..apparatus.relations import category_name
from ..markdown import attribute, escape, link, sized
from ..names import seal
from ..wording import say

WIDTH, HEIGHT = 100, 1000
REST = 5
"""How broad what has no counterpart is drawn, at the edge."""
Stretches = Mapping[tuple[str, str], tuple[float, float]]
LEGIBLE = 28
"""A band narrower than this at its end has no room for its number there."""


def flow_figure(pair: Alignment, up: str) -> str:
    """The figure as one block; ``up`` leads from the page to docs/. "" where nobody has read the pair, or one of the texts has no sections."""
    upper, lower = flow(pair)
    if not pair.is_read or not upper.sizes or not lower.sizes:
        return ""
    names = [escape(side.document.meta.short_title) for side in (upper, lower)]
    caption = "".join([say("flow.caption", upper=names[0], lower=names[1]), _without(pair, (upper, lower)), say("flow.outside")])
    return (
        '<figure class="flow" markdown="1">\n\n'
        + '<div class="bands" markdown="1">\n'
        + f"{_column(upper, up)}\n{_bands(pair, upper, lower)}\n{_column(lower, up)}\n</div>\n\n"
        + f'<figcaption markdown="span">{caption}</figcaption>\n\n</figure>'
    )


def _without(pair: Alignment, sides: tuple[Side, Side]) -> str:
    """What has no band, by kind, on either side: the picture marks each kind at its edge."""
    counts: dict[str, int] = {}
    for side in sides:
        for (_, state), count in side.staying.items():
            name = category_name(pair, side.document, state)
            counts[name] = counts.get(name, 0) + count
    kinds = "，".join(say("flow.kind", name=escape(name), count=count) for name, count in counts.items())
    return say("flow.none", kinds=kinds) if kinds else ""


def _rests(pair: Alignment, side: Side, stretches: Stretches, *, left: bool) -> str:
    """What has no band, at the edge below the bands of its section: one mark for each kind of none, and one for what nobody has read."""
    scale = HEIGHT / sum(side.sizes.values())
    edge = 0 if left else WIDTH - REST
    drawn, top = "", 0.0
    for section, size in side.sizes.items():
        start = max([top, *(end for (one, _), (_, end) in stretches.items() if one == section)])
        for state in (*NONE, Coverage.UNREVIEWED):
            if count := side.staying.get((section, state), 0):
                name = category_name(pair, side.document, state)
                place = side.document.citation(section)
                said = say("flow.rest", document=side.document.meta.place, section=place, kind=name, count=count)
                drawn += (
                    f'<rect class="{state.kind}" x="{edge}" y="{start:.1f}" width="{REST}" height="{count * scale:.1f}">'
                    f"<title>{attribute(said)}</title></rect>"
                )
                start += count * scale
        top += size * scale
    return drawn


def _column(side: Side, up: str) -> str:
    document = side.document
    whole = sum(side.sizes.values())
    rows = "\n".join(
        f'<li class="{sized(side.sizes[section.anchor], whole)}" markdown="span">'
        f"{link(document.citation(section.anchor), f'{up}{document.id}/{document.page(section.anchor)}.md')}"
        f" <span>{escape(document.text(section.anchor).rstrip('。'))}</span> <i>{side.sizes[section.anchor]}</i></li>"
        for section in document.sections
    )
    label = attribute(say("flow.column", document=document.meta.short_title))
    return (
        f'<div class="side" markdown="1">\n<p class="loc" markdown="span">{seal(document)} {escape(document.meta.place)}</p>\n'
        f'<ol aria-label="{label}" markdown="1">\n{rows}\n</ol>\n</div>'
    )


def _bands(pair: Alignment, upper: Side, lower: Side) -> str:
    """The bands from left to right, each between its stretch of one section and its stretch of the other, and their numbers at both ends."""
    left, right = _stretches(upper), _stretches(lower)
    drawn = _rests(pair, upper, left, left=True) + _rests(pair, lower, right, left=False)
    drawn += "".join(_band(upper, lower, key, left[key], right[key[::-1]]) for key in left)
    numbers = "".join(_numbers(upper, left, "left")) + "".join(_numbers(lower, right, "right"))
    label = attribute(say("flow.picture", upper=upper.document.meta.short_title, lower=lower.document.meta.short_title))
    picture = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" aria-label="{label}">{drawn}</svg>'
    return f'<div class="between">{picture}{numbers}</div>'


def _numbers(side: Side, stretches: Stretches, name: str) -> Iterator[str]:
    for key, (start, end) in stretches.items():
        if end - start >= LEGIBLE:
            yield f'<i class="{name} {sized(start + end, 2 * HEIGHT)}" aria-hidden="true">{side.going[key]}</i>'


def _band(upper: Side, lower: Side, key: tuple[str, str], left: tuple[float, float], right: tuple[float, float]) -> str:
    """Both edges are curves that leave and arrive level."""
    (a, b), (c, d), middle = left, right, WIDTH / 2
    said = _band_said((upper, key, upper.going[key]), (lower, key[::-1], lower.going[key[::-1]]))
    path = f"M0 {a:.1f}C{middle:g} {a:.1f} {middle:g} {c:.1f} {WIDTH} {c:.1f}V{d:.1f}C{middle:g} {d:.1f} {middle:g} {b:.1f} 0 {b:.1f}Z"
    return f'<path d="{path}"><title>{attribute(said)}</title></path>'


def _band_said(one: tuple[Side, tuple[str, str], int], other: tuple[Side, tuple[str, str], int]) -> str:
    """How many places of one section correspond to how many of the other; a place counts where it is closest, so that there may be none."""
    ends = [(f"{side.document.meta.place}{side.document.citation(key[0])}", count) for side, key, count in (one, other)]
    (here, count), (there, facing) = sorted(ends, key=lambda end: not end[1]) if not all(count for _, count in ends) else ends
    return say("flow.band" if facing else "flow.band_one", here=here, count=count, there=there, facing=facing)


def _stretches(side: Side) -> Stretches:
    """Section, section of the other document → from where to where on the side's height; what is without counterpart comes last."""
    return dict(_placed(side))


def _placed(side: Side) -> Iterator[tuple[tuple[str, str], tuple[float, float]]]:
    scale = HEIGHT / sum(side.sizes.values())
    top = 0.0
    for section, size in side.sizes.items():
        start = top
        for key in (key for key in side.going if key[0] == section):
            end = start + side.going[key] * scale
            yield key, (start, end)
            start = end
        top += size * scale
