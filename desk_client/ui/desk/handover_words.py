"""How it stands with a handover, in words for whoever hands over."""

from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.called_in import Call
from desk_client.domain.handover import Readiness


def handover_words(state: Call, *, is_here: bool) -> str:
    """How it stands with whoever is asked to take the talk over; `is_here`: they are seen and heard."""
    match state:
        case Call.RINGING:
            return QCoreApplication.translate(
                "Handover", "is asked to take the talk over. Until then it stays with you."
            )
        case Call.ACCEPTED if is_here:
            return QCoreApplication.translate(
                "Handover", "is here to take the talk over. Hand over once you have spoken."
            )
        case Call.ACCEPTED:
            return QCoreApplication.translate("Handover", "has said yes and is joining")
        case Call.DECLINED:
            return QCoreApplication.translate("Handover", "cannot take the talk over. It stays with you.")
        case Call.LEFT:
            return QCoreApplication.translate("Handover", "has left. The talk stays with you.")
        case Call.TAKEN_OUT:
            return QCoreApplication.translate("Handover", "is not asked any more. The talk stays with you.")
    assert_never(state)


def readiness_words(readiness: Readiness) -> str:
    """What somebody does who could take it over."""
    match readiness:
        case Readiness.FREE:
            return QCoreApplication.translate("Handover", "free now")
        case Readiness.IN_TALK:
            return QCoreApplication.translate("Handover", "in a talk")
        case Readiness.ON_BREAK:
            return QCoreApplication.translate("Handover", "on a break")
        case Readiness.BLOCKED:
            return QCoreApplication.translate("Handover", "busy by the calendar")
    assert_never(readiness)


def time_left_words(left: timedelta) -> str:
    """How long a talk has still to go, as planned."""
    minutes = int(left.total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Handover", "its time is over")
    return QCoreApplication.translate("Handover", "%Ln minutes left", None, minutes)
