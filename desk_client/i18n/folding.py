"""Names made comparable: what a searcher may write in more than one way is folded into one.

Arabic: the forms of alef and hamza, ta marbuta and ha, alef maqsura and ya, the Persian kaf and ya, tatweel and
diacritics; "عبد الله" and "عبدالله" are one word. Latin: case and accents. Digits become 0–9.
"""

import unicodedata
from typing import Final

from desk_client.i18n.digits import to_ascii

_ONE_FOR_MANY: Final = str.maketrans(
    {
        "ٱ": "ا",  # the wasla does not decompose; the other alefs do, into an alef and a mark
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ۃ": "ه",
        "ے": "ي",
        "ـ": None,  # tatweel only stretches
    }
)
_SERVANT_OF: Final = "عبد"  # the first half of many names, written apart or joined to the second


def folded(text: str) -> str:
    """Return `text` with every letter in its folded form; two spellings of one name come out equal."""
    # decomposed, a hamza or an accent is a mark of its own (category Mn); presentation forms become plain letters
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(letter for letter in apart if unicodedata.category(letter) not in {"Mn", "Cf"})
    return to_ascii(plain.translate(_ONE_FOR_MANY))


def name_words(name: str) -> frozenset[str]:
    """Return the folded words of a name, without order; "عبد" is joined to the word that it belongs to."""
    letters = "".join(letter if letter.isalnum() else " " for letter in folded(name))
    words: list[str] = []
    for word in letters.split():
        if words and words[-1] == _SERVANT_OF:
            words[-1] += word
        else:
            words.append(word)
    return frozenset(words)
