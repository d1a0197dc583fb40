"""explain: what a fault's code means and what to do."""

from __future__ import annotations

from ..model.fault_codes import CODES
from ..model.faults import CallError
from ..text.nearest import nearest
from .arguments import Call, Command, argument


def run(args: Call) -> int:
    code = args.code.upper()
    if code == "ALL":
        for name, known in CODES.items():
            print(f"{name}　{known.meaning}")
        return 0
    if code not in CODES:
        near = nearest(code, CODES)
        raise CallError(f"没有 {args.code} 这个代码。" + (f"是不是 {near}？" if near else "写 explain all 列出全部。"))
    print(f"{code}　{CODES[code].meaning}\n\n{CODES[code].explanation}")
    return 0


COMMAND = Command(
    "说明一个代码的含义和处理办法",
    (argument("code", metavar="代码", help="如 OUT002；写 all 列出全部"),),
    run,
    alone=False,
)
