"""The terms of a reading page, explained at its end: what the tooltips show, readable and printable without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence

from ...layers.terms import Terms
from ..addresses import term_address
from ..markdown import escape, hyperlink
from ..wording import say
from .counterparts import UP


def glosses(terms: Terms, identities: Sequence[str]) -> str:
    """A folded list of the page's terms, "" where none is marked. Scripts find a gloss by the link before it."""
    if not identities:
        return ""
    entries = "\n".join(_entry(terms, identity) for identity in identities)
    return f'<details class="glosses">\n<summary>{say("aid.glosses", count=len(identities))}</summary>\n<ul>\n{entries}\n</ul>\n</details>'


def _entry(terms: Terms, identity: str) -> str:
    term = terms.term(identity)
    doubt = say("aid.uncertain", remark=escape(term.remark)) if term.certainty == "uncertain" else ""
    name = hyperlink(term.term, term_address(identity, UP))
    return f"<li>{name}　<span>{escape(term.definition)}{doubt}</span></li>"
