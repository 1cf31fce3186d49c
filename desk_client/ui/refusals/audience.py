"""What the audience, or the person's part in it, does not allow now."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.refusals.message import Message

AudienceCode: TypeAlias = Literal[
    RefusalCode.FORBIDDEN,
    RefusalCode.NOT_FOUND,
    RefusalCode.ILLEGAL_TRANSITION,
    RefusalCode.NOT_ADMITTED,
    RefusalCode.ROOM_FULL,
    RefusalCode.ONE_AT_A_TIME,
    RefusalCode.OFFICE_CLOSED,
    RefusalCode.OUTCOME_MISSING,
    RefusalCode.ALREADY_EXISTS,
]


def not_now(code: AudienceCode) -> Message:
    """Word why something cannot be done now."""
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
                QCoreApplication.translate("Messages", "The room is full"),
                QCoreApplication.translate(
                    "Messages", "Two people were called into this talk already. One of them has to leave first."
                ),
                can_retry=True,
            )
        case RefusalCode.OFFICE_CLOSED:
            return Message(
                QCoreApplication.translate("Messages", "That office receives nobody today"),
                QCoreApplication.translate(
                    "Messages",
                    "It is closed, or somebody stands in for it. Please choose another.",
                ),
            )
        case RefusalCode.ONE_AT_A_TIME:
            return Message(
                QCoreApplication.translate("Messages", "Nobody can be called into this talk"),
                QCoreApplication.translate(
                    "Messages",
                    "The visitor's program is older and shows one person alone. Nobody talks to them unseen.",
                ),
                can_retry=False,
            )
        case RefusalCode.OUTCOME_MISSING:
            return Message(
                QCoreApplication.translate("Messages", "The outcome is not written yet"),
                QCoreApplication.translate("Messages", "Please wait a moment: it will appear here."),
                can_retry=True,
            )
        case RefusalCode.ALREADY_EXISTS:
            return Message(
                QCoreApplication.translate("Messages", "This is there already"),
                QCoreApplication.translate("Messages", "Please choose another name, or change the one that is there."),
            )
        case _ as never:
            assert_never(never)
