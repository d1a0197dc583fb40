"""Nothing is loaded from elsewhere, and one policy says so in every place: in each page, for nginx, for caddy, in _headers."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browsing import KINDS, opened_together
from tests.html import pages, parsed, values
from tests.projects import ROOT
from tests.some import some

HOSTING = ROOT / "build_tools/duidu/data/hosting"
LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "video": ("src", "poster"), "audio": ("src",), "track": ("src",),
    "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",), "form": ("action",), "button": ("formaction",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "base": ("href",), "body": ("background",), "a": ("ping",), "area": ("ping",),
}  # fmt: skip
"""What a browser asks for by itself, or sends to; a link is only followed by a reader."""
RELATIONS = {"canonical", "alternate", "prev", "next", "license", "author"}
"""Of <link>: these are read, not loaded."""
CSS_ADDRESS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""")
JS_ADDRESS = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]*)""")
NAMES_ONLY = ("http://www.w3.org/",)
"""XML names that look like addresses."""
DATA = {".json", ".csv", ".bib", ".ris", ".txt", ".map", ".png", ".ico", ".xml", ".pdf", ".zip", ""}
"""Kinds of file that load nothing."""
HEADERS = {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Content-Security-Policy"}

Policy = Mapping[str, frozenset[str]]


def policy(text: str) -> Policy:
    """Directive → sources; the order of neither matters."""
    parts = (part.split() for part in text.split(";") if part.strip())
    return {name: frozenset(sources) for name, *sources in parts}


def shipped_headers() -> Mapping[str, Mapping[str, str]]:
    """Place → the headers for every file, as each server's sample says them."""
    caddy = re.search(r"^\(security\) \{\n(.*?)^\}", (HOSTING / "Caddyfile").read_text(), re.MULTILINE | re.DOTALL)
    every_file = re.search(r"^/\*\n((?:  .*\n)+)", (ROOT / "docs/_headers").read_text(), re.MULTILINE)
    assert caddy
    assert every_file
    return {
        "nginx.conf": dict(re.findall(r'^    add_header (\S+) "(.*)" always;', (HOSTING / "nginx.conf").read_text(), re.MULTILINE)),
        "Caddyfile": dict(re.findall(r'^\t\t([A-Z]\S+) "(.*)"$', caddy[1], re.MULTILINE)),
        "_headers": dict(re.findall(r"^  (\S+): (.*)$", every_file[1], re.MULTILINE)),
    }


def meta_policy(page: LexborHTMLParser) -> str:
    (content,) = values(page, "head > meta[http-equiv=Content-Security-Policy]", "content")
    return content


def inline_scripts(page: LexborHTMLParser) -> list[str]:
    """Scripts that run and stand in the page; data in a <script> does not run."""
    return [
        script.text() for script in page.css("script:not([src])") if script.attributes.get("type") in (None, "module", "text/javascript")
    ]


def test_one_policy_in_every_page_and_every_sample(built: Path) -> None:
    found = {str(file): policy(meta_policy(page)) for file, page in pages(built / "site")}
    in_pages = next(iter(found.values()))
    assert [file for file, one in found.items() if one != in_pages] == []
    for place, headers in shipped_headers().items():
        assert headers.keys() == HEADERS, place
        assert policy(headers["Content-Security-Policy"]) == {**in_pages, "frame-ancestors": frozenset({"'none'"})}, place
    assert (
        len({tuple(headers[name] for name in sorted(HEADERS - {"Content-Security-Policy"})) for headers in shipped_headers().values()}) == 1
    )


def test_the_policy_allows_the_own_host_and_no_inline_script(built: Path) -> None:
    in_pages = policy(meta_policy(parsed(built / "site/index.html")))
    assert in_pages["default-src"] == {"'none'"}
    assert in_pages["base-uri"] == {"'none'"}
    sources = set().union(*in_pages.values())
    assert {source for source in sources if not source.startswith("'sha256-")} <= {
        "'self'",
        "'none'",
        "data:",
    }
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & sources
    assert [name for name, allowed in in_pages.items() if "data:" in allowed] == ["img-src"]


def test_every_inline_script_is_one_the_policy_names_and_none_is_named_in_vain(built: Path) -> None:
    allowed = {source for source in policy(shipped_headers()["nginx.conf"]["Content-Security-Policy"])["script-src"] if "sha256-" in source}
    there = set()
    for _, page in pages(built / "site"):
        there |= {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline_scripts(page)}
    assert there == allowed


def test_the_policy_stands_before_anything_that_loads(built: Path) -> None:
    for file, page in some(pages(built / "site")):
        first = page.css_first("head script, head link, head style, head meta[http-equiv]")
        assert first is not None
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", file


