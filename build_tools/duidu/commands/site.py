"""site: source/ → docs/ → the site, built beside the old one, checked, and only then switched into place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from ..model.faults import Fault, stopping
from ..project.conversion.build import built
from ..project.conversion.convert import Conversion, convert
from ..project.conversion.reuse import Reuse
from ..project.kept import Kept
from ..project.report import report
from ..prove.manifest import write_manifest
from ..site.building import generate, replace, site_folder
from ..site.changes import ADDRESS as CHANGES
from ..site.unchanged import inputs_key, is_as_proved, note_proved
from .arguments import FILE, Call, Command, option
from .check import checked


def run(args: Call) -> int:
    return make(args.root, args.to)


def make(root: Path, to: Path | None = None, offline: Path | None = None, *, releases: bool = False) -> int:
    """The site of a project; the exit status. ``offline`` is a zip that is to lie in it, as the footer of its pages then says; and so it
    says where one of several ``releases`` tells what changed."""
    site = to or site_folder(root)
    kept = Kept(root)
    one = built(root, kept)
    if report(one.faults) or one.made is None:
        print("原文有问题，没有生成网站；原来的网站没有动。")
        return 1
    footer = {"SITE_OFFLINE": "offline.zip" if offline else "", "SITE_CHANGES": CHANGES if releases else ""}
    footer = {name: address for name, address in footer.items() if address}
    key = inputs_key(root, one.made, offline, footer)
    if not is_as_proved(site, kept, key):
        if not replace(site, lambda new: _built(root, new, offline, footer, one.conversion, kept)):
            print("没有生成网站；原来的网站没有动。")
            return 1
        note_proved(site, kept, key)
    print(f"网站在 {site}。")
    return 0


def _built(root: Path, new: Path, offline: Path | None, footer: Mapping[str, str], conversion: Conversion | None, kept: Kept) -> bool:
    if not generate(root, new, environment=footer):
        return False
    if offline:
        shutil.copyfile(offline, new / "offline.zip")
        write_manifest(new)
    faults: list[Fault] = checked(conversion or convert(root, Reuse(kept)), new, kept)
    report(faults)
    return not stopping(faults)


COMMAND = Command(
    "生成整个网站：先在一旁生成并核对，都对了才换上",
    (option("--to", type=FILE, metavar="文件夹", help="网站放在哪里，默认照 mkdocs.yml 的 site_dir，即 site"),),
    run,
)
