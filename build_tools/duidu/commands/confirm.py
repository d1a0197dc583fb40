"""confirm: end 待复核. Records today's fingerprints in what layers remember of the texts, after a person has read them again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..model.faults import CallError
from ..project.conversion.layered import LayeredCorpus
from ..project.conversion.write import Changes, apply
from .arguments import Call, Command, argument
from .edits import edited
from .judging import sound_corpus, today


def run(args: Call) -> int:
    project = sound_corpus(args.root)
    if project is None:
        return 1
    project.corpus.source(args.document)
    own = next((document for document in project.documents if document.id == args.document), None)
    if own is None:
        raise CallError(f"{args.document} 还是草稿，不进网站，没有要认可的。")
    edits = [edit for edit in project.layers.confirmed(own, _units_meant(project, args.units), today()) if edit.values]
    apply(args.root, Changes(tuple(edited(args.root, edits)), ()))
    for edit in edits:
        print(f"已认可 {len(edit.values)} 处，记入 {edit.yaml.path}")
    if not edits:
        print("没有待复核的。")
    return 0


def _units_meant(project: LayeredCorpus, said: Sequence[str]) -> Collection[str]:
    """The units named, in whichever document they are. Raises CallError for those that are in none, all at once."""
    found = {one: {unit for document in project.documents if (unit := document.unit_meant(one))} for one in said}
    if unknown := [one for one, units in found.items() if not units]:
        raise CallError(f"没有 {'、'.join(unknown)} 这个单位。")
    return set().union(*found.values())


COMMAND = Command(
    "认可待复核的对应和注释：今天的文字仍然对应、注释仍然合用",
    (
        argument("document", metavar="文档", help="文件的编号，如 tongjiang-2024：它的注释，和它对上级文件的对应"),
        argument(
            "units",
            metavar="单位",
            nargs=-1,
            help="只认可这些单位的注释，和任一端在这里的对应：写地址，或引用的写法，如 二（一）第4段；不写就是全部",
        ),
    ),
    run,
)
