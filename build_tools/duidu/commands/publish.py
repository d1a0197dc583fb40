"""publish: what a host publishes, the site and in it the offline edition, which the footer names; with --releases put beside the last ones."""

from __future__ import annotations

from ..model.faults import CallError
from ..read.words import read_words
from ..render.wording import using
from ..site.building import site_folder
from ..site.releases import back, release
from . import offline, site
from .arguments import FILE, Call, Command, flag, option


def run(args: Call) -> int:
    if args.back:
        if not args.releases:
            raise CallError("--back 和 --releases 合用。")
        print(f"已退回 {back(args.releases)}。")
        return 0
    archive = offline.make(args.root, args.root / "dist")
    if archive is None or site.make(args.root, args.to, archive, releases=args.releases is not None):
        return 1
    if args.releases:
        words, _ = read_words(args.root)
        with using(words):
            print(f"网上现在是 {release(args.releases, args.to or site_folder(args.root))}。")
    return 0


COMMAND = Command(
    "生成供发布的网站：带离线版",
    (
        option("--to", type=FILE, metavar="文件夹", help="网站放在哪里，默认照 mkdocs.yml 的 site_dir，即 site"),
        option("--releases", type=FILE, metavar="文件夹", help="再放进服务器的这个文件夹：每版一个文件夹，current 指着现在的一版"),
        flag("--back", help="不生成，只把 --releases 里的 current 退回上一版"),
    ),
    run,
)
