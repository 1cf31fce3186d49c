"""Refusals in words: the one place where a code becomes what a person reads, in each language."""

from dataclasses import dataclass
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import Refusal, RefusalCode

_WORTH_WAITING_S = 2 * 60 * 60


@dataclass(frozen=True)
class Message:
    """What happened, and what to do next.

    Attributes:
        title: what happened, short enough for a banner's first line.
        text: what the person can do about it.
        can_retry: whether the same thing asked again may succeed: "Try again" is offered.
    """

    title: str
    text: str
    can_retry: bool = False


def worded(refusal: Refusal) -> Message:
    """Word a refusal in the language that is spoken now; tries left and waits are told where they are known."""
    match refusal.code:
        case (
            RefusalCode.INVALID_NATIONAL_ID
            | RefusalCode.INVALID_MOBILE
            | RefusalCode.INVALID_NAME
            | RefusalCode.INVALID_SUBJECT
            | RefusalCode.INVALID_REQUEST
        ):
            return _typed_wrongly(refusal.code)
        case (
            RefusalCode.CHALLENGE_UNKNOWN
            | RefusalCode.CODE_WRONG
            | RefusalCode.CODE_EXPIRED
            | RefusalCode.TOO_MANY_ATTEMPTS
            | RefusalCode.RATE_LIMITED
            | RefusalCode.WRONG_CREDENTIALS
            | RefusalCode.UNAUTHENTICATED
            | RefusalCode.SESSION_EXPIRED
            | RefusalCode.ENROLMENT_CODE_INVALID
        ):
            return _not_recognised(refusal, refusal.code)
        case (
            RefusalCode.SLOT_TAKEN
            | RefusalCode.SLOT_UNAVAILABLE
            | RefusalCode.HOLD_EXPIRED
            | RefusalCode.TOO_EARLY
            | RefusalCode.TOO_LATE
        ):
            return _at_another_time(refusal, refusal.code)
        case (
            RefusalCode.FORBIDDEN
            | RefusalCode.NOT_FOUND
            | RefusalCode.ILLEGAL_TRANSITION
            | RefusalCode.NOT_ADMITTED
            | RefusalCode.ROOM_FULL
            | RefusalCode.OUTCOME_MISSING
        ):
            return _not_now(refusal.code)
        case (
            RefusalCode.FRAME_TOO_LARGE
            | RefusalCode.IDEMPOTENCY_MISMATCH
            | RefusalCode.PROTOCOL_UNSUPPORTED
            | RefusalCode.SERVER_UNAVAILABLE
            | RefusalCode.TIMEOUT
            | RefusalCode.INTERNAL
        ):
            return _not_served(refusal.code)
        case _ as never:
            assert_never(never)


def _typed_wrongly(
    code: Literal[
        RefusalCode.INVALID_NATIONAL_ID,
        RefusalCode.INVALID_MOBILE,
        RefusalCode.INVALID_NAME,
        RefusalCode.INVALID_SUBJECT,
        RefusalCode.INVALID_REQUEST,
    ],
) -> Message:
    match code:
        case RefusalCode.INVALID_NATIONAL_ID:
            return Message(
                QCoreApplication.translate("Messages", "This ID number is not right"),
                QCoreApplication.translate(
                    "Messages", "Please compare the ten digits with your card; the first is 1 or 2."
                ),
            )
        case RefusalCode.INVALID_MOBILE:
            return Message(
                QCoreApplication.translate("Messages", "This mobile number is not right"),
                QCoreApplication.translate("Messages", "Please type ten digits that begin with 05."),
            )
        case RefusalCode.INVALID_NAME:
            return Message(
                QCoreApplication.translate("Messages", "This name cannot be read"),
                QCoreApplication.translate(
                    "Messages", "Please type your full name in letters, at least three of them."
                ),
            )
        case RefusalCode.INVALID_SUBJECT:
            return Message(
                QCoreApplication.translate("Messages", "The subject is too long"),
                QCoreApplication.translate("Messages", "Please say it in fewer words."),
            )
        case RefusalCode.INVALID_REQUEST:
            return Message(
                QCoreApplication.translate("Messages", "Something in this step is not right"),
                QCoreApplication.translate("Messages", "Please look at what you entered and try again."),
                can_retry=True,
            )
        case _ as never:
            assert_never(never)


