"""serve: the site in a browser on this machine; a save is shown at once, faults too."""

from __future__ import annotations

import click

from ..site.building import site_folder
from ..site.serving import serve
from .arguments import Call, Command, option


def run(args: Call) -> int:
    site_folder(args.root)  # a project at all
    serve(args.root, args.port)
    return 0


COMMAND = Command(
    "在本机的浏览器里看，存盘就更新",
    (option("--port", type=click.IntRange(0, 65535), default=8000, metavar="端口", help="默认 8000"),),
    run,
    alone=False,
)
