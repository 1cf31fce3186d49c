"""What an official and the office's managers are offered is what the server lets them do, and nothing else."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from desk_client.client.day import DeskPage
from desk_client.client.recording_states import RecordingRule
from desk_client.domain.access import Action, Role
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.request import RequestStep
from desk_client.ui.desk.calendar.choosing import Chosen
from desk_client.ui.widgets.button import Button
from tests.gallery import desk_calendar, desk_day, desk_inbox
from tests.gallery.narrowed_sheets import left
from tests.gallery.recording_sheets import kept, played
from tests.gui.desk.conftest import Desk
from tests.gui.rights.conftest import Walk
from tests.gui.rights.people import OF_AN_OFFICE, PEOPLE, in_each_state, seen_by
from tests.gui.rights.policies import granted

if TYPE_CHECKING:
    from desk_client.client.office_calendar import BusyTime, CalendarAudience

_EVERYTHING: Final = "delegate: everything"


async def test_the_day(walk: Walk) -> None:
    for who in OF_AN_OFFICE:
        walk.sign_out()
        opened = seen_by(desk_day.day(DeskPage.TODAY, opened="a2", unseen=frozenset({"a2"})), who)
        await walk.look(who, "the day", replace(opened, brief=None, documents=()))
        for day in in_each_state(opened) if Action.SEE_BRIEF in granted(*PEOPLE[who]) else ():
            assert day.brief is not None
            await walk.look(who, str(day.brief.item.state), day)
    assert walk.wrong == {}
    assert {
        Action.ADMIT,
        Action.RECORD_OUTCOME,
        Action.DECLINE,
        Action.RUN_WAITING_ROOM,
        Action.WRITE_NOTE,
    } <= walk.offers[_EVERYTHING]
    assert Action.ENTER_ROOM not in walk.offers[_EVERYTHING], "the talk is the official's"
    assert {Action.ENTER_ROOM, Action.RECORD_OUTCOME} <= walk.offers[Role.OFFICIAL]


async def test_the_calendar(walk: Walk) -> None:
    for who in OF_AN_OFFICE:
        may = granted(*PEOPLE[who])
        if Action.SEE_AGENDA not in may:
            continue
        walk.sign_out()
        week = walk.desk.window.calendar.week
        view = desk_calendar.view()
        assert view.days is not None
        days = view.days.model_copy(update={"may_change": Action.MANAGE_CALENDAR in may})  # as the server says
        walk.desk.window.calendar._day = desk_calendar.SUNDAY
        walk.desk.client.calendar.set(replace(view, days=days))
        await walk.look(who, "the week", seen_by(desk_day.day(DeskPage.CALENDAR), who))
        empty = Chosen(desk_calendar.at(3, 13), desk_calendar.at(3, 14))
        things: tuple[CalendarAudience | BusyTime | Chosen, ...] = (*days.audiences, *days.busy, empty)
        for thing in things:
            week.choose(thing)
            await walk.look(who, type(thing).__name__)
        walk.desk.window.calendar.asking.share()
        await walk.look(who, "other calendars")
        walk.desk.window.calendar.asking.drop()
    assert walk.wrong == {}
    assert {Action.RESCHEDULE, Action.MANAGE_CALENDAR, Action.MANAGE_DELEGATES} <= walk.offers[Role.OFFICIAL]
    assert {Action.RESCHEDULE, Action.MANAGE_CALENDAR} <= walk.offers["delegate: manage_bookings"]


async def test_the_inbox_of_an_office(walk: Walk) -> None:
    for who in OF_AN_OFFICE:
        if Action.SEE_REQUEST in granted(*PEOPLE[who]):
            await look_into_the_inbox(walk, who)
    assert walk.wrong == {}
    assert Action.TRIAGE in walk.offers["delegate: manage_bookings"]


async def look_into_the_inbox(walk: Walk, who: str) -> None:
    """Open a request in each state, as the server answers; in the last begin the step that needs most."""
    walk.sign_out()
    day = replace(seen_by(desk_inbox.day(), who), page=DeskPage.INBOX)
    walk.desk.server.inbox.documents = desk_inbox.documents()
    await walk.look(who, "the inbox", day)
    page = walk.desk.window.inbox
    for state, request_id in {item.request.state: item.request.id for item in desk_inbox.items()}.items():
        page.list.chosen.emit(request_id)
        await walk.look(who, state)
    page.reading.step_asked.emit(RequestStep.GIVE_SLOT)
    await walk.look(who, "a step begun")


async def test_the_recordings(walk: Walk) -> None:
    for who in OF_AN_OFFICE:
        if Action.SEE_RECORDING not in granted(*PEOPLE[who]):
            continue
        walk.sign_out()
        page = walk.desk.window.recordings
        await walk.look(who, "the recordings", seen_by(desk_day.day(DeskPage.RECORDINGS), who))
        if walk.desk.client.day.value.may_record:
            page._show_rule(RecordingRule(allowed=True, kept_days=30, most_days=90))
        page._show_kept(kept())
        page._place.setCurrentWidget(page.pane)
        page.pane.open(played(), may_remove=walk.desk.client.day.value.may_record)
        await walk.look(who, "one that is played")
        page.pane.close_talk()
    assert walk.wrong == {}
    assert {Action.SEE_RECORDING, Action.RECORD, Action.ALLOW_RECORDING} <= walk.offers[Role.OFFICIAL]
    assert walk.offers["delegate: receive"] & {Action.RECORD, Action.ALLOW_RECORDING} == set()


async def test_the_outcome(walk: Walk) -> None:
    for who in OF_AN_OFFICE:
        if Action.RECORD_OUTCOME in granted(*PEOPLE[who]):
            walk.sign_out()
            await walk.look(who, "the outcome", seen_by(desk_day.day(DeskPage.OUTCOME, opened="a2"), who))
    assert walk.wrong == {}


async def test_the_talk_is_shown_to_nobody_but_the_official(walk: Walk) -> None:
    walk.sign_out()
    await walk.look("official", "the talk", seen_by(desk_day.day(DeskPage.CALL, opened="a2", talking="a2"), "official"))
    assert walk.wrong == {}
    wanted = {Action.COMPLETE, Action.SEND_BACK, Action.CALL_IN, Action.GIVE_DOCUMENT, Action.SEE_CHAT}
    assert wanted <= walk.offers[Role.OFFICIAL]


async def test_who_may_read_no_brief_is_told_so_and_asks_for_none(desk: Desk) -> None:
    desk.client.day.set(left(desk_day.day(DeskPage.TODAY), DelegateRight.SEE_CALENDAR))
    QApplication.processEvents()
    desk.window.today.agenda.chosen.emit("a2")
    await desk.settle()
    assert desk.client.day.value.brief is None
    assert desk.window.today.brief.isVisible(), "it says why where the brief would be"


async def test_a_manager_admits_for_the_official_and_stays_at_the_day(desk: Desk) -> None:
    desk.client.day.set(left(desk_day.day(DeskPage.TODAY, opened="a2"), DelegateRight.RECEIVE))
    QApplication.processEvents()
    admit = desk.find("admit")
    assert isinstance(admit, Button)
    admit.click()
    await desk.settle()
    assert desk.client.day.value.page is DeskPage.TODAY
    assert not desk.client.is_talking