def test_no_page_has_script_in_an_attribute(built: Path) -> None:
    for file, page in some(pages(built / "site")):
        for element in page.css("*"):
            wrong = [
                name
                for name, value in element.attributes.items()
                if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            ]
            assert wrong == [], f"{file}: {element.tag}"


def foreign_in_css(text: str) -> list[str]:
    return [address for address in CSS_ADDRESS.findall(text) if is_foreign(address)]


def foreign_in_js(text: str) -> list[str]:
    return [
        address for address in JS_ADDRESS.findall(text) if len(address) > 2 and not address.startswith(NAMES_ONLY) and is_foreign(address)
    ]


def foreign_in_html(text: str) -> list[str]:
    """Addresses of other hosts in everything of a page that loads."""
    page = LexborHTMLParser(text)
    wrong = [address for element in page.css("*") for address in loaded(element) if is_foreign(address)]
    wrong += [found for style in page.css("style") for found in foreign_in_css(style.text())]
    wrong += [found for style in values(page, "[style]", "style") for found in foreign_in_css(style)]
    wrong += [found for script in inline_scripts(page) for found in foreign_in_js(script)]
    return wrong


def loaded(element: LexborNode) -> Iterator[str]:
    said = {name: value or "" for name, value in element.attributes.items()}
    if element.tag == "link" and not RELATIONS.issuperset(said.get("rel", "").split()):
        yield said.get("href", "")
    if element.tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
        yield said["content"].partition("=")[2]
    for attribute in LOADING.get(element.tag or "", ()):
        value = said.get(attribute, "")
        yield from (one.split()[0] for one in value.split(",") if one.strip()) if attribute == "srcset" else [value]


def is_foreign(address: str) -> bool:
    return bool(urlsplit(address.strip()).netloc)


READERS = {".html": foreign_in_html, ".svg": foreign_in_html, ".css": foreign_in_css, ".js": foreign_in_js}


def test_no_file_of_the_site_loads_anything_from_another_host(built: Path) -> None:
    wrong = {}
    for file in sorted(path for path in (built / "site").rglob("*") if path.is_file()):
        if file.suffix in READERS:
            if found := READERS[file.suffix](file.read_text()):
                wrong[str(file.relative_to(built / "site"))] = found
        else:
            assert file.suffix in DATA, f"{file}: a new kind of file; does it load anything?"
    assert wrong == {}


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".html", '<script src="https://cdn.example/a.js"></script>'), (".html", '<link rel="stylesheet" href="//fonts.example/css">'),
        (".html", '<link rel="preconnect" href="https://fonts.example">'), (".html", '<img srcset="a.png 1x, https://x.example/b.png 2x">'),
        (".html", '<p style="background:url(https://x.example/a.png)">'), (".html", "<style>@import 'https://x.example/a.css';</style>"),
        (".html", '<iframe src="http://x.example/"></iframe>'), (".html", '<form action="https://x.example/"></form>'),
        (".html", '<meta http-equiv="refresh" content="0;url=https://x.example/">'), (".html", "<script>fetch('https://x.example/')</script>"),
        (".html", '<a href="#" ping="https://x.example/">'), (".css", '@font-face{src:url( "https://x.example/a.woff2")}'),
        (".js", 'import("https://x.example/a.js")'), (".js", "const at = `//x.example/${name}`;"), (".svg", '<svg><image xlink:href="https://x.example/a"/></svg>'),
    ],
)  # fmt: skip
def test_the_walk_would_find_an_address_of_another_host(suffix: str, text: str) -> None:
    assert READERS[suffix](text)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".html", '<a href="https://www.sc.gov.cn/">来源</a><link rel="canonical" href="https://texts.example/">'),
        (".html", '<script type="application/json">{"url": "https://texts.example/"}</script>'), (".html", '<img src="data:image/png;base64,AA">'),
        (".css", 'a{background:url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>")}'),
        (".js", 'createElementNS("http://www.w3.org/2000/svg", "svg"); "a" // remark'),
    ],
)  # fmt: skip
def test_the_walk_leaves_links_names_and_data_alone(suffix: str, text: str) -> None:
    assert READERS[suffix](text) == []


def test_a_page_of_every_kind_asks_its_own_host_only_and_gets_everything(browser: Browser, address: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    broken: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("response", lambda answer: broken.extend([answer.url] if answer.status >= 400 else []))
    context.on("requestfailed", lambda request: broken.append(request.url))
    kinds = [address + kind for kind in (*KINDS, "404.html")]
    for kind, page in opened_together(context, kinds):
        assert page.evaluate("document.styleSheets.length") > 0, kind
    context.close()
    assert set(kinds) <= set(asked)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert broken == []
