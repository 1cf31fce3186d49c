"""What somebody with narrowed rights is offered at the desk is what the server lets them do, and nothing else."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication

from desk_client.client.day import Day, DeskPage, Outcome
from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.delegation import EVERY_RIGHT, DelegateRight
from desk_client.ui.widgets.button import Button
from tests.gallery import desk_day
from tests.gui.desk.conftest import Desk
from tests.schemas.wire import OPENAPI as GOLDEN

_AUDIENCE: Final = "/v1/appointments/{appointment_id}"
ASKED: Final[dict[str, str]] = {
    "admit": f"POST {_AUDIENCE}/admission",
    "write_outcome": f"PUT {_AUDIENCE}/outcome",
    "take_back_outcome": f"DELETE {_AUDIENCE}/outcome",
    "amend_outcome": f"POST {_AUDIENCE}/outcome/amendments",
    "ask_skip": f"POST {_AUDIENCE}/skip",
    "ask_take_first": f"PUT {_AUDIENCE}/turn",
    "ask_send_back_now": f"POST {_AUDIENCE}/send-back",
    "ask_decline": f"POST {_AUDIENCE}/decline",
    "note_": f"POST {_AUDIENCE}/notes",
    "word_to_all": "POST /v1/desk/notes",
    "take_break": "PUT /v1/desk/break",
    "end_break": "DELETE /v1/desk/break",
    "deputies": "PUT /v1/offices/{office_id}/delegates/{staff_id}",
    "turn_inbox": "GET /v1/requests",
    "turn_recordings": "GET /v1/recordings",
    "open_arrival": f"GET {_AUDIENCE}/brief",
    "document_": f"GET {_AUDIENCE}/attachments/{{attachment_id}}",
    "refresh": "GET /v1/desk/agenda",
    "turn_": "GET /v1/offices/{office_id}/days",
    "switch_sheet": "GET /v1/offices/{office_id}/days",
    "other_calendars": "GET /v1/desk/calendar-feed",
    "take_in": "PUT /v1/offices/{office_id}/busy-times",
    "forget_busy": "DELETE /v1/offices/{office_id}/busy-times",
    "feed_": "PUT /v1/desk/calendar-feed",
}
"""What pressing each button asks of the server, by its name or how that begins."""
_ROOM: Final = f"POST {_AUDIENCE}/room-token"
"""What the main action asks while somebody is in the talk."""
_HERE_ALONE: Final = (
    "turn_settings",
    "sign_out",
    "language",
    "save_minutes",
    "print_minutes",
    "case_",
    "calendar_confirm",
)
"""What asks the server for nothing of the office's."""


@cache
def policies() -> dict[str, str]:
    """The action of each route, as the server describes it."""
    document = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return {
        f"{method.upper()} {path}": described["x-action"]
        for path, methods in document["paths"].items()
        for method, described in methods.items()
        if isinstance(described, dict) and "x-action" in described
    }


def needed(name: str, *, talks: bool) -> Action | None:
    """The action that a button takes; None for what is done here."""
    if any(name.startswith(each) for each in _HERE_ALONE):
        return None
    if name == "admit" and talks:
        return Action(policies()[_ROOM])
    fitting = [each for each in ASKED if name == each or (each.endswith("_") and name.startswith(each))]
    assert fitting, f"what does {name} ask?"
    return Action(policies()[ASKED[max(fitting, key=len)]])


def offered(desk: Desk) -> set[str]:
    """Every button that can be pressed."""
    QApplication.processEvents()
    every = desk.window.findChildren(Button)
    return {each.objectName() for each in every if each.isVisible() and each.isEnabled() and each.objectName()}


def manager(day: Day, rights: frozenset[DelegateRight] | None) -> Day:
    """The day as the office's manager has it, to whom that was left; None: the official's own."""
    assert day.session is not None
    if rights is None:
        return day
    update = {"role": Role.DELEGATE, "rights": tuple(sorted(rights))}
    person = day.session.person.model_copy(update=update)
    return replace(day, session=day.session.model_copy(update={"person": person}))


