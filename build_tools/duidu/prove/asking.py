"""How other servers are asked, where a person wants it: by name, and no more at once than a browser would."""

from __future__ import annotations

from http.client import HTTPResponse
from typing import cast
from urllib.request import Request, urlopen

AT_ONCE = 4


def opened(address: str, timeout: float) -> HTTPResponse:
    """The answer of a server. Raises what ``urllib`` raises: HTTPError for a refusal, URLError and OSError where nothing answers."""
    return cast(HTTPResponse, urlopen(Request(address, headers={"User-Agent": "duidu check"}), timeout=timeout))
