"""Digits in the three forms that are typed and shown here.

People type ٠–٩ (Arabic-Indic) and ۰–۹ (extended, as on Persian and Urdu keyboards) as well as 0–9; everything is
normalised to 0–9 at the edge. Quantities, dates and times are shown in ٠–٩ to readers of Arabic and in 0–9 to all
others, as readers of Urdu have them on coins and telephones; IDs, phone numbers and codes stay in 0–9, as they are
printed on cards.
"""

from desk_client.i18n.language import Language

_ASCII = "0123456789"
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_EXTENDED = "۰۱۲۳۴۵۶۷۸۹"
_TO_ASCII = str.maketrans(_ARABIC_INDIC + _EXTENDED, _ASCII * 2)
_TO_ARABIC_INDIC = str.maketrans(_ASCII, _ARABIC_INDIC)


def to_ascii(text: str) -> str:
    """Return `text` with every Arabic-Indic digit, of either range, as 0–9; all else is kept."""
    return text.translate(_TO_ASCII)


def only_digits(text: str) -> str:
    """Return the digits of `text` as 0–9, and nothing else: what a person meant who typed "٠٥٠ 123-4567"."""
    return "".join(letter for letter in to_ascii(text) if letter in _ASCII)


def shown(value: int | str, language: Language) -> str:
    """Return a number, or the numbers within a text, in the digits that readers of `language` expect."""
    text = str(value)
    return text.translate(_TO_ARABIC_INDIC) if language is Language.ARABIC else to_ascii(text)


def shown_decimal(value: float, places: int, language: Language) -> str:
    """Return a number with so many places after its decimal sign, which in Arabic is ٫ (U+066B)."""
    text = shown(f"{value:.{places}f}", language)
    return text.replace(".", "٫") if language is Language.ARABIC else text
