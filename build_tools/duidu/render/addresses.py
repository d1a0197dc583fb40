"""Addresses to which several kinds of pages and files lead."""

from __future__ import annotations

from ..anchors.document import FULL, Document


def term_id(term: str) -> str:
    """The id of a term's entry in the glossary."""
    return f"term-{term}"


def term_address(term: str, up: str) -> str:
    """A term's entry; ``up`` leads from the page to docs/."""
    return f"{up}glossary/index.md#{term_id(term)}"


def full_text(document: Document) -> str:
    """The page of a document's full text below the site's address: what lasts."""
    return f"{document.id}/{FULL}/"


def published(site: str, path: str) -> str:
    """The whole address of what lies at ``path`` in the ``site`` with this address; "" for a site that has none yet."""
    return f"{site.rstrip('/')}/{path}" if site else ""
