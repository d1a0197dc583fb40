"""A page's HTML as it is compared: as a parser writes it, less what MkDocs and the theme may change.

That is addresses of links but for their fragment, line breaks, permalinks; white space only around the whole.
"""

from __future__ import annotations

import re
from hashlib import sha256

from selectolax.lexbor import LexborNode

from .line_breaks import BREAK
from .permalinks import PERMALINK

_PATH = re.compile(r'( (?:href|src)=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)[^"#<>]*')


def normal(top: LexborNode) -> str:
    """The hash of what stands in an element: the same for two of them only if there is no difference.

    Where it is not the same, a slower comparison says what differs, if anything does.
    """
    written = PERMALINK.sub("", (top.html or "").partition(">")[2].rpartition("<")[0].replace(BREAK, "")).strip()
    # An address is left out in words that look like one, too: so the words stand there once more.
    compared = "".join(_PATH.split(written)) + "\n" + top.text().strip()
    return sha256(compared.encode("utf-8", "surrogatepass")).hexdigest()
