"""What a visitor reads where no line carries the talk: the office calls by phone, or they are booked again."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import CallBack
from desk_client.domain.fallback import CallBackResult, CallBackWay, Rung
from desk_client.ui.call.status import Status
from desk_client.ui.theme.icons import Icon


def last_resort_words(rung: Rung, call_back: CallBack | None) -> Status | None:
    """The words of a rung; None while the line is still tried alone. ``call_back``: as the server has it, if it has."""
    match rung:
        case Rung.VIDEO | Rung.SOUND_FIRST:
            return None
        case Rung.CALL_BACK:
            return _call_back(call_back)
        case Rung.REBOOKING:
            return Status(
                QCoreApplication.translate("LastResort", "You are being booked again"),
                QCoreApplication.translate(
                    "LastResort",
                    "The talk could not be held today, and that was no fault of yours. "
                    "We are looking for the next free time; you come first.",
                ),
                keeps_picture=True,
            )
    assert_never(rung)


def _call_back(call_back: CallBack | None) -> Status:
    title = QCoreApplication.translate("LastResort", "The office will call you by phone")
    if call_back is None:
        text = QCoreApplication.translate(
            "LastResort", "The line does not hold. The office is told as soon as it can be reached; please stay here."
        )
        return Status(title, text, Icon.CALL, keeps_picture=True)
    if call_back.result is CallBackResult.CALLED_BACK:
        title = QCoreApplication.translate("LastResort", "The talk goes on by phone")
        text = QCoreApplication.translate(
            "LastResort", "The office has called. When you have finished, what was decided appears here."
        )
        return Status(title, text, Icon.CALL, keeps_picture=True)
    match call_back.way:
        case CallBackWay.MOBILE:
            text = QCoreApplication.translate(
                "LastResort",
                "The line does not hold. The official knows, and calls your mobile; please keep it at hand. "
                "If the line comes back first, the talk goes on here.",
            )
        case CallBackWay.HALL:
            text = QCoreApplication.translate(
                "LastResort",
                "The line does not hold. The official knows, and calls the phone of this hall; the staff will bring "
                "you to it. If the line comes back first, the talk goes on here.",
            )
        case _ as never:
            assert_never(never)
    return Status(title, text, Icon.CALL, keeps_picture=True)
