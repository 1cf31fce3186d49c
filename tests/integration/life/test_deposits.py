"""What was left at kiosks without a line comes in: once each, in any order, and nothing of it is a booking."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import permutations
from typing import Any, Final

import pytest
from sqlalchemy import Connection, select, update

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.deposits import MOST_AWAY, Verdict
from desk_client.domain.ids import AppointmentId, RequestId, SessionId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, Mobile
from desk_client.domain.satisfaction import Reason
from desk_client.i18n.language import Language
from desk_client.protocol.deposits import CheckInLeft, DepositAsk, SurveyLeft, outside
from desk_client.protocol.requests import GiveSlotStep, TriageAsk
from desk_client.protocol.satisfaction import SatisfactionAsk
from desk_client.protocol.sealed_box import close_box
from desk_client.protocol.slots import MoveAsk
from desk_client.server.jobs.no_shows import settle_missed
from desk_client.server.services.access import people
from desk_client.server.services.access.adopting import adopt
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests as asking
from desk_client.server.services.asking import triage
from desk_client.server.services.asking.inbox import inbox
from desk_client.server.services.booking import appointments
from desk_client.server.services.deposits import taking_in
from desk_client.server.services.life import audiences, changes, satisfaction
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import booking
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import person
from tests.integration.life.depositing import (
    MINUTE,
    MOBILE,
    NATIONAL_ID,
    Event,
    Kiosk,
    end_state,
    handing_in,
    requests_of,
    wish,
)
from tests.integration.life.lab import Lab, slot

STARTS: Final = slot(1)
ENDS: Final = STARTS + 30 * MINUTE
EARLY: Final = STARTS - timedelta(hours=12)
"""Before any check-in opens."""


def ticket(lab: Lab, number: int = 1, starts_at: datetime = STARTS) -> tuple[AppointmentId, CheckInLeft]:
    """An appointment of that citizen, and the ticket's two numbers."""
    booked = lab.booked(lab.citizen(number), starts_at)
    left = CheckInLeft(ticket_number=booked.appointment.ticket_number, ticket_code=booked.ticket_code)
    return AppointmentId(booked.appointment.id), left


# --- check-ins --------------------------------------------------------------------------------------------------------


def test_whoever_was_there_in_time_waits_from_that_moment_on(lab: Lab) -> None:
    appointment_id, left = ticket(lab)
    lab.at(STARTS + 10 * MINUTE)
    deposit = Kiosk(lab).hands_in(left, STARTS - 5 * MINUTE)
    assert (deposit.verdict, deposit.clock_is_plausible) == (Verdict.CHECKED_IN, True)
    found = lab.found(appointment_id)
    assert (found.state, found.checked_in_at, found.checked_in_kiosk_id) == (
        AppointmentState.WAITING,
        STARTS - 5 * MINUTE,
        "hall-1",
    )
    assert lab.audited(appointment_id)[-3:] == ["check_in", "wait", "take_in_deposit"]


def test_the_same_entry_is_taken_in_once(lab: Lab) -> None:
    appointment_id, left = ticket(lab)
    lab.at(STARTS)
    kiosk = Kiosk(lab)
    entry_id, ask = kiosk.ask(left, STARTS)
    first = kiosk.sends(entry_id, ask)
    version = lab.found(appointment_id).version
    lab.at(STARTS + 5 * MINUTE)
    assert kiosk.sends(entry_id, ask) == first
    assert lab.found(appointment_id).version == version


def test_a_no_show_is_lifted_and_made_good_with_priority(lab: Lab) -> None:
    appointment_id, left = ticket(lab)
    lab.at(ENDS + changes.GRACE)
    settle_missed(lab.house)
    assert lab.state(appointment_id) is AppointmentState.NO_SHOW
    assert Kiosk(lab).hands_in(left, STARTS).verdict is Verdict.MADE_GOOD
    missed, again = lab.of_person(1)
    assert (missed.state, missed.checked_in_at) == (AppointmentState.UNSERVED, STARTS)
    assert (again.state, again.priority) == (AppointmentState.BOOKED, 1)
    assert "lift_no_show" in lab.audited(appointment_id)
    assert "fault_rebooked" in lab.purposes(1)
    assert Kiosk(lab, "hall-2").hands_in(left, STARTS - MINUTE, "x").verdict is Verdict.MADE_GOOD
    assert len(lab.of_person(1)) == 2, "it is made good once"


