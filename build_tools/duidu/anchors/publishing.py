"""A raw text → its published form: parsed, addressed, and everything that is wrong with it. Every command that looks at a text goes this way."""

from __future__ import annotations

from collections.abc import Collection

from ..model.faults import Fault, gathered
from ..model.meta import Meta
from ..model.records import Outline, RawText
from ..model.registry import Registry
from ..parse.checks import accepted_faults, outline_faults, scan_faults
from ..parse.hints import Hints
from ..parse.outline import outline
from ..parse.scan import scan
from .checks import anchor_faults
from .lasting import Published, with_lasting_anchors
from .natural import with_natural_anchors


def parse(raw: RawText, hints: Hints, accepted: Collection[str] = ()) -> tuple[Outline, list[Fault]]:
    """The tree of a text, every unit with its natural address, and the faults of the text less those that a person ``accepted``."""
    lines = scan(raw, hints)
    natural = with_natural_anchors(outline(raw, lines))
    found = [*scan_faults(raw.path, lines, hints), *outline_faults(natural, hints)]
    return natural, accepted_faults(found, accepted, raw.path)


def publish(raw: RawText, meta: Meta, registry: Registry) -> tuple[Published, list[Fault]]:
    """The text of a document of the corpus with its lasting addresses, and what is wrong with either."""
    natural, faults = parse(raw, Hints(meta.title, meta.roles, meta.supplied, frozenset(meta.figures)), meta.accepted)
    published = with_lasting_anchors(natural, registry)
    return published, gathered([*faults, *anchor_faults(published)])
