"""A slip in words: what was left at a kiosk without a line, and that nothing of it is confirmed."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Goal, Receipt, Visit
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, full_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here
from desk_client.ui.paper.ticket_words import TicketSheet


def slip_sheet(visit: Visit, receipt: Receipt, language: Language) -> TicketSheet:
    """The slip of what was left, in the language spoken now; it names nobody."""
    return TicketSheet(
        language=language,
        heading=slip_heading(visit),
        number_name=QCoreApplication.translate("SlipPaper", "Number of this slip"),
        number=receipt.number,
        code_name="",
        code="",
        facts=slip_facts(visit, language),
        steps=slip_steps(visit),
        link=None,
        link_name="",
    )


def slip_heading(visit: Visit) -> str:
    """What it is."""
    if visit.goal is Goal.LEAVE_CHECK_IN:
        return QCoreApplication.translate("SlipPaper", "Check-in, not sent yet")
    return QCoreApplication.translate("SlipPaper", "Request, not confirmed yet")


def slip_facts(visit: Visit, language: Language) -> tuple[tuple[str, str], ...]:
    """Names and values: with whom, about what, on which days, and when it was left."""
    office, service = visit.office, visit.service
    is_request = visit.goal is Goal.LEAVE_REQUEST
    left = None if visit.receipt is None else here(visit.receipt.left_at)
    moment = "" if left is None else f"{full_date(left.date(), language)}\n{clock_time(left.time(), language)}"
    facts = (
        (
            QCoreApplication.translate("SlipPaper", "Official"),
            said(office.title, language) if is_request and office is not None else "",
        ),
        (
            QCoreApplication.translate("SlipPaper", "Service"),
            said(service.name, language) if is_request and service is not None else "",
        ),
        (
            QCoreApplication.translate("SlipPaper", "Days that suit"),
            "\n".join(full_date(day, language) for day in visit.days) if is_request else "",
        ),
        (
            QCoreApplication.translate("SlipPaper", "Ticket"),
            "" if is_request else isolated(visit.ticket_number),
        ),
        (QCoreApplication.translate("SlipPaper", "Left here"), moment),
    )
    return tuple(fact for fact in facts if fact[1])


def slip_steps(visit: Visit) -> tuple[str, ...]:
    """What happens next, a sentence each."""
    if visit.goal is Goal.LEAVE_CHECK_IN:
        return (
            QCoreApplication.translate(
                "SlipPaper",
                "That you are here is kept, and sent as soon as the line is back. The hour on this slip counts.",
            ),
            QCoreApplication.translate("SlipPaper", "Please stay in the hall, and tell the staff that you are here."),
        )
    return (
        QCoreApplication.translate(
            "SlipPaper", "No appointment is booked. Your request is sent as soon as the line is back."
        ),
        QCoreApplication.translate("SlipPaper", "You receive an SMS when it has arrived, and another with the answer."),
    )