def states(day: Day) -> list[Day]:
    """The audience that is open, in every state, one written and one that can be taken back."""
    brief = day.brief
    assert brief is not None
    decision = Decision(DecisionCode.GRANTED, "تمت الموافقة", "المكتب")
    found = []
    for state in AppointmentState:
        item = brief.item.model_copy(update={"state": state})
        there = replace(day, brief=brief.model_copy(update={"item": item}))
        found.append(there)
        if state in {AppointmentState.OUTCOME_RECORDED, AppointmentState.CONFIRMED}:
            for left in (timedelta(minutes=4), timedelta(minutes=-4)):
                until = datetime.now(UTC) + left
                outcome = Outcome(
                    decision=decision,
                    recorded_at=until - timedelta(minutes=5),
                    confirmed_at=None,
                    undo_until=until,
                )
                found.append(replace(there, outcome=outcome))
    return found


def walked(desk: Desk, rights: frozenset[DelegateRight] | None) -> set[Action]:
    """Every action that is offered on the pages of the day and of the calendar, with whatever is open."""
    may: set[Action] = set()
    opened = manager(desk_day.day(DeskPage.TODAY, opened="a2", unseen=frozenset({"a2"})), rights)
    shut = replace(opened, brief=None, documents=())
    for day in (
        shut,
        *(states(opened) if Action.SEE_BRIEF in opened.may else ()),
        *((replace(shut, page=DeskPage.CALENDAR),) if Action.SEE_AGENDA in opened.may else ()),
    ):
        desk.client.day.set(day)
        talks = day.brief is not None and day.brief.item.state is AppointmentState.IN_SESSION
        wanted = {name: needed(name, talks=talks) for name in offered(desk)}
        refused = {name: action for name, action in wanted.items() if action is not None and action not in day.may}
        assert not refused, f"{day.brief and day.brief.item.state} with {rights}: {refused}"
        may |= {action for action in wanted.values() if action is not None}
    return may


SETS: Final = (frozenset[DelegateRight](), *(frozenset({each}) for each in DelegateRight), EVERY_RIGHT)


@pytest.mark.parametrize("rights", SETS, ids=lambda rights: "+".join(sorted(rights)) or "none")
async def test_nothing_is_offered_that_the_server_refuses(desk: Desk, rights: frozenset[DelegateRight]) -> None:
    offers = walked(desk, rights)
    if rights == EVERY_RIGHT:
        assert {
            Action.ADMIT,
            Action.RECORD_OUTCOME,
            Action.DECLINE,
            Action.RUN_WAITING_ROOM,
            Action.WRITE_NOTE,
        } <= offers
        assert Action.ENTER_ROOM not in offers, "the talk is the official's"


async def test_an_official_is_offered_all_of_it(desk: Desk) -> None:
    assert {Action.ENTER_ROOM, Action.RECORD_OUTCOME, Action.MANAGE_DELEGATES} <= walked(desk, None)


async def test_who_may_read_no_brief_is_told_so_and_asks_for_none(desk: Desk) -> None:
    rights = frozenset({DelegateRight.SEE_CALENDAR})
    desk.client.day.set(manager(desk_day.day(DeskPage.TODAY), rights))
    QApplication.processEvents()
    desk.window.today.agenda.chosen.emit("a2")
    await desk.settle()
    assert desk.client.day.value.brief is None
    assert desk.window.today.brief.isVisible(), "it says why where the brief would be"


async def test_a_manager_admits_for_the_official_and_stays_at_the_day(desk: Desk) -> None:
    desk.client.day.set(manager(desk_day.day(DeskPage.TODAY, opened="a2"), frozenset({DelegateRight.RECEIVE})))
    QApplication.processEvents()
    admit = desk.find("admit")
    assert isinstance(admit, Button)
    admit.click()
    await desk.settle()
    assert desk.client.day.value.page is DeskPage.TODAY
    assert not desk.client.is_talking
