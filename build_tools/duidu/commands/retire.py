"""retire: settle published addresses whose text is gone. The registry and what the layers wrote are mended together or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..anchors.lasting import Published
from ..anchors.publishing import publish
from ..anchors.retiring import gone_tops, replacements, with_replacements
from ..layers.alignment import is_compared
from ..layers.contract import Gone
from ..layers.layers import retired
from ..model.faults import CallError
from ..model.registry import GONE
from ..project.conversion.write import Changes, apply
from ..project.report import report
from ..read.corpus import read_corpus
from ..read.registry import registry_text
from ..render.page import OutputFile
from ..text.fold import fold
from ..text.nearest import nearest
from .arguments import Call, Command, argument, option
from .edits import edited


def run(args: Call) -> int:
    corpus, faults = read_corpus(args.root)
    if report(fault for fault in faults if fault.code != "SRC003"):
        return 1
    source = corpus.source(args.document)
    published, _ = publish(source.raw, source.meta, source.registry)
    _check_call(published, args.anchors, args.by)
    replaced = replacements(published, args.anchors, args.by)
    edits = [edit for edit in retired(corpus, _gone(args.document, published, replaced)) if edit.said]
    rows = with_replacements(source.registry.rows, replaced)
    registry = OutputFile(source.registry.path, registry_text(rows))
    apply(args.root, Changes((registry, *edited(args.root, edits)), ()))
    for anchor, by in replaced.items():
        print(f"已废　{anchor}　{'没有代替' if by == GONE else f'由 {by} 代替'}")
    for edit in edits:
        for line in edit.said:
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


def _gone(document: str, published: Published, replaced: Mapping[str, str]) -> Gone:
    """Layers stand at sentences and heads: what is replaced by anything else is replaced by nothing for them."""
    texts = {unit.anchor: fold(unit.text) for unit in published.outline.walk() if is_compared(unit)}
    return Gone(document, {old: new if new in texts else "" for old, new in replaced.items()}, texts)


COMMAND = Command(
    "废去正文里已经没有的地址：登记、对应、注释一并改好",
    (
        argument("document", metavar="文档", help="文档的编号，如 tongjiang-2024"),
        argument("anchors", metavar="地址", nargs=-1, required=True, help="正文里已经没有的地址；它下面的一并处理"),
        option("--by", metavar="地址", default="", help="今天代替它的地址；不写就是没有代替"),
    ),
    run,
)
