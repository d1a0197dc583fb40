"""What a server sends against the site that was built: every file to the byte, and the headers that ``_headers`` asks for.

The site itself is compared with the sources by ``check``: what changed in a page and in its manifest at once is found there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from ..model.faults import CallError, Fault
from ..text.excerpt import first_difference
from .asking import AT_ONCE, Answer, ask
from .extract import Official, official_units, parsed
from .manifest import MANIFEST, NOT_THERE, listed_files

NOWHERE = "no/such/page"
LONG = 1 << 16
"""Of what is not a file of the site nobody needs more."""
UNASKED = ("refresh", "link", "set-cookie")
"""Headers by which a server leads readers elsewhere, styles a page anew, or marks them; the site never sends one."""
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""What a browser shows or runs only if it is called so."""
_NOT_SENT = {"_headers", NOT_THERE}
"""Read by some hosts, and answered with under another name."""
_ABOUT = 24
"""So many characters of a difference are shown."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file of the site as the server sends it: its headers, and what is wrong with it. What it holds is not kept."""

    path: str
    headers: Mapping[str, str]
    wrong: tuple[str, ...]


def served_faults(address: str, site: Path) -> Iterator[Fault]:
    """One for each file, and each header, that differs. Raises CallError where nothing answers, or the site was not built."""
    base = address.rstrip("/") + "/"
    listed = listed_files(site)
    if listed is None:
        raise CallError(f"{site} 里没有建成的网站，没有什么可比。先运行 duidu site。")
    if ask(base, LONG) is None:
        raise CallError(f"{base} 没有应答。核对网址、证书和网络。")
    yield from _manifest_faults(base, site, listed)
    paths = sorted(set(listed) - _NOT_SENT)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = [*pool.map(partial(_look, base, site), paths), _look_for_nothing(base, site)]
    yield from _header_faults(seen, _wanted(site))
    yield from (_fault(one.path, what) for one in seen for what in one.wrong)


def _look_for_nothing(base: str, site: Path) -> _Seen:
    """What is not there is answered as that, and with the site's own page for it, whose words and links readers follow too."""
    page = site / NOT_THERE
    right = page.read_bytes() if page.is_file() else None
    answer = ask(base + NOWHERE, LONG + len(right or b""))
    if answer is None or answer.status != 404:
        return _Seen(NOWHERE, {}, (f"没有的网页，应答是 {_status(answer)}，应为 404",))
    if right is None:
        return _Seen(NOT_THERE, {}, ())
    return _Seen(NOT_THERE, answer.headers, () if answer.body == right else tuple(_differences(NOT_THERE, right, answer.body)))


def _manifest_faults(base: str, site: Path, listed: Mapping[str, str]) -> Iterator[Fault]:
    """The list of files that the server has: another one than ours, and what it has more than ours."""
    ours = (site / MANIFEST).read_bytes()
    answer = ask(base + MANIFEST, len(ours) + LONG)
    if answer is not None and answer.body == ours:
        return
    yield _fault(MANIFEST, "网上的不是这里建成的一版")
    try:
        theirs = json.loads(answer.body if answer else b"")["files"]
        yield from (_fault(str(path), "网上的清单里有，建成的网站里没有这个文件") for path in sorted(set(theirs) - set(listed)))
    except (ValueError, KeyError, TypeError):
        return


def _look(base: str, site: Path, path: str) -> _Seen:
    """Compressed, as browsers ask, and where a server has a compressed one, not compressed too: that may be another file."""
    right = (site / path).read_bytes()
    address = base + quote(path.removesuffix("index.html"))
    answer = ask(address, len(right) + LONG)
    if answer is None or answer.status != 200:
        where = answer.headers.get("location", "") if answer else ""
        return _Seen(path, {}, (f"应答是 {_status(answer)}{f'，转到 {where}' if where else ''}，应为 200",))
    if answer.body != right:
        return _Seen(path, answer.headers, tuple(_differences(path, right, answer.body)))
    if "content-encoding" in answer.headers:
        plain = ask(address, len(right) + LONG, packed=False)
        if plain is None or plain.body != right:
            return _Seen(path, answer.headers, ("不压缩时的内容与建成的不同",))
    return _Seen(path, answer.headers, ())


