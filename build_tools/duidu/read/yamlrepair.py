"""Data with faults → data that can be checked further, so that one run tells everything: what is wrong stays told, and is never used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

from .yamldata import KeyPath

ANY_DAY = "1970-01-01"


def repaired(data: Any, errors: Iterable[ValidationError], blank: str) -> tuple[Any, frozenset[KeyPath]] | None:
    """The data with a value that passes for each wrong choice, and without the entries of lists that cannot be used; where those stood.

    None where nothing can be made of it. The data given is changed.
    """
    removed: set[KeyPath] = set()
    for error in errors:
        place: KeyPath = tuple(error.absolute_path)
        if _filled(data, place, error, blank) or _without_unknown(error):
            continue
        entry = next((place[: depth + 1] for depth, step in enumerate(place) if isinstance(step, int)), None)
        if entry is None:
            return None
        removed.add(entry)
    for place in sorted(removed, reverse=True, key=lambda place: (place[:-1], place[-1])):
        del _at(data, place[:-1])[place[-1]]
    return data, frozenset(removed)


def _filled(data: Any, place: KeyPath, error: ValidationError, blank: str) -> bool:
    """A choice that is none becomes the first there is; what is still blank stays so, a date apart."""
    schema: Any = error.schema
    if not place or isinstance(error.instance, (dict, list)):
        return False
    if error.validator == "enum":
        choices: Any = error.validator_value
        _at(data, place[:-1])[place[-1]] = choices[0]
        return True
    if error.instance == blank:
        if schema.get("format") == "date":
            _at(data, place[:-1])[place[-1]] = ANY_DAY
        return True
    return False


def _without_unknown(error: ValidationError) -> bool:
    """A field that nobody knows is left out."""
    if error.validator != "additionalProperties" or not isinstance(error.instance, dict) or not isinstance(error.schema, Mapping):
        return False
    for key in [key for key in error.instance if key not in error.schema.get("properties", {})]:
        del error.instance[key]
    return True


def _at(data: Any, place: KeyPath) -> Any:
    for step in place:
        data = data[step]
    return data


def moved(marks: Mapping[KeyPath, tuple[int, int]], removed: frozenset[KeyPath]) -> dict[KeyPath, tuple[int, int]]:
    """The places of what is left, once entries of lists were taken out."""
    if not removed:
        return dict(marks)
    found: dict[KeyPath, tuple[int, int]] = {}
    lists = {place[:-1] for place in removed}
    for place, mark in marks.items():
        steps = list(place)
        gone = False
        for depth, step in enumerate(place):
            if isinstance(step, int) and place[:depth] in lists:
                taken = [entry[-1] for entry in removed if entry[:-1] == place[:depth]]
                gone = gone or step in taken
                steps[depth] = step - sum(isinstance(other, int) and other < step for other in taken)
        if not gone:
            found[tuple(steps)] = mark
    return found
