"""Small projects in a temporary folder, and the command line run on them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from duidu.commands.cli import main
from duidu.project.conversion.convert import Conversion, convert

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("sichuan-2024", "suining-2024")

SMALL = """中共某市委关于加快某事的决定
(2024年1月2日某市委全体会议通过)
为了做好某事,作出如下决定。
一、提高认识
某事很重要。各级各部门要认真对待,抓好落实。
二、抓好落实
(一)加强领导。成立领导小组,统筹推进某事。定期研究。
(二)加强保障。安排资金,完善政策。
"""


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """``line:CODE`` of every fault printed."""
        return [f"{parts[1]}:{parts[3].split()[0]}" for line in self.err.splitlines() if len(parts := line.split(":", 3)) == 4]


@dataclass(frozen=True)
class Project:
    root: Path

    def add(self, document: str, text: str | bytes, /, **changes: object) -> None:
        """A document of the corpus. ``changes`` replace fields of document.yml; None leaves one out."""
        data = text if isinstance(text, bytes) else text.encode()
        folder = self.root / "source" / document
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "text.txt").write_bytes(data)
        meta: dict[str, object] = {
            "title": next((line.strip() for line in data.decode("utf-8", "replace").splitlines() if line.strip()), "无题") or "无题",
            "short_title": "某市委决定",
            "issuer": "中共某市委",
            "place": "某市",
            "level": "city",
            "date": "2024-01-02",
            "implements": [],
            "text": {"file": "text.txt", "encoding": "utf-8", "sha256": hashlib.sha256(data).hexdigest()},
            "provenance": {"found": "测试"},
        }
        meta |= changes
        written = {key: value for key, value in meta.items() if value is not None}
        (folder / "document.yml").write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
        self.list_documents()

    def configure(self) -> None:
        """The site's name and description, unless the test wrote a mkdocs.yml of its own."""
        if not (self.root / "mkdocs.yml").exists():
            (self.root / "mkdocs.yml").write_text("site_name: 测试站\nsite_description: 用来测试。\n", encoding="utf-8")

    def list_documents(self) -> None:
        names = sorted(path.parent.name for path in (self.root / "source").glob("*/document.yml"))
        self.configure()
        corpus = {"format": 2, "documents": names}
        (self.root / "source" / "corpus.yml").write_text(yaml.safe_dump(corpus, allow_unicode=True), encoding="utf-8")

    def run(self, *argv: str) -> Result:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = main(["--root", str(self.root), *argv])
            except SystemExit as stop:
                status = int(stop.code or 0)
        return Result(status, out.getvalue(), err.getvalue())

    def forget_addresses(self) -> None:
        """As if nothing had ever been published."""
        for file in (self.root / "source").glob("*/anchors.tsv"):
            file.unlink()
        (self.root / "source/published.tsv").unlink()

    def edit(self, document: str, old: str, new: str, *, count: int = -1) -> None:
        """Change the raw text of a document, leaving document.yml as it is."""
        file = self.root / "source" / document / "text.txt"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, count), encoding="utf-8")

    def snapshot(self) -> dict[str, bytes]:
        """Every file that the converter may write."""
        files = [path for folder in ("docs", "source") for path in (self.root / folder).rglob("*") if path.is_file()]
        return {str(path.relative_to(self.root)): path.read_bytes() for path in files}


@cache
def converted() -> Conversion:
    """This repository's own documents, converted once for all tests of a process."""
    return convert(ROOT)


def copy_of_the_project(target: Path) -> Path:
    """The project as it stands, without what is built or ignored."""
    for name in ("source", "docs", "overrides"):
        ignored = ["__pycache__", "data", "search"] if name == "docs" else ["__pycache__"]
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns(*ignored))
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    schemas = Path("build_tools/duidu/data/schemas")  # the first lines of the sources lead there
    shutil.copytree(ROOT / schemas, target / schemas)
    return target
