"""Whose number is called, in words: to be read in a strip, and to be heard."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.kiosk import CalledNumber
from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance


def place_words(called: CalledNumber, own_number: int | None, look: Appearance) -> str:
    """Where a number is called to."""
    if called.kiosk_number is None:
        return QCoreApplication.translate("Called", "the operator's desk")
    if called.kiosk_number == own_number:
        return QCoreApplication.translate("Called", "this kiosk")
    return QCoreApplication.translate("Called", "kiosk {number}").format(number=look.number(called.kiosk_number))


def called_words(called: CalledNumber, own_number: int | None, look: Appearance) -> str:
    """A number and where it goes, as it is read: "A012 · kiosk 3"."""
    return f"{isolated(called.number)} · {place_words(called, own_number, look)}"


def spoken_words(called: CalledNumber) -> str:
    """What is said where a number is called to; its letter and digits one by one, as nobody hears them otherwise."""
    template = QCoreApplication.translate("Called", "Number {number}. Please come to this kiosk.")
    return template.format(number=" ".join(called.number))
