"""A brief as rows of name and value, for the pane and for beside a talk."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desk_client.client.chat_lines import ChatAuthor, ChatLine
from desk_client.client.day import Brief, PastAudience
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.dates import both_dates, full_date, hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import on_wall, place_words
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.moments import here, wall_span


def verified_words(verified_by: str, verified_at: datetime | None, language: Language) -> str:
    """How it is known who they are, and since when."""
    match verified_by:
        case "sms_code":
            how = QCoreApplication.translate("Brief", "Proved by national ID and a code by SMS")
        case "nafath":
            how = QCoreApplication.translate("Brief", "Proved by the national sign-on (Nafath)")
        case "operator":
            how = QCoreApplication.translate("Brief", "The hall's operator has seen their papers")
        case "":
            return QCoreApplication.translate("Brief", "Not proved yet who they are")
        case _:
            how = QCoreApplication.translate("Brief", "By the staff")
    return how if verified_at is None else f"{how} · {hijri_date(here(verified_at).date(), language)}"


def brief_rows(brief: Brief, language: Language, today: date) -> tuple[tuple[str, str], ...]:
    """What about, from where and when; on which day where that is not `today`."""
    item = brief.item
    span = wall_span(item.slot)
    day = () if span.day == today else (span.spelled_day(language),)
    present = on_wall(item.present_since, item, language) if item.present_since is not None else ""
    chat = "\n".join(chat_words(line) for line in brief.chat)
    return (
        *handed_rows(brief, language),
        *(((QCoreApplication.translate("Brief", "Written in the talk"), chat),) if chat else ()),
        (QCoreApplication.translate("Brief", "Service"), said(item.service_name, language)),
        (QCoreApplication.translate("Brief", "Time"), " · ".join((*day, span.spelled_time(language)))),
        (QCoreApplication.translate("Brief", "Place"), place_words(item, language)),
        (QCoreApplication.translate("Brief", "Checked in"), present),
        (QCoreApplication.translate("Brief", "Booked on"), full_date(here(brief.booked_at).date(), language)),
    )


def handed_rows(brief: Brief, language: Language) -> tuple[tuple[str, str], ...]:
    """Who handed the talk over, and what they wrote with it; no row where nobody did."""
    return tuple(
        (
            QCoreApplication.translate("Handover", "Handed over by {office}").format(
                office=embedded(said(each.office_title, language))
            ),
            each.note or QCoreApplication.translate("Handover", "No note was written."),
        )
        for each in brief.handed_over
    )


def talk_rows(brief: Brief, language: Language) -> tuple[tuple[str, str], ...]:
    """What one looks up during a talk."""
    item = brief.item
    return (
        *handed_rows(brief, language),
        (QCoreApplication.translate("Brief", "Service"), said(item.service_name, language)),
        (QCoreApplication.translate("Brief", "Place"), place_words(item, language)),
        (QCoreApplication.translate("Brief", "National ID"), isolated(item.masked_id)),
        (QCoreApplication.translate("Brief", "Identified by"), verified_words(brief.verified_by, None, language)),
    )


def past_words(past: PastAudience, language: Language) -> tuple[str, str]:
    """An earlier audience: when and what about, what was decided and amended, and what was written beside the talk."""
    title = f"{both_dates(here(past.held_at).date(), language)} · {said(past.service_name, language)}"
    decided = (
        QCoreApplication.translate("Brief", "Nothing was decided.")
        if past.decision is None
        else f"{decision_words(past.decision.code).name}: {past.decision.text}"
    )
    added = QCoreApplication.translate("Brief", "Amended: {text}")
    amended = (added.format(text=each.text) for each in past.amendments)
    return title, "\n".join((decided, *amended, *(chat_words(line) for line in past.chat)))


def chat_words(line: ChatLine) -> str:
    """One line that was written beside a talk, with who wrote it."""
    match line.author:
        case ChatAuthor.CITIZEN:
            who = QCoreApplication.translate("Brief", "Visitor")
        case ChatAuthor.OFFICIAL:
            who = QCoreApplication.translate("Brief", "Official")
        case ChatAuthor.DELEGATE:
            who = QCoreApplication.translate("Brief", "Office delegate")
    return f"{who}: {line.text}"
