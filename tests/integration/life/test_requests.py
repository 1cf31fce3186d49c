"""Requests on both stores: each step of triage by whom it belongs to, with its audit row and its message."""

from datetime import timedelta
from typing import Any

import pytest

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, RequestId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.request import RequestState, Rung
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.requests import Request, RequestAsk, TriageAsk
from desk_client.protocol.slots import HoldAsk
from desk_client.server.services.asking import requests
from desk_client.server.services.asking.inbox import inbox
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.life import changes
from tests.integration.life.lab import Lab, slot


def submit(lab: Lab, number: int = 1, **asked: object) -> Request:
    ask = RequestAsk.model_validate({"text": "أرجو مقابلة سعادة الأمين", "agency_id": "town"} | asked)
    return lab.write(requests.submit, lab.citizen(number), ask)


def ask_of(step: str, **given: object) -> TriageAsk:
    return TriageAsk.model_validate({"taken": {"step": step, **given}})


def taken(lab: Lab, who: str, request: Request, step: str, **given: object) -> Request:
    return lab.write(triage, lab.staff(who), RequestId(request.id), ask_of(step, **given), request.version)


def refused(lab: Lab, who: Any, request: Request, step: str, **given: object) -> RefusalCode:
    actor = lab.staff(who) if isinstance(who, str) else who
    return lab.refused(triage, actor, RequestId(request.id), ask_of(step, **given), None).code


def seen(lab: Lab, request: Request, number: int = 1) -> Request:
    return lab.read(requests.one, lab.citizen(number), RequestId(request.id))


def test_from_the_wish_to_the_answer(lab: Lab) -> None:
    request = submit(lab)
    assert (request.state, request.rung, request.site_id) == (RequestState.SUBMITTED, Rung.SPECIALIST, "hall")
    (item,) = lab.read(inbox, lab.staff("town-desk"), (), None, None).items
    assert (item.request.text, item.masked_id) == ("أرجو مقابلة سعادة الأمين", "10••••••08")
    assert lab.read(inbox, lab.staff("roads-clerk"), (), None, None).items == ()
    routed = taken(lab, "town-desk", request, "route", office_id="roads")
    assert (routed.state, routed.office_id, routed.rung) == (RequestState.ROUTED, "roads", Rung.DEPARTMENT_HEAD)
    assert len(lab.read(inbox, lab.staff("roads-clerk"), (), None, None).items) == 1
    answered = taken(lab, "roads-clerk", routed, "answer", text="يُسفلت الطريق هذا الشهر")
    assert seen(lab, request).answer == "يُسفلت الطريق هذا الشهر"
    assert lab.audited(request.id) == ["submit_request", "route_request", "answer_request"]
    assert lab.purposes(1) == ["request_answered", "request_routed"]
    assert refused(lab, "roads-clerk", answered, "escalate") is RefusalCode.ILLEGAL_TRANSITION
    assert lab.read(inbox, lab.staff("roads-clerk"), (), None, None).items == ()
    old = lab.read(inbox, lab.staff("roads-clerk"), (RequestState.ANSWERED,), None, None)
    assert [each.request.id for each in old.items] == [request.id]


def test_escalation_climbs_one_rung_at_a_time_to_whoever_stands_there(lab: Lab) -> None:
    request = submit(lab)
    climbed = []
    for _ in range(3):
        request = taken(lab, "town-desk", request, "escalate")
        climbed.append((request.office_id, request.rung))
    assert climbed == [
        ("roads", Rung.DEPARTMENT_HEAD),
        ("mayor", Rung.MAYOR),
        ("deputy", Rung.DEPUTY_EMIR),
    ]
    assert refused(lab, "town-desk", request, "escalate") is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize("missing", ["unit", "reason", "next_step"])
def test_a_rejection_names_unit_reason_and_next_step(lab: Lab, missing: str) -> None:
    request = submit(lab)
    whole = {"unit": "إدارة الطرق", "reason": "الطريق خاص", "next_step": "راجعوا البلدية"}
    answer = lab.refused(
        triage, lab.staff("town-desk"), RequestId(request.id), ask_of("decline", **(whole | {missing: " . "})), None
    )
    assert (answer.code, answer.field) == (RefusalCode.INVALID_REASON, missing)
    declined = taken(lab, "town-desk", request, "decline", **whole)
    assert declined.declined is not None
    assert declined.declined.model_dump() == whole
    ((purpose, text),) = lab.messages(1)
    assert purpose == "request_declined"
    assert all(part in text for part in whole.values())


def test_a_slot_that_triage_gives_belongs_to_the_same_case(lab: Lab) -> None:
    request = submit(lab)
    given = taken(lab, "town-desk", request, "give_slot", service_id="deputy-desk", starts_at=slot(2))
    assert given.state is RequestState.SCHEDULED
    assert given.appointment_id is not None
    assert not given.may_book
    found = lab.found(given.appointment_id)
    assert (found.case_id, found.state, found.starts_at) == (request.case_id, AppointmentState.BOOKED, slot(2))
    assert found.subject == "أرجو مقابلة سعادة الأمين"
    assert lab.purposes(1) == ["ticket"]
    again = {"service_id": "deputy-desk", "starts_at": slot(3)}
    assert refused(lab, "mayor", given, "give_slot", **again) is RefusalCode.NOT_FOUND
    assert refused(lab, "town-desk", given, "give_slot", **again) is RefusalCode.ILLEGAL_TRANSITION
    lab.write(changes.cancel, lab.citizen(1), AppointmentId(given.appointment_id), None)
    lab.clock.advance(timedelta(seconds=1))
    second = taken(lab, "town-desk", seen(lab, request), "give_slot", **again)
    assert second.appointment_id not in {None, given.appointment_id}


