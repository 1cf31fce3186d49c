"""What people thought of their audiences: kept once, told by nobody, and together only where they are enough."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from sqlalchemy import select, update

from desk_client.domain.access import Role
from desk_client.domain.appointment import TOOK_PLACE_STATES, AppointmentState
from desk_client.domain.ids import AgencyId, AppointmentId, GovernorateId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.satisfaction import Reason
from desk_client.protocol.satisfaction import ReasonCount, Satisfaction, SatisfactionAsk, SatisfactionFigures
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import satisfaction
from desk_client.server.storage.tables import booking, bookkeeping
from tests.integration.life.lab import Lab, slot

NOVEMBER: Final = date(2026, 11, 1)
DECEMBER: Final = datetime(2026, 12, 1, 6, tzinfo=UTC)
MIDNIGHT: Final = datetime(2026, 11, 30, 21, tzinfo=UTC)
"""In Riyadh December has begun."""
PLEASED: Final = SatisfactionAsk(score=5, reasons=(Reason.QUICK, Reason.RESPECTED))
ADMINISTRATOR: Final = Actor(SessionId("ses_admin"), Role.ADMINISTRATOR, staff_id=StaffId("stf_admin"))
LEADER: Final = Actor(
    SessionId("ses_leader"), Role.AGENCY_LEADER, staff_id=StaffId("stf_leader"), agency_id=AgencyId("plant")
)


def held(lab: Lab, number: int, office: str = "mayor", state: AppointmentState = AppointmentState.COMPLETED) -> str:
    """An audience of that citizen that is in this state."""
    booked = lab.book(lab.citizen(number), slot(number % 5, day=1 + number // 5), office)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(booking.appointment).where(booking.appointment.c.id == booked.id).values(state=state.value)
        )
    )
    return booked.id


def answer(lab: Lab, actor: Actor, appointment_id: str, ask: SatisfactionAsk = PLEASED) -> Satisfaction:
    return lab.write(satisfaction.answer, actor, AppointmentId(appointment_id), ask)


def told(lab: Lab, actor: Actor, first: date = NOVEMBER, months: int = 1) -> dict[str, SatisfactionFigures | None]:
    cells = lab.read(satisfaction.report, actor, first, months).cells
    return {f"{cell.office_id} {cell.month:%m}": cell.figures for cell in cells}


def hear(lab: Lab, scores: Sequence[int], office: str = "mayor", begin: int = 0) -> None:
    """One citizen after the other answers about that office."""
    for number, score in enumerate(scores, begin):
        answer(lab, lab.citizen(number), held(lab, number, office), SatisfactionAsk(score=score))


@pytest.mark.parametrize("state", sorted(TOOK_PLACE_STATES))
def test_whoever_was_received_answers(lab: Lab, state: AppointmentState) -> None:
    appointment_id = held(lab, 1, state=state)
    assert answer(lab, lab.citizen(1), appointment_id) == Satisfaction(
        score=5, reasons=(Reason.RESPECTED, Reason.QUICK)
    )
    assert lab.audited(appointment_id)[-1] == "answer_survey"
    assert lab.state(appointment_id) is state


@pytest.mark.parametrize("state", sorted(set(AppointmentState) - TOOK_PLACE_STATES))
def test_nobody_answers_about_what_was_not_held_or_not_yet(lab: Lab, state: AppointmentState) -> None:
    refused = lab.refused(satisfaction.answer, lab.citizen(1), AppointmentId(held(lab, 1, state=state)), PLEASED)
    assert refused == Refusal(RefusalCode.ILLEGAL_TRANSITION)


def test_an_answer_is_put_right_within_its_session_and_stands_afterwards(lab: Lab) -> None:
    appointment_id, citizen = held(lab, 1), lab.citizen(1)
    answer(lab, citizen, appointment_id)
    for _ in range(2):
        better = answer(lab, citizen, appointment_id, SatisfactionAsk(score=2, reasons=(Reason.WAITED_LONG,)))
        assert better == Satisfaction(score=2, reasons=(Reason.WAITED_LONG,))
    later = replace(citizen, session_id=SessionId("ses_of_another_day"))
    refused = lab.refused(satisfaction.answer, later, AppointmentId(appointment_id), PLEASED)
    assert refused == Refusal(RefusalCode.ALREADY_EXISTS)
    rows = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(booking.satisfaction.c.score)).scalars().all()
    )
    assert rows == [2]


def test_nobody_answers_for_somebody_else_and_staff_not_at_all(lab: Lab) -> None:
    appointment_id = AppointmentId(held(lab, 1))
    assert lab.refused(satisfaction.answer, lab.citizen(2), appointment_id, PLEASED).code is RefusalCode.NOT_FOUND
    for name in ("mayor", "hall-operator", "admin"):
        refused = lab.refused(satisfaction.answer, lab.staff(name), appointment_id, PLEASED)
        assert refused.code is RefusalCode.FORBIDDEN


def test_a_ticket_answers_about_its_own_audience(lab: Lab) -> None:
    theirs, other = held(lab, 1), lab.book(lab.citizen(1), slot(0, day=3), "roads").id
    ticket = replace(lab.citizen(1), appointment_id=AppointmentId(theirs))
    assert answer(lab, ticket, theirs).score == 5
    assert lab.refused(satisfaction.answer, ticket, AppointmentId(other), PLEASED).code is RefusalCode.NOT_FOUND


def test_a_reason_that_is_not_offered_beside_the_score_is_refused(lab: Lab) -> None:
    ask = SatisfactionAsk(score=1, reasons=(Reason.QUICK,))
    refused = lab.refused(satisfaction.answer, lab.citizen(1), AppointmentId(held(lab, 1)), ask)
    assert refused == Refusal(RefusalCode.INVALID_REQUEST, field="reasons")


def test_no_office_hears_that_somebody_answered(lab: Lab) -> None:
    """Whoever hears of each answer as it comes knows whose it is."""
    appointment_id = held(lab, 1)

    def hints() -> int:
        rows = select(bookkeeping.change.c.seq).where(bookkeeping.change.c.appointment_id == appointment_id)
        return len(lab.house.read_now(lambda transaction: transaction.connection.execute(rows).all()))

    before, version = hints(), lab.found(appointment_id).version
    answer(lab, lab.citizen(1), appointment_id)
    assert (hints(), lab.found(appointment_id).version) == (before, version)


def test_five_are_told_together_and_four_are_withheld(lab: Lab) -> None:
    hear(lab, [5, 5, 4, 1])
    hear(lab, [3, 3], "roads", begin=4)
    for number in (6, 7):
        answer(lab, lab.citizen(number), held(lab, number, "roads"), PLEASED)
    answer(lab, lab.citizen(8), held(lab, 8, "roads"), SatisfactionAsk(score=4, reasons=(Reason.QUICK,)))
    lab.at(DECEMBER)
    assert told(lab, ADMINISTRATOR) == {
        "mayor 11": None,
        "roads 11": SatisfactionFigures(
            count=5,
            mean=4.0,
            distribution=(0, 0, 2, 1, 2),
            reasons=(
                ReasonCount(reason=Reason.RESPECTED, count=2),
                ReasonCount(reason=Reason.QUICK, count=3),
            ),
        ),
    }


def test_a_month_is_told_once_it_is_over_and_each_by_itself(lab: Lab) -> None:
    ids = {number: held(lab, number) for number in range(7)}
    for number in range(4):
        answer(lab, lab.citizen(number), ids[number])
    lab.at(MIDNIGHT - timedelta(milliseconds=1))
    answer(lab, lab.citizen(4), ids[4])
    assert told(lab, ADMINISTRATOR, months=12) == {}, "two readings of it would tell what the last one said"
    lab.at(MIDNIGHT)
    answer(lab, lab.citizen(5), ids[5])
    (figures,) = told(lab, ADMINISTRATOR, first=date(2026, 11, 19)).values()
    assert figures is not None
    assert figures.count == 5
    lab.at(datetime(2027, 2, 1, tzinfo=UTC))
    assert told(lab, ADMINISTRATOR, months=3) == {"mayor 11": figures, "mayor 12": None}


def test_each_reads_of_the_offices_that_are_theirs(lab: Lab) -> None:
    hear(lab, [4] * 5)
    hear(lab, [2] * 5, "water", begin=5)
    lab.at(DECEMBER)
    readers = {
        "administrator": (ADMINISTRATOR, {"mayor 11", "water 11"}),
        "head of the office": (lab.staff("mayor"), {"mayor 11"}),
        "head of another": (lab.staff("roads-head"), set()),
        "leader of the agency": (LEADER, {"water 11"}),
        "emirate": (replace(ADMINISTRATOR, role=Role.EMIRATE_LEADERSHIP), {"mayor 11", "water 11"}),
        "confined elsewhere": (replace(ADMINISTRATOR, governorate_id=GovernorateId("south")), set()),
    }
    assert {name: set(told(lab, actor)) for name, (actor, _) in readers.items()} == {
        name: offices for name, (_, offices) in readers.items()
    }
    for name in ("mayor-manager", "town-desk", "roads-clerk", "hall-operator"):
        assert lab.refused(satisfaction.report, lab.staff(name), NOVEMBER, 1).code is RefusalCode.FORBIDDEN
    assert lab.refused(satisfaction.report, lab.citizen(1), NOVEMBER, 1).code is RefusalCode.FORBIDDEN
