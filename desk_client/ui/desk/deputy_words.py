"""The words of acting for an office: rights, days, and what was refused."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.deputies import Left
from desk_client.domain.delegation import EVERY_RIGHT, DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import gregorian_date
from desk_client.i18n.language import Language
from desk_client.ui.messages import worded


def right_words(right: DelegateRight) -> str:
    """What somebody may do."""
    match right:
        case DelegateRight.SEE_CALENDAR:
            return QCoreApplication.translate("Deputies", "See the calendar")
        case DelegateRight.MANAGE_BOOKINGS:
            return QCoreApplication.translate("Deputies", "Manage bookings")
        case DelegateRight.RECEIVE:
            return QCoreApplication.translate("Deputies", "Run the waiting room")
        case DelegateRight.SIGN_OUTCOMES:
            return QCoreApplication.translate("Deputies", "Record outcomes")


def days_words(first: date | None, last: date | None, language: Language) -> str:
    """From which day until which."""
    shown = [None if day is None else gregorian_date(day, language) for day in (first, last)]
    match shown:
        case [None, None]:
            return QCoreApplication.translate("Deputies", "Until it is changed")
        case [str() as begins, None]:
            return QCoreApplication.translate("Deputies", "From {first} on").format(first=begins)
        case [None, str() as ends]:
            return QCoreApplication.translate("Deputies", "Until {last}").format(last=ends)
        case _:
            text = QCoreApplication.translate("Deputies", "From {first} until {last}")
            return text.format(first=shown[0], last=shown[1])


def left_words(left: Left, language: Language) -> str:
    """All that is left to somebody."""
    if not left.rights:
        return QCoreApplication.translate("Deputies", "May do nothing in the name of the office")
    if frozenset(left.rights) == EVERY_RIGHT:
        rights = QCoreApplication.translate("Deputies", "Everything that an office manager may")
    else:
        rights = QCoreApplication.translate("Deputies", ", ").join(right_words(right) for right in left.rights)
    return f"{rights} · {days_words(left.first, left.last, language)}"


def ended_words(last: date | None, language: Language) -> str:
    """Tell an office's manager that what was left to them has ended, with its last day where it had one."""
    if last is None:
        return QCoreApplication.translate("Deputies", "What was left to you for the office has ended.")
    text = QCoreApplication.translate("Deputies", "What was left to you for the office ended with {last}.")
    return text.format(last=gregorian_date(last, language))


def refused_words(refusal: Refusal) -> str:
    """Why it was not done."""
    match refusal.code:
        case RefusalCode.PRECONDITION_FAILED:
            return QCoreApplication.translate(
                "Deputies", "Somebody else changed this meanwhile. Please look at it again."
            )
        case RefusalCode.ALREADY_EXISTS:
            return QCoreApplication.translate("Deputies", "Somebody stands in on one of these days already.")
        case RefusalCode.INVALID_REQUEST:
            return QCoreApplication.translate(
                "Deputies", "These days end before they begin, or the office would stand in for itself in the end."
            )
        case _:
            message = worded(refusal)
            return f"{message.title}. {message.text}"
