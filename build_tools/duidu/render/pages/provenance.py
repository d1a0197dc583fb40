"""Where a text comes from, how it is cited, and how anyone can see for himself that what is shown is what was issued."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...anchors.document import FULL, Document
from ..exports.bibliography import FORMATS
from ..exports.data import DATA
from ..exports.originals import original_name
from ..markdown import attribute, escape, link
from ..names import dated, short_hash
from ..wording import say
from .data_files import files_of, saved_as

_COMMANDS = {"windows": "certutil -hashfile {file} SHA256", "mac": "shasum -a 256 {file}", "linux": "sha256sum {file}"}
"""What prints a file's sha256 on each system, with nothing installed."""
OWN_FILE = "about-own-file"


def trust_strip(document: Document) -> str:
    """One line below the breadcrumbs: what kind of text this is, its fingerprint, the ways to check it."""
    parts = [
        say("name.warning"),
        link(say("trust.source", hash=short_hash(document)), "#about-source"),
        *([_download(document, say("trust.download"))] if document.meta.offered else []),
        link(say("trust.own"), f"{FULL}.md#{OWN_FILE}"),
    ]
    return f'<p class="trust" markdown="span">{"　".join(parts)}</p>'


def provenance(document: Document) -> str:
    """The section of the landing page: where the text was found, its hash, what checks it on each system, how it was compared."""
    meta = document.meta
    rows = [
        (say("document.issuer"), escape(meta.issuer)),
        (say("document.date"), escape(dated(document))),
        (say("document.found"), escape(meta.found)),
        (say("trust.file"), _download(document, original_name(meta)) if meta.offered else escape(meta.file)),
        ("sha256", escape(meta.sha256)),
        (say("trust.compared"), say("trust.compared_said")),
        (say("trust.data"), files_of(document)),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    remark = f"\n\n{escape(meta.remark)}" if meta.remark else ""
    return (
        f'<section class="provenance" markdown="1">\n\n## {say("document.source")} {{#about-source .plain}}\n\n'
        f"**{say('name.warning')}。**{remark}\n\n| {say('document.item')} | {say('document.content')} |\n|---|---|\n{table}\n\n"
        f"{_commands(document)}"
        f"{say('document.see_texts', texts=link(say('texts.title'), '../about/texts.md'))}\n\n</section>"
    )


def citing(document: Document) -> str:
    """The section of the landing page that tells how to cite, with links to the files for reference managers."""
    links = "、".join(
        f'[{name}](../data/{document.id}/cite.{ending}){{ download="{document.id}.{ending}" }}' for ending, name in FORMATS.items()
    )
    return (
        f'<section class="provenance" markdown="1">\n\n## {say("document.citation")} {{#about-citation .plain}}\n\n'
        f"{say('document.citation_said')}\n\n{say('document.bibliography', links=links)}\n\n</section>"
    )


def own_file() -> str:
    """On the full page: the place where a script takes a reader's own file and compares it with what is shown; nothing without scripts."""
    return (
        f'<section class="provenance own-file" id="{OWN_FILE}" markdown="1">\n\n## {say("trust.own")} {{#about-own .plain}}\n\n'
        f"{say('trust.own_said')}\n\n</section>"
    )


def _download(document: Document, text: str) -> str:
    path = _original(document)
    return f'{link(text, f"../data/{document.id}/{path.name}")}{{ download="{saved_as(path)}" }}'


def _original(document: Document) -> PurePosixPath:
    return DATA / document.id / original_name(document.meta)


def _commands(document: Document) -> str:
    """For each system the line that prints the sha256 of the downloaded file."""
    if not document.meta.offered:
        return ""
    name = saved_as(_original(document))
    lines = "\n".join(f"{say(f'trust.{system}')}：`{command.format(file=name)}`  " for system, command in _COMMANDS.items())
    summary = attribute(say("trust.check"))
    return f'<details class="checks" markdown="1">\n<summary>{summary}</summary>\n\n{say("trust.check_said")}\n\n{lines}\n\n</details>\n\n'
