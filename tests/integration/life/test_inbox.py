"""The inbox on both stores: whose a request is, what was done with it, two that are one, and none that is lost."""

import random
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update

from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.ids import RequestId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import ANSWER_WITHIN, OPEN_STATES, REPLY_WITHIN, RequestState, RequestStep, WorkList
from desk_client.protocol.requests import ReplyAsk, Request, RequestAsk, RequestFile, TriageAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import accounts
from desk_client.server.services.asking import replies, requests
from desk_client.server.services.asking.inbox import file_of, inbox
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff
from tests.integration.life.lab import STAFF, Lab, slot
from tests.integration.life.test_requests import ask_of, refused, submit, taken

TRIAGERS = ("town-desk", "plant-desk", "roads-clerk", "roads-head", "mayor", "mayor-manager")


@pytest.fixture
def settings(settings: ServerSettings) -> ServerSettings:
    """Browsers reach this server: who is asked something gets a link."""
    return settings.model_copy(update={"public_url": "https://majlis.example"})


def lists_of(lab: Lab, who: str, wanted: WorkList) -> list[str]:
    found = lab.read(inbox, lab.staff(who), lying_in=wanted, limit=200)
    return [each.request.id for each in found.items]


def file(lab: Lab, who: str, request: Request) -> RequestFile:
    return lab.read(file_of, lab.staff(who), RequestId(request.id))


def close(lab: Lab, who: str, *, disabled: bool = True) -> None:
    lab.write(accounts.set_state, lab.staff("admin"), StaffId(f"stf_{who}"), disabled=disabled)


def test_what_is_taken_is_ones_own_and_the_second_is_told_so(lab: Lab) -> None:
    request = submit(lab)
    assert lists_of(lab, "town-desk", WorkList.UNOWNED) == [request.id]
    mine = taken(lab, "town-desk", request, "take")
    assert lists_of(lab, "town-desk", WorkList.UNOWNED) == []
    assert lists_of(lab, "town-desk", WorkList.MINE) == [request.id]
    late = lab.refused(triage, lab.staff("town-desk"), RequestId(request.id), ask_of("take"), request.version)
    assert late.code is RefusalCode.PRECONDITION_FAILED
    item = file(lab, "town-desk", request).item
    assert (item.owner and item.owner.id, item.work_list) == ("stf_town-desk", WorkList.MINE)
    assert mine.state is RequestState.SUBMITTED
    assert lab.messages(1) == []  # whose table it lies on is nothing to the citizen


def test_it_is_handed_to_colleagues_who_may_have_it_and_the_next_office_begins_anew(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "route", office_id="roads", note="طريق فرعي")
    names = {each.id for each in file(lab, "roads-clerk", request).colleagues}
    assert names == {"stf_town-desk", "stf_roads-head"}
    request = taken(lab, "roads-clerk", request, "hand", staff_id="stf_roads-head")
    assert lists_of(lab, "roads-head", WorkList.MINE) == [request.id]
    assert lists_of(lab, "roads-clerk", WorkList.UNOWNED) == []
    for stranger in ("stf_plant-desk", "stf_mayor", "stf_admin", "nobody"):
        assert refused(lab, "roads-clerk", request, "hand", staff_id=stranger) is RefusalCode.NOT_FOUND
    request = taken(lab, "roads-head", request, "escalate", recommendation="نوصي بالموافقة")
    assert lists_of(lab, "roads-head", WorkList.MINE) == []
    assert lists_of(lab, "mayor-manager", WorkList.UNOWNED) == [request.id]
    steps = [
        (each.step, each.by and each.by.en, each.office_title and each.office_title.en, each.words)
        for each in file(lab, "mayor", request).steps
    ]
    assert steps == [
        (RequestStep.ROUTE, "town-desk", "the roads", "طريق فرعي"),
        (RequestStep.HAND, "roads-clerk", None, None),
        (RequestStep.ESCALATE, "roads-head", "the mayor", "نوصي بالموافقة"),
    ]


def test_whoever_is_due_first_stands_first_and_pages_go_on_there(lab: Lab) -> None:
    ids = []
    for number in range(5):
        ids.append(submit(lab, number).id)
        lab.clock.advance(timedelta(hours=1))
    first = lab.read(inbox, lab.staff("town-desk"), limit=3)
    second = lab.read(inbox, lab.staff("town-desk"), after=first.next, limit=3)
    assert [each.request.id for each in (*first.items, *second.items)] == ids
    due = first.items[0].due_at
    assert due == first.items[0].request.submitted_at + ANSWER_WITHIN
    assert first.now == lab.clock.now()


