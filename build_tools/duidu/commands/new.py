"""new: stub."""
from __future__ import annotations
from .arguments import Call, Command
def run(args: Call) -> int:
    return 0
COMMAND = Command("x", (), run)
