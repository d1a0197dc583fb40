"""Printing for the commands: faults to standard error, in the order of the files, and what they come to."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn

from tqdm import tqdm

from ..model.faults import Fault, stopping


def report(faults: Iterable[Fault]) -> int:
    """Print all faults; 1 if one of them stops the build, else 0."""
    listed = sorted(set(faults))
    for fault in listed:
        print(fault, file=sys.stderr)
    count = len(stopping(listed))
    if count:
        print(f"共 {count} 处问题。用 duidu explain 代码 看详细说明。", file=sys.stderr)
    return 1 if count else 0


def progress(total: int, what: str) -> tqdm[NoReturn]:
    """A bar that shows up after a second, and only on a terminal."""
    return tqdm(total=total, desc=what, delay=1, disable=None, leave=False, file=sys.stderr)
