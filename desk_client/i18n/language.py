"""The languages that the program speaks."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Language(StrEnum):
    """A language of the interface; the value is its ISO 639-1 code."""

    ARABIC = "ar"
    ENGLISH = "en"
    URDU = "ur"
    """Of the kiosk's screens and of messages; staff have the other two."""

    @property
    def is_right_to_left(self) -> bool:
        """Whether its script runs from right to left."""
        return self is not Language.ENGLISH

    @property
    def other(self) -> "Language":
        """The language that the switch of a desk offers."""
        return Language.ENGLISH if self is Language.ARABIC else Language.ARABIC

    def best_of(self, arabic: str, english: str) -> str:
        """Return the text that its readers read best, those of Urdu the Arabic; where that one is empty, the other."""
        arabic, english = arabic.strip(), english.strip()
        return (arabic or english) if self.is_right_to_left else (english or arabic)

    @property
    def own_name(self) -> str:
        """Its name in itself, as a switch shows it to who cannot read the other."""
        return _OWN_NAMES[self]


_OWN_NAMES: Final[Mapping[Language, str]] = MappingProxyType(
    {Language.ARABIC: "العربية", Language.ENGLISH: "English", Language.URDU: "اردو"}
)
