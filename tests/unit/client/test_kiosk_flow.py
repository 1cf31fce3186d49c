"""The kiosk's flow walked whole, without a screen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk_client.client.flows.kiosk import FLOW, aside, at, back, forward
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.protocol.appointments import Appointment, Outcome
from desk_client.protocol.base import Texts
from desk_client.protocol.offices import Office, Service
from desk_client.protocol.sessions import Citizen, CitizenSession

NAME = Texts(ar="ا", en="a")
OUTCOME = Outcome(
    decision=Decision(DecisionCode.GRANTED, "تم", "الطرق"),
    recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
    confirmed_at=None,
)


def office(services: int) -> Office:
    kinds = tuple(Service(id=f"s{number}", name=NAME, slot_minutes=20) for number in range(services))
    return Office(id="o", title=NAME, honorific=NAME, holder=NAME, agency=NAME, order=1, services=kinds)


def session(name: str | None) -> CitizenSession:
    person = Citizen(id="p", name=name, masked_id="10••••••08")
    return CitizenSession.model_validate(
        {"token": "t", "person": person.model_dump(), "expires_at": "2026-01-01T00:00:00Z"}
    )


def audience(state: AppointmentState) -> Appointment:
    """An audience of which nothing matters but its state."""
    return Appointment.model_construct(state=state)


def walk(visit: Visit, *, until: Page) -> list[Page]:
    pages = [visit.page]
    while visit.page is not until:
        visit = forward(visit)
        pages.append(visit.page)
        assert len(pages) < 20
    return pages


def test_a_person_known_by_name_books_with_an_office_of_one_service() -> None:
    visit = Visit(goal=Goal.BOOK, session=session("سالم"), office=office(1))
    assert walk(visit, until=Page.TICKET) == [
        Page.HOME,
        Page.NATIONAL_ID,
        Page.MOBILE,
        Page.CODE,
        Page.OFFICE,
        Page.TIME,
        Page.SUBJECT,
        Page.DOCUMENTS,
        Page.SUMMARY,
        Page.TICKET,
    ]


def test_a_new_person_is_asked_for_the_name_and_a_large_office_for_the_service() -> None:
    visit = Visit(goal=Goal.BOOK, session=session(None), office=office(2))
    pages = walk(visit, until=Page.TIME)
    assert pages[3:] == [Page.CODE, Page.NAME, Page.OFFICE, Page.SERVICE, Page.TIME]


def test_coming_on_the_day_leads_to_the_call_and_the_outcome() -> None:
    visit = Visit(goal=Goal.ATTEND, session=session("سالم"))
    assert walk(visit, until=Page.FAREWELL)[4:] == [
        Page.APPOINTMENTS,
        Page.CHECK,
        Page.WAITING,
        Page.CALL,
        Page.OUTCOME,
        Page.FAREWELL,
    ]


def test_whoever_was_received_is_asked_how_it_was_and_nobody_else() -> None:
    visit = Visit(page=Page.OUTCOME, goal=Goal.ATTEND, outcome=OUTCOME)
    assert walk(visit, until=Page.FAREWELL) == [Page.OUTCOME, Page.SURVEY, Page.FAREWELL]
    for state in AppointmentState:
        held = state in {"completed", "outcome_recorded", "confirmed"}
        visit = Visit(page=Page.OUTCOME, goal=Goal.ATTEND, appointment=audience(state))
        assert forward(visit).page is (Page.SURVEY if held else Page.FAREWELL)


def test_an_audience_is_moved_from_the_list_to_its_ticket() -> None:
    visit = Visit(goal=Goal.CHANGE, session=session("سالم"))
    pages = walk(visit, until=Page.TICKET)
    assert pages[4:] == [Page.APPOINTMENTS, Page.CHANGE, Page.TIME, Page.MOVE, Page.TICKET]


@pytest.mark.parametrize("goal", list(Goal))
def test_back_walks_the_same_pages_and_loses_no_answer(goal: Goal) -> None:
    visit = Visit(goal=goal, session=session("سالم"), office=office(2), national_id="1000000008", subject="طلب")
    trail = []
    for _ in range(30):
        trail.append(visit.page)
        if not (following := forward(visit)).trail:
            visit = following
            trail.clear()
            continue
        visit = following
        if visit.page in {Page.SUMMARY, Page.MOVE}:
            break
    answers = replace(visit, page=Page.HOME, trail=())
    while visit.trail:
        visit = back(visit)
        assert visit.page is trail.pop()
        assert replace(visit, page=Page.HOME, trail=()) == answers


def test_a_signed_in_person_cannot_go_back_to_signing_in() -> None:
    visit = replace(Visit(page=Page.CODE, trail=(Page.HOME, Page.NATIONAL_ID, Page.MOBILE)), session=session("سالم"))
    assert forward(visit).trail == ()
    assert back(forward(visit)) == forward(visit)


def test_an_event_leads_somewhere_without_a_way_back() -> None:
    visit = at(Visit(page=Page.WAITING, trail=(Page.TICKET,)), Page.CALL)
    assert (visit.page, visit.trail) == (Page.CALL, ())


def test_every_page_has_its_place() -> None:
    assert set(FLOW) == set(Page)


def test_without_a_line_a_request_is_asked_for_page_by_page_and_each_can_be_returned_to() -> None:
    visit = Visit(goal=Goal.LEAVE_REQUEST, office=office(2))
    assert walk(visit, until=Page.FAREWELL) == [
        Page.HOME,
        Page.NATIONAL_ID,
        Page.MOBILE,
        Page.NAME,
        Page.OFFICE,
        Page.SERVICE,
        Page.DAYS,
        Page.SUBJECT,
        Page.LEAVE,
        Page.SLIP,
        Page.FAREWELL,
    ]
    asked = forward(forward(forward(forward(visit))))
    assert asked.page is Page.OFFICE
    assert back(asked).page is Page.NAME, "nothing was sent: the name may be put right"


def test_without_a_line_a_check_in_needs_the_ticket_alone() -> None:
    visit = Visit(goal=Goal.LEAVE_CHECK_IN)
    assert walk(visit, until=Page.FAREWELL) == [
        Page.HOME,
        Page.TICKET_NUMBER,
        Page.TICKET_CODE,
        Page.SLIP,
        Page.FAREWELL,
    ]


def test_back_from_an_answer_leads_by_the_request_and_the_list_to_the_appointments() -> None:
    listed = aside(Visit(page=Page.APPOINTMENTS, goal=Goal.ATTEND), Page.REQUESTS)
    read = forward(listed)
    written = forward(read)
    assert [read.page, written.page] == [Page.REQUEST, Page.REPLY]
    assert back(written).page is Page.REQUEST
    assert back(back(written)).page is Page.REQUESTS
    assert back(back(back(written))).page is Page.APPOINTMENTS
    assert forward(written).page is Page.REQUEST
