"""What is wrong with the sources, as a value, and how it is printed; what the codes mean, ``fault_codes`` says.

Checks yield ``Fault`` values, so that all faults of a run are listed, not the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong at one place. A warning is shown and stops nothing."""

    path: PurePosixPath
    line: int
    column: int
    code: str
    message: str
    """What is wrong, as it stands there."""
    remedy: str
    """What to do about it."""
    warning: bool = False
    cell: str = ""
    """Of a workbook the place as one finds it there, 对四川省委决定!G12; the line counts the rows of all sheets."""

    def __str__(self) -> str:
        kind = "警告：" if self.warning else ""
        end = "" if self.remedy.endswith("？") else "。"
        return f"{self.path}:{self.cell or f'{self.line}:{self.column}'}: {self.code} {kind}{self.message}。{self.remedy.removesuffix('。')}{end}"


class CallError(Exception):
    """The call itself is wrong (exit 2): a document that does not exist, a folder without sources."""


def stopping(faults: Iterable[Fault]) -> list[Fault]:
    """Those that stop the build."""
    return [fault for fault in faults if not fault.warning]


MOST_ALIKE = 20
"""So many faults of one code in one file are told one by one."""


def gathered(faults: Sequence[Fault]) -> list[Fault]:
    """The faults in order; of more than ``MOST_ALIKE`` of one code in one file only the first, which says how many there are."""
    counts = Counter((fault.path, fault.code) for fault in faults)
    kept: list[Fault] = []
    told: set[tuple[PurePosixPath, str]] = set()
    for fault in faults:
        key = fault.path, fault.code
        if counts[key] <= MOST_ALIKE:
            kept.append(fault)
        elif key not in told:
            told.add(key)
            kept.append(replace(fault, message=f"{fault.message}；这样的共 {counts[key]} 处，这是第一处"))
    return kept