def _header_faults(seen: list[_Seen], wanted: list[tuple[str, str, str]]) -> Iterator[Fault]:
    """One line for all files that lack the same, at the first of them."""
    found: dict[str, list[str]] = {}
    for one in seen:
        if one.headers:
            for what in _wrong_headers(one.path, one.headers, wanted):
                found.setdefault(what, []).append(one.path)
    for what, paths in found.items():
        yield _fault(paths[0], what + (f"（共 {len(paths)} 个文件）" if len(paths) > 1 else ""))


def _wrong_headers(path: str, headers: Mapping[str, str], wanted: list[tuple[str, str, str]]) -> Iterator[str]:
    kind = headers.get("content-type", "").lower().replace(" ", "")
    right = TYPES.get(PurePosixPath(path).suffix)
    if right and kind.partition(";")[0] not in (right, right.replace("text/javascript", "application/javascript")):
        yield f"响应头 Content-Type 是“{kind}”，应为“{right}”"
    elif right == "text/html" and not kind.endswith("charset=utf-8"):
        yield "响应头没有说明编码是 UTF-8"
    for pattern, name, value in wanted:
        sent = headers.get(name.lower(), "")
        if sent != value and fnmatchcase(f"/{path}", pattern):
            yield f"响应头 {name} {f'是“{sent}”' if sent else '没有'}，应为“{value}”"
    for name in UNASKED:
        if name in headers:
            yield f"响应头 {name} 是“{headers[name]}”，应当没有"


def _wanted(site: Path) -> list[tuple[str, str, str]]:
    """(pattern of addresses, name, value) of every header, as the file for hosts that read one says them."""
    file = site / "_headers"
    found, pattern = [], ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        name, _, value = line.strip().partition(": ")
        if line.startswith("/"):
            pattern = line.strip()
        elif line.startswith(" ") and value:
            found.append((pattern, name, value))
    return found


def _differences(path: str, right: bytes, sent: bytes) -> Iterator[str]:
    """What a page has other than it was built with: the official text, where links and scripts lead, the policy; else only that it differs."""
    found = list(_of_page(right.decode("utf-8", "replace"), sent.decode("utf-8", "replace"))) if path.endswith(".html") else []
    yield from found or ["内容与建成的不同"]


def _of_page(right: str, sent: str) -> Iterator[str]:
    yield from _official_difference(right, sent)
    for what, selector, attribute in (
        ("链接", "a[href], area[href], form[action]", "href"),
        ("要加载的", "script[src], img[src], iframe[src], embed[src]", "src"),
        ("样式表", "link[href]", "href"),
        ("页内的安全策略", "meta[http-equiv]", "content"),
    ):
        for was, now in zip_longest(_attributes(right, selector, attribute), _attributes(sent, selector, attribute), fillvalue="（没有）"):
            if was != now:
                yield f"{what}是“{now}”，应为“{was}”"
                break


def _official_difference(right: str, sent: str) -> Iterator[str]:
    nothing = Official("", "", "", False)
    for was, now in zip_longest(official_units(right), official_units(sent), fillvalue=nothing):
        if was != now:
            wanted, shown = was.marker + was.text, now.marker + now.text
            at = max(first_difference(wanted, shown) - _ABOUT // 2, 0)
            part = slice(at, at + _ABOUT)
            yield f"正文 {was.anchor or now.anchor} 与建成的不同：这里是“{shown[part]}”，应是“{wanted[part]}”"
            return


def _attributes(html: str, selector: str, name: str) -> list[str]:
    return [element.attributes.get(name) or "" for element in parsed(html).css(selector)]


def _status(answer: Answer | None) -> str:
    return str(answer.status) if answer else "没有"


def _fault(path: str, message: str) -> Fault:
    one_line = re.sub(r"\s+", " ", message)
    return Fault(PurePosixPath("网上", path), 1, 1, "PRV005", one_line, "重新发布，或照部署页改服务器的设置")
