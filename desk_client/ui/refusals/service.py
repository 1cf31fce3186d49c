"""The server could not, or would not, do what was asked."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.refusals.message import Message

ServiceCode: TypeAlias = Literal[
    RefusalCode.FRAME_TOO_LARGE,
    RefusalCode.IDEMPOTENCY_MISMATCH,
    RefusalCode.PROTOCOL_UNSUPPORTED,
    RefusalCode.SERVER_UNAVAILABLE,
    RefusalCode.TIMEOUT,
    RefusalCode.INTERNAL,
    RefusalCode.PRECONDITION_REQUIRED,
    RefusalCode.PRECONDITION_FAILED,
]


def not_served(code: ServiceCode) -> Message:
    """Word why it was not done, and that nothing is lost."""
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
        case RefusalCode.PRECONDITION_REQUIRED:
            return Message(
                QCoreApplication.translate("Messages", "This needs to be read again first"),
                QCoreApplication.translate("Messages", "Please open it anew, then change it."),
            )
        case RefusalCode.PRECONDITION_FAILED:
            return Message(
                QCoreApplication.translate("Messages", "Somebody else has changed this meanwhile"),
                QCoreApplication.translate("Messages", "Please look at what it says now, then decide again."),
            )
        case _ as never:
            assert_never(never)
