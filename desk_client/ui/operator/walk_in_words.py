"""The words of the queue: what people come for, where they are called to, and what is refused there."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.walk_ins import WalkIn, WalkInReason
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.messages import worded


def reason_words(reason: WalkInReason) -> str:
    """What somebody has come for."""
    match reason:
        case WalkInReason.BOOKING:
            return QCoreApplication.translate("WalkInSection", "Book an audience")
        case WalkInReason.KIOSK:
            return QCoreApplication.translate("WalkInSection", "Help at a kiosk")
        case WalkInReason.INQUIRY:
            return QCoreApplication.translate("WalkInSection", "Service inquiry")
    assert_never(reason)


def place_words(kiosk_number: int | None, language: Language) -> str:
    """Where a number is called to."""
    if kiosk_number is None:
        return QCoreApplication.translate("WalkInSection", "My desk")
    text = QCoreApplication.translate("WalkInSection", "Kiosk {number}")
    return text.format(number=shown(kiosk_number, language))


def waiting_words(number: WalkIn, language: Language) -> str:
    """What somebody who waits has come for, and when their turn is expected."""
    parts = [reason_words(number.reason)]
    if number.is_priority:
        parts.append(QCoreApplication.translate("WalkInSection", "priority"))
    if number.earliest_min is not None and number.latest_min is not None:
        text = (
            QCoreApplication.translate("WalkInSection", "{earliest}–{latest} min")
            if number.earliest_min
            else QCoreApplication.translate("WalkInSection", "up to {latest} min")
        )
        earliest, latest = shown(number.earliest_min, language), shown(number.latest_min, language)
        parts.append(text.format(earliest=earliest, latest=latest))
    return " · ".join(parts)


def called_words(number: WalkIn, language: Language) -> str:
    """Where somebody was called to, what for, and how often."""
    is_elsewhere = number.kiosk_number is None and not number.is_mine
    place = (
        QCoreApplication.translate("WalkInSection", "At another desk")
        if is_elsewhere
        else place_words(number.kiosk_number, language)
    )
    parts = [place, reason_words(number.reason)]
    if number.calls > 1:
        text = QCoreApplication.translate("WalkInSection", "called {count} times")
        parts.append(text.format(count=shown(number.calls, language)))
    return " · ".join(parts)


def refused_words(refusal: Refusal, *, is_away: bool) -> str:
    """Why something was not done with the queue; `is_away`: without the server."""
    match refusal.code:
        case RefusalCode.NOT_FOUND if is_away:
            return QCoreApplication.translate(
                "WalkInSection",
                "None of those waits who were given a number here. The others are called when the server is back.",
            )
        case RefusalCode.NOT_FOUND:
            return QCoreApplication.translate("WalkInSection", "Nobody waits any more.")
        case RefusalCode.TOO_EARLY:
            return QCoreApplication.translate("WalkInSection", "Please call the number once more before you let it go.")
        case RefusalCode.ILLEGAL_TRANSITION:
            return QCoreApplication.translate(
                "WalkInSection", "Somebody else has just dealt with this number. The list is new."
            )
        case RefusalCode.LIMIT_REACHED:
            return QCoreApplication.translate("WalkInSection", "All numbers of today are given.")
        case RefusalCode.SERVER_UNAVAILABLE | RefusalCode.TIMEOUT:
            return QCoreApplication.translate(
                "WalkInSection",
                "The server is away, and this program has no number of its own left. "
                "Please write numbers by hand until it is back.",
            )
        case _:
            message = worded(refusal)
            return f"{message.title}. {message.text}"
