"""Takes out of a text what may be somebody's: the last of several nets, for what is gathered is chosen to hold none."""

import re
from collections.abc import Iterable
from typing import Final

_OUT: Final = "‹…›"
_PATTERNS: Final = (
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),  # an address
    re.compile(r"\+?\d{6,}"),  # an ID, a telephone number; \d is of every script
    re.compile(r"\+\d[\d\s-]{6,}\d"),  # a telephone number in groups
    re.compile(r"(?<![\w/.])(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{20,}={0,2}"),  # a token, a key, an id
    re.compile(r"(?<![:/\w])(?:/[\w.@+-]+){2,}/?"),  # a path: folders are named after people
    re.compile(r"\b[A-Za-z]:\\[^\s\"']+"),
)
_SHORTEST: Final = 3


def scrubbed(text: str, known: Iterable[str] = ()) -> str:
    """Return the text without what looks like somebody's, and without what is ``known`` to be."""
    for each in sorted(known, key=len, reverse=True):
        if len(each) >= _SHORTEST:
            text = text.replace(each, _OUT)
    for pattern in _PATTERNS:
        text = pattern.sub(_OUT, text)
    return text