@pytest.mark.parametrize(
    ("left_at", "verdict"),
    [(EARLY, Verdict.TOO_EARLY), (ENDS, Verdict.TOO_LATE)],
)
def test_whoever_was_not_there_in_time_stays_a_no_show(lab: Lab, left_at: datetime, verdict: Verdict) -> None:
    appointment_id, left = ticket(lab)
    lab.at(ENDS + 20 * MINUTE)
    settle_missed(lab.house)
    assert Kiosk(lab).hands_in(left, left_at).verdict is verdict
    assert lab.state(appointment_id) is AppointmentState.NO_SHOW


def test_a_wrong_code_opens_nothing_and_is_counted(lab: Lab) -> None:
    appointment_id, left = ticket(lab)
    lab.at(STARTS)
    kiosk = Kiosk(lab)
    wrong = left.model_copy(update={"ticket_code": "000000" if left.ticket_code != "000000" else "111111"})
    verdicts = [kiosk.hands_in(wrong, STARTS).verdict for _ in range(16)]
    assert verdicts == [Verdict.TICKET_UNKNOWN] * 15 + [Verdict.TOO_MANY_TRIES]
    assert (
        kiosk.hands_in(left.model_copy(update={"ticket_number": "99999999"}), STARTS).verdict is Verdict.TICKET_UNKNOWN
    )
    assert lab.state(appointment_id) is AppointmentState.BOOKED


@pytest.mark.parametrize("wrong", [MOST_AWAY + MINUTE, -5 * MINUTE, -timedelta(days=1)])
def test_a_clock_that_cannot_be_believed_is_the_server_s(lab: Lab, wrong: timedelta) -> None:
    appointment_id, left = ticket(lab)
    lab.at(STARTS)
    deposit = Kiosk(lab).hands_in(left, STARTS - wrong)
    assert (deposit.verdict, deposit.counted_at, deposit.clock_is_plausible) == (Verdict.CHECKED_IN, STARTS, False)
    assert lab.found(appointment_id).checked_in_at == STARTS


def test_what_cannot_be_opened_or_read_is_a_verdict(lab: Lab) -> None:
    kiosk, box, now = Kiosk(lab), lab.house.deposits, lab.clock.now()
    _, ask = kiosk.ask(wish(), now)
    assert kiosk.sends("another-id", ask).verdict is Verdict.UNREADABLE
    assert kiosk.sends("b", ask.model_copy(update={"key_id": "old"})).verdict is Verdict.UNREADABLE
    nonsense = close_box(box.public_key, b'{"kind": "booking"}', outside("c", 1, now))
    assert kiosk.sends("c", DepositAsk.of(1, now, box.key_id, nonsense)).verdict is Verdict.INVALID
    assert requests_of(lab) == []


def test_only_a_kiosk_hands_in(lab: Lab) -> None:
    _, ask = Kiosk(lab).ask(wish(), lab.clock.now())
    for actor in (lab.citizen(1), lab.staff("hall-operator"), lab.staff("admin")):
        refused = lab.refused(taking_in.take_in, actor, lab.house.deposits, "id", ask)
        assert refused.code is RefusalCode.FORBIDDEN


# --- every order of arrival, through the services and a real store ---------------------------------------------------


def seen_of(appointment_id: AppointmentId, number: int = 1) -> Callable[[Transaction], Any]:
    """State and check-in of the appointment, and how many the person has."""

    def look(transaction: Transaction) -> Any:
        found = appointments.found_again(transaction, appointment_id)
        every = transaction.connection.execute(
            select(booking.appointment.c.id).where(booking.appointment.c.person_id == f"per_{number}")
        ).all()
        return found.state, found.checked_in_at, len(every)

    return look


