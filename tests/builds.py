"""Sites that many tests read: each is built once for all processes of a run, and no test may change it."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.levels import province_and_city, term
from tests.projects import Project, copy_of_the_project

KEPT = ".duidu"
Listing = Mapping[str, tuple[int, int]]
"""Path → size and time of change, of every file and folder."""


def run_mkdocs(root: Path, **environment: str) -> None:
    """``mkdocs build --strict`` in a process of its own, as make site runs it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def build_site(root: Path, **environment: str) -> None:
    """The same in this process, which has the modules and has read the theme's styles: a third of the time."""
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        with contextlib.chdir(root), warnings.catch_warnings(action="ignore"):
            config = load_config("mkdocs.yml", strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    finally:
        os.environ.clear()
        os.environ.update(before)


class Builds:
    """Projects with what is built from them, kept for a test run in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: dict[str, Listing] = {}

    def get(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder that ``make`` fills. Who asks first, in whichever process, makes it; the others wait."""
        root, listed = self.folder / name, self.folder / f"{name}.json"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not listed.exists():
                shutil.rmtree(root, ignore_errors=True)
                root.mkdir()
                make(root)
                listed.write_text(json.dumps(listing(root)), encoding="utf-8")
        self.used[name] = {path: (size, changed) for path, (size, changed) in json.loads(listed.read_text(encoding="utf-8")).items()}
        return root

    def site(self, name: str, write: Callable[[Path], object], **environment: str) -> Path:
        """A project that ``write`` writes, with its site in ``site/``, built with these settings of the operator's."""
        settings = hashlib.sha256(repr(sorted(environment.items())).encode()).hexdigest()[:8] if environment else "plain"

        def make(root: Path) -> None:
            write(root)
            build_site(root, **environment)

        return self.get(f"{name}-{settings}", make)

    def corpus(self, **environment: str) -> Path:
        """This repository's own documents."""
        return self.site("corpus", copy_of_the_project, **environment)

    def levels(self, **environment: str) -> Path:
        """Two small documents with links, targets and a term."""
        return self.site("levels", write_levels, **environment)

    def touched(self) -> Iterator[str]:
        """What is not as it was built."""
        for name, before in self.used.items():
            after = listing(self.folder / name)
            yield from (f"{name}/{path}" for path in sorted(before.keys() | after.keys()) if before.get(path) != after.get(path))


def listing(root: Path) -> Listing:
    """Of folders only that they are there: reading leaves their times alone on some systems only. What is kept may be added to at any time."""
    paths = [path for path in sorted(root.rglob("*")) if KEPT not in path.relative_to(root).parts]
    found = {str(path.relative_to(root)): (path.is_file(), path.stat()) for path in paths}
    return {path: (status.st_size, status.st_mtime_ns) if is_file else (0, 0) for path, (is_file, status) in found.items()}


def office(root: Path) -> Project:
    """A new corpus, as ``duidu new`` makes it."""
    project = Project(root)
    assert project.run("new", str(root), "--name", "水源文件").status == 0
    return project


def write_levels(root: Path) -> None:
    """A new corpus with two documents that are read to the end, and a term."""
    project = office(root)
    province_and_city(project)
    term(project)
    for document in ("yunling", "tongjiang"):
        assert project.run("confirm", document).status == 0
    result = project.run("build")
    assert (result.status, result.err) == (0, ""), result.err
