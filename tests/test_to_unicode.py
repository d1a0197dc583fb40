"""What a printed sign means, so that it can be searched and copied: no radical that only looks like the character."""

from __future__ import annotations

from duidu.render.pdf.to_unicode import corrected

CMAP = b"""begincmap
1 begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfchar
<02> <2ED3>
<AD> <95EE>
endbfchar
1 beginbfrange
<31> <33> <2F00>
endbfrange
endcmap
"""


def test_a_radical_is_read_as_the_character_that_stands_in_the_text() -> None:
    assert corrected(CMAP, "长一丨门问").split(b"endcodespacerange\n")[1] == (
        b"5 beginbfchar\n<02> <957F>\n<31> <4E00>\n<32> <4E28>\n<33> <2F02>\n<AD> <95EE>\nendbfchar\nendcmap\n"
    )


def test_a_radical_that_is_meant_stays() -> None:
    assert b"<02> <2ED3>" in corrected(CMAP, "部首⻓与长")
