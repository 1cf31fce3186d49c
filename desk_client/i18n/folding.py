"""Search folding: what two spellings of one name have in common."""

import re
import unicodedata

from desk_client.i18n.bidi import without_marks
from desk_client.i18n.digits import to_ascii

_TATWEEL = "ـ"
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", _TATWEEL: None},
)
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """Return `text` as a search compares it: no marks, vowel signs or tatweel, one alef, one yeh, 0–9, lower case."""
    composed = unicodedata.normalize("NFKC", without_marks(text)).translate(_LETTERS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(letter))
    return _SPACES.sub(" ", to_ascii(plain).casefold()).strip()


def monogram(name: str) -> str:
    """Return the letter that stands for a person or an office where there is no picture.

    The definite article is passed over: "الأمير" gives أ.
    """
    words = without_marks(name).split()
    if not words:
        return ""
    first = words[0]
    article = "ال"
    return (first.removeprefix(article) or first)[0].upper()
