"""What a file is called when it is shown or handed out. The name is text for people; it never becomes a path."""

import re
import unicodedata
from typing import Final

from desk_client.domain.attachment_kinds import Kind

MOST_CHARACTERS: Final = 120
_NAMELESS: Final = "attachment"
_LOOKED_AT: Final = 4096
_ANY_EXTENSION: Final = re.compile(r"\.(pdf|jpe?g|png)$", re.IGNORECASE)
# controls, format characters (which hold every override and isolate of direction), surrogates, private use, unassigned
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_RESERVED: Final = re.compile(r'[<>:"|?*]')
# joiners that Persian, Urdu and Indic words are spelt with; they change no direction
_JOINERS: Final = frozenset("\u200c\u200d")


def display_name(claimed: str, kind: Kind) -> str:
    """Return a name that is safe to show and to offer for saving; it ends as the content's kind does.

    Only the part after the last separator is kept, in Unicode's NFC, without characters that do not show or that turn
    the direction of what follows (UTS #55: "exe.gpj" must not read as a picture), without those that a file system
    reserves, of at most 120 characters. What is empty then is called "attachment".
    """
    # what is cut away is cut first: normalising four megabytes of combining marks would be slow
    last = re.split(r"[/\\]", claimed[-_LOOKED_AT:])[-1]
    shown = "".join(
        one
        for one in unicodedata.normalize("NFC", last)
        if one in _JOINERS or unicodedata.category(one) not in _UNSHOWN
    )
    stem = _ANY_EXTENSION.sub("", " ".join(_RESERVED.sub("", shown).split()))
    stem = stem.strip(". ")[: MOST_CHARACTERS - len(kind.extension)].strip(". ")
    if not any(one.isalnum() for one in stem):
        stem = _NAMELESS
    return stem + kind.extension
