"""Python's collector of circles, which would be a fifth of the time: units, passages and drawn pages are many objects and make none."""

import gc

_COLLECTED_AFTER = 50_000
"""At Python's own 700 new objects the collector looks through all of a large text again and again."""


def collect_rarely() -> None:
    """For all that follows in this process."""
    gc.set_threshold(_COLLECTED_AFTER, 20, 50)
