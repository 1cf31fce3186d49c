"""What was decided, on the roll: for whoever wants it in the hand, and shows it where the next step is."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Appointment, Outcome
from desk_client.i18n.bidi import isolated, written
from desk_client.i18n.dates import gregorian_date, hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import wall_day
from desk_client.ui.outcome_facts import outcome_rows
from desk_client.ui.paper.qr import modules
from desk_client.ui.paper.roll import BODY, GAP, LEAD, SMALL, Align, Fact, Gap, Page, Part, Qr, Rule, line, rolled
from desk_client.ui.theme.tokens import Weight


@dataclass(frozen=True)
class OutcomeSheet:
    """Every text of the paper; nothing says whose it is but the ticket's number.

    Attributes:
        link: what the QR code leads to; None: there is no code.
    """

    language: Language
    heading: str
    decision: str
    text: str
    facts: tuple[tuple[str, str], ...]
    foot: str
    link: str | None = None
    link_name: str = ""


def outcome_sheet(
    appointment: Appointment, outcome: Outcome, decision: str, link: str | None, language: Language
) -> OutcomeSheet:
    """The slip in the language spoken now; ``decision`` names it, ``link`` tells anybody whether it stands."""
    day = wall_day(outcome.recorded_at, appointment.slot)
    facts = (
        (QCoreApplication.translate("OutcomePaper", "Office"), said(appointment.office_title, language)),
        (
            QCoreApplication.translate("OutcomePaper", "Day"),
            f"{hijri_date(day, language)}\n{gregorian_date(day, language)}",
        ),
        *outcome_rows(outcome, language),
        (QCoreApplication.translate("OutcomePaper", "Ticket"), isolated(appointment.ticket_number)),
    )
    return OutcomeSheet(
        language,
        QCoreApplication.translate("OutcomePaper", "Majlis · Outcome of your audience"),
        decision,
        written(outcome.decision.text),
        tuple(fact for fact in facts if fact[1]),
        QCoreApplication.translate("OutcomePaper", "You can read this at any kiosk with your ID."),
        link,
        QCoreApplication.translate("OutcomePaper", "Scan to see whether this paper is genuine and still stands."),
    )


def outcome_page(sheet: OutcomeSheet) -> Page:
    """Paint the slip."""
    return rolled(sheet.heading, _parts(sheet))


def _parts(sheet: OutcomeSheet) -> Iterator[Part]:
    is_mirrored = sheet.language.is_right_to_left
    yield line(sheet.heading, LEAD, Weight.SEMIBOLD, is_mirrored=is_mirrored)
    yield Rule()
    yield line(sheet.decision, LEAD, Weight.BOLD, is_mirrored=is_mirrored)
    yield Gap(GAP)
    yield line(sheet.text, BODY, Weight.REGULAR, Align.AlignLeading, is_mirrored=is_mirrored)
    yield Rule()
    for name, value in sheet.facts:
        yield Fact(name, value, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield Rule()
    if sheet.link is not None:
        yield Qr(modules(sheet.link))
        yield line(sheet.link_name, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield line(sheet.foot, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
