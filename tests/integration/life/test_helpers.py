"""Visiting teams and interpreters, on both stores: made, named, ended from a day; another goes in their place."""

from datetime import date

import pytest
from sqlalchemy import insert

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment, AppointmentAsk
from desk_client.protocol.calendars import Names
from desk_client.protocol.regions import (
    Closing,
    InterpreterAsk,
    NewInterpreterAsk,
    NewTeamAsk,
    PlaceKind,
    Region,
    TeamAsk,
)
from desk_client.protocol.slots import HoldAsk
from desk_client.server.services.administration import region, sent_beside
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.closing import closing
from desk_client.server.services.finding import availability
from desk_client.server.services.finding.availability import AvailabilityQuery
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import service_kind
from tests.integration.life.lab import Lab, slot

TEAM, INTERPRETER = PlaceKind.TEAM, PlaceKind.INTERPRETER
TUESDAY = date(2026, 11, 24)


def _visits(transaction: Transaction) -> None:
    transaction.connection.execute(insert(service_kind).values(service_id="mayor-desk", kind="home_visit"))
    transaction.connection.execute(insert(service_kind).values(service_id="roads-desk", kind="home_visit"))
    rules_changed(transaction)


@pytest.fixture(autouse=True)
def visits(lab: Lab) -> None:
    lab.house.write_now(_visits)


def add_team(lab: Lab, name: str, office: str = "mayor") -> Region:
    ask = NewTeamAsk(name=Names(ar=f"فريق {name}", en=name), office_id=office)
    return lab.write(sent_beside.add_team, lab.staff("admin"), ask)


def add_interpreter(lab: Lab, name: str, language: str = "sign") -> Region:
    ask = NewInterpreterAsk(name=Names(ar=f"مترجم {name}", en=name), language=language)
    return lab.write(sent_beside.add_interpreter, lab.staff("admin"), ask)


def visit(lab: Lab, number: int, at: int, day: int = 1, office: str = "mayor") -> Appointment:
    held = lab.hold(lab.citizen(number), slot(at, day), office, kind=AppointmentKind.HOME_VISIT)
    ask = AppointmentAsk(hold_id=held.id, subject="زيارة", address="شارع الملك فهد، جازان")
    return lab.write(booking.book, lab.citizen(number), ask).appointment


def close(lab: Lab, what: PlaceKind, helper_id: str, first: date | None, version: int = 1) -> Region:
    return lab.write(closing.close, lab.staff("admin"), what, helper_id, first, version)


def seen(lab: Lab, what: PlaceKind, helper_id: str) -> Closing:
    return lab.read(closing.preview, lab.staff("admin"), what, helper_id, TUESDAY)


def refused_hold(lab: Lab, number: int, at: int, day: int, **named: object) -> RefusalCode:
    ask = HoldAsk.model_validate(
        {"office_id": "mayor", "service_id": "mayor-desk", "starts_at": slot(at, day), **named}
    )
    return lab.refused(holding.place_hold, lab.citizen(number), ask).code


def test_a_team_is_made_named_and_sent(lab: Lab) -> None:
    assert refused_hold(lab, 1, 0, 1, kind="home_visit") is RefusalCode.SLOT_TAKEN, "nobody can be sent"
    made = add_team(lab, "North")
    (team,) = next(each for each in made.offices if each.id == "mayor").teams
    assert (team.id, team.own, team.closed_from) == ("north", True, None)
    again = NewTeamAsk(name=Names(ar="فريق North", en="Other"), office_id="mayor")
    assert lab.refused(sent_beside.add_team, lab.staff("admin"), again).code is RefusalCode.ALREADY_EXISTS
    visit(lab, 1, 0)
    assert lab.owners("team:north")
    named = lab.write(sent_beside.change_team, lab.staff("admin"), "north", TeamAsk(name=Names(ar="آخر", en="x")), 1)
    assert next(each for each in named.offices if each.id == "mayor").teams[0].name.ar == "آخر"
    assert lab.audited("north") == ["add_team", "change_team"]
    nowhere = again.model_copy(update={"office_id": "none"})
    assert lab.refused(sent_beside.add_team, lab.staff("admin"), nowhere) == Refusal(
        RefusalCode.NOT_FOUND, field="office_id"
    )
    assert lab.refused(sent_beside.add_team, lab.staff("mayor"), again).code is RefusalCode.FORBIDDEN


