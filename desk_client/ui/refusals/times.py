"""The time that was asked for cannot be had."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.refusals.message import Message

_WORTH_WAITING_S = 2 * 60 * 60

TimeCode: TypeAlias = Literal[
    RefusalCode.SLOT_TAKEN,
    RefusalCode.SLOT_UNAVAILABLE,
    RefusalCode.HOLD_EXPIRED,
    RefusalCode.TOO_EARLY,
    RefusalCode.TOO_LATE,
    RefusalCode.KIND_NOT_OFFERED,
    RefusalCode.TOO_LATE_TO_CHANGE,
    RefusalCode.LIMIT_REACHED,
    RefusalCode.ALREADY_WAITLISTED,
    RefusalCode.OFFER_EXPIRED,
    RefusalCode.OFFER_ANSWERED,
]


def at_another_time(refusal: Refusal, code: TimeCode) -> Message:
    """Word why a time cannot be had, and what can."""
    match code:
        case RefusalCode.SLOT_TAKEN:
            return Message(
                QCoreApplication.translate("Messages", "This time has just been taken"),
                QCoreApplication.translate(
                    "Messages",
                    "Somebody else was a moment faster. Please choose another time; everything else is kept.",
                ),
            )
        case RefusalCode.SLOT_UNAVAILABLE:
            return Message(
                QCoreApplication.translate("Messages", "This time is no longer offered"),
                QCoreApplication.translate("Messages", "Please choose another time; everything else is kept."),
            )
        case RefusalCode.HOLD_EXPIRED:
            return Message(
                QCoreApplication.translate("Messages", "The time is no longer held for you"),
                QCoreApplication.translate("Messages", "Please choose a time again; everything else is kept."),
            )
        case RefusalCode.TOO_EARLY:
            return Message(
                QCoreApplication.translate("Messages", "It is too early to check in"), _opens_in(refusal.retry_after_s)
            )
        case RefusalCode.TOO_LATE:
            return Message(
                QCoreApplication.translate("Messages", "The time of this appointment has passed"),
                QCoreApplication.translate(
                    "Messages", "Please book another appointment, or speak to the staff in the hall."
                ),
            )
        case RefusalCode.KIND_NOT_OFFERED:
            return Message(
                QCoreApplication.translate("Messages", "This way of meeting is not offered"),
                QCoreApplication.translate(
                    "Messages", "Please choose another way of meeting for this service; everything else is kept."
                ),
            )
        case RefusalCode.TOO_LATE_TO_CHANGE:
            return Message(
                QCoreApplication.translate("Messages", "It is too late to change this appointment"),
                QCoreApplication.translate(
                    "Messages", "So shortly before it begins only the office can change it. Please speak to the staff."
                ),
            )
        case RefusalCode.LIMIT_REACHED:
            return Message(
                QCoreApplication.translate("Messages", "You have as many bookings as one may have"),
                QCoreApplication.translate(
                    "Messages", "Please attend or cancel one of them first; then you can book again."
                ),
            )
        case RefusalCode.ALREADY_WAITLISTED:
            return Message(
                QCoreApplication.translate("Messages", "You are on the waiting list already"),
                QCoreApplication.translate(
                    "Messages", "As soon as an earlier time becomes free you will receive a message."
                ),
            )
        case RefusalCode.OFFER_EXPIRED:
            return Message(
                QCoreApplication.translate("Messages", "The offer of an earlier time has ended"),
                QCoreApplication.translate(
                    "Messages", "Your appointment stands as it was, and you keep your place on the waiting list."
                ),
            )
        case RefusalCode.OFFER_ANSWERED:
            return Message(
                QCoreApplication.translate("Messages", "This offer was answered already"),
                QCoreApplication.translate(
                    "Messages", "Sign in with your ID to see which appointments you have, and where you wait."
                ),
            )
        case _ as never:
            assert_never(never)


def _opens_in(wait_s: int | None) -> str:
    """Tell the wait in minutes while it is worth standing there for."""
    if wait_s is None or wait_s > _WORTH_WAITING_S:
        return QCoreApplication.translate("Messages", "Please come back shortly before your appointment.")
    return QCoreApplication.translate("Messages", "Check-in opens soon. Minutes left: %Ln.", None, -(-wait_s // 60))
