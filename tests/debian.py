"""What tests need of the machine and pip has not: installed from Debian's packages where we are root, else left to who runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

TIMEOUT = 300


def install(packages: Sequence[str]) -> None:
    """Try to install ``packages``. Never fails: who needs them looks whether they are there."""
    if not packages or not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        run(command)


def run(command: Sequence[str]) -> None:
    """Run one command that may fail; one that hangs is ended, and said."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, env=environment, capture_output=True, check=False, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        print(f"超时：{' '.join(command)}", file=sys.stderr)
