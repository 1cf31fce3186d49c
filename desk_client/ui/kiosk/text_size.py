"""Larger text, then larger still, then as usual: the same three steps on every page and in the talk."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize

_NEXT: Final = {
    TextSize.NORMAL: TextSize.LARGE,
    TextSize.LARGE: TextSize.LARGEST,
    TextSize.LARGEST: TextSize.NORMAL,
}


def turn_text_size(look: Appearance) -> None:
    """Take the next step."""
    look.set_text_size(_NEXT[look.look.text_size])


def text_size_words(look: Appearance) -> str:
    """What the next step does."""
    if look.look.text_size is TextSize.LARGEST:
        return QCoreApplication.translate("KioskHeader", "Normal text")
    return QCoreApplication.translate("KioskHeader", "Larger text")
