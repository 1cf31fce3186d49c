"""The visitor's own requests in words: how each stands, what became of it, and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import OwnStep, Request
from desk_client.domain.request import RequestState, RequestStep
from desk_client.i18n.bidi import embedded, written
from desk_client.i18n.dates import full_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood

_EXCERPT = 90


@dataclass(frozen=True)
class StateWords:
    """How a request stands, what that means for the visitor, and how it is shown."""

    name: str
    meaning: str
    icon: Icon
    mood: Mood | None = None


def state_words(request: Request) -> StateWords:
    """Word how it stands."""
    match request.state:
        case RequestState.SUBMITTED:
            return StateWords(
                QCoreApplication.translate("RequestWords", "Received"),
                QCoreApplication.translate("RequestWords", "It is looked at. We send an SMS once it is answered."),
                Icon.INBOX,
            )
        case RequestState.ROUTED | RequestState.ESCALATED:
            return StateWords(
                QCoreApplication.translate("RequestWords", "With the office concerned"),
                QCoreApplication.translate("RequestWords", "It works on it. We send an SMS once it is answered."),
                Icon.BUILDING,
            )
        case RequestState.AWAITING_REPLY:
            return StateWords(
                QCoreApplication.translate("RequestWords", "There is a question for you"),
                QCoreApplication.translate("RequestWords", "The work goes on as soon as you have answered."),
                Icon.HELP,
                Mood.WARNING,
            )
        case RequestState.MERGED:
            return StateWords(
                QCoreApplication.translate("RequestWords", "Joined with another request of yours"),
                QCoreApplication.translate("RequestWords", "Both are about the same, and are answered together."),
                Icon.FILE_ADD,
            )
        case RequestState.ANSWERED:
            return StateWords(
                QCoreApplication.translate("RequestWords", "Answered"),
                QCoreApplication.translate("RequestWords", "The answer is written below."),
                Icon.CHECK_CIRCLE,
                Mood.SUCCESS,
            )
        case RequestState.DECLINED:
            return StateWords(
                QCoreApplication.translate("RequestWords", "Your request cannot be met"),
                QCoreApplication.translate("RequestWords", "The reason and the way on are written below."),
                Icon.INFO,
                Mood.WARNING,
            )
        case RequestState.SCHEDULED:
            return _scheduled(request)
        case RequestState.WITHDRAWN:
            return StateWords(
                QCoreApplication.translate("RequestWords", "You withdrew it"),
                QCoreApplication.translate("RequestWords", "Nobody works on it any more."),
                Icon.CLOSE,
            )
        case _ as never:
            assert_never(never)


def _scheduled(request: Request) -> StateWords:
    if request.may_book:
        return StateWords(
            QCoreApplication.translate("RequestWords", "You may choose a time"),
            QCoreApplication.translate("RequestWords", "You are received about it: choose when."),
            Icon.CALENDAR_TIME,
            Mood.SUCCESS,
        )
    return StateWords(
        QCoreApplication.translate("RequestWords", "An appointment was given"),
        QCoreApplication.translate("RequestWords", "It stands among your appointments."),
        Icon.CALENDAR_CHECK,
        Mood.SUCCESS,
    )


def subject_words(request: Request, language: Language) -> str:
    """What it is about: the service, or who was asked; of what an audience led to, that it did."""
    if request.decided_in is not None and request.service_name is None:
        return QCoreApplication.translate("RequestWords", "Follow-up of your audience")
    return said(request.service_name or request.agency_name, language)


def unit_words(request: Request, language: Language) -> str:
    """With whom it lies."""
    return said(request.office_title or request.agency_name, language)


def excerpt(text: str) -> str:
    """The beginning of what was asked, in one line."""
    line = " ".join(text.split())
    return written(line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rsplit(' ', 1)[0]}…")


def day_words(moment: datetime, language: Language) -> str:
    """The day of a moment, in both calendars."""
    return full_date(here(moment).date(), language)


def step_words(step: OwnStep, language: Language) -> str:
    """What happened, and what was asked or answered then."""
    unit = "" if step.unit is None else embedded(said(step.unit, language))
    told = _step(step.step).format(unit=unit)
    return f"{told}\n{written(step.words)}" if step.words else told


def _step(step: RequestStep) -> str:
    match step:
        case RequestStep.ROUTE:
            return QCoreApplication.translate("RequestWords", "It was passed on to {unit}.")
        case RequestStep.ESCALATE:
            return QCoreApplication.translate("RequestWords", "It was brought before {unit}.")
        case RequestStep.ASK_BACK:
            return QCoreApplication.translate("RequestWords", "{unit} asked you:")
        case RequestStep.REPLY:
            return QCoreApplication.translate("RequestWords", "You answered:")
        case RequestStep.ANSWER:
            return QCoreApplication.translate("RequestWords", "{unit} answered it.")
        case RequestStep.DECLINE:
            return QCoreApplication.translate("RequestWords", "{unit} could not meet it.")
        case RequestStep.GIVE_SLOT:
            return QCoreApplication.translate("RequestWords", "{unit} receives you about it.")
        case RequestStep.MERGE:
            return QCoreApplication.translate("RequestWords", "It was joined with another request of yours.")
        case RequestStep.UNMERGE:
            return QCoreApplication.translate("RequestWords", "It is worked on by itself again.")
        case RequestStep.WITHDRAW:
            return QCoreApplication.translate("RequestWords", "You withdrew it.")
        case RequestStep.TAKE | RequestStep.HAND:
            return ""  # whose work it is in the house is told to nobody
        case _ as never:
            assert_never(never)


def what_waits(requests: tuple[Request, ...] | None) -> str:
    """What somebody finds among their requests, the most urgent first."""
    states = {request.state for request in requests or ()}
    if RequestState.AWAITING_REPLY in states:
        return QCoreApplication.translate("RequestWords", "There is a question for you")
    if any(request.may_book for request in requests or ()):
        return QCoreApplication.translate("RequestWords", "You may choose a time")
    if states & {RequestState.ANSWERED, RequestState.DECLINED}:
        return QCoreApplication.translate("RequestWords", "Read the answers")
    return QCoreApplication.translate("RequestWords", "See how they stand")
