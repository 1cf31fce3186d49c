"""What was decided: recorded with all that follows, taken back within minutes, amended afterwards, by its office."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from sqlalchemy import select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import (
    MOST_AMENDMENTS,
    UNDO_WITHIN,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
)
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import AmendmentAsk, Outcome, OutcomeAsk
from desk_client.server.services.life import briefs, outcomes
from desk_client.server.storage.tables.booking import appointment, outcome, outcome_amendment
from tests.integration.life.lab import Lab, slot
from tests.stores import BOTH

STORES = BOTH
DUE: Final = date(2026, 12, 1)
DECISION: Final = Decision(
    DecisionCode.DIRECTED,
    "تُوجَّه إدارة الطرق بمعالجة الطلب.",
    "إدارة الطرق",
    Directive("إدارة الطرق", "تُعاين الموقع وتُفيد."),
    (ActionItem("معاينة الموقع", "إدارة الطرق", DUE),),
    FollowUp("the mayor", 4),
    "44/1203",
)
ASK: Final = OutcomeAsk(decision=DECISION)
AMENDMENT: Final = AmendmentAsk(text="تُضاف إدارة المياه.", reason="تبيّن أن الأنبوب لها")


def completed(lab: Lab, number: int = 1, attending: str = "mayor") -> AppointmentId:
    booked = lab.book(lab.citizen(number), slot(number))
    values = {"state": AppointmentState.COMPLETED.value, "attending_id": attending, "completed_at": lab.clock.now()}
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(appointment).where(appointment.c.id == booked.id).values(**values)
        )
    )
    return AppointmentId(booked.id)


def recorded(lab: Lab, key: AppointmentId, by: str = "mayor") -> Outcome:
    return lab.write(outcomes.record_outcome, lab.house.slips, lab.staff(by), key, ASK)


def test_all_that_follows_is_read_by_citizen_and_office_and_lies_sealed(lab: Lab) -> None:
    key = completed(lab)
    written = recorded(lab, key)
    assert written.decision == DECISION
    assert written.undo_until == written.recorded_at + UNDO_WITHIN
    assert lab.read(outcomes.read_outcome, lab.house.slips, lab.staff("mayor-manager"), key) == written
    read = lab.read(outcomes.read_outcome, lab.house.slips, lab.citizen(1), key)
    assert read == written.model_copy(update={"transaction": None}), "it leads a citizen nowhere"
    kept = lab.house.read_now(lambda transaction: transaction.connection.execute(select(outcome)).one())
    for sealed in (kept.text_sealed, kept.follows_sealed):
        assert "الطرق".encode() not in sealed
    later = completed(lab, 2)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(appointment).where(appointment.c.id == later).values(person_id="per_1")
        )
    )
    (past,) = lab.read(briefs.brief, lab.staff("mayor"), later).history
    assert past.decision == DECISION


def test_an_answer_that_was_lost_is_given_again_and_nobody_is_told_twice(lab: Lab) -> None:
    key = completed(lab)
    first = recorded(lab, key)
    told = lab.messages(1)
    lab.clock.advance(timedelta(days=30))
    assert recorded(lab, key) == first
    assert lab.messages(1) == told
    other = OutcomeAsk(decision=replace(DECISION, text="غير ذلك", actions=()))
    refused = lab.refused(outcomes.record_outcome, lab.house.slips, lab.staff("mayor"), key, other)
    assert refused.code is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize("confirmed", [False, True])
def test_for_five_minutes_it_is_taken_back_whole_even_when_it_was_read(lab: Lab, *, confirmed: bool) -> None:
    key = completed(lab)
    recorded(lab, key)
    if confirmed:
        lab.write(outcomes.confirm_outcome, lab.house.slips, lab.citizen(1), key)
    lab.clock.advance(UNDO_WITHIN)
    lab.write(outcomes.take_back_outcome, lab.staff("mayor"), key)
    assert lab.state(key) is AppointmentState.COMPLETED
    missing = lab.refused(outcomes.read_outcome, lab.house.slips, lab.citizen(1), key)
    assert missing.code is RefusalCode.OUTCOME_MISSING
    assert recorded(lab, key).confirmed_at is None
    assert lab.audited(key)[-2:] == ["take_back_outcome", "record_outcome"]


def test_after_five_minutes_it_is_amended_and_what_was_decided_stays(lab: Lab) -> None:
    key = completed(lab)
    before = recorded(lab, key)
    slips, mayor = lab.house.slips, lab.staff("mayor")
    lab.clock.advance(UNDO_WITHIN)
    early = lab.refused(outcomes.amend_outcome, slips, mayor, key, AMENDMENT)
    assert early.code is RefusalCode.TOO_EARLY
    lab.clock.advance(timedelta(milliseconds=1))
    late = lab.refused(outcomes.take_back_outcome, mayor, key)
    assert late.code is RefusalCode.TOO_LATE
    after = lab.write(outcomes.amend_outcome, slips, lab.staff("mayor-manager"), key, AMENDMENT)
    assert after.decision == before.decision
    assert after.recorded_at == before.recorded_at
    (amendment,) = after.amendments
    assert (amendment.text, amendment.reason) == (AMENDMENT.text, AMENDMENT.reason)
    assert amendment.author.en == "mayor-manager"
    assert amendment.amended_at == lab.clock.now()
    assert lab.audited(key)[-1] == "amend_outcome"
    again = lab.write(outcomes.amend_outcome, slips, lab.staff("mayor-manager"), key, AMENDMENT)
    assert again == after  # its answer was lost on the way
    assert lab.read(outcomes.read_outcome, slips, lab.citizen(1), key).amendments == after.amendments
    sealed = lab.house.read_now(lambda transaction: transaction.connection.execute(select(outcome_amendment)).one())
    assert "المياه".encode() not in sealed.text_sealed


def test_amendments_have_an_end_and_say_why(lab: Lab) -> None:
    key = completed(lab)
    recorded(lab, key)
    lab.clock.advance(UNDO_WITHIN + timedelta(seconds=1))
    slips, mayor = lab.house.slips, lab.staff("mayor")
    blank = lab.refused(outcomes.amend_outcome, slips, mayor, key, AmendmentAsk(text="x", reason=" "))
    assert blank.field == "reason"
    for number in range(MOST_AMENDMENTS):
        lab.write(outcomes.amend_outcome, slips, mayor, key, AmendmentAsk(text=f"{number}", reason="x"))
    more = lab.refused(outcomes.amend_outcome, slips, mayor, key, AMENDMENT)
    assert more.code is RefusalCode.LIMIT_REACHED


def test_nobody_changes_what_another_official_decided(lab: Lab) -> None:
    key = completed(lab, attending="roads")  # booked with the mayor, who passed it on
    recorded(lab, key, "roads-head")
    slips, mayor = lab.house.slips, lab.staff("mayor")
    assert lab.refused(outcomes.take_back_outcome, mayor, key).code is RefusalCode.FORBIDDEN
    assert lab.refused(outcomes.record_outcome, slips, mayor, key, ASK).code is RefusalCode.ILLEGAL_TRANSITION
    lab.clock.advance(UNDO_WITHIN + timedelta(seconds=1))
    assert lab.refused(outcomes.amend_outcome, slips, mayor, key, AMENDMENT).code is RefusalCode.FORBIDDEN
    assert lab.write(outcomes.amend_outcome, slips, lab.staff("roads-head"), key, AMENDMENT).amendments
    assert lab.refused(outcomes.take_back_outcome, lab.citizen(1), key).code is RefusalCode.FORBIDDEN