@pytest.mark.parametrize(
    ("at", "names", "expected"),
    [
        (ENDS + 15 * MINUTE, ["no_show"], (AppointmentState.UNSERVED, STARTS - MINUTE, 2)),
        (STARTS + 5 * MINUTE, ["online"], (AppointmentState.WAITING, STARTS - MINUTE, 1)),
        (STARTS + 5 * MINUTE, ["cancel"], (AppointmentState.CANCELLED, ..., 1)),
        (STARTS + 5 * MINUTE, ["cancel", "online"], (AppointmentState.CANCELLED, ..., 1)),
    ],
)
def test_two_kiosks_and_the_server_lead_to_the_same_in_every_order(
    lab: Lab, at: datetime, names: list[str], expected: tuple[Any, ...]
) -> None:
    appointment_id, left = ticket(lab)
    one, two = Kiosk(lab, "hall-1"), Kiosk(lab, "hall-2")
    staff, citizen = lab.staff("mayor"), lab.citizen(1)
    events: dict[str, Event] = {
        "no_show": lambda transaction: changes.mark_no_show(transaction, staff, appointment_id, None),
        "cancel": lambda transaction: changes.cancel(transaction, staff, appointment_id, None),
        "online": lambda transaction: audiences.check_in(transaction, citizen, appointment_id),
    }
    arriving = [
        handing_in(one, left, EARLY),
        handing_in(one, left, STARTS + MINUTE),
        handing_in(two, left, STARTS - MINUTE),
        *(events[name] for name in names),
    ]
    found = {end_state(lab, order, at, seen_of(appointment_id)) for order in permutations(arriving)}
    assert {(state, ... if expected[1] is ... else here, count) for state, here, count in found} == {expected}


def test_a_move_and_a_check_in_that_cross_leave_the_one_that_was_first(lab: Lab) -> None:
    appointment_id, left = ticket(lab)
    staff = lab.staff("mayor")
    moving: Event = lambda transaction: changes.reschedule(  # noqa: E731 - one of several events
        transaction, staff, appointment_id, MoveAsk(starts_at=slot(2, day=3)), None
    )
    arriving = handing_in(Kiosk(lab), left, STARTS)
    look = seen_of(appointment_id)
    assert end_state(lab, [arriving, moving], STARTS + MINUTE, look)[0] is AppointmentState.WAITING
    assert end_state(lab, [moving, arriving], STARTS + MINUTE, look)[0] is AppointmentState.BOOKED


# --- surveys ----------------------------------------------------------------------------------------------------------


def received(lab: Lab, number: int = 1) -> AppointmentId:
    """An audience of that citizen that was held."""
    booked = lab.book(lab.citizen(number), STARTS)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(booking.appointment).where(booking.appointment.c.id == booked.id).values(state="completed")
        )
    )
    return AppointmentId(booked.id)


def survey(lab: Lab, appointment_id: AppointmentId, score: int, actor: Actor | None = None) -> SurveyLeft:
    token = f"token-{(actor or lab.citizen(1)).session_id}"
    reasons = (Reason.QUICK,) if score > 3 else ()
    return SurveyLeft(appointment_id=appointment_id, session_token=token, score=score, reasons=reasons)


def score_of(transaction: Transaction) -> tuple[int, datetime] | None:
    row = transaction.connection.execute(select(booking.satisfaction)).one_or_none()
    return None if row is None else (row.score, row.answered_at)


def test_the_answer_that_was_given_first_stands_in_every_order(lab: Lab) -> None:
    lab.at(STARTS)
    appointment_id = received(lab)
    lab.token(lab.citizen(1))
    one, two = Kiosk(lab, "hall-1"), Kiosk(lab, "hall-2")
    lab.at(STARTS + 20 * MINUTE)
    arriving = [
        handing_in(one, survey(lab, appointment_id, 5), STARTS + 10 * MINUTE),
        handing_in(two, survey(lab, appointment_id, 2), STARTS + 11 * MINUTE),
        lambda transaction: satisfaction.answer(
            transaction, lab.citizen(1), appointment_id, SatisfactionAsk(score=1, reasons=())
        ),
    ]
    found = {end_state(lab, order, STARTS + 20 * MINUTE, score_of) for order in permutations(arriving)}
    assert found == {(5, STARTS + 10 * MINUTE)}


