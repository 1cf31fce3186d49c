"""A request in words: where it stands, how old it is, and what was done with it."""

from datetime import datetime, timedelta
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.inbox import InboxItem, Shelf, StepTaken
from desk_client.domain.decision import Part
from desk_client.domain.request import RequestState, RequestStep
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import clock_time, full_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood

_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)

STEP_ICONS: Final = {
    RequestStep.TAKE: Icon.HAND,
    RequestStep.ANSWER: Icon.MESSAGE,
    RequestStep.ROUTE: Icon.BUILDING,
    RequestStep.ESCALATE: Icon.SHIFT,
    RequestStep.GIVE_SLOT: Icon.CALENDAR_CHECK,
    RequestStep.DECLINE: Icon.CLOSE,
    RequestStep.ASK_BACK: Icon.HELP,
    RequestStep.HAND: Icon.PERSON,
    RequestStep.MERGE: Icon.FILE_ADD,
    RequestStep.UNMERGE: Icon.SEND_BACK,
}
"""The steps of whoever triages, in the order in which they are offered."""


def state_words(state: RequestState) -> str:
    """Where a request stands, in a word or two."""
    match state:
        case RequestState.SUBMITTED:
            return QCoreApplication.translate("Inbox", "New")
        case RequestState.ROUTED:
            return QCoreApplication.translate("Inbox", "With a department")
        case RequestState.ESCALATED:
            return QCoreApplication.translate("Inbox", "Escalated")
        case RequestState.AWAITING_REPLY:
            return QCoreApplication.translate("Inbox", "Waiting for the citizen")
        case RequestState.MERGED:
            return QCoreApplication.translate("Inbox", "Merged")
        case RequestState.ANSWERED:
            return QCoreApplication.translate("Inbox", "Answered")
        case RequestState.DECLINED:
            return QCoreApplication.translate("Inbox", "Declined")
        case RequestState.SCHEDULED:
            return QCoreApplication.translate("Inbox", "Slot given")
        case RequestState.WITHDRAWN:
            return QCoreApplication.translate("Inbox", "Withdrawn")
    assert_never(state)


def is_overdue(item: InboxItem, now: datetime) -> bool:
    """Whether somebody should have looked at it by now."""
    return item.due_at is not None and item.due_at <= now


def pill_words(item: InboxItem, now: datetime) -> tuple[str, Mood | None]:
    """What is said of it first: that it is late, or where it stands."""
    if item.request.state is RequestState.AWAITING_REPLY:
        late = QCoreApplication.translate("Inbox", "No reply yet")
        return (late, Mood.WARNING) if is_overdue(item, now) else (state_words(item.request.state), None)
    if is_overdue(item, now):
        return QCoreApplication.translate("Inbox", "Overdue"), Mood.ERROR
    mood = Mood.INFO if item.request.state is RequestState.ESCALATED else None
    return state_words(item.request.state), mood


