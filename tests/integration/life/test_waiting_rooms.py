"""How an office runs its waiting room: a word to all, a break, another order, and a rejection that helps."""

from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import insert, select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import DecisionCode
from desk_client.domain.ids import AppointmentId
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.notes import Prepared
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.waiting_room import TurnReason
from desk_client.protocol.notes import NoteToAllAsk
from desk_client.protocol.queues import BreakAsk, DeclineAsk, TurnAsk
from desk_client.server.services.life import audiences, breaks, notes, outcomes, queues, turns
from desk_client.server.storage.tables import bookkeeping, halls
from tests.integration.life.lab import Lab, slot
from tests.stores import BOTH

STORES = BOTH
TEN: Final = BreakAsk(minutes=10)
FIRST: Final = TurnAsk(reason=TurnReason.ELDERLY)
NOT_OURS: Final = DeclineAsk(unit="إدارة الطرق", reason="الطريق تابع لوزارة النقل.", next_step="راجعوا فرع الوزارة.")


def sit_down(lab: Lab, *numbers: int, office: str = "mayor") -> list[AppointmentId]:
    """They are booked one after the other, and have all come when the first slot begins."""
    ids = [AppointmentId(lab.book(lab.citizen(number), slot(number), office=office).id) for number in numbers]
    lab.at(slot(numbers[0]))
    for number, booked in zip(numbers, ids, strict=True):
        lab.write(audiences.check_in, lab.citizen(number), booked)
    return ids


def order(lab: Lab) -> list[str]:
    return [each.appointment_id for each in lab.read(queues.queue, lab.staff("mayor")).entries]


def hinted(lab: Lab) -> set[str]:
    """Which people and offices were told to read again."""
    change = bookkeeping.change.c
    rows = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(change.person_id, change.office_id)).all()
    )
    return {row.person_id for row in rows} | {row.office_id for row in rows}


# --- a word to all --------------------------------------------------------------------------------------------------


def test_everybody_who_waits_reads_the_same_word_and_nobody_else_does(lab: Lab) -> None:
    (elsewhere,) = sit_down(lab, 1, office="roads")
    first, second = sit_down(lab, 2, 3)
    ask = NoteToAllAsk(prepared=Prepared.DELAYED, minutes=15)
    assert lab.write(notes.write_to_all, lab.staff("mayor-manager"), ask).sent == 2
    for number, waits in ((2, first), (3, second)):
        (note,) = lab.read(notes.read, lab.citizen(number), waits).notes
        assert (note.prepared, note.minutes) == (Prepared.DELAYED, 15)
        assert lab.audited(waits)[-1] == "write_note"
    assert lab.read(notes.read, lab.citizen(1), elsewhere).notes == ()


def test_an_empty_waiting_room_and_half_a_sentence_are_told_apart(lab: Lab) -> None:
    mayor = lab.staff("mayor")
    assert lab.write(notes.write_to_all, mayor, NoteToAllAsk(text="نعتذر")).sent == 0
    for ask in (NoteToAllAsk(), NoteToAllAsk(prepared=Prepared.SOON, minutes=5), NoteToAllAsk(text="نعتذر", minutes=5)):
        assert lab.refused(notes.write_to_all, mayor, ask).code is RefusalCode.INVALID_REQUEST
    for name in ("hall-operator", "admin"):
        refused = lab.refused(notes.write_to_all, lab.staff(name), NoteToAllAsk(text="نعتذر"))
        assert refused.code is RefusalCode.FORBIDDEN


# --- a break --------------------------------------------------------------------------------------------------------


def test_those_who_wait_see_the_break_and_it_ends_by_itself(lab: Lab) -> None:
    (first,) = sit_down(lab, 1)
    lab.clock.advance(timedelta(minutes=5))  # their hour has come
    before = lab.read(queues.place, lab.citizen(1), first)
    assert (before.earliest_min, before.break_until) == (0, None)
    begun = lab.write(breaks.begin, lab.staff("mayor-manager"), BreakAsk(minutes=20))
    resting = lab.read(queues.place, lab.citizen(1), first)
    assert (resting.earliest_min, resting.break_until) == (20, begun.until)
    assert lab.read(audiences.agenda, lab.staff("mayor"), None).break_until == begun.until
    assert lab.read(audiences.agenda, lab.staff("roads-head"), None).break_until is None
    assert {"per_1", "mayor"} <= hinted(lab)
    assert lab.audited("mayor") == ["begin_break"]
    lab.clock.advance(timedelta(minutes=20))
    after = lab.read(queues.place, lab.citizen(1), first)
    assert (after.earliest_min, after.break_until) == (0, None)


def test_a_break_is_ended_by_the_button_once_and_by_whoever_is_received(lab: Lab) -> None:
    mayor = lab.staff("mayor")
    (first,) = sit_down(lab, 1)
    lab.write(breaks.begin, mayor, TEN)
    lab.write(breaks.begin, mayor, BreakAsk(minutes=30))  # in place of the first
    for _ in range(2):
        lab.house.write_now(lambda transaction: breaks.end(transaction, mayor))
    assert lab.audited("mayor") == ["begin_break", "begin_break", "end_break"]
    lab.write(breaks.begin, mayor, TEN)
    lab.write(audiences.admit, mayor, first)
    assert lab.read(audiences.agenda, mayor, None).break_until is None
    for name in ("hall-operator", "admin"):
        assert lab.refused(breaks.begin, lab.staff(name), TEN).code is RefusalCode.FORBIDDEN