def _not_recognised(
    refusal: Refusal,
    code: Literal[
        RefusalCode.CHALLENGE_UNKNOWN,
        RefusalCode.CODE_WRONG,
        RefusalCode.CODE_EXPIRED,
        RefusalCode.TOO_MANY_ATTEMPTS,
        RefusalCode.RATE_LIMITED,
        RefusalCode.WRONG_CREDENTIALS,
        RefusalCode.UNAUTHENTICATED,
        RefusalCode.SESSION_EXPIRED,
        RefusalCode.ENROLMENT_CODE_INVALID,
    ],
) -> Message:
    match code:
        case RefusalCode.CHALLENGE_UNKNOWN:
            return Message(
                QCoreApplication.translate("Messages", "This code can no longer be used"),
                QCoreApplication.translate("Messages", "Please ask for a new code."),
            )
        case RefusalCode.CODE_WRONG:
            return Message(
                QCoreApplication.translate("Messages", "The code is not right"),
                QCoreApplication.translate("Messages", "Please compare it with the message on your mobile.")
                if refusal.attempts_left is None
                else QCoreApplication.translate(
                    "Messages", "Please compare it with the message. Tries left: %Ln.", None, refusal.attempts_left
                ),
            )
        case RefusalCode.CODE_EXPIRED:
            return Message(
                QCoreApplication.translate("Messages", "The code has expired"),
                QCoreApplication.translate("Messages", "Please ask for a new code."),
            )
        case RefusalCode.TOO_MANY_ATTEMPTS:
            return Message(
                QCoreApplication.translate("Messages", "Too many tries"),
                QCoreApplication.translate(
                    "Messages",
                    "For your safety this was stopped. Please ask for a new code, or speak to the staff.",
                )
                if refusal.retry_after_s is None
                else QCoreApplication.translate(
                    "Messages", "For your safety, please wait. Seconds left: %Ln.", None, refusal.retry_after_s
                ),
            )
        case RefusalCode.RATE_LIMITED:
            return Message(
                QCoreApplication.translate("Messages", "Please wait a little"),
                QCoreApplication.translate(
                    "Messages", "There were many tries in a short time. Please try again in a moment."
                )
                if refusal.retry_after_s is None
                else QCoreApplication.translate(
                    "Messages", "You can try again soon. Seconds left: %Ln.", None, refusal.retry_after_s
                ),
                can_retry=True,
            )
        case RefusalCode.WRONG_CREDENTIALS:
            return Message(
                QCoreApplication.translate("Messages", "User name or password is not right"),
                QCoreApplication.translate("Messages", "Please type both again.")
                if refusal.attempts_left is None
                else QCoreApplication.translate(
                    "Messages", "Please type both again. Tries left: %Ln.", None, refusal.attempts_left
                ),
            )
        case RefusalCode.UNAUTHENTICATED:
            return Message(
                QCoreApplication.translate("Messages", "You are not signed in"),
                QCoreApplication.translate("Messages", "Please sign in and continue."),
            )
        case RefusalCode.SESSION_EXPIRED:
            return Message(
                QCoreApplication.translate("Messages", "Your session has ended"),
                QCoreApplication.translate(
                    "Messages", "For your safety it ends after some time. Please sign in again."
                ),
            )
        case RefusalCode.ENROLMENT_CODE_INVALID:
            return Message(
                QCoreApplication.translate("Messages", "This enrolment code cannot be used"),
                QCoreApplication.translate("Messages", "Please ask the administrator for a new code."),
            )
        case _ as never:
            assert_never(never)


def _at_another_time(
    refusal: Refusal,
    code: Literal[
        RefusalCode.SLOT_TAKEN,
        RefusalCode.SLOT_UNAVAILABLE,
        RefusalCode.HOLD_EXPIRED,
        RefusalCode.TOO_EARLY,
        RefusalCode.TOO_LATE,
    ],
) -> Message:
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
        case _ as never:
            assert_never(never)


