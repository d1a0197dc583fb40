"""The picture of a pair: two columns of sections, as high as they are long, and between them bands as broad as what corresponds.

The names are HTML and the bands an SVG that is stretched to their height, so that no type shrinks on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...layers.links import Pair
from ...layers.section_flows import Side, flow
from ..markdown import attribute, escape, link
from ..names import seal

WIDTH, HEIGHT = 100, 1000
LEGIBLE = 28
"""A band narrower than this at its end has no room for its number there."""


def flow_figure(pair: Pair, up: str) -> str:
    """The figure as one block; ``up`` leads from the page to docs/. "" where one of the texts has no sections."""
    upper, lower = flow(pair)
    if not upper.sizes or not lower.sizes:
        return ""
    names = [side.document.meta.short_title for side in (upper, lower)]
    caption = (
        f"左为{escape(names[0])}，右为{escape(names[1])}，各部分的高度是句和标题的多少（数字）；一条带子连着互相对应的两部分，两端的宽窄和数字是各有多少处。"
        "空白是没有对应的。前言等不在各部分之内的，不在图中。"
    )
    return (
        '<figure class="flow" markdown="1">\n\n'
        + '<div class="bands" markdown="1">\n'
        + f"{_column(upper, up)}\n{_bands(upper, lower)}\n{_column(lower, up)}\n</div>\n\n"
        + f'<figcaption markdown="span">{caption}</figcaption>\n\n</figure>'
    )


def _column(side: Side, up: str) -> str:
    document = side.document
    rows = "\n".join(
        f'<li style="--n:{side.sizes[section.anchor]}" markdown="span">'
        f"{link(document.citation(section.anchor), f'{up}{document.id}/{document.page(section.anchor)}.md')}"
        f" <span>{escape(document.text(section.anchor).rstrip('。'))}</span> <i>{side.sizes[section.anchor]}</i></li>"
        for section in document.sections
    )
    label = attribute(f"{document.meta.short_title}各部分的句和标题数")
    return (
        f'<div class="side" markdown="1">\n<p class="loc" markdown="span">{seal(document)} {escape(document.meta.place)}</p>\n'
        f'<ol aria-label="{label}" markdown="1">\n{rows}\n</ol>\n</div>'
    )


def _bands(upper: Side, lower: Side) -> str:
    """The bands from left to right, each between its stretch of one section and its stretch of the other, and their numbers at both ends."""
    left, right = _stretches(upper), _stretches(lower)
    drawn = "".join(_band(upper, lower, key, left[key], right[key[::-1]]) for key in left)
    numbers = "".join(_numbers(upper, left, "left")) + "".join(_numbers(lower, right, "right"))
    label = attribute(f"{upper.document.meta.short_title}与{lower.document.meta.short_title}各部分之间的对应")
    picture = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" aria-label="{label}">{drawn}</svg>'
    return f'<div class="between">{picture}{numbers}</div>'


def _numbers(side: Side, stretches: Mapping[tuple[str, str], tuple[float, float]], name: str) -> Iterator[str]:
    for key, (start, end) in stretches.items():
        if end - start >= LEGIBLE:
            yield f'<i class="{name}" aria-hidden="true" style="top:{(start + end) / 2 / HEIGHT:.1%}">{side.going[key]}</i>'


def _band(upper: Side, lower: Side, key: tuple[str, str], left: tuple[float, float], right: tuple[float, float]) -> str:
    """Both edges are curves that leave and arrive level."""
    (a, b), (c, d), middle = left, right, WIDTH / 2
    one, other = (side.document.citation(anchor) for side, anchor in zip((upper, lower), key, strict=True))
    said = (
        f"{upper.document.meta.place}{one}的 {upper.going[key]} 处与{lower.document.meta.place}{other}的 {lower.going[key[::-1]]} 处相对应"
    )
    path = f"M0 {a:.1f}C{middle:g} {a:.1f} {middle:g} {c:.1f} {WIDTH} {c:.1f}V{d:.1f}C{middle:g} {d:.1f} {middle:g} {b:.1f} 0 {b:.1f}Z"
    return f'<path d="{path}"><title>{attribute(said)}</title></path>'


def _stretches(side: Side) -> Mapping[tuple[str, str], tuple[float, float]]:
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
