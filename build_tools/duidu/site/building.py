"""A whole site, built beside the old one and switched into place; one at a time in a folder.

``.<name>.new`` is being built, ``.<name>.old`` was replaced: what a killed run leaves of either is put right by the next. Where the system
cannot exchange two folders in one step there is a moment in which only these two are there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from ..model.faults import CallError
from ..project.lock import alone, for_children
from ..project.refusals import reason
from ..project.stopping import clear_away, uninterrupted
from ..project.switch import make_folder
from ..read.sitesettings import CONFIG, setting

GENERATORS = ("mkdocs", "properdocs")
CONVERTED = "DUIDU_CONVERTED"
"""In the environment of the generator: the project that is converted already, under the lock that whoever started it still has."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux, see renameat2(2)."""
NO_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}
"""Material's notice about its own end, on every build."""


def site_folder(root: Path) -> Path:
    """Where the project's site lies."""
    return root / setting(root, "site_dir", "site")


def generate(root: Path, target: Path, *options: str, environment: Mapping[str, str] | None = None, said: list[str] | None = None) -> bool:
    """Run MkDocs or ProperDocs, strictly, into a folder, of a project just converted; whether it went well. It says itself what is wrong,
    or into ``said``."""
    generator = next((name for name in GENERATORS if find_spec(name)), None)
    if generator is None:
        raise CallError("这个 Python 里没有 MkDocs。先照部署页安装。")
    build = [generator, "build", "--strict", "--config-file", CONFIG, "--site-dir", str(target.resolve()), *options]
    command = [sys.executable, "-m", f"{__package__}.host", *build]
    locked = for_children(root)
    env = {**os.environ, **NO_NOTICE, CONVERTED: str(root.resolve()), **(environment or {}), **locked.pop("env")}
    # In a session of its own, Ctrl-C reaches only us: we end it, and it prints no traceback.
    out = None if said is None else subprocess.PIPE
    errors = out and subprocess.STDOUT
    running = subprocess.Popen(command, cwd=root, env=env, stdout=out, stderr=errors, start_new_session=True, **locked)
    try:
        output, _ = running.communicate()
        if said is not None:
            said.extend(output.decode("utf-8", "replace").splitlines())
        return running.returncode == 0
    finally:
        if running.poll() is None:
            running.terminate()
            running.wait()


def replace(site: Path, build: Callable[[Path], bool]) -> bool:
    """``build`` fills a new folder and says whether it may stand; only then it takes the place of ``site``. Raises CallError."""
    site = site.absolute()
    make_folder(site.parent)
    with alone(site.parent, "site"):
        try:
            return _replaced(site, build)
        except OSError as error:
            raise CallError(f"写不进 {error.filename or site}：{reason(error)}。") from None


def _replaced(site: Path, build: Callable[[Path], bool]) -> bool:
    new, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    if old.exists() and not site.exists():  # killed between the two renames
        old.rename(site)
    _remove(new)
    _remove(old)
    try:
        if not build(new):
            return False
        with uninterrupted():
            if not _exchanged(new, site):
                if site.exists():
                    site.rename(old)
                new.rename(site)
    finally:
        with uninterrupted():
            if old.exists() and not site.exists():
                old.rename(site)
            clear_away(new)
            clear_away(old)
    return True


def _exchanged(new: Path, site: Path) -> bool:
    """Let two folders change places in one step, without a moment in which there is no site; Linux can."""
    if sys.platform != "linux" or not site.exists():
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(_HERE, os.fsencode(new), _HERE, os.fsencode(site), _EXCHANGE) == 0


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