def test_what_a_closed_account_had_is_nobodys_again(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "route", office_id="roads")
    request = taken(lab, "roads-clerk", request, "take")
    close(lab, "roads-clerk")
    assert lists_of(lab, "roads-head", WorkList.UNOWNED) == [request.id]
    assert file(lab, "roads-head", request).item.owner is None
    assert lists_of(lab, "town-desk", WorkList.UNATTENDED) == []
    close(lab, "roads-head")  # now nobody is there at all
    assert lists_of(lab, "town-desk", WorkList.UNATTENDED) == [request.id]
    request = taken(lab, "town-desk", request, "take")
    assert lists_of(lab, "town-desk", WorkList.MINE) == [request.id]
    assert lists_of(lab, "town-desk", WorkList.UNATTENDED) == []


def test_where_an_agency_has_nobody_left_its_leader_sees_it(lab: Lab) -> None:
    request = submit(lab)
    close(lab, "town-desk")
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(staff).where(staff.c.id == "stf_plant-desk").values(role="agency_leader", agency_id="town")
        )
    )
    leader = replace(lab.staff("town-desk"), role=Role.AGENCY_LEADER, staff_id=StaffId("stf_plant-desk"))
    found = lab.read(inbox, leader, lying_in=WorkList.UNATTENDED)
    assert [each.request.id for each in found.items] == [request.id]
    assert refused(lab, leader, request, "take") is RefusalCode.FORBIDDEN


def test_two_that_are_one_are_merged_told_of_once_and_taken_apart_again(lab: Lab) -> None:
    asked = [submit(lab, 1, service_id="roads-desk") for _ in range(3)]
    other = submit(lab, 1, service_id="mayor-desk")
    whole = file(lab, "town-desk", asked[0])
    assert {each.request.id for each in whole.same} == {asked[1].id, asked[2].id}
    assert refused(lab, "town-desk", other, "merge", into=asked[0].id) is RefusalCode.INVALID_REQUEST
    assert refused(lab, "town-desk", asked[0], "merge", into=asked[0].id) is RefusalCode.INVALID_REQUEST
    stranger = submit(lab, 2, service_id="roads-desk")
    assert refused(lab, "town-desk", stranger, "merge", into=asked[0].id) is RefusalCode.INVALID_REQUEST
    merged = [taken(lab, "town-desk", each, "merge", into=asked[0].id) for each in asked[1:]]
    assert {each.merged_into for each in merged} == {asked[0].id}
    assert lab.purposes(1) == ["request_merged"]
    assert set(lists_of(lab, "town-desk", WorkList.UNOWNED)) == {asked[0].id, other.id, stranger.id}
    apart = taken(lab, "town-desk", merged[0], "unmerge")
    assert (apart.state, apart.merged_into) == (RequestState.SUBMITTED, None)
    taken(lab, "town-desk", asked[0], "answer", text="يُسفلت هذا الشهر")
    assert refused(lab, "town-desk", merged[1], "unmerge") is RefusalCode.ILLEGAL_TRANSITION
    assert refused(lab, "town-desk", apart, "merge", into=asked[0].id) is RefusalCode.ILLEGAL_TRANSITION


def test_a_question_is_answered_by_its_link_once_and_the_request_goes_on_where_it_stood(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "route", office_id="roads")
    request = taken(lab, "roads-clerk", request, "take")
    due = file(lab, "roads-clerk", request).item.due_at
    lab.clock.advance(timedelta(days=2))
    asked = taken(lab, "roads-clerk", request, "ask_back", text="أي طريق تقصدون؟")
    item = file(lab, "roads-clerk", asked).item
    assert (asked.state, item.work_list) == (RequestState.AWAITING_REPLY, WorkList.MINE)
    assert item.due_at == lab.clock.now() + REPLY_WITHIN
    purpose, text = lab.messages(1)[-1]
    assert purpose == "request_asked"
    assert "أي طريق" not in text, "what they want is nothing for a screen that is locked"
    token = text.rsplit("/reply#", 1)[1].strip()
    place = lab.read(replies.place, token)
    assert (place.question, place.unit.en) == ("أي طريق تقصدون؟", "the roads")
    assert lab.refused(replies.place, "made-up").code is RefusalCode.NOT_FOUND
    assert lab.refused(replies.reply, token, ReplyAsk(text="  ")).code is RefusalCode.INVALID_REQUEST
    assert lab.house.write_now(lambda each: replies.reply(each, token, ReplyAsk(text="طريق الوادي"))) is None
    whole = file(lab, "roads-clerk", asked)
    assert (whole.item.request.state, whole.item.work_list) == (RequestState.ROUTED, WorkList.MINE)
    assert whole.item.due_at != due
    assert [(each.step, each.by and each.by.en, each.words) for each in whole.steps[-2:]] == [
        (RequestStep.ASK_BACK, "roads-clerk", "أي طريق تقصدون؟"),
        (RequestStep.REPLY, None, "طريق الوادي"),
    ]
    assert lab.refused(replies.reply, token, ReplyAsk(text="مرة أخرى")).code is RefusalCode.NOT_FOUND


