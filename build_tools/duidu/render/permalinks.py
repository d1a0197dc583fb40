"""The sign ¶ behind a heading, by its name.

Python-Markdown gives it a title, which programs that read aloud take for a remark: what they say is the sign, "pilcrow".
"""

from __future__ import annotations

import re

_OPENING = r'<a class="headerlink" href="#[^"]*" title="([^"]*)"'
_SIGN = re.compile(rf"({_OPENING})(?=>)")
PERMALINK = re.compile(rf'{_OPENING}(?: aria-label="[^"]*")?>¶</a>')
"""The sign as it is made, and as it is published."""


def with_named_permalinks(html: str) -> str:
    """
    >>> with_named_permalinks('<a class="headerlink" href="#h1" title="本条链接">¶</a>')
    '<a class="headerlink" href="#h1" title="本条链接" aria-label="本条链接">¶</a>'
    """
    return _SIGN.sub(r'\1 aria-label="\2"', html)
