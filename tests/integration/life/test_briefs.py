"""The brief: what is recommended, what others answered, the whole case in as many questions as a short one."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, RequestId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.request import RequestState
from desk_client.protocol.appointments import AmendmentAsk
from desk_client.protocol.requests import AnswerStep, DeclineStep, EscalateStep, GiveSlotStep, RequestAsk, TriageAsk
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.actor import BY_TICKET
from desk_client.server.services.asking import requests
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.life import briefs, outcomes
from desk_client.server.storage.tables.booking import appointment
from tests.integration.life.lab import Lab, slot
from tests.integration.life.test_notes_and_call_backs import looks
from tests.integration.life.test_outcomes import AMENDMENT, DECISION, completed, recorded
from tests.statements import statements_of
from tests.stores import BOTH

STORES = BOTH


def ask(lab: Lab, text: str, office: str = "mayor") -> Any:  # a request
    return lab.write(requests.submit, lab.citizen(1), RequestAsk(text=text, service_id=f"{office}-desk"))


def take(lab: Lab, asked: Any, step: Any, who: str = "town-desk") -> Any:
    lab.clock.advance(timedelta(minutes=1))
    return lab.write(triage, lab.staff(who), RequestId(asked.id), TriageAsk(taken=step), asked.version)


def given(lab: Lab, number: int = 3) -> AppointmentId:
    """An audience that a request led to, with a recommendation on the way."""
    asked = ask(lab, "الطريق إلى القرية")
    asked = take(lab, asked, EscalateStep(step="escalate", recommendation="أرى أن تُعاين الموقع لجنة."))
    slot_given = GiveSlotStep(step="give_slot", service_id="mayor-desk", starts_at=slot(number))
    return AppointmentId(take(lab, asked, slot_given).appointment_id)


def test_it_says_who_recommends_what_and_what_was_asked(lab: Lab) -> None:
    read = lab.read(briefs.brief, lab.staff("mayor"), given(lab))
    (advice,) = read.advice
    assert (advice.words, advice.is_recommendation) == ("أرى أن تُعاين الموقع لجنة.", True)
    assert advice.by is not None
    assert advice.by.en == "town-desk"
    (asked,) = read.requests
    assert (asked.state, asked.text, asked.same_case) == (RequestState.SCHEDULED, "الطريق إلى القرية", True)


def test_earlier_answers_and_declines_name_unit_and_date(lab: Lab) -> None:
    answered = take(lab, ask(lab, "الماء", "water"), AnswerStep(step="answer", text="تم الربط."), "plant-desk")
    take(
        lab,
        ask(lab, "الإنارة"),
        DeclineStep(step="decline", unit="إدارة الإنارة", reason="خارج النطاق", next_step="راجعوا شركة الكهرباء"),
    )
    read = lab.read(briefs.brief, lab.staff("mayor"), given(lab))
    declined, water = read.requests[1:]
    assert water.answer == "تم الربط."
    assert water.unit.en == "plant"
    assert water.changed_at == answered.changed_at
    assert water.text == "", "what they wrote to another agency is for that agency"
    assert declined.declined is not None
    assert (declined.declined.unit, declined.declined.next_step) == ("إدارة الإنارة", "راجعوا شركة الكهرباء")
    assert declined.text == "الإنارة"
    assert [each.same_case for each in read.requests] == [True, False, False]


def test_outcomes_come_with_what_was_added_and_audiences_that_came_to_nothing_stand_apart(lab: Lab) -> None:
    held = completed(lab, number=1)
    recorded(lab, held)
    lab.clock.advance(timedelta(minutes=6))
    lab.write(outcomes.amend_outcome, lab.house.slips, lab.staff("mayor"), held, AmendmentAsk(**AMENDMENT.model_dump()))
    missed = lab.book(lab.citizen(1), slot(4))
    lab.house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(appointment).where(appointment.c.id == missed.id).values(state=AppointmentState.NO_SHOW.value)
            ).rowcount
        )
    )
    read = lab.read(briefs.brief, lab.staff("mayor"), given(lab))
    (past,) = read.history
    assert past.decision == DECISION
    assert [each.text for each in past.amendments] == [AMENDMENT.text]
    (other,) = read.unheld
    assert (other.state, other.starts_at) == (AppointmentState.NO_SHOW, slot(4))


def test_who_neither_receives_nor_prepares_reads_none_and_who_reads_is_noted(lab: Lab) -> None:
    there = given(lab)
    for who in ("town-desk", "roads-clerk", "hall-operator", "admin"):
        assert lab.refused(briefs.brief, lab.staff(who), there).code is RefusalCode.FORBIDDEN
    assert lab.refused(briefs.brief, lab.staff("roads-head"), there).code is RefusalCode.NOT_FOUND
    lab.read(briefs.brief, lab.staff("mayor-manager"), there)
    assert looks(lab, there) == ["see_brief"]


def test_a_long_history_asks_no_more_than_a_short_one(lab: Lab) -> None:
    there = given(lab, number=5)

    def questions() -> int:
        def read(transaction: Any) -> int:
            with statements_of(transaction.connection) as said:
                briefs.brief(transaction, lab.staff("mayor"), there)
            return len(said)

        return int(lab.house.read_now(read))

    recorded(lab, completed(lab, number=1))
    take(lab, ask(lab, "طلب"), AnswerStep(step="answer", text="تم."))
    few = questions()
    for number in (2, 3, 4):
        recorded(lab, completed_of_one(lab, number))
        take(lab, ask(lab, f"طلب {number}"), AnswerStep(step="answer", text="تم."))
    assert questions() == few


def completed_of_one(lab: Lab, number: int) -> AppointmentId:
    """Another audience of the same person, held."""
    booked = lab.book(lab.citizen(1), slot(number, day=2))
    values = {"state": AppointmentState.COMPLETED.value, "completed_at": lab.clock.now()}
    lab.house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(appointment).where(appointment.c.id == booked.id).values(**values)
            ).rowcount
        )
    )
    return AppointmentId(booked.id)


def test_a_ticket_is_no_proof_of_who_they_are(lab: Lab) -> None:
    there = given(lab)
    assert lab.read(briefs.brief, lab.staff("mayor"), there).verified_by == ""
    person = lab.citizen(1).person_id
    proved = lab.clock.now()
    lab.write(open_session, Holder(Role.CITIZEN, "nafath", person_id=person))
    lab.clock.advance(timedelta(hours=1))
    lab.write(open_session, Holder(Role.CITIZEN, BY_TICKET, person_id=person, appointment_id=there))
    read = lab.read(briefs.brief, lab.staff("mayor"), there)
    assert (read.verified_by, read.verified_at) == ("nafath", proved)
