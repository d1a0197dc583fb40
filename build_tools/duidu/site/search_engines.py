"""What search engines are told: what they may read, the address of a page, when it last changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

from ..project.conversion.write import generated
from .dates import document_date, iso_date, latest_date

ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"


def robots(site_url: str | None) -> str:
    """What search engines may read: everything. Only a site that knows its address names its sitemap."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {urljoin(site_url, SITEMAP)}\n" if site_url else "")


def last_changes(root: Path) -> Mapping[str, str]:
    """Path below docs/ → ISO date: of a document's pages the document's, of others that are generated the latest of all."""
    source = root / "source"
    latest = iso_date(latest_date(source))
    dates = {file.parent.name: document_date(source, file.parent.name) for file in source.glob("*/document.yml")}
    return {str(path.relative_to("docs")): dates.get(path.parts[1], latest) for path in generated(root)}


def address_of(site_url: str, file: str) -> str:
    """The address of a page by the file that it is in the edition for a disk, which has no folders.

    >>> [address_of("https://a.cn/b/", file) for file in ("index.html", "sichuan-2024/2.html", "glossary/index.html")]
    ['https://a.cn/b/', 'https://a.cn/b/sichuan-2024/2/', 'https://a.cn/b/glossary/']
    """
    return urljoin(site_url, re.sub(r"(^|/)index\.html$", r"\1", file).replace(".html", "/"))
