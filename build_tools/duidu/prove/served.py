"""What a server sends against the site that was built: every file to the byte, and the headers that ``_headers`` asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError, URLError
from urllib.parse import quote

from ..model.faults import CallError, Fault
from .asking import AT_ONCE, opened
from .manifest import MANIFEST, listed_files

TIMEOUT = 30
NOWHERE = "no/such/page"
_NOT_SENT = {"_headers", "404.html"}
"""Read by some hosts, and answered with under another name."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    sha256: str


def served_faults(address: str, site: Path) -> Iterator[Fault]:
    """One for each file, and each header, that differs. Raises CallError where nothing answers, or the site was not built."""
    base = address.rstrip("/") + "/"
    listed = listed_files(site)
    if listed is None:
        raise CallError(f"{site} 里没有建成的网站，没有什么可比。先运行 duidu site。")
    home = _get(base)
    if home is None:
        raise CallError(f"{base} 没有应答。核对网址和网络。")
    yield from _header_faults(home, site)
    if (missing := _get(base + NOWHERE)) is None or missing.status != 404:
        yield _fault(NOWHERE, f"没有的网页，应答是 {missing.status if missing else '没有'}，应为 404")
    manifest = _get(base + MANIFEST)
    if manifest is None or manifest.sha256 != _sha256((site / MANIFEST).read_bytes()):
        yield _fault(MANIFEST, "网上的不是这里建成的一版")
    paths = sorted(set(listed) - _NOT_SENT)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda path: _get(base + quote(path.removesuffix("index.html"))), paths)
        for path, answer in zip(paths, answers, strict=True):
            if answer is None or answer.status != 200:
                yield _fault(path, f"应答是 {answer.status if answer else '没有'}，应为 200")
            elif answer.sha256 != listed[path]:
                yield _fault(path, "内容与建成的不同")


def _header_faults(home: _Answer, site: Path) -> Iterator[Fault]:
    if not home.headers.get("content-type", "").lower().replace(" ", "").endswith("charset=utf-8"):
        yield _fault("index.html", "响应头没有说明编码是 UTF-8")
    for name, wanted in _wanted(site).items():
        found = home.headers.get(name.lower(), "")
        if found != wanted:
            yield _fault("index.html", f"响应头 {name} {f'是“{found}”' if found else '没有'}，应为“{wanted}”")


def _wanted(site: Path) -> Mapping[str, str]:
    """The headers of all pages, as the file for hosts that read one says them."""
    file = site / "_headers"
    _, _, below = (file.read_text(encoding="utf-8") if file.is_file() else "").partition("\n/*\n")
    rows = (line.strip().partition(": ") for line in below.partition("\n\n")[0].splitlines())
    return {name: value for name, _, value in rows if value}


def _get(address: str) -> _Answer | None:
    """What a server says, None if it says nothing."""
    try:
        with opened(address, TIMEOUT) as answer:
            return _Answer(answer.status, _headers(answer.headers.items()), _sha256(answer.read()))
    except HTTPError as error:
        return _Answer(error.code, _headers(error.headers.items()), "")
    except (URLError, OSError, ValueError):
        return None


def _headers(found: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    return {name.lower(): value for name, value in found}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _fault(path: str, message: str) -> Fault:
    return Fault(PurePosixPath("网上", path), 1, 1, "PRV005", message, "重新发布，或照部署页改服务器的设置")
