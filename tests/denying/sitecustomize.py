"""In the path of a Python, this takes the network away from it: only this machine itself answers."""

from __future__ import annotations

import socket
from typing import Any

_connect, _find = socket.socket.connect, socket.getaddrinfo
OURS = ("127.0.0.1", "::1", "localhost")


def _connected(self: socket.socket, address: Any, /) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in OURS:
        raise PermissionError(f"a test reached for the network: {address}")
    _connect(self, address)


def _found(host: Any, *args: Any, **named: Any) -> Any:
    if host not in (*OURS, None, ""):
        raise PermissionError(f"a test reached for the network: {host}")
    return _find(host, *args, **named)


def deny() -> None:
    """From now on, in this process."""
    setattr(socket.socket, "connect", _connected)  # noqa: B010  (its type is another)
    socket.getaddrinfo = _found


deny()
