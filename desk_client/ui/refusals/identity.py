"""Who somebody is could not be established."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.refusals.message import Message

IdentityCode: TypeAlias = Literal[
    RefusalCode.CHALLENGE_UNKNOWN,
    RefusalCode.CODE_WRONG,
    RefusalCode.CODE_EXPIRED,
    RefusalCode.TOO_MANY_ATTEMPTS,
    RefusalCode.RATE_LIMITED,
    RefusalCode.WRONG_CREDENTIALS,
    RefusalCode.UNAUTHENTICATED,
    RefusalCode.SESSION_EXPIRED,
    RefusalCode.ENROLMENT_CODE_INVALID,
    RefusalCode.SECOND_FACTOR_REQUIRED,
    RefusalCode.IDENTITY_REJECTED,
    RefusalCode.IDENTITY_UNAVAILABLE,
    RefusalCode.CONSENT_REQUIRED,
    RefusalCode.TICKET_UNKNOWN,
    RefusalCode.KIOSK_PIN_WRONG,
    RefusalCode.KIOSK_PIN_NOT_SET,
]


def not_recognised(refusal: Refusal, code: IdentityCode) -> Message:
    """Word why somebody was not recognised; tries left and waits are told where they are known."""
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
        case RefusalCode.SECOND_FACTOR_REQUIRED:
            return Message(
                QCoreApplication.translate("Messages", "A second code is needed"),
                QCoreApplication.translate("Messages", "Please type the code that your authenticator app shows now."),
            )
        case RefusalCode.IDENTITY_REJECTED:
            return Message(
                QCoreApplication.translate("Messages", "The sign-in was declined"),
                QCoreApplication.translate(
                    "Messages",
                    "It was declined in your sign-in app. You can try again, or sign in another way.",
                ),
            )
        case RefusalCode.IDENTITY_UNAVAILABLE:
            return Message(
                QCoreApplication.translate("Messages", "The sign-in service does not answer"),
                QCoreApplication.translate("Messages", "Please sign in another way, or try again in a moment."),
                can_retry=True,
            )
        case RefusalCode.CONSENT_REQUIRED:
            return Message(
                QCoreApplication.translate("Messages", "Your consent is needed first"),
                QCoreApplication.translate(
                    "Messages", "Please read what your data is used for, and agree to it if you wish to continue."
                ),
            )
        case RefusalCode.TICKET_UNKNOWN:
            return Message(
                QCoreApplication.translate("Messages", "No booking has this number and code"),
                QCoreApplication.translate(
                    "Messages", "Please compare the ticket number and the code with your message."
                ),
            )
        case RefusalCode.KIOSK_PIN_WRONG:
            return Message(
                QCoreApplication.translate("Messages", "The PIN is not right"),
                QCoreApplication.translate("Messages", "Please type it again.")
                if refusal.attempts_left is None
                else QCoreApplication.translate(
                    "Messages", "Please type it again. Tries left: %Ln.", None, refusal.attempts_left
                ),
            )
        case RefusalCode.KIOSK_PIN_NOT_SET:
            return Message(
                QCoreApplication.translate("Messages", "No PIN has been set for this hall"),
                QCoreApplication.translate("Messages", "Please ask the administrator to set one."),
            )
        case _ as never:
            assert_never(never)
