"""The edition for a disk: one zip with the site, and one file on top of it that people open.

The same site gives the same bytes.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import category

from ..project.switch import make_folder, write_file
from ..prove.manifest import NOT_THERE
from .dates import latest_date

FOLDER = "site"
ENDING = "-离线版.zip"
LONGEST = 50
"""Characters of a site's name in that of its zip: file systems take 255 bytes, and a Chinese one has three, some four."""
START = "打开这里.html"
ONLY_SERVED = (NOT_THERE, "sitemap.xml", "sitemap.xml.gz", "robots.txt")
"""What only a server or a search engine reads."""
ICON = re.compile(r'<link rel="icon" href="([^"]+)"')
PAGE = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{name}</title>
<style>body{{max-width:32em;margin:15vh auto;padding:0 1em;font:1.1rem/1.8 sans-serif}}</style>
<h1>{name}</h1>
<p><a href="{folder}/index.html">打开首页</a></p>
<p id="packed">如果打不开，多半是还没有解压：请先把整个压缩包解压到一个文件夹，再打开那里的“{start}”。</p>
<img src="{folder}/{icon}" alt="" hidden onload="location.replace('{folder}/index.html')">
</html>
"""
"""Leads on at once if the site lies beside it, which its icon tells; a page shown from inside a zip has nothing beside it."""


def packed(name: str, files: Mapping[str, bytes], seconds: int) -> bytes:
    """A zip of a site's files, in one folder with the site's name; all dates are the given one."""
    icon = ICON.search(files["index.html"].decode())
    start = PAGE.format(name=html.escape(name), folder=FOLDER, start=START, icon=icon[1] if icon else "")
    content = {START: start.encode()} | {f"{FOLDER}/{path}": files[path] for path in sorted(files) if path not in ONLY_SERVED}
    date = datetime.fromtimestamp(seconds, UTC)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, data in content.items():
            info = zipfile.ZipInfo(f"{_name(name)}/{path}", (max(date.year, 1980), date.month, date.day, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16  # the same on any system
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def _name(name: str) -> str:
    """A name that every system takes for a file."""
    shown = "".join(" " if category(char) in ("Cc", "Cf") else char for char in name)
    return re.sub(r'[\\/:*?"<>|\s]+', " ", shown)[:LONGEST].strip(" .") or FOLDER


def pack(root: Path, name: str, site: Path, folder: Path) -> Path:
    """Pack a site built without directory addresses into ``<folder>/<name>-离线版.zip``, and say where it is."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    file = folder / f"{_name(name)}{ENDING}"
    make_folder(folder)
    write_file(file, packed(name, files, latest_date(root / "source")))
    print(f"{file}（{file.stat().st_size / 1e6:.1f} MB）：解压后打开“{START}”。")
    return file
