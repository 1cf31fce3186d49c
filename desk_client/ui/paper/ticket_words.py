"""A ticket in words: what a person needs to come back, and nothing else of theirs."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Appointment
from desk_client.domain.kinds import AppointmentKind
from desk_client.i18n.dates import gregorian_date, hijri_date, weekday_name
from desk_client.i18n.language import Language
from desk_client.ui.attending import attending_fact
from desk_client.ui.bilingual import said
from desk_client.ui.moments import wall_span, wall_time


@dataclass(frozen=True)
class TicketSheet:
    """Every text of the paper.

    Attributes:
        facts: names and values.
        steps: what to do, a sentence each.
        link: what the QR code leads to; None: there is no code.
        is_called: the number is called out in the hall: it is read from afar.
    """

    language: Language
    heading: str
    number_name: str
    number: str
    code_name: str
    code: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    link: str | None
    link_name: str
    is_called: bool = False


def ticket_sheet(appointment: Appointment, code: str, link: str | None, language: Language) -> TicketSheet:
    """The ticket of an appointment, in the language spoken now; `code` may be empty where only the SMS tells it."""
    span = wall_span(appointment.slot)
    place = "" if appointment.site_name is None else said(appointment.site_name, language)
    facts = (
        (QCoreApplication.translate("TicketPaper", "Office"), said(appointment.office_title, language)),
        *attending_fact(appointment, language),
        (QCoreApplication.translate("TicketPaper", "Service"), said(appointment.service_name, language)),
        (QCoreApplication.translate("TicketPaper", "Kind"), kind_name(appointment.kind)),
        (QCoreApplication.translate("TicketPaper", "Place"), place),
        (QCoreApplication.translate("TicketPaper", "Day"), _day(span.day, language)),
        (QCoreApplication.translate("TicketPaper", "Time"), span.spelled_time(language)),
    )
    opens = wall_time(appointment.check_in_opens_at, appointment.slot, language)
    return TicketSheet(
        language=language,
        heading=QCoreApplication.translate("TicketPaper", "Majlis · Appointment ticket"),
        number_name=QCoreApplication.translate("TicketPaper", "Ticket number"),
        number=appointment.ticket_number,
        code_name=QCoreApplication.translate("TicketPaper", "Code"),
        code=code,
        facts=tuple(fact for fact in facts if fact[1]),
        steps=_steps(appointment.kind, opens),
        link=link,
        link_name=QCoreApplication.translate(
            "TicketPaper",
            "Scan with your phone: the appointment in your calendar. When you come, hold it before the kiosk's camera.",
        ),
    )


def _day(day: date, language: Language) -> str:
    """The Hijri day, and the Gregorian one in a line of its own: a roll is narrow."""
    comma = "،" if language.is_right_to_left else ","
    return f"{weekday_name(day, language)}{comma} {hijri_date(day, language)}\n{gregorian_date(day, language)}"


def kind_name(kind: AppointmentKind) -> str:
    """How the two meet."""
    match kind:
        case AppointmentKind.VIDEO_KIOSK:
            return QCoreApplication.translate("TicketPaper", "By video, at a kiosk")
        case AppointmentKind.VIDEO_OWN:
            return QCoreApplication.translate("TicketPaper", "By video, from your own phone or computer")
        case AppointmentKind.IN_PERSON:
            return QCoreApplication.translate("TicketPaper", "In person, at the office")
        case AppointmentKind.HOME_VISIT:
            return QCoreApplication.translate("TicketPaper", "At your home")
    assert_never(kind)


def come_words(kind: AppointmentKind, opens: str) -> str:
    """Where somebody goes on the day; `opens` is when check-in does."""
    match kind:
        case AppointmentKind.VIDEO_KIOSK:
            come = QCoreApplication.translate(
                "TicketPaper", "Come to any kiosk of this service on the day; check-in opens at {time}."
            )
        case AppointmentKind.VIDEO_OWN:
            come = QCoreApplication.translate(
                "TicketPaper", "Open the link that comes to your mobile on the day; check-in opens at {time}."
            )
        case AppointmentKind.IN_PERSON:
            come = QCoreApplication.translate("TicketPaper", "Come to the office on the day; check-in opens at {time}.")
        case AppointmentKind.HOME_VISIT:
            come = QCoreApplication.translate("TicketPaper", "Our team comes to your home at this time.")
        case _ as never:
            assert_never(never)
    return come.format(time=opens)


def _steps(kind: AppointmentKind, opens: str) -> tuple[str, ...]:
    return (
        come_words(kind, opens),
        QCoreApplication.translate("TicketPaper", "Please have your ID, your Iqama or your passport with you."),
        QCoreApplication.translate("TicketPaper", "Keep this ticket: its number leads back to your appointment."),
    )
