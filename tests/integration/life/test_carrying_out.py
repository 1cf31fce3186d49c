"""What an outcome asks for lies in somebody's work list until it is settled there, and what came of it is read."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import update

from desk_client.domain.decision import ActionItem, Decision, DecisionCode, Directive, FollowUp, Part
from desk_client.domain.ids import AppointmentId, RequestId
from desk_client.domain.request import RequestState, RequestStep, WorkList
from desk_client.protocol.appointments import Outcome, OutcomeAsk
from desk_client.protocol.requests import InboxItem, Request
from desk_client.server.services.asking import requests
from desk_client.server.services.asking.inbox import file_of, inbox
from desk_client.server.services.life import outcomes
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import office
from tests.integration.life.lab import Lab, slot
from tests.integration.life.test_outcomes import completed
from tests.integration.life.test_requests import submit, taken
from tests.stores import BOTH

STORES = BOTH
DUE: Final = date(2026, 12, 1)
DECISION: Final = Decision(
    DecisionCode.DIRECTED,
    "تُوجَّه إدارة الطرق بمعالجة الطلب.",
    "the roads",
    Directive("  The  Roads ", "تُعاين الموقع وتُفيد."),
    (ActionItem("معاينة الموقع", "the water", DUE), ActionItem("مخاطبة المقاول", "شركة المقاولات", DUE)),
    FollowUp("the mayor", 4),
)


def decided(lab: Lab, decision: Decision = DECISION, number: int = 1) -> AppointmentId:
    key = completed(lab, number)
    recorded(lab, key, decision)
    return key


def recorded(lab: Lab, key: AppointmentId, decision: Decision = DECISION) -> Outcome:
    return lab.write(outcomes.record_outcome, lab.house.slips, lab.staff("mayor"), key, OutcomeAsk(decision=decision))


def work_of(lab: Lab, who: str) -> list[InboxItem]:
    return list(lab.read(inbox, lab.staff(who), lying_in=WorkList.UNOWNED, limit=200).items)


def stands(lab: Lab, key: AppointmentId) -> Outcome:
    return lab.read(outcomes.read_outcome, lab.house.slips, lab.citizen(1), key)


def test_each_thing_lies_with_whom_it_names_or_with_the_office_that_decided(lab: Lab) -> None:
    key = decided(lab)
    (directive,) = work_of(lab, "roads-clerk")  # by its name, however it is spaced
    assert directive.request.text == "تُعاين الموقع وتُفيد."
    assert directive.request.decided_in is not None
    assert directive.request.decided_in.appointment_id == key
    assert directive.request.decided_in.part is Part.DIRECTIVE
    assert directive.citizen_name == "عبدالله المثال"
    own = {each.request.decided_in.part: each.request for each in work_of(lab, "mayor") if each.request.decided_in}
    assert own[Part.FOLLOW_UP].text == DECISION.text
    assert own[Part.ACTION].text == "مخاطبة المقاول"  # whom it names is nobody of the house
    said = [(each.part, each.number, each.unit.en, each.state) for each in stands(lab, key).carried_out]
    assert said == [
        (Part.DIRECTIVE, 0, "the roads", RequestState.ROUTED),
        (Part.ACTION, 0, "the water", RequestState.ROUTED),
        (Part.ACTION, 1, "the mayor", RequestState.ROUTED),
        (Part.FOLLOW_UP, 0, "the mayor", RequestState.ROUTED),
    ]


def test_a_task_is_due_by_the_end_of_its_day_and_stands_where_its_time_says(lab: Lab) -> None:
    decided(lab)
    first, second = work_of(lab, "mayor")
    assert first.due_at == datetime(2026, 12, 2, tzinfo=ZoneInfo("Asia/Riyadh"))
    assert second.due_at == lab.clock.now() + timedelta(weeks=4)


def test_what_is_done_is_read_beside_the_outcome_by_citizen_and_office(lab: Lab) -> None:
    key = decided(lab)
    (item,) = work_of(lab, "roads-clerk")
    taken(lab, "roads-clerk", item.request, "answer", text="عُوين الموقع وأُصلح.")
    for reader in (lab.citizen(1), lab.staff("mayor")):
        done = lab.read(outcomes.read_outcome, lab.house.slips, reader, key).carried_out[0]
        assert (done.state, done.answer) == (RequestState.ANSWERED, "عُوين الموقع وأُصلح.")
    (step, *_) = lab.read(file_of, lab.staff("roads-head"), RequestId(item.request.id)).steps
    assert (step.step, step.by and step.by.en) == (RequestStep.ROUTE, "mayor")


def test_an_audience_that_follows_is_given_in_the_same_case(lab: Lab) -> None:
    decided(lab)
    wish = next(
        each.request for each in work_of(lab, "mayor") if each.request.decided_in and each.request.text == DECISION.text
    )
    given = taken(lab, "mayor", wish, "give_slot", service_id="mayor-desk", starts_at=slot(3, day=3))
    assert given.appointment_id is not None
    assert given.case_id == wish.case_id


def test_an_outcome_that_is_taken_back_leaves_nobody_work_but_what_was_done_stays(lab: Lab) -> None:
    key = decided(lab)
    (item,) = work_of(lab, "roads-clerk")
    taken(lab, "roads-clerk", item.request, "answer", text="عُوين الموقع.")
    assert lab.write(outcomes.take_back_outcome, lab.staff("mayor"), key) is None
    assert work_of(lab, "mayor") == []
    assert mine(lab)[item.request.id].state is RequestState.ANSWERED


def test_what_was_done_of_an_outcome_that_was_taken_back_is_not_read_beneath_the_next(lab: Lab) -> None:
    for number, decision in enumerate((DECISION, Decision(DecisionCode.ADVICE_GIVEN, "أُرشد إلى النظام.", "")), 1):
        key = decided(lab, number=number)
        done, *_ = work_of(lab, "roads-clerk")
        taken(lab, "roads-clerk", done.request, "answer", text="عُوين الموقع.")
        assert lab.write(outcomes.take_back_outcome, lab.staff("mayor"), key) is None
        lab.clock.advance(timedelta(minutes=1))
        again = recorded(lab, key, decision).carried_out
        assert {each.state for each in again} <= {RequestState.ROUTED}, "asked for anew, nothing of it is done"
        assert [each.part for each in again] == [Part.DIRECTIVE, Part.ACTION, Part.ACTION, Part.FOLLOW_UP][: len(again)]
        assert done.request.id not in {each.request_id for each in again}
        assert len(again) == (4 if decision is DECISION else 0)
        if decision is DECISION:
            (anew,) = work_of(lab, "roads-clerk")
            taken(lab, "roads-clerk", anew.request, "answer", text="أُصلح.")


def test_it_does_not_use_up_what_a_citizen_may_ask_for(lab: Lab) -> None:
    tasks = tuple(ActionItem(f"مهمة {number}", "the roads", DUE) for number in range(10))
    decided(lab, Decision(DecisionCode.GRANTED, "يُنفَّذ.", "", actions=tasks))
    assert submit(lab, 1).state is RequestState.SUBMITTED
    assert sum(each.decided_in is not None for each in mine(lab).values()) == len(tasks)


def test_an_office_that_receives_nobody_any_more_is_given_nothing(lab: Lab) -> None:
    def close(transaction: Transaction) -> None:
        transaction.connection.execute(update(office).where(office.c.id == "roads").values(closed_from=lab.today))
        rules_changed(transaction)

    lab.house.write_now(close)
    assert stands(lab, decided(lab)).carried_out[0].unit.en == "the mayor"


def mine(lab: Lab) -> dict[str, Request]:
    return {each.id: each for each in lab.read(requests.mine, lab.citizen(1), None, 50).requests}
