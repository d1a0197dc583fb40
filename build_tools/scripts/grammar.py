"""What the scripts must know of anchors, citations and numerals, written from the one place that knows it: prints ``grammar.js``.

``make scripts`` runs it; tests/test_scripts.py sees a module that is out of date.
"""

from __future__ import annotations

import json
import re

from duidu.model.anchor import LETTERS, STEP
from duidu.model.citation import ANNEX_WORD, Form
from duidu.model.records import Kind
from duidu.text.numerals import HAN_NUMBER

_COUNTED = re.compile(r"第（?\{(?:han|n)\}）?(\w)")
_PREFIXED = re.compile(r"(\w+)\{n\}")

_TOLD_APART = (Form.PART, Form.CHAPTER, Form.DIVISION, Form.PARAGRAPH, Form.POINT, Form.SENTENCE)
"""Steps that the same number with a mark would be taken for: 第二段 is not 二."""

_WIDTH = 100


def grammar() -> str:
    """The module's whole text."""
    forms = [form.value for form in Form]
    apart = {found[1]: LETTERS[Kind[form.name]] for form in _TOLD_APART if (found := _COUNTED.fullmatch(form.value))}
    known: dict[str, tuple[str, str | dict[str, str]]] = {
        "STEP": ("a step of an anchor, as a pattern", STEP),
        "SENTENCE": ("the step of a sentence, as a pattern: nothing stands below it", f"{LETTERS[Kind.SENTENCE]}[0-9]+[a-z]*"),
        "HAN_NUMBER": ("all that a number in Chinese characters is written with, as a pattern", HAN_NUMBER),
        "COUNTED": (
            "what follows the number of a step: 第n段",
            "|".join(found[1] for form in forms if (found := _COUNTED.fullmatch(form))),
        ),
        "PREFIXED": (
            "what stands before the number of a step, as a pattern: 附件1",
            "|".join([ANNEX_WORD, *(found[1] for form in forms if (found := _PREFIXED.fullmatch(form)))]),
        ),
        "NAMED": ("steps without a number", "|".join(form for form in forms if "{" not in form)),
        "LETTERS": ("what a counted step is called in an address: 第n段 p", apart),
    }
    lines = ["/* Made by build_tools/scripts/grammar.py from duidu/model; do not edit. */"]
    for name, (said, value) in known.items():
        type_said = "" if isinstance(value, str) else " @type {Record<string, string>}"
        lines += ["", f"/** {said[0].upper()}{said[1:]}.{type_said} */", f"export const {name} =\n  {_written(value)};"]
    return "\n".join(lines) + "\n"


def _written(value: str | dict[str, str]) -> str:
    """A value in JavaScript; a long pattern over several lines."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return " +\n  ".join(json.dumps(value[at : at + _WIDTH], ensure_ascii=False) for at in range(0, len(value), _WIDTH))


if __name__ == "__main__":
    print(grammar(), end="")
