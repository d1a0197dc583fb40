"""``duidu``. Loading a command takes up to a second, in which a library may turn out to be missing or Ctrl-C be pressed."""

import signal
import sys
from types import FrameType
from typing import NoReturn

from .commands.terminal import guard


def main() -> int:
    """The exit status of the command line."""
    signal.signal(signal.SIGTERM, _ended)
    guard()
    try:
        from .commands.cli import main as commands  # noqa: PLC0415

        return commands()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("duidu"):
            raise
        print(
            f"这个 Python 里没有程序库 {missing.name}。先运行 make site，再运行 . .venv/bin/activate（见编辑指南的“准备”），然后重来。",
            file=sys.stderr,
        )
        return 2


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """End like Ctrl-C does: what was begun is tidied up."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
