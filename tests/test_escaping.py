"""Whatever stands in a text is shown as text: through the real Markdown, with the extensions of the site."""

from __future__ import annotations

import re
from urllib.parse import unquote

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from duidu.render.markdown import EXTENSIONS, attribute, escape, link, target

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "{: onclick=alert(1) }",
    "{#h1}",
    "{{ 7*7 }} {% raw %}",
    "*a* _b_ `c` **d** ~~e~~ ^f^ ==g==",
    "&amp; &lt; &#60; &nbsp;",
    "1. 2024. + - # > | a | b |",
    "![x](y) [^1] [[z]] <!-- c --> ]]> ?>",
    "https://a.example www.b.example c@d.example",
    "\\* \\< \\\\",
    "\"quoted\" and 'single'",
)
PRINTABLE = st.text(
    alphabet=st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=60,
)


def shown(escaped: str) -> BeautifulSoup:
    body = f'<span class="sentence" id="p1-t1">{escaped}</span>\n{{: #p1 }}'
    return BeautifulSoup(markdown.markdown(body, extensions=list(EXTENSIONS)), "html.parser")


def only_text_of(soup: BeautifulSoup) -> str:
    span = soup.find(id="p1-t1")
    assert span is not None
    assert span.find(True) is None, "an element stands inside the sentence"
    assert span.attrs.keys() == {"class", "id"}
    assert (paragraph := soup.find(id="p1")) is not None
    assert paragraph.attrs.keys() == {"id"}
    return span.get_text()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    assert only_text_of(shown(escape(text))) == text


@given(PRINTABLE.filter(lambda text: text == " ".join(text.split())))
def test_any_line_of_text_comes_out_as_it_went_in(text: str) -> None:
    assert only_text_of(shown(escape(text))) == text


@given(st.lists(st.sampled_from([*HOSTILE, "某事很重要。", "（一）", "——"]), min_size=1, max_size=6).map("".join))
def test_combinations_of_hostile_text_come_out_as_they_went_in(text: str) -> None:
    assert only_text_of(shown(escape(text))) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_shows_hostile_text_as_text(text: str) -> None:
    html = markdown.markdown(f"# {escape(text)} {{#h1}}", extensions=list(EXTENSIONS))
    heading = BeautifulSoup(html, "html.parser").find(id="h1")
    assert heading is not None
    assert heading.get_text() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_an_attribute_holds_hostile_text(text: str) -> None:
    tag = BeautifulSoup(f'<a title="{attribute(text)}">x</a>', "html.parser").a
    assert tag is not None
    assert (tag["title"], set(tag.attrs)) == (text, {"title"})


def test_chinese_text_is_not_touched() -> None:
    text = "（一）推进“五良”融合，实施“天府粮仓·百县千片”建设行动；支持各县（市、区）——2024年。"
    assert escape(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "https://x/a)b",
        "https://x/)<script>alert(1)</script>",
        "https://x/)[y](javascript:alert(1)",
        "https://x/){: onclick=alert(1) }",
        "https://x/\n\n<p>",
        "a b.md#c",
    ],
)
def test_a_link_leads_where_it_says_whatever_stands_in_its_address(address: str) -> None:
    html = markdown.markdown(link("甲", address), extensions=list(EXTENSIONS))
    found = BeautifulSoup(html, "html.parser")
    assert [element.name for element in found.find_all(True)] == ["p", "a"]
    assert dict(found.a.attrs) == {"href": target(address)}  # type: ignore[union-attr]
    assert unquote(target(address)) == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc"])
def test_no_link_has_a_scheme_that_runs_or_reads(address: str) -> None:
    with pytest.raises(ValueError, match=re.escape(address)):
        target(address)
