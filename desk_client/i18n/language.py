"""The languages that the program speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface; the value is its ISO 639-1 code."""

    ARABIC = "ar"
    ENGLISH = "en"

    @property
    def is_right_to_left(self) -> bool:
        """Whether its script runs from right to left."""
        return self is Language.ARABIC

    @property
    def other(self) -> "Language":
        """The language that a switch offers."""
        return Language.ENGLISH if self is Language.ARABIC else Language.ARABIC

    @property
    def own_name(self) -> str:
        """Its name in itself, as a switch shows it to who cannot read the other."""
        return "العربية" if self is Language.ARABIC else "English"
