"""The keys of a talk at the desk, and what each does."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.i18n.bidi import isolated


class CallKey(StrEnum):
    """A control's key; the value is what Qt calls it."""

    MICROPHONE = "M"
    CAMERA = "V"
    BACKGROUND = "G"
    SCREEN = "S"
    HOLD = "H"
    RECORD = "R"
    EXTEND = "E"
    CHAT = "C"
    CAPTIONS = "T"
    GIVE_DOCUMENT = "F"
    BRIEF = "B"
    MINUTES = "N"
    DEVICES = "D"
    PEOPLE = "P"
    PRIVATE_WORD = "K"
    HAND_OVER = "O"
    ARRANGE = "L"
    FIGURES = "Ctrl+Shift+D"
    SEND_BACK = "Ctrl+Shift+B"
    END = "Ctrl+Shift+E"
    KEYS = "F1"


ALSO_KEYS = ("?", "؟")
"""What opens the list as well: who looks for help presses this."""


def key_words(key: CallKey) -> str:
    """What a key does."""
    match key:
        case CallKey.MICROPHONE:
            return QCoreApplication.translate("CallKeys", "Microphone on or off")
        case CallKey.CAMERA:
            return QCoreApplication.translate("CallKeys", "Camera on or off")
        case CallKey.BACKGROUND:
            return QCoreApplication.translate("CallKeys", "Blur what is behind you, or no longer")
        case CallKey.SCREEN:
            return QCoreApplication.translate("CallKeys", "Show a screen or window, or stop")
        case CallKey.HOLD:
            return QCoreApplication.translate("CallKeys", "Hold the talk, or come back")
        case CallKey.RECORD:
            return QCoreApplication.translate("CallKeys", "Record the talk, or end the recording")
        case CallKey.EXTEND:
            return QCoreApplication.translate("CallKeys", "Five more minutes, where nobody else comes then")
        case CallKey.CHAT:
            return QCoreApplication.translate("CallKeys", "Messages")
        case CallKey.CAPTIONS:
            return QCoreApplication.translate("CallKeys", "Write what the visitor reads large")
        case CallKey.GIVE_DOCUMENT:
            return QCoreApplication.translate("CallKeys", "Give the visitor a document")
        case CallKey.BRIEF:
            return QCoreApplication.translate("CallKeys", "Show or hide the brief")
        case CallKey.MINUTES:
            return QCoreApplication.translate("CallKeys", "Write the minutes, or put them away")
        case CallKey.DEVICES:
            return QCoreApplication.translate("CallKeys", "Choose camera, microphone and loudspeaker")
        case CallKey.PEOPLE:
            return QCoreApplication.translate("CallKeys", "Call somebody else in")
        case CallKey.PRIVATE_WORD:
            return QCoreApplication.translate("CallKeys", "Private word among the officials, or come back")
        case CallKey.HAND_OVER:
            return QCoreApplication.translate("CallKeys", "Hand the talk over to another office")
        case CallKey.ARRANGE:
            return QCoreApplication.translate("CallKeys", "One large, or all side by side")
        case CallKey.FIGURES:
            return QCoreApplication.translate("CallKeys", "Figures of the line")
        case CallKey.SEND_BACK:
            return QCoreApplication.translate("CallKeys", "Send the visitor back to waiting")
        case CallKey.END:
            return QCoreApplication.translate("CallKeys", "End the audience")
        case CallKey.KEYS:
            return QCoreApplication.translate("CallKeys", "This list")
    assert_never(key)


def key_rows(keys: AbstractSet[CallKey], says: Mapping[CallKey, str]) -> tuple[tuple[str, str], ...]:
    """Each of these as a row of what it does and how it is pressed; `says` has the words where they are others."""
    return (
        (
            QCoreApplication.translate("CallKeys", "Be heard while muted"),
            QCoreApplication.translate("CallKeys", "Hold the space bar"),
        ),
        *((says.get(key) or key_words(key), isolated(key.value)) for key in CallKey if key in keys),
    )
