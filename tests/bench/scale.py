"""What a site costs, by the number of documents, beside the generators one would use otherwise, in the same run.

``CORPORA`` names a folder with ``synthetic-<n>.tar.xz`` (``source/`` of a corpus, one upper document to twenty lower) and
``markdown-<n>.tar.xz`` (the pages frozen, for the others: none of them converts a text). Without it only this project is measured.
``SIZES`` says which (2, 20 and 100 if nothing is said), ``PEERS`` up to which size the others run too (100).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from duidu.project.kept import FOLDER
from duidu.project.workers import WORKERS
from tests.projects import copy_of_the_project

OURS = 2
"""Documents of this project, whose pages are frozen as they lie in docs/."""
PEERS = {
    "Material": ("mkdocs", ""),
    "MkDocs": ("mkdocs", ""),
    "ProperDocs": ("properdocs", "properdocs>=1.6,<2"),
    "Zensical": ("zensical", "zensical<0.1"),
}
"""Name → command, and what is to be installed for it besides."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run and all that it started: processor and wall seconds, the largest process in MB."""

    processor: float
    wall: float
    memory: float

    def __str__(self) -> str:
        return f"{self.processor:.1f} s（{self.wall:.1f} s，{self.memory:.0f} MB）"


def cost(*command: str, cwd: Path, **environment: str) -> Cost:
    """Run a command; raises RuntimeError with what it said if it fails."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("SITE_")}
    env |= {"NO_MKDOCS_2_WARNING": "1", **environment}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        running = subprocess.Popen(command, cwd=cwd, env=env, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(running.pid, 0)
        wall = time.perf_counter() - start
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode("utf-8", "replace")[-2000:])
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def main() -> None:
    """All sizes."""
    corpora = os.environ.get("CORPORA", "")
    largest = int(os.environ.get("PEERS", "100"))
    print("| 文件 | 生成器 | 第一次 | 没有改动 | 改一句 | 页数 | 最大的页 |\n|--:|---|--:|--:|--:|--:|---|")
    for count in map(int, os.environ.get("SIZES", "2,20,100" if corpora else "2").split(",")):
        with tempfile.TemporaryDirectory() as folder:
            project = prepared(Path(folder) / "ours", count, Path(corpora))
            row(count, "对读", *ours(project), project / "site")
            if count <= largest:
                peers(Path(folder), count, project, Path(corpora))


def prepared(root: Path, count: int, corpora: Path) -> Path:
    """A project with so many documents that was never built."""
    if count == OURS:
        return copy_of_the_project(root)
    duidu(root.parent, "new", str(root), "--name", "测量")
    for name in ("corpus.yml", "glossary.yml", "synonyms.yml"):
        (root / "source" / name).unlink()
    with tarfile.open(corpora / f"synthetic-{count}.tar.xz") as packed:
        packed.extractall(root, filter="data")
    duidu(root, "migrate")
    return root


def duidu(root: Path, *argv: str, **environment: str) -> Cost:
    """One of our commands."""
    return cost(sys.executable, "-m", "duidu", *argv, cwd=root, **environment)


def ours(root: Path) -> tuple[str, str, str]:
    """First, with one process and as many as there may be; nothing changed; one sentence changed. Conversion and proofs are among it."""
    alone = duidu(root, "site", **{WORKERS: "1"})
    for folder in (root / FOLDER, root / "site"):
        shutil.rmtree(folder)
    together = duidu(root, "site")
    unchanged = duidu(root, "site")
    change(root)
    sentence = duidu(root, "site")
    return f"{alone}；两个进程 {together}", str(unchanged), str(sentence)


def change(root: Path) -> None:
    """One sentence of the last document gets a word more, and is accepted."""
    document = yaml.safe_load((root / "source/corpus.yml").read_text(encoding="utf-8"))["documents"][-1]
    file = root / "source" / document / "text.txt"
    lines = file.read_bytes().splitlines(keepends=True)
    at = max(range(len(lines)), key=lambda number: len(lines[number]))
    before, stop, after = lines[at].decode().rpartition("。")
    lines[at] = f"{before}和测量{stop}{after}".encode()
    file.write_bytes(b"".join(lines))
    duidu(root, "accept", document)


def peers(folder: Path, count: int, project: Path, corpora: Path) -> None:
    """The others, on the frozen pages."""
    pages = folder / "pages"
    if (corpora / f"markdown-{count}.tar.xz").is_file():
        with tarfile.open(corpora / f"markdown-{count}.tar.xz") as packed:
            packed.extractall(pages, filter="data")
    else:
        shutil.copytree(project / "docs", pages)
    docs = next(path.parent for path in sorted(pages.rglob("index.md"), key=lambda path: len(path.parts)))
    for name, (command, package) in PEERS.items():
        try:
            program = installed(folder / "environment", command, package)
            row(count, name, *peer(folder / name, docs, name, program), folder / name / "site")
        except (RuntimeError, OSError) as error:
            print(f"| {count} | {name} | 没有测：{str(error).strip().splitlines()[-1][:100]} | | | | |")


def installed(environment: Path, command: str, package: str) -> list[str]:
    """How a generator is called; one that is not among the project's own gets an environment of its own. Raises RuntimeError if it cannot."""
    if not package:
        return [sys.executable, "-m", command]
    if not environment.is_dir():
        cost(sys.executable, "-m", "venv", str(environment), cwd=environment.parent)
        cost(str(environment / "bin/pip"), "install", "-q", "mkdocs-material", cwd=environment)
    cost(str(environment / "bin/pip"), "install", "-q", package, cwd=environment)
    return [str(environment / "bin" / command)]


def peer(root: Path, docs: Path, name: str, program: list[str]) -> tuple[str, str, str]:
    """The stock theme and the extensions that the pages need, nothing else; only Zensical keeps something from run to run."""
    root.mkdir()
    (root / "docs").symlink_to(docs, target_is_directory=True)
    theme = "mkdocs" if name == "MkDocs" else "material"
    config: Mapping[str, object] = {
        "site_name": "测量", "theme": {"name": theme, "font": False} if theme == "material" else {"name": theme},
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
    }  # fmt: skip
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    first = cost(*program, "build", cwd=root)
    again = str(cost(*program, "build", cwd=root)) if name == "Zensical" else "同左"
    return str(first), again, again


def row(count: int, name: str, first: str, unchanged: str, sentence: str, site: Path) -> None:
    """One line of the table."""
    pages = sorted(sizes(site), reverse=True)
    shown = "，".join(f"{path} {size // 1000} KB" for size, path in pages[:3])
    print(f"| {count} | {name} | {first} | {unchanged} | {sentence} | {len(pages)} | {shown} |", flush=True)


def sizes(site: Path) -> Iterator[tuple[int, str]]:
    """Every page with its size."""
    return ((file.stat().st_size, file.parent.relative_to(site).as_posix()) for file in site.rglob("*.html"))


if __name__ == "__main__":
    main()
