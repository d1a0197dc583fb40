"""migrate: bring the files of a corpus that an older version wrote to today's form, in place; everything else in them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import yaml

from ..model.faults import CallError
from ..project.conversion.write import Changes, apply
from ..read.corpus_format import FORMAT, format_of
from ..read.sitesettings import CONFIG
from ..read.yamldata import compose
from ..render.page import OutputFile
from .arguments import Call, Command
from .schemas import copies, modeline
from .yaml_edit import end_of, scalar, with_values

_CORPUS = PurePosixPath("source/corpus.yml")
_MODELINE = re.compile(r"\A# yaml-language-server: \$schema=\S*?(\w+)\.schema\.json(?=\n)")


def run(args: Call) -> int:
    root: Path = args.root
    if not (root / _CORPUS).is_file():
        raise CallError("找不到 source/corpus.yml。请在项目的文件夹里运行，或用 --root 指明它。")
    found = format_of(root / _CORPUS)
    if found is None:
        raise CallError("source/corpus.yml 不是合法的 YAML，看不出是第几版的写法。先改好它。")
    if found > FORMAT:
        raise CallError(f"这里的文件是第 {found} 版的写法，这个 duidu 只认到第 {FORMAT} 版。换上更新的 duidu。")
    if found == FORMAT:
        print(f"已经是第 {FORMAT} 版的写法，没有要改的。")
        return 0
    changed: dict[PurePosixPath, str] = {}
    for version in range(found, FORMAT):
        for said in _STEPS[version](root, changed):
            print(said)
    changed.update((page.path, page.text) for page in copies(root))
    apply(root, Changes(tuple(OutputFile(path, text) for path, text in changed.items()), ()))
    print(f"改成了第 {FORMAT} 版的写法。接着运行 duidu build；有注释的，核对之后再运行 duidu confirm 文档。")
    return 0


def _to_2(root: Path, changed: dict[PurePosixPath, str]) -> Iterator[str]:
    """Name and description go to mkdocs.yml, lists of ``none`` get kinds, first lines lead to the schemas; corpus.yml says its version.

    What was done, a line each.
    """
    try:
        text = (root / _CORPUS).read_text(encoding="utf-8-sig")
        nodes = _values(compose(text))
        old: dict[str, str] = {name: str(nodes[name].value) for name in ("name", "description") if name in nodes}
        if old:
            config, said = _with_site(root, old)
            changed[PurePosixPath(CONFIG)] = config
            yield from said
        text = with_values(text, [], [(name,) for name in old]) if set(nodes) - set(old) else "documents: []\n"
        at = re.search(r"^[a-z]+:", text, re.MULTILINE)
        place = at.start() if at else 0
        changed[_CORPUS] = f"{text[:place]}format: 2\n{text[place:]}"
        yield f"{_CORPUS}　写明 format: 2"
        for file in sorted((root / "source").glob("*/links/*.yml")):
            path = PurePosixPath(*file.relative_to(root).parts)
            links, count = _with_kinds(file.read_text(encoding="utf-8-sig"))
            if count:
                changed[path] = links
                yield f"{path}　none 里的 {count} 处，都记作 open（其他）；属于段首语、专指他地或上级事项的，改写 topic、other"
        for file in sorted((root / "source").rglob("*.yml")):
            path = PurePosixPath(*file.relative_to(root).parts)
            text = changed.get(path) or file.read_text(encoding="utf-8-sig")
            said_first = _MODELINE.search(text)
            if said_first:
                led = modeline(root, said_first[1], len(path.parts) - 2)
                changed[path] = text[: said_first.start()] + led + text[said_first.end() :]
    except yaml.YAMLError as error:
        raise CallError(f"有文件不是合法的 YAML，什么也没有改：{str(error).splitlines()[0]}") from None


_STEPS: dict[int, Callable[[Path, dict[PurePosixPath, str]], Iterator[str]]] = {1: _to_2}
"""From each version to the next: what it changes goes into the dictionary."""


def _values(node: yaml.Node | None) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _with_site(root: Path, old: dict[str, str]) -> tuple[str, list[str]]:
    """mkdocs.yml with the description that readers saw on the home page; the name it has, or else that of the corpus."""
    file = root / CONFIG
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    nodes = _values(yaml.compose(text, Loader=yaml.BaseLoader))  # not ours: it may have tags
    said: list[str] = []
    for name, place in (("description", "site_description"), ("name", "site_name")):
        if name not in old or (name == "name" and place in nodes):
            continue
        written = scalar(" ".join(old[name].split()))
        if place in nodes:
            start, end = nodes[place].start_mark.index, end_of(nodes[place])
            text = text[:start] + written + ("\n" if text[end - 1] == "\n" else "") + text[end:]  # a block's last line end is its own
        else:
            text = f"{place}: {written}\n{text}"
        said.append(f"{CONFIG}　{place}：照 corpus.yml 的 {name}")
    return text, said


def _with_kinds(text: str) -> tuple[str, int]:
    """The links file with ``[a, b]`` below ``none`` as ``{a: open, b: open}``, and how many there were."""
    none = _values(compose(text)).get("none")
    count = 0
    for key, value in reversed(none.value if isinstance(none, yaml.MappingNode) else []):
        if isinstance(value, yaml.SequenceNode):
            kinds = ", ".join(f"{one.value}: open" for one in value.value)
            text = f"{text[: key.end_mark.index]}: {{{kinds}}}{text[end_of(value) :]}"
            count += len(value.value)
    return text, count


COMMAND = Command("把旧版写法的文件改成现在的写法", (), run)