def test_a_team_ends_and_whoever_another_can_visit_is_visited(lab: Lab) -> None:
    for name in ("North", "South"):
        add_team(lab, name)
    add_team(lab, "Roads", "roads")
    early, late = visit(lab, 1, 0, 1), visit(lab, 2, 0, 2)
    assert len(lab.owners("team:north")) == 12
    assert (seen(lab, TEAM, "north").taken_over, seen(lab, TEAM, "north").appointments) == (1, 0)

    close(lab, TEAM, "north", TUESDAY)
    assert lab.state(early.id) is lab.state(late.id) is AppointmentState.BOOKED
    assert set(lab.owners("team:north").values()) == {early.id}
    assert set(lab.owners("team:south").values()) == {late.id}
    assert "cancelled_by_office" not in lab.purposes(2)
    assert "send_another" in lab.audited(late.id)

    visit(lab, 3, 1, 1)
    assert set(lab.owners("team:north").values()) == {early.id, lab.of_person(3)[0].id}, "until that day it goes out"
    assert refused_hold(lab, 4, 0, 2, kind="home_visit") is RefusalCode.SLOT_TAKEN
    close(lab, TEAM, "south", TUESDAY)
    assert lab.state(late.id) is AppointmentState.CANCELLED, "nobody is left, and they are told"
    assert "cancelled_by_office" in lab.purposes(2)
    query = AvailabilityQuery(
        lab.found(early.id).office_id,
        lab.found(early.id).service_id,
        date(2026, 11, 23),
        4,
        kind=AppointmentKind.HOME_VISIT,
    )
    days = lab.read(availability.availability, lab.citizen(0), query).days
    assert [day.date for day in days if day.slots] == [date(2026, 11, 23)]
    close(lab, TEAM, "north", None, 2)
    assert visit(lab, 5, 0, 2).id


def test_interpreters_of_sign_language_take_over_from_each_other_alone(lab: Lab) -> None:
    add_interpreter(lab, "Urdu", "ur")
    assert refused_hold(lab, 1, 0, 2, interpreter=True) is RefusalCode.SLOT_TAKEN, "no Urdu for who cannot hear"
    add_interpreter(lab, "Amal")
    booked = lab.book(lab.citizen(1), slot(0, 2), interpreter=True)
    assert seen(lab, INTERPRETER, "amal").appointments == 1
    add_interpreter(lab, "Yousef")
    other = lab.book(lab.citizen(2), slot(0, 2), "roads", interpreter=True)
    third = lab.book(lab.citizen(3), slot(1, 2), interpreter=True)
    told = seen(lab, INTERPRETER, "amal")
    assert (told.taken_over, told.appointments) == (1, 1), "at the first time the other interprets elsewhere"
    close(lab, INTERPRETER, "amal", TUESDAY)
    assert lab.state(booked.id) is AppointmentState.CANCELLED
    assert lab.state(third.id) is lab.state(other.id) is AppointmentState.BOOKED
    assert set(lab.owners("interpreter:yousef").values()) == {other.id, third.id}
    assert not lab.owners("interpreter:amal")
    assert lab.audited("amal") == ["add_interpreter", "close_interpreter"]


def test_an_interpreter_is_named_under_the_version_that_was_seen(lab: Lab) -> None:
    (made,) = add_interpreter(lab, "Amal").interpreters
    assert (made.language, made.own, made.version) == ("sign", True, 1)
    ask = InterpreterAsk(name=Names(ar="أمل", en="Amal F."))
    lab.write(sent_beside.change_interpreter, lab.staff("admin"), "amal", ask, 1)
    late = lab.refused(sent_beside.change_interpreter, lab.staff("admin"), "amal", ask, 1)
    assert late.code is RefusalCode.PRECONDITION_FAILED
    (now,) = lab.read(region.whole, lab.staff("admin")).interpreters
    assert now.name.en == "Amal F."