def test_nobody_answers_with_another_s_session_or_outside_of_their_own(lab: Lab) -> None:
    lab.at(STARTS)
    appointment_id = received(lab)
    lab.token(lab.citizen(1))
    lab.token(lab.citizen(2))
    kiosk = Kiosk(lab)
    lab.at(STARTS + 10 * MINUTE)
    for left, at in (
        (survey(lab, appointment_id, 5, lab.citizen(2)), STARTS + MINUTE),
        (survey(lab, appointment_id, 5), STARTS - MINUTE),
        (survey(lab, appointment_id, 5).model_copy(update={"session_token": "made-up"}), STARTS + MINUTE),
    ):
        assert kiosk.hands_in(left, at).verdict is Verdict.NOT_FOUND
    assert kiosk.hands_in(survey(lab, appointment_id, 5), STARTS + MINUTE).verdict is Verdict.ANSWERED
    assert kiosk.hands_in(survey(lab, appointment_id, 4), STARTS + 2 * MINUTE).verdict is Verdict.ALREADY_ANSWERED


def test_nobody_answers_about_what_was_not_held(lab: Lab) -> None:
    lab.at(STARTS - 10 * MINUTE)
    booked = lab.book(lab.citizen(1), STARTS)
    lab.token(lab.citizen(1))
    lab.at(STARTS)
    verdict = Kiosk(lab).hands_in(survey(lab, AppointmentId(booked.id), 5), STARTS - MINUTE).verdict
    assert verdict is Verdict.NOT_HELD


# --- requests ---------------------------------------------------------------------------------------------------------


def test_a_wish_becomes_an_unverified_request_and_never_a_booking(lab: Lab) -> None:
    left_at = lab.clock.now() - 60 * MINUTE
    assert Kiosk(lab).hands_in(wish(), left_at).verdict is Verdict.REQUESTED
    ((text, state, person_id),) = requests_of(lab)
    assert (text.splitlines()[0], state) == ("طريق القرية", "submitted")
    assert "الأيام المفضلة" in text
    (item,) = lab.read(inbox, lab.staff("town-desk")).items
    assert (item.citizen_name, item.masked_id, item.is_verified) == ("سارة المثال", "10••••••08", False)
    assert item.request.submitted_at == left_at
    booked = lab.house.read_now(lambda each: each.connection.execute(select(booking.appointment.c.id)).all())
    assert booked == []
    ((purpose, body),) = _told(lab, person_id)
    assert purpose == "request_arrived"
    assert "ولم يُحجز موعد بعد" in body


def _told(lab: Lab, person_id: str) -> list[tuple[str, str]]:
    def read(transaction: Transaction) -> list[tuple[str, str]]:
        rows = transaction.connection.execute(select(outbox).where(outbox.c.person_id == person_id))
        return [(row.purpose, transaction.vault.open("outbox.body", row.id, row.body_sealed)) for row in rows]

    return lab.house.read_now(read)


def test_a_stranger_touches_nothing_of_the_person_they_claim_to_be(lab: Lab) -> None:
    document = Document(DocumentKind.NATIONAL_ID, DocumentNumber(NATIONAL_ID))
    theirs = lab.write(people.remembered, document, Mobile("+966500000001"), Language.ARABIC)
    Kiosk(lab).hands_in(wish(name="غريب الدار"), lab.clock.now())
    row = lab.house.read_now(lambda each: each.connection.execute(select(person).where(person.c.id == theirs)).one())
    assert row.name_sealed is None
    assert lab.house.vault.open("person.mobile", theirs, row.mobile_sealed) == "+966500000001"
    ((_, _, person_id),) = requests_of(lab)
    assert person_id != theirs
    known = lab.read(people.with_document, document)
    assert known is not None
    assert known.id == theirs


