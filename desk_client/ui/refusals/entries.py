"""What was typed and cannot be taken as it stands."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.refusals.message import Message

EntryCode: TypeAlias = Literal[
    RefusalCode.INVALID_NATIONAL_ID,
    RefusalCode.INVALID_MOBILE,
    RefusalCode.INVALID_EMAIL,
    RefusalCode.INVALID_NAME,
    RefusalCode.INVALID_SUBJECT,
    RefusalCode.INVALID_REQUEST,
    RefusalCode.INVALID_DOCUMENT,
    RefusalCode.INVALID_NATIONALITY,
    RefusalCode.INVALID_REPRESENTATION,
    RefusalCode.INVALID_ADDRESS,
    RefusalCode.INVALID_REASON,
    RefusalCode.PASSWORD_WEAK,
    RefusalCode.PASSWORD_CHANGE_REQUIRED,
]


def typed_wrongly(code: EntryCode) -> Message:
    """Word what was typed wrongly: which part it is, and how it should read."""
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
        case RefusalCode.INVALID_EMAIL:
            return Message(
                QCoreApplication.translate("Messages", "This e-mail address is not right"),
                QCoreApplication.translate("Messages", "Please type it as it is written, with its @ sign."),
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
        case RefusalCode.INVALID_DOCUMENT:
            return Message(
                QCoreApplication.translate("Messages", "This document number is not right"),
                QCoreApplication.translate(
                    "Messages",
                    "Please type the letters and digits as they stand in your passport, or your border number.",
                ),
            )
        case RefusalCode.INVALID_NATIONALITY:
            return Message(
                QCoreApplication.translate("Messages", "The nationality is missing"),
                QCoreApplication.translate("Messages", "Please choose the country that issued your passport."),
            )
        case RefusalCode.INVALID_REPRESENTATION:
            return Message(
                QCoreApplication.translate("Messages", "The power of attorney is not complete"),
                QCoreApplication.translate(
                    "Messages", "Please say for whom you have come, and type the number of the power of attorney."
                ),
            )
        case RefusalCode.INVALID_ADDRESS:
            return Message(
                QCoreApplication.translate("Messages", "The address is not complete"),
                QCoreApplication.translate("Messages", "A home visit needs the district, the street and the building."),
            )
        case RefusalCode.INVALID_REASON:
            return Message(
                QCoreApplication.translate("Messages", "A rejection needs its reason"),
                QCoreApplication.translate(
                    "Messages", "Please name the unit that rejects, the reason, and where the person goes next."
                ),
            )
        case RefusalCode.PASSWORD_WEAK:
            return Message(
                QCoreApplication.translate("Messages", "This password is too easy to guess"),
                QCoreApplication.translate(
                    "Messages", "Please choose a longer one; a few words that do not belong together are good."
                ),
            )
        case RefusalCode.PASSWORD_CHANGE_REQUIRED:
            return Message(
                QCoreApplication.translate("Messages", "Your first password has to be changed"),
                QCoreApplication.translate(
                    "Messages", "Please sign in at the desk and choose one that nobody else knows."
                ),
            )
        case _ as never:
            assert_never(never)
