"""new: a folder with a corpus of no document that builds at once. What it writes is the editor's from then on; nothing is overwritten.

No document comes with it: an invented one would have to be removed, and one that is forgotten would be published. source/README.md shows
every file by an example instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ..model.faults import CallError
from ..project.lock import HOME
from ..project.refusals import reason
from ..project.switch import switch
from ..read.schemas import SCHEMAS
from .arguments import FILE, Call, Command, argument, option
from .schemas import COPIES
from .yaml_edit import scalar

_DATA = SCHEMAS.parent
_TEMPLATES = _DATA / "new"
_DOT = "dot-"
"""Names of templates that become hidden files."""


def run(args: Call) -> int:
    folder: Path = args.folder
    name = (args.name or folder.resolve().name).strip()
    if not name or "\n" in name:
        raise CallError("网站的名称要写成一行。")
    if folder.exists() and not folder.is_dir():
        raise CallError(f"{folder} 是一个文件，不能作网站的文件夹。换一个名字。")
    if folder.is_dir() and {entry.name for entry in folder.iterdir()} - {HOME}:
        raise CallError(f"{folder} 里已经有东西，没有动它。换一个名字，或先清空它。")
    package = _package()
    gaps = {"name": name, "wheel": f"duidu-{_version()}-py3-none-any.whl"}
    files = dict(_files(gaps))
    if package:
        files[PurePosixPath("wheels", gaps["wheel"])] = package.read_bytes()
    _write(folder, files)
    print(f"已建 {folder}：{name}，还没有文件。")
    print("接下来：")
    print(f"  cd {folder}")
    print("  duidu add 文件　　加一份文件；每种文件的写法见 source/README.md")
    print("  duidu serve　　在浏览器里看")
    if not package:
        print(f"要在别的电脑上建站，把安装包 {gaps['wheel']} 放进 wheels/。")
    return 0


def _write(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """All files, or none and no folder."""
    existed = folder.is_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        switch(folder, files)
    except OSError as error:
        raise CallError(f"写不进 {error.filename or folder}：{reason(error)}。") from None
    except CallError:
        if not existed:
            folder.rmdir()
        raise


def _files(gaps: dict[str, str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of a new corpus: templates with their gaps filled, the schemas, samples for servers."""
    for file in sorted(path for path in _TEMPLATES.rglob("*") if path.is_file()):
        steps = [step.replace(_DOT, ".", 1) if step.startswith(_DOT) else step for step in file.relative_to(_TEMPLATES).parts]
        text = file.read_text(encoding="utf-8")
        for gap, words in gaps.items():
            text = text.replace(f"{{{{{gap}}}}}", scalar(words) if file.suffix == ".yml" else words)
        yield PurePosixPath(*steps), text.encode()
    for schema in sorted(SCHEMAS.glob("*.schema.json")):
        yield COPIES / schema.name, schema.read_bytes()
    for sample in sorted((_DATA / "hosting").iterdir()):
        yield PurePosixPath("hosting", sample.name), sample.read_bytes()


def _version() -> str:
    try:
        return distribution("duidu").version
    except PackageNotFoundError:
        raise CallError("duidu 没有装好：pip 不知道它。照说明重新安装。") from None


def _package() -> Path | None:
    """The wheel that this tool was installed from, if it was a file that is still there."""
    address = urlsplit(json.loads(distribution("duidu").read_text("direct_url.json") or "{}").get("url", ""))
    file = Path(unquote(address.path))
    return file if address.scheme == "file" and file.suffix == ".whl" and file.is_file() else None


COMMAND = Command(
    "建一个新网站的文件夹，马上就能生成",
    (
        argument("folder", metavar="文件夹", type=FILE, help="放在哪里；已有东西的文件夹不收"),
        option("--name", metavar="名称", help="网站的名称，不写就用文件夹的名字"),
    ),
    run,
    alone=False,
)