def test_the_same_wish_is_one_request_in_every_order(lab: Lab) -> None:
    one, two = Kiosk(lab, "hall-1"), Kiosk(lab, "hall-2")
    now = lab.clock.now()
    arriving = [
        handing_in(one, wish(text="الطريق"), now - 30 * MINUTE),
        handing_in(two, wish(text="الطريق", days=(date(2026, 11, 25),)), now - 20 * MINUTE),
        handing_in(one, wish(text="والماء", name="سارة أحمد"), now - 10 * MINUTE),
        handing_in(two, wish(service_id="mayor-desk"), now - 5 * MINUTE),
    ]

    def look(transaction: Transaction) -> Any:
        rows = transaction.connection.execute(select(booking.request).order_by(booking.request.c.service_id)).all()
        opened = transaction.vault.open
        names = transaction.connection.execute(select(person).where(person.c.unverified)).all()
        return (
            tuple((row.service_id, opened("request.text", row.id, row.text_sealed), row.submitted_at) for row in rows),
            len(names),
        )

    found = {end_state(lab, order, now, look) for order in permutations(arriving)}
    ((requested, count),) = found
    assert count == 1
    assert [(service, at) for service, _, at in requested] == [
        ("mayor-desk", now - 5 * MINUTE),
        ("roads-desk", now - 30 * MINUTE),
    ]
    assert requested[1][1].startswith("الطريق\nوالماء\nالأيام المفضلة")


def test_a_wish_that_cannot_be_one_says_why(lab: Lab) -> None:
    kiosk, now = Kiosk(lab), lab.clock.now()
    for left, verdict in (
        (wish(national_id="1000000000"), Verdict.INVALID),
        (wish(mobile="0400000000"), Verdict.INVALID),
        (wish(service_id="nobody"), Verdict.NOT_FOUND),
        (wish(consent_version="1999-01"), Verdict.NOT_AGREED),
    ):
        assert kiosk.hands_in(left, now).verdict is verdict
    assert requests_of(lab) == []


def test_triage_gives_no_time_to_whoever_proved_nothing_but_the_right_to_book(lab: Lab) -> None:
    Kiosk(lab).hands_in(wish(), lab.clock.now())
    (item,) = lab.read(inbox, lab.staff("town-desk")).items
    request_id = RequestId(item.request.id)
    desk = lab.staff("town-desk")

    def give(starts_at: datetime | None) -> TriageAsk:
        return TriageAsk(taken=GiveSlotStep(step="give_slot", service_id="roads-desk", starts_at=starts_at))

    refused = lab.refused(triage.triage, desk, request_id, give(slot(3)), 1)
    assert (refused.code, refused.field) == (RefusalCode.ILLEGAL_TRANSITION, "starts_at")
    assert lab.write(triage.triage, desk, request_id, give(None), 1).may_book


def test_what_was_left_becomes_theirs_who_prove_document_and_mobile(lab: Lab) -> None:
    Kiosk(lab).hands_in(wish(), lab.clock.now())
    document = Document(DocumentKind.NATIONAL_ID, DocumentNumber(NATIONAL_ID))
    proved = lab.write(people.remembered, document, Mobile("+966500000777"), Language.ARABIC)
    lab.write(adopt, proved, document, Mobile("+966500000001"))
    assert requests_of(lab)[0][2] != proved, "another mobile proves nothing"
    lab.write(adopt, proved, document, Mobile("+966500000777"))
    assert requests_of(lab)[0][2] == proved
    citizen = Actor(SessionId("ses_new"), Role.CITIZEN, person_id=proved, site_id=lab.kiosk().site_id)
    assert len(lab.read(asking.mine, citizen).requests) == 1
    (item,) = lab.read(inbox, lab.staff("town-desk")).items
    assert item.is_verified


def test_the_disk_of_the_server_holds_nothing_of_it_in_clear(lab: Lab) -> None:
    Kiosk(lab).hands_in(wish(), lab.clock.now())

    def dump(connection: Connection) -> str:
        tables = (booking.request, booking.deposit, person, outbox)
        return json.dumps(
            [[str(value) for value in row] for table in tables for row in connection.execute(select(table))]
        )

    text = lab.house.store.read(dump)
    for planted in (NATIONAL_ID, MOBILE[1:], "سارة", "طريق القرية"):
        assert planted not in text
