"""offline: the site as one zip that opens from a disk, in dist/. Pages are files there, since a disk has no index pages."""

from __future__ import annotations

from pathlib import Path

from ..model.faults import stopping
from ..project.conversion.build import built
from ..project.conversion.convert import convert
from ..project.conversion.reuse import Reuse
from ..project.kept import Kept
from ..project.report import report
from ..project.switch import workplace
from ..read.sitesettings import setting
from ..site.building import generate
from ..site.offline import ENDING, pack
from .arguments import FILE, Call, Command, option
from .check import checked


def run(args: Call) -> int:
    return 0 if make(args.root, args.to or args.root / "dist") else 1


def make(root: Path, folder: Path) -> Path | None:
    """The zip, written into the folder instead of older ones; None if there are faults."""
    name = setting(root, "site_name", "网站")
    kept = Kept(root)
    one = built(root, kept)
    if report(one.faults):
        return None
    with workplace(root) as place:
        site = place / "site"
        # Its footer does not name the zip that it lies in.
        if not generate(root, site, "--no-directory-urls", environment={"SITE_OFFLINE": "", "SITE_CHANGES": ""}):
            return None
        faults = checked(one.conversion or convert(root, Reuse(kept)), site)
        report(faults)
        if stopping(faults):
            return None
        file = pack(root, name, site, folder)
    for older in (*folder.glob(f"*{ENDING}"), *folder.glob(f".*{ENDING}.new")):  # of another name, and what a killed run was writing
        if older != file:
            older.unlink()
    return file


COMMAND = Command(
    "打成离线版：一个压缩包，解压后从磁盘打开",
    (option("--to", type=FILE, metavar="文件夹", help="压缩包写到哪里，默认 dist"),),
    run,
)
