"""What the scripts must know of anchors, citations and numerals, written from the one place that knows it: prints ``grammar.js``.

``make scripts`` runs it; tests/test_scripts.py sees a module that is out of date.
"""

from __future__ import annotations

import json
import re

from duidu.model.anchor import STEP
from duidu.model.citation import ANNEX_WORD, Form
from duidu.text.numerals import HAN_NUMBER

_COUNTED = re.compile(r"第（?\{(?:han|n)\}）?(\w)")
_PREFIXED = re.compile(r"(\w+)\{n\}")

_WIDTH = 100


def grammar() -> str:
    """The module's whole text."""
    forms = [form.value for form in Form]
    known = {
        "STEP": ("a step of an anchor, as a pattern", STEP),
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
    }
    lines = ["/* Made by build_tools/scripts/grammar.py from duidu/model; do not edit. */"]
    for name, (said, value) in known.items():
        written = " +\n  ".join(json.dumps(value[at : at + _WIDTH], ensure_ascii=False) for at in range(0, len(value), _WIDTH))
        lines += ["", f"/** {said[0].upper()}{said[1:]}. */", f"export const {name} =\n  {written};"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(grammar(), end="")
