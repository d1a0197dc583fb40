"""The host in a process of its own: ``python -m duidu.site.host mkdocs build …``, with what it cannot write said in a line.

MkDocs itself ends in a traceback there, which tells an editor whose disk is full nothing.
"""

from __future__ import annotations

import runpy
import sys

from ..project.collector import collect_rarely
from ..project.refusals import reason


def main(generator: str) -> int:
    """Run MkDocs or ProperDocs with the rest of the call; 1 where a file could not be written. It ends the process itself otherwise."""
    collect_rarely()
    try:
        runpy.run_module(generator, run_name="__main__", alter_sys=True)
    except OSError as error:
        print(f"建网站时写不进 {error.filename2 or error.filename or '文件'}：{reason(error)}。", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv.pop(1)))
