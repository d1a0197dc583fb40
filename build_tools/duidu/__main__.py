"""``duidu``."""

import sys

try:
    from .commands.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("duidu"):
        raise
    print(
        f"这个 Python 里没有程序库 {missing.name}。先运行 make site，再运行 . .venv/bin/activate（见编辑指南的“准备”），然后重来。",
        file=sys.stderr,
    )
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main())
