"""build: source/ → docs/; with --check nothing is written, and being out of date is exit 1."""

from __future__ import annotations

from ..project.conversion.build import build
from ..project.report import report
from .arguments import Call, Command, flag


def run(args: Call) -> int:
    plan, faults = build(args.root, write=not args.check)
    if report(faults):
        return 1
    for file in plan.written:
        print(f"{'待写' if args.check else '已写'} {file.path}")
    for path in plan.removed:
        print(f"{'待删' if args.check else '已删'} {path}")
    if not plan:
        print("没有要改的。")
    return 1 if args.check and plan else 0


COMMAND = Command(
    "把 source/ 转成 docs/ 里的页面和数据",
    (flag("--check", help="只看有没有要写的，什么也不写"),),
    run,
)
