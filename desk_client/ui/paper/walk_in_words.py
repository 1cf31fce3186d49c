"""A number of the hall's queue in words, for its paper: nothing on it says who has it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_client.client.day import Texts
from desk_client.client.walk_ins import Told
from desk_client.i18n.dates import gregorian_date, hijri_date, weekday_name
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.paper.ticket_words import TicketSheet


def walk_in_sheet(told: Told, hall: Texts, day: date, reason: str, language: Language) -> TicketSheet:
    """The paper of a number, in the language spoken now; `reason` is what they have come for, in words."""
    comma = "،" if language.is_right_to_left else ","
    spelled_day = f"{weekday_name(day, language)}{comma} {hijri_date(day, language)}\n{gregorian_date(day, language)}"
    facts = (
        (QCoreApplication.translate("WalkInPaper", "For"), reason),
        (
            QCoreApplication.translate("WalkInPaper", "Before you"),
            "" if told.ahead is None else shown(told.ahead, language),
        ),
        (QCoreApplication.translate("WalkInPaper", "Expected"), expected_words(told, language)),
        (QCoreApplication.translate("WalkInPaper", "Hall"), said(hall, language)),
        (QCoreApplication.translate("WalkInPaper", "Day"), spelled_day),
    )
    return TicketSheet(
        language=language,
        heading=QCoreApplication.translate("WalkInPaper", "Majlis · Your number"),
        number_name=QCoreApplication.translate("WalkInPaper", "Number"),
        number=told.number,
        code_name="",
        code="",
        facts=tuple(fact for fact in facts if fact[1]),
        steps=(QCoreApplication.translate("WalkInPaper", "Please wait in the hall until your number is called."),),
        link=None,
        link_name="",
        is_called=True,
    )


def expected_words(told: Told, language: Language) -> str:
    """When their turn comes, as a range; empty where nobody knows."""
    if told.earliest_min is None or told.latest_min is None:
        return ""
    if told.earliest_min == 0:
        text = QCoreApplication.translate("WalkInPaper", "within {latest} minutes")
    else:
        text = QCoreApplication.translate("WalkInPaper", "in {earliest} to {latest} minutes")
    return text.format(earliest=shown(told.earliest_min, language), latest=shown(told.latest_min, language))
