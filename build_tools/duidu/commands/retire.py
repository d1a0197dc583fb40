"""retire: settle published addresses whose text is gone. Registry, links and notes are mended together or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..anchors.lasting import Published
from ..anchors.publishing import publish
from ..anchors.retiring import gone_tops, replacements, with_replacements
from ..layers.alignment import is_compared
from ..layers.notes import Notes, notes_of
from ..model.faults import CallError
from ..model.registry import GONE
from ..project.conversion.write import Changes, apply
from ..project.report import report
from ..read.corpus import Corpus, read_corpus
from ..read.links import LinkFile
from ..read.registry import registry_text
from ..read.yamldata import KeyPath, YamlFile
from ..render.page import OutputFile
from ..text.fold import fold
from ..text.nearest import nearest
from .arguments import Call, Command, argument, option
from .yaml_edit import with_values


def run(args: Call) -> int:
    corpus, faults = read_corpus(args.root)
    if report(fault for fault in faults if fault.code != "SRC003"):
        return 1
    source = corpus.source(args.document)
    published, _ = publish(source.raw, source.meta, source.registry)
    _check_call(published, args.anchors, args.by)
    replaced = replacements(published, args.anchors, args.by)
    files = [file for file in _edits(corpus, args.document, published, replaced) if file.said]
    written = [OutputFile(file.yaml.path, file.text((args.root / file.yaml.path).read_text(encoding="utf-8"))) for file in files]
    rows = with_replacements(source.registry.rows, replaced)
    registry = OutputFile(source.registry.path, registry_text(rows))
    apply(args.root, Changes((registry, *written), ()))
    for anchor, by in replaced.items():
        print(f"已废　{anchor}　{'没有代替' if by == GONE else f'由 {by} 代替'}")
    for file in files:
        for line in file.said:
            print(line)
    left = [row.anchor for row in gone_tops(published) if row.anchor not in replaced]
    print(f"还有 {'、'.join(left)} 没有着落，同样处理。" if left else f"接着运行 duidu accept {args.document}。")
    return 0


def _check_call(published: Published, anchors: Sequence[str], by: str) -> None:
    """Raises CallError for an address that is not gone, and for a replacement that is not in the text."""
    live = {unit.anchor for unit in published.outline.walk()}
    gone = [row.anchor for row in published.gone]
    for anchor in anchors:
        if anchor not in gone:
            near = nearest(anchor, gone)
            why = "还在正文里，不能废" if anchor in live else "不是没有着落的地址"
            raise CallError(f"{anchor} {why}。{f'是不是 {near}？' if near else ''}")
    if by and by not in live:
        near = nearest(by, live)
        raise CallError(f"正文里没有 {by}，不能用它代替。{f'最接近的是 {near}。' if near else ''}")


@dataclass
class _Edit:
    """What changes in one YAML file, and a line for each change."""

    yaml: YamlFile
    values: list[tuple[KeyPath, str]] = field(default_factory=list)
    removed: list[KeyPath] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def text(self, before: str) -> str:
        return with_values(before, self.values, self.removed)


def _edits(corpus: Corpus, document: str, published: Published, replaced: Mapping[str, str]) -> Iterator[_Edit]:
    """The files that name a gone address: this document's notes and links, and the links of those that implement it."""
    compared = {unit.anchor: fold(unit.text) for unit in published.outline.walk() if is_compared(unit)}
    now = {old: new if new in compared else "" for old, new in replaced.items()}
    for source in corpus.sources:
        for file in source.links:
            if document in (source.meta.id, file.implemented):
                yield _in_links(file, document, "from" if document == source.meta.id else "to", now)
        if source.meta.id == document:
            yield _in_notes(source.beside[Notes.name], now, compared)


def _in_links(file: LinkFile, document: str, end: str, now: Mapping[str, str]) -> _Edit:
    edit = _Edit(file.yaml)
    ends = [row.ends for row in file.rows]
    mine = 0 if end == "from" else 1
    taken = {pair for pair in ends if pair[mine] not in now}
    for position, pair in enumerate(ends):
        if pair[mine] not in now:
            continue
        new = now[pair[mine]]
        moved = pair._replace(source=new) if end == "from" else pair._replace(target=new)
        shown = f"{pair.source} → {pair.target}"
        if new and moved not in taken:
            taken.add(moved)
            edit.values.append((("links", position, end), new))
            edit.removed.extend(("links", position, key) for key in ("evidence",) if file.rows[position].evidence)
            edit.said.append(f"对应　{shown} 改为 {moved.source} → {moved.target}，待复核；佐证已删，请照今天的文字补上")
        else:
            edit.removed.append(("links", position))
            edit.said.append(f"对应　{shown} 已删")
    for owner, anchor, _ in file.none:
        if owner == document and anchor in now:
            edit.removed.append(("none", document, anchor))
            edit.said.append(f"没有对应的一条　{anchor} 已删")
    for position, pair in enumerate(file.rejected):
        if pair[mine] in now:
            edit.removed.append(("rejected", position))
            edit.said.append(f"不取的建议　{pair.source} → {pair.target} 已删")
    return edit


def _in_notes(file: YamlFile, now: Mapping[str, str], texts: Mapping[str, str]) -> _Edit:
    edit = _Edit(file)
    for position, note in enumerate(notes_of(file)):
        if note.unit not in now:
            continue
        new = now[note.unit]
        if new and fold(note.quote) in texts[new]:
            edit.values.append(((position, "unit"), new))
            edit.said.append(f"注释　{note.id} 移到 {new}")
        else:
            edit.removed.append((position,))
            edit.said.append(f"注释　{note.id}（{note.unit}“{note.quote}”：{note.text}）已删；仍然有用的，写到今天的句子上")
    return edit


COMMAND = Command(
    "废去正文里已经没有的地址：登记、对应、注释一并改好",
    (
        argument("document", metavar="文档", help="文档的编号，如 tongjiang-2024"),
        argument("anchors", metavar="地址", nargs=-1, required=True, help="正文里已经没有的地址；它下面的一并处理"),
        option("--by", metavar="地址", default="", help="今天代替它的地址；不写就是没有代替"),
    ),
    run,
)
