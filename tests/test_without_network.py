"""A site is built without the network: in a test nothing but this machine itself answers (conftest), nor in the processes that it starts so."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from tests.projects import ROOT

DENYING = str(ROOT / "tests/denying")
"""In PYTHONPATH, for a process that a test starts; ``duidu site`` in tests/test_verbs.py is."""


def test_no_test_reaches_for_it() -> None:
    with pytest.raises(PermissionError, match="a test reached for the network"):
        socket.create_connection(("example.org", 80), timeout=1)


def test_nor_does_a_process_that_is_denied_it() -> None:
    script = "import urllib.request; urllib.request.urlopen('http://example.org/')"
    env = {**os.environ, "PYTHONPATH": DENYING}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a test reached for the network" in done.stderr
