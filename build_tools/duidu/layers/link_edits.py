"""What changes in a file of curated links when a person has read it again, or an address in it is gone."""

from __future__ import annotations

from collections.abc import Collection

from ..read.links import LinkFile
from .alignment import Alignment
from .contract import Edit, Gone


def checked(fingerprints: tuple[str, str], day: str) -> str:
    """The value of ``checked`` of a link whose two ends a person read that day, as YAML."""
    one, other = fingerprints
    return f'{{from: "{one}", to: "{other}", on: {day}}}'


def confirmed_links(alignment: Alignment, file: LinkFile, units: Collection[str], day: str) -> Edit:
    """Of the links that are 待复核, those at these ``units`` (of either document), or all, as checked on a ``day``."""
    edit = Edit(file.yaml)
    for position, row in enumerate(file.rows):
        facing = alignment.facing(*row.ends)
        if not facing.are_as_checked(row) and (not units or row.source in units or row.target in units):
            edit.values.append((("links", position, "checked"), checked(facing.fingerprints, day)))
    return edit


def links_without(file: LinkFile, gone: Gone, *, is_source: bool) -> Edit:
    """A file in which no gone address stands: a link moves to what replaces its end, unless that is linked already; all else goes.

    ``is_source``: whether the gone addresses are of the implementing document.
    """
    edit = Edit(file.yaml)
    end, mine = ("from", 0) if is_source else ("to", 1)
    taken = {ends for ends in (row.ends for row in file.rows) if ends[mine] not in gone.replaced}
    for position, row in enumerate(file.rows):
        ends = row.ends
        if ends[mine] not in gone.replaced:
            continue
        new = gone.replaced[ends[mine]]
        moved = ends._replace(source=new) if is_source else ends._replace(target=new)
        shown = f"{ends.source} → {ends.target}"
        if new and moved not in taken:
            taken.add(moved)
            edit.values.append((("links", position, end), new))
            edit.removed.extend(("links", position, key) for key in ("evidence",) if row.evidence)
            edit.said.append(f"对应　{shown} 改为 {moved.source} → {moved.target}，待复核；佐证已删，请照今天的文字补上")
        else:
            edit.removed.append(("links", position))
            edit.said.append(f"对应　{shown} 已删")
    _judged_without(edit, file, gone, mine)
    return edit


def _judged_without(edit: Edit, file: LinkFile, gone: Gone, mine: int) -> None:
    """What a person found without counterpart, and the proposals that were refused: of a gone address both say nothing any more."""
    for owner, anchor, _ in file.none:
        if owner == gone.document and anchor in gone.replaced:
            edit.removed.append(("none", owner, anchor))
            edit.said.append(f"没有对应的一条　{anchor} 已删")
    for position, ends in enumerate(file.rejected):
        if ends[mine] in gone.replaced:
            edit.removed.append(("rejected", position))
            edit.said.append(f"不取的建议　{ends.source} → {ends.target} 已删")
