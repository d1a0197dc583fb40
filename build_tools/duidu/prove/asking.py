"""One question to a server: what it sends for an address, to the byte, as a reader's browser would get it. By name, only where a person wants it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

AT_ONCE = 4
"""A server is asked no more than a browser would."""
TIMEOUT = 30
_TRIES = 2
"""A connection that breaks once is no finding."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``headers`` have names in small letters; one that was sent twice has both values, as browsers read it."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)
    """Unpacked. Of what is longer than was asked for, only so much; of what cannot be unpacked, nothing."""


class _Stay(HTTPRedirectHandler):
    """Where a server leads elsewhere, that is its answer."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_STAYING, _FOLLOWING = build_opener(_Stay), build_opener()


def ask(address: str, most: int, *, packed: bool = True, follow: bool = False) -> Answer | None:
    """The answer for an address, at most so many bytes of it; None if there is none.

    ``packed`` lets the server compress it, ``follow`` goes where it leads.
    """
    opener = _FOLLOWING if follow else _STAYING
    headers = {"User-Agent": "duidu check", "Accept-Encoding": "gzip" if packed else "identity"}
    for _ in range(_TRIES):
        try:
            with opener.open(Request(address, headers=headers), timeout=TIMEOUT) as answer:
                found = _headers(answer.headers)
                return Answer(answer.status, found, _read(answer, found, most))
        except HTTPError as error:
            with error:
                return Answer(error.code, found := _headers(error.headers), _read(error, found, most))
        except (OSError, HTTPException, ValueError):
            continue
    return None


def _headers(message: Message) -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    for name, value in message.items():
        found.setdefault(name.lower(), []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def _read(answer: IO[bytes], headers: Mapping[str, str], most: int) -> bytes:
    return _unpacked(answer.read(most), headers, most)


def _unpacked(body: bytes, headers: Mapping[str, str], most: int) -> bytes:
    if headers.get("content-encoding", "").lower() != "gzip":
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, most)
    except zlib.error:
        return b""
