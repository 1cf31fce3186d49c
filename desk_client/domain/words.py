"""What a person wrote in words of their own, and what in it no reader sees."""

from typing import Final

_JOINERS: Final = frozenset("\u200c\u200d")
"""They shape letters and signs: Urdu is not written without the one, a family of people not without the other."""


def is_readable(text: str) -> bool:
    """Whether there is nothing in it but what a reader sees: no control character, no override of the direction."""
    return all(sign.isprintable() or sign in _JOINERS or sign == "\n" for sign in text)


def readable(text: str) -> str:
    """Return the text without what `is_readable` does not allow; any kind of space or end of a line is a space."""
    shown = "".join(sign for sign in " ".join(text.split()) if sign.isprintable() or sign in _JOINERS)
    return " ".join(shown.split())