def age_words(span: timedelta) -> str:
    """How long ago, in the largest unit that says anything."""
    if span < _MINUTE:
        return QCoreApplication.translate("Inbox", "just now")
    if span < _HOUR:
        return QCoreApplication.translate("Inbox", "%Ln min ago", "", span // _MINUTE)
    if span < _DAY:
        return QCoreApplication.translate("Inbox", "%Ln h ago", "", span // _HOUR)
    return QCoreApplication.translate("Inbox", "%Ln d ago", "", span // _DAY)


def owner_words(item: InboxItem, me: str, language: Language) -> str:
    """Whose it is."""
    if item.owner is None:
        return QCoreApplication.translate("Inbox", "Nobody has taken it")
    if item.owner.id == me:
        return QCoreApplication.translate("Inbox", "With you")
    return QCoreApplication.translate("Inbox", "With {name}").format(name=embedded(said(item.owner.name, language)))


def service_words(item: InboxItem, language: Language) -> str:
    """What it is about: the service that the citizen chose, or that an audience was held and asks for this."""
    decided = item.request.decided_in
    if decided is not None and item.request.service_name is None:
        return part_words(decided.part)
    if item.request.service_name is None:
        return QCoreApplication.translate("Inbox", "A request without a service")
    return said(item.request.service_name, language)


def part_words(part: Part) -> str:
    """What of an outcome it is."""
    match part:
        case Part.DIRECTIVE:
            return QCoreApplication.translate("Inbox", "A directive from an audience")
        case Part.ACTION:
            return QCoreApplication.translate("Inbox", "An action item from an audience")
        case Part.FOLLOW_UP:
            return QCoreApplication.translate("Inbox", "A follow-up audience is to be given")
    assert_never(part)


def wish_words(item: InboxItem) -> str:
    """What stands above the words of a request: whose wish they are."""
    if item.request.decided_in is not None:
        return QCoreApplication.translate("Inbox", "What was decided in the audience")
    return QCoreApplication.translate("Inbox", "What they want")


def moment_words(moment: datetime, language: Language) -> str:
    """A day in both calendars, and its hour."""
    wall = here(moment)
    return f"{embedded(full_date(wall.date(), language))} · {embedded(clock_time(wall.time(), language))}"


def shelf_words(shelf: Shelf | None) -> str:
    """The name of a work list."""
    match shelf:
        case Shelf.MINE:
            return QCoreApplication.translate("Inbox", "Mine")
        case Shelf.UNOWNED:
            return QCoreApplication.translate("Inbox", "Not taken")
        case Shelf.UNATTENDED:
            return QCoreApplication.translate("Inbox", "With nobody there")
        case None:
            return QCoreApplication.translate("Inbox", "All")
    assert_never(shelf)


def empty_words(shelf: Shelf | None) -> tuple[str, str]:
    """Why a work list is empty."""
    match shelf:
        case Shelf.MINE:
            return (
                QCoreApplication.translate("Inbox", "Nothing is yours at the moment"),
                QCoreApplication.translate("Inbox", "What you take, or a colleague hands to you, lies here."),
            )
        case Shelf.UNOWNED:
            return (
                QCoreApplication.translate("Inbox", "Everything has been taken"),
                QCoreApplication.translate("Inbox", "As soon as somebody sends a request, it appears here by itself."),
            )
        case Shelf.UNATTENDED:
            return (
                QCoreApplication.translate("Inbox", "Somebody works at every desk"),
                QCoreApplication.translate(
                    "Inbox", "A request that is sent to a department without staff appears here, so that it is seen."
                ),
            )
        case None:
            return (
                QCoreApplication.translate("Inbox", "No open requests"),
                QCoreApplication.translate("Inbox", "As soon as somebody sends a request, it appears here by itself."),
            )
    assert_never(shelf)


def step_name(step: RequestStep) -> str:
    """What a step's button says."""
    match step:
        case RequestStep.TAKE:
            return QCoreApplication.translate("Inbox", "Take it")
        case RequestStep.HAND:
            return QCoreApplication.translate("Inbox", "Hand over")
        case RequestStep.ANSWER:
            return QCoreApplication.translate("Inbox", "Answer")
        case RequestStep.ROUTE:
            return QCoreApplication.translate("Inbox", "Route")
        case RequestStep.ESCALATE:
            return QCoreApplication.translate("Inbox", "Escalate")
        case RequestStep.GIVE_SLOT:
            return QCoreApplication.translate("Inbox", "Give a slot")
        case RequestStep.DECLINE:
            return QCoreApplication.translate("Inbox", "Decline")
        case RequestStep.MERGE:
            return QCoreApplication.translate("Inbox", "Merge")
        case RequestStep.UNMERGE:
            return QCoreApplication.translate("Inbox", "Take apart")
        case RequestStep.ASK_BACK:
            return QCoreApplication.translate("Inbox", "Ask back")
        case RequestStep.REPLY | RequestStep.WITHDRAW:
            return ""  # the citizen's own
    assert_never(step)


def _done_words(step: RequestStep) -> str:
    match step:
        case RequestStep.TAKE:
            return QCoreApplication.translate("Inbox", "Taken")
        case RequestStep.HAND:
            return QCoreApplication.translate("Inbox", "Handed to {to}")
        case RequestStep.ANSWER:
            return QCoreApplication.translate("Inbox", "Answered")
        case RequestStep.ROUTE:
            return QCoreApplication.translate("Inbox", "Routed to {to}")
        case RequestStep.ESCALATE:
            return QCoreApplication.translate("Inbox", "Escalated to {to}")
        case RequestStep.GIVE_SLOT:
            return QCoreApplication.translate("Inbox", "Slot given")
        case RequestStep.DECLINE:
            return QCoreApplication.translate("Inbox", "Declined")
        case RequestStep.MERGE:
            return QCoreApplication.translate("Inbox", "Merged with another request of the same person")
        case RequestStep.UNMERGE:
            return QCoreApplication.translate("Inbox", "Taken apart again")
        case RequestStep.ASK_BACK:
            return QCoreApplication.translate("Inbox", "The citizen was asked")
        case RequestStep.REPLY:
            return QCoreApplication.translate("Inbox", "The citizen replied")
        case RequestStep.WITHDRAW:
            return QCoreApplication.translate("Inbox", "Withdrawn by the citizen")
    assert_never(step)


def history_words(taken: StepTaken, language: Language) -> tuple[str, str]:
    """What was done, when and by whom; and what was said then."""
    to = taken.office_title or taken.given_to
    done = _done_words(taken.step).format(to="" if to is None else embedded(said(to, language)))
    parts = [done, moment_words(taken.at, language)]
    if taken.by is not None:
        parts.insert(1, embedded(said(taken.by, language)))
    return " · ".join(parts), taken.words or ""