def test_a_question_that_was_left_behind_is_answered_no_more_and_nobody_is_asked_in_vain(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "ask_back", text="أي طريق تقصدون؟")
    token = lab.messages(1)[-1][1].rsplit("/reply#", 1)[1].strip()
    assert refused(lab, "town-desk", request, "ask_back", text="وأين؟") is RefusalCode.ILLEGAL_TRANSITION
    taken(lab, "town-desk", request, "route", office_id="roads")
    assert lab.refused(replies.reply, token, ReplyAsk(text="طريق الوادي")).code is RefusalCode.NOT_FOUND
    ask = RequestAsk(text="طلب", agency_id="town", site_id="hall", person_id="per_9")
    helped = lab.write(requests.submit, lab.staff("hall-operator"), ask)  # who has no mobile
    assert not file(lab, "town-desk", helped).may_ask_back
    assert refused(lab, "town-desk", helped, "ask_back", text="أي طريق؟") is RefusalCode.ILLEGAL_TRANSITION


def _random_step(chance: random.Random, ids: list[str]) -> dict[str, Any]:
    every = "take hand route escalate merge unmerge ask_back take route hand answer decline give_slot"
    name = chance.choice(every.split())
    needed: dict[str, dict[str, Any]] = {
        "hand": {"staff_id": f"stf_{chance.choice(TRIAGERS)}"},
        "route": {"office_id": chance.choice(("roads", "mayor", "deputy", "water"))},
        "merge": {"into": chance.choice(ids)},
        "answer": {"text": "نعم"},
        "ask_back": {"text": "أي طريق؟"},
        "decline": {"unit": "إدارة الطرق", "reason": "طريق خاص", "next_step": "راجعوا البلدية"},
        "give_slot": {"service_id": "roads-desk", "starts_at": slot(chance.randrange(5))},
    }
    return {"step": name, **needed.get(name, {})}


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_each_request_lies_in_exactly_one_work_list_until_it_is_settled(lab: Lab, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a walk that can be walked again
    asked = [submit(lab, number % 3, service_id="roads-desk") for number in range(7)]
    ids = [each.id for each in asked]
    closed: set[str] = set()
    for _ in range(30):
        if chance.random() < 0.15:
            who = chance.choice(TRIAGERS)
            (closed.remove if who in closed else closed.add)(who)
            close(lab, who, disabled=who in closed)
        elif at_work := [each for each in TRIAGERS if each not in closed]:
            actor, wanted = lab.staff(chance.choice(at_work)), _random_step(chance, ids)
            ask = ask_of(wanted.pop("step"), **wanted)
            whose = RequestId(chance.choice(ids))
            if chance.random() < 0.1:
                lab.house.write_now(partial(_replied, whose=whose))
            lab.house.write_now(partial(_tried, actor=actor, whose=whose, ask=ask))
        _each_lies_in_one(lab, ids, closed)


def _tried(transaction: Transaction, actor: Actor, whose: RequestId, ask: TriageAsk) -> object:
    """A step that may well be refused."""
    return triage(transaction, actor, whose, ask, None)


def _replied(transaction: Transaction, whose: RequestId) -> object:
    """The citizen answers what they may have been asked."""
    return requests.step(transaction, None, requests.found_again(transaction, whose), RequestStep.REPLY, words="نعم")


def _each_lies_in_one(lab: Lab, ids: list[str], closed: set[str]) -> None:
    """Of those who work, and of an overseer of every agency, who always looks at what nobody attends to."""
    overseer = replace(
        lab.staff("town-desk"),
        session_id=SessionId("ses_leader"),
        role=Role.EMIRATE_LEADERSHIP,
        staff_id=StaffId("stf_leader"),
        agency_id=None,
    )

    def look(transaction: Transaction) -> tuple[dict[str, set[str]], dict[str, RequestState]]:
        lies: dict[str, set[str]] = {each: set() for each in ids}
        for who in (each for each in TRIAGERS if each not in closed):
            office, agency = STAFF[who][1:3]
            for wanted in (WorkList.MINE, WorkList.UNOWNED):
                found = inbox(transaction, lab.staff(who), lying_in=wanted, limit=200)
                assert not isinstance(found, Refusal)
                place = who if wanted is WorkList.MINE else str(office or agency)
                for item in found.items:
                    lies[item.request.id].add(f"{wanted}:{place}")
        found = inbox(transaction, overseer, lying_in=WorkList.UNATTENDED, limit=200)
        assert not isinstance(found, Refusal)
        for item in found.items:
            lies[item.request.id].add("unattended")
        states = {}
        for each in ids:
            states[each] = requests.found_again(transaction, RequestId(each)).state
        return lies, states

    lies, states = lab.house.read_now(look)
    for each in ids:
        assert len(lies[each]) == (1 if states[each] in OPEN_STATES else 0), (each, states[each], lies[each])
