"""publish: what a host publishes, the site and in it the offline edition, which the footer names."""

from __future__ import annotations

from . import offline, site
from .arguments import FILE, Call, Command, option


def run(args: Call) -> int:
    archive = offline.make(args.root, args.root / "dist")
    return site.make(args.root, args.to, archive) if archive else 1


COMMAND = Command(
    "生成供发布的网站：带离线版",
    (option("--to", type=FILE, metavar="文件夹", help="网站放在哪里，默认照 mkdocs.yml 的 site_dir，即 site"),),
    run,
)
