"""explain: what a fault's code means and what to do."""

from __future__ import annotations

from difflib import get_close_matches

from ..model.fault_codes import CODES
from ..model.faults import CallError
from .arguments import Call, Command, argument


def run(args: Call) -> int:
    code = args.code.upper()
    if code == "ALL":
        for name, known in CODES.items():
            print(f"{name}　{known.meaning}")
        return 0
    if code not in CODES:
        near = get_close_matches(code, CODES, 1, 0.4)
        raise CallError(f"没有 {args.code} 这个代码。" + (f"是不是 {near[0]}？" if near else "写 explain all 列出全部。"))
    print(f"{code}　{CODES[code].meaning}\n\n{CODES[code].explanation}")
    return 0


COMMAND = Command(
    "说明一个代码的含义和处理办法",
    (argument("code", metavar="代码", help="如 OUT002；写 all 列出全部"),),
    run,
    alone=False,
)