# --- another order --------------------------------------------------------------------------------------------------


def test_who_is_skipped_comes_directly_after_the_next_one_and_a_second_press_does_no_harm(lab: Lab) -> None:
    first, second, third = sit_down(lab, 1, 2, 3)
    mayor = lab.staff("mayor")
    assert lab.write(turns.skip, mayor, first).id == first
    assert order(lab) == [second, first, third]
    assert lab.audited(first)[-1] == "skip"
    assert lab.refused(turns.skip, lab.staff("mayor-manager"), first).code is RefusalCode.ILLEGAL_TRANSITION
    assert order(lab) == [second, first, third]
    lab.clock.advance(timedelta(minutes=5))
    assert lab.read(queues.place, lab.citizen(2), second).earliest_min == 0, "taken now, though their hour is later"


def test_the_only_one_who_waits_is_not_skipped_nor_who_does_not_wait(lab: Lab) -> None:
    (first,) = sit_down(lab, 1)
    mayor = lab.staff("mayor")
    assert lab.refused(turns.skip, mayor, first).code is RefusalCode.ILLEGAL_TRANSITION
    lab.write(audiences.admit, mayor, first)
    assert lab.refused(turns.take_first, mayor, first, FIRST).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.refused(turns.skip, lab.staff("roads-head"), first).code is RefusalCode.NOT_FOUND
    assert lab.refused(turns.skip, lab.citizen(1), first).code is RefusalCode.FORBIDDEN


def test_somebody_is_received_first_with_a_reason_that_the_trail_keeps(lab: Lab) -> None:
    first, second, third = sit_down(lab, 1, 2, 3)
    mayor = lab.staff("mayor")
    lab.write(turns.take_first, mayor, third, FIRST)
    assert order(lab) == [third, first, second]
    assert lab.audited(third)[-1] == "reorder_elderly"
    lab.write(turns.take_first, mayor, third, FIRST)
    assert lab.audited(third).count("reorder_elderly") == 1, "who is first already is not moved"
    lab.write(audiences.admit, mayor, third)
    lab.write(audiences.send_back, mayor, third)
    assert order(lab) == [third, first, second], "whoever is sent back keeps the place that they were given"
    assert {"per_1", "per_2", "per_3"} <= hinted(lab)


# --- a rejection ----------------------------------------------------------------------------------------------------


def test_who_is_not_received_reads_who_says_so_why_and_where_to_go(lab: Lab) -> None:
    first, second = sit_down(lab, 1, 2)
    mayor = lab.staff("mayor")
    assert lab.write(turns.decline, mayor, first, NOT_OURS).state is AppointmentState.OUTCOME_RECORDED
    decision = lab.read(outcomes.read_outcome, lab.house.slips, lab.citizen(1), first).decision
    assert (decision.code, decision.responsible_unit) == (DecisionCode.DECLINED, "إدارة الطرق")
    assert decision.text == "الطريق تابع لوزارة النقل.\nراجعوا فرع الوزارة."
    assert lab.audited(first)[-1] == "decline"
    assert order(lab) == [second]
    assert "outcome_ready" in lab.purposes(1)
    assert lab.refused(turns.decline, mayor, first, NOT_OURS).code is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize("field", ["unit", "reason", "next_step"])
def test_a_rejection_that_does_not_help_is_refused(lab: Lab, field: str) -> None:
    (first,) = sit_down(lab, 1)
    refused = lab.refused(turns.decline, lab.staff("mayor"), first, NOT_OURS.model_copy(update={field: " "}))
    assert (refused.code, refused.field) == (RefusalCode.INVALID_REASON, field)
    assert lab.state(first) is AppointmentState.WAITING


# --- how they can be reached ----------------------------------------------------------------------------------------


def test_the_agenda_says_of_who_waits_their_place_and_how_they_can_be_reached(lab: Lab) -> None:
    first, _ = sit_down(lab, 1, 2)
    mayor, report = lab.staff("mayor"), halls.kiosk_report

    def agenda() -> list[tuple[int | None, Presence | None]]:
        return [(each.position, each.presence) for each in lab.read(audiences.agenda, mayor, None).items]

    def says(**values: object) -> None:
        lab.house.write_now(lambda transaction: transaction.connection.execute(update(report).values(**values)))

    assert agenda() == [(1, None), (2, None)], "the kiosk never said anything"
    said = {"activity": "waiting", "locked": False, "program": "1", "uptime_s": 1, "printer": "none", "failed": ""}
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            insert(report).values(kiosk_id="hall-1", heard_at=transaction.now, since=transaction.now, unsent=0, **said)
        )
    )
    assert agenda()[0] == (1, Presence.GOOD)
    says(round_trip_ms=900)
    assert agenda()[0] == (1, Presence.POOR)
    lab.clock.advance(timedelta(minutes=1))
    assert agenda()[0] == (1, Presence.LOST)
    says(heard_at=lab.clock.now(), activity="idle")
    assert agenda()[0] == (1, Presence.AWAY)
    lab.write(audiences.admit, mayor, first)
    assert agenda()[0] == (None, None)