def test_a_slot_that_somebody_has_is_not_given_and_the_request_stays_open(lab: Lab) -> None:
    lab.book(lab.citizen(2), slot(2), "roads")
    request = submit(lab)
    given = {"service_id": "roads-desk", "starts_at": slot(2)}
    assert refused(lab, "town-desk", request, "give_slot", **given) is RefusalCode.SLOT_TAKEN
    assert seen(lab, request).version == request.version
    assert lab.audited(request.id) == ["submit_request"]


def test_the_right_to_book_what_is_not_open_to_everybody_is_used_once(lab: Lab) -> None:
    def hold_ask(number: int, request_id: str | None) -> HoldAsk:
        return HoldAsk(office_id="deputy", service_id="deputy-desk", starts_at=slot(number), request_id=request_id)

    direct = lab.refused(holding.place_hold, lab.citizen(1), hold_ask(0, None))
    assert (direct.code, direct.field) == (RefusalCode.FORBIDDEN, "service_id")
    request = submit(lab)
    early = lab.refused(holding.place_hold, lab.citizen(1), hold_ask(0, request.id))
    assert (early.code, early.field) == (RefusalCode.NOT_FOUND, "request_id")
    assert taken(lab, "town-desk", request, "give_slot", service_id="deputy-desk").may_book
    stranger = lab.refused(holding.place_hold, lab.citizen(2), hold_ask(0, request.id))
    assert stranger.code is RefusalCode.NOT_FOUND
    held = lab.write(holding.place_hold, lab.citizen(1), hold_ask(0, request.id))
    booked = lab.write(booking.book, lab.citizen(1), AppointmentAsk(hold_id=held.id))
    assert booked.appointment.case_id == request.case_id
    used = seen(lab, request)
    assert (used.appointment_id, used.may_book) == (booked.appointment.id, False)
    assert lab.refused(holding.place_hold, lab.citizen(1), hold_ask(1, request.id)).code is RefusalCode.NOT_FOUND


def test_nobody_reaches_what_is_not_theirs(lab: Lab) -> None:
    request = submit(lab)
    answer = {"text": "نعم"}
    for stranger in ("plant-desk", "roads-clerk", "mayor-manager"):
        assert refused(lab, stranger, request, "answer", **answer) is RefusalCode.NOT_FOUND, stranger
    for stranger in ("hall-operator", "admin"):
        assert refused(lab, stranger, request, "answer", **answer) is RefusalCode.FORBIDDEN, stranger
    assert refused(lab, lab.citizen(1), request, "answer", **answer) is RefusalCode.FORBIDDEN
    assert refused(lab, lab.staff("town-desk", "south"), request, "answer", **answer) is RefusalCode.NOT_FOUND
    assert lab.refused(requests.one, lab.citizen(2), RequestId(request.id)).code is RefusalCode.NOT_FOUND
    assert lab.read(inbox, lab.staff("town-desk", "south"), (), None, None).items == ()
    assert lab.refused(inbox, lab.citizen(1), (), None, None).code is RefusalCode.FORBIDDEN


def test_of_two_who_answer_at_once_one_is_told_that_it_changed(lab: Lab) -> None:
    request = submit(lab)
    taken(lab, "town-desk", request, "route", office_id="roads")
    late = lab.refused(
        triage, lab.staff("town-desk"), RequestId(request.id), ask_of("answer", text="نعم"), request.version
    )
    assert late.code is RefusalCode.PRECONDITION_FAILED


def test_withdrawing_is_the_citizens_own(lab: Lab) -> None:
    request = submit(lab)
    whose = RequestId(request.id)
    assert lab.refused(requests.withdraw, lab.citizen(2), whose, None).code is RefusalCode.NOT_FOUND
    assert lab.refused(requests.withdraw, lab.staff("town-desk"), whose, None).code is RefusalCode.FORBIDDEN
    assert lab.write(requests.withdraw, lab.citizen(1), whose, None).state is RequestState.WITHDRAWN
    assert lab.audited(request.id)[-1] == "withdraw_request"


def test_staff_ask_in_somebodys_name_where_they_may(lab: Lab) -> None:
    ask = RequestAsk(text="طلب", agency_id="town", site_id="hall", person_id="per_9")
    request = lab.write(requests.submit, lab.staff("hall-operator"), ask)
    assert seen(lab, request, 9).id == request.id
    taken(lab, "town-desk", request, "answer", text="نعم")
    assert lab.messages(9) == []  # nobody is told without a mobile, and nothing breaks
    assert lab.refused(requests.submit, lab.staff("far-operator"), ask).code is RefusalCode.NOT_FOUND
    assert lab.refused(requests.submit, lab.citizen(1), ask).code is RefusalCode.NOT_FOUND


def test_lists_go_on_page_by_page_and_ten_open_requests_are_enough(lab: Lab) -> None:
    ids = []
    for _ in range(10):
        ids.append(submit(lab).id)
        lab.clock.advance(timedelta(seconds=1))
    full = RequestAsk(text="طلب", agency_id="town")
    assert lab.refused(requests.submit, lab.citizen(1), full).code is RefusalCode.LIMIT_REACHED
    found: list[str] = []
    after: str | None = None
    while True:
        page = lab.read(inbox, lab.staff("town-desk"), after=after, limit=4)
        assert len(page.items) <= 4
        found += [item.request.id for item in page.items]
        if (after := page.next) is None:
            break
    assert found == ids
    first = lab.read(requests.mine, lab.citizen(1), limit=4)
    second = lab.read(requests.mine, lab.citizen(1), first.next, 4)
    assert [each.id for each in (*first.requests, *second.requests)] == ids[::-1][:8]
    assert lab.refused(requests.mine, lab.citizen(1), "nonsense").code is RefusalCode.INVALID_REQUEST
