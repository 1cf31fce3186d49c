"""A file that somebody brought was not taken."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.refusals.message import Message

AttachmentCode: TypeAlias = Literal[
    RefusalCode.ATTACHMENT_KIND_REFUSED,
    RefusalCode.ATTACHMENT_TOO_LARGE,
    RefusalCode.ATTACHMENT_DAMAGED,
    RefusalCode.ATTACHMENT_INFECTED,
    RefusalCode.ATTACHMENTS_FULL,
    RefusalCode.SCANNER_UNAVAILABLE,
]


def not_attached(code: AttachmentCode) -> Message:
    """Word why a file was not taken, and which would be."""
    match code:
        case RefusalCode.ATTACHMENT_KIND_REFUSED:
            return Message(
                QCoreApplication.translate("Messages", "Files of this kind cannot be taken"),
                QCoreApplication.translate("Messages", "Please choose a PDF document, or a photo."),
            )
        case RefusalCode.ATTACHMENT_TOO_LARGE:
            return Message(
                QCoreApplication.translate("Messages", "The file is too large"),
                QCoreApplication.translate(
                    "Messages", "A file may have up to ten megabytes. Please choose a smaller one."
                ),
            )
        case RefusalCode.ATTACHMENT_DAMAGED:
            return Message(
                QCoreApplication.translate("Messages", "The file cannot be read"),
                QCoreApplication.translate(
                    "Messages", "It seems to be damaged or locked by a password. Please save it anew and try again."
                ),
            )
        case RefusalCode.ATTACHMENT_INFECTED:
            return Message(
                QCoreApplication.translate("Messages", "The file is not safe"),
                QCoreApplication.translate(
                    "Messages", "Harmful content was found in it, and it was not kept. Please choose another file."
                ),
            )
        case RefusalCode.ATTACHMENTS_FULL:
            return Message(
                QCoreApplication.translate("Messages", "No more files can be added"),
                QCoreApplication.translate("Messages", "Please remove one of the files first."),
            )
        case RefusalCode.SCANNER_UNAVAILABLE:
            return Message(
                QCoreApplication.translate("Messages", "Files cannot be checked at the moment"),
                QCoreApplication.translate(
                    "Messages", "A file is only taken once it has been checked. Please try again in a moment."
                ),
                can_retry=True,
            )
        case _ as never:
            assert_never(never)
