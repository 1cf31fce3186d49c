"""How many messages a text takes on its way to a phone (3GPP TS 23.038 section 6.2, 23.040 section 9.2.3.24.1)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = frozenset("\f^{}\\[~]|€")
"""Each is an escape and a letter: two septets."""

_LONGEST_BASIC_PLANE: Final = 0xFFFF


class Alphabet(StrEnum):
    """In which alphabet a text travels."""

    GSM_7 = "gsm7"
    """The default alphabet: Latin letters, a little Greek."""
    UCS_2 = "ucs2"
    """All else, Arabic above all. A letter beyond the basic plane counts as two."""


_ALONE: Final = {Alphabet.GSM_7: 160, Alphabet.UCS_2: 70}
_JOINED: Final = {Alphabet.GSM_7: 153, Alphabet.UCS_2: 67}


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is.

    Attributes:
        alphabet: the cheapest that has every letter of it.
        units: septets, or UTF-16 code units.
        parts: how many messages are sent and paid for; an empty text takes one.
    """

    alphabet: Alphabet
    units: int
    parts: int


def length_of(text: str) -> Length:
    """Measure a text. No letter is cut in two between parts, whether a surrogate pair or an escaped one."""
    if all(letter in _BASIC or letter in _EXTENSION for letter in text):
        alphabet, sizes = Alphabet.GSM_7, [2 if letter in _EXTENSION else 1 for letter in text]
    else:
        alphabet, sizes = Alphabet.UCS_2, [2 if ord(letter) > _LONGEST_BASIC_PLANE else 1 for letter in text]
    units = sum(sizes)
    if units <= _ALONE[alphabet]:
        return Length(alphabet, units, 1)
    parts, used = 1, 0
    for size in sizes:
        if used + size > _JOINED[alphabet]:
            parts, used = parts + 1, 0
        used += size
    return Length(alphabet, units, parts)


def sms_parts(text: str) -> int:
    """How many messages a text takes."""
    return length_of(text).parts