def _not_now(
    code: Literal[
        RefusalCode.FORBIDDEN,
        RefusalCode.NOT_FOUND,
        RefusalCode.ILLEGAL_TRANSITION,
        RefusalCode.NOT_ADMITTED,
        RefusalCode.ROOM_FULL,
        RefusalCode.OUTCOME_MISSING,
    ],
) -> Message:
    match code:
        case RefusalCode.FORBIDDEN:
            return Message(
                QCoreApplication.translate("Messages", "This is not open to you"),
                QCoreApplication.translate("Messages", "If you believe that it should be, please speak to the staff."),
            )
        case RefusalCode.NOT_FOUND:
            return Message(
                QCoreApplication.translate("Messages", "This could not be found"),
                QCoreApplication.translate(
                    "Messages", "It may have been changed meanwhile. Please go back and look again."
                ),
            )
        case RefusalCode.ILLEGAL_TRANSITION:
            return Message(
                QCoreApplication.translate("Messages", "This is not possible any more"),
                QCoreApplication.translate(
                    "Messages", "The appointment has changed meanwhile. What you see is being renewed."
                ),
                can_retry=True,
            )
        case RefusalCode.NOT_ADMITTED:
            return Message(
                QCoreApplication.translate("Messages", "The room is not open yet"),
                QCoreApplication.translate("Messages", "Please wait a moment: you will be let in by the office."),
                can_retry=True,
            )
        case RefusalCode.ROOM_FULL:
            return Message(
                QCoreApplication.translate("Messages", "The room is in use elsewhere"),
                QCoreApplication.translate(
                    "Messages", "The call is open on another device. Please close it there first."
                ),
                can_retry=True,
            )
        case RefusalCode.OUTCOME_MISSING:
            return Message(
                QCoreApplication.translate("Messages", "The outcome is not written yet"),
                QCoreApplication.translate("Messages", "Please wait a moment: it will appear here."),
                can_retry=True,
            )
        case _ as never:
            assert_never(never)


def _not_served(
    code: Literal[
        RefusalCode.FRAME_TOO_LARGE,
        RefusalCode.IDEMPOTENCY_MISMATCH,
        RefusalCode.PROTOCOL_UNSUPPORTED,
        RefusalCode.SERVER_UNAVAILABLE,
        RefusalCode.TIMEOUT,
        RefusalCode.INTERNAL,
    ],
) -> Message:
    match code:
        case RefusalCode.FRAME_TOO_LARGE:
            return Message(
                QCoreApplication.translate("Messages", "This is too much at once"),
                QCoreApplication.translate("Messages", "Please make it shorter and try again."),
            )
        case RefusalCode.IDEMPOTENCY_MISMATCH:
            return Message(
                QCoreApplication.translate("Messages", "This was asked for before in another form"),
                QCoreApplication.translate("Messages", "Please go one step back and try again."),
            )
        case RefusalCode.PROTOCOL_UNSUPPORTED:
            return Message(
                QCoreApplication.translate("Messages", "This device needs an update"),
                QCoreApplication.translate("Messages", "Please tell the staff in the hall. Nothing of yours is lost."),
            )
        case RefusalCode.SERVER_UNAVAILABLE:
            return Message(
                QCoreApplication.translate("Messages", "There is no connection at the moment"),
                QCoreApplication.translate("Messages", "Nothing you entered is lost. Please try again."),
                can_retry=True,
            )
        case RefusalCode.TIMEOUT:
            return Message(
                QCoreApplication.translate("Messages", "The answer takes longer than usual"),
                QCoreApplication.translate(
                    "Messages", "Nothing you entered is lost, and nothing is done twice. Please try again."
                ),
                can_retry=True,
            )
        case RefusalCode.INTERNAL:
            return Message(
                QCoreApplication.translate("Messages", "Something went wrong on our side"),
                QCoreApplication.translate(
                    "Messages", "Nothing you entered is lost. Please try again, or speak to the staff."
                ),
                can_retry=True,
            )
        case _ as never:
            assert_never(never)


def _opens_in(wait_s: int | None) -> str:
    """Tell the wait in minutes while it is worth standing there for."""
    if wait_s is None or wait_s > _WORTH_WAITING_S:
        return QCoreApplication.translate("Messages", "Please come back shortly before your appointment.")
    return QCoreApplication.translate("Messages", "Check-in opens soon. Minutes left: %Ln.", None, -(-wait_s // 60))
