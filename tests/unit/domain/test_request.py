import itertools

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import (
    BEFORE_TRIAGE,
    FINAL_STATES,
    LADDER,
    MOST_CHARACTERS,
    OPEN_STATES,
    TRANSITIONS,
    Decline,
    RequestState,
    RequestStep,
    Rung,
    WorkList,
    after_step,
    next_rung,
    parse_decline,
    resumed,
    work_list,
)

S = RequestState
ILLEGAL = Refusal(RefusalCode.ILLEGAL_TRANSITION)


@pytest.mark.parametrize("state", sorted(OPEN_STATES))
@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (RequestStep.ANSWER, S.ANSWERED),
        (RequestStep.ROUTE, S.ROUTED),
        (RequestStep.ESCALATE, S.ESCALATED),
        (RequestStep.GIVE_SLOT, S.SCHEDULED),
        (RequestStep.DECLINE, S.DECLINED),
        (RequestStep.WITHDRAW, S.WITHDRAWN),
    ],
)
def test_triage_may_do_everything_with_an_open_request(state: S, step: RequestStep, expected: S) -> None:
    assert after_step(state, step) is expected


@pytest.mark.parametrize(("state", "step"), sorted(set(itertools.product(S, RequestStep)) - set(TRANSITIONS)))
def test_what_the_table_does_not_name_is_refused(state: S, step: RequestStep) -> None:
    assert after_step(state, step) == ILLEGAL


def test_nothing_follows_a_final_state_and_every_other_leads_on() -> None:
    assert set(S) - {state for state, _ in TRANSITIONS} == FINAL_STATES
    assert OPEN_STATES | FINAL_STATES | {S.SCHEDULED, S.MERGED} == set(S)


def test_an_appointment_that_fell_through_is_followed_by_another_and_never_by_a_rejection() -> None:
    assert after_step(S.SCHEDULED, RequestStep.GIVE_SLOT) is S.SCHEDULED
    assert after_step(S.SCHEDULED, RequestStep.DECLINE) == ILLEGAL


def test_a_request_climbs_rung_by_rung_to_the_emir() -> None:
    climbed = [Rung.SPECIALIST]
    while not isinstance(above := next_rung(climbed[-1]), Refusal):
        climbed.append(above)
    assert tuple(climbed) == LADDER == tuple(Rung)
    assert next_rung(Rung.EMIR) == ILLEGAL


def test_an_agency_may_leave_a_rung_out() -> None:
    ladder = (Rung.SPECIALIST, Rung.MAYOR)
    assert next_rung(Rung.SPECIALIST, ladder) is Rung.MAYOR
    assert next_rung(Rung.DEPARTMENT_HEAD, ladder) is Rung.MAYOR
    assert next_rung(Rung.MAYOR, ladder) == ILLEGAL


def test_a_rejection_names_unit_reason_and_next_step() -> None:
    assert parse_decline("  إدارة\tالأراضي ", " لا يوجد صك ", "كتابة العدل في حائل") == Decline(
        "إدارة الأراضي", "لا يوجد صك", "كتابة العدل في حائل"
    )


@pytest.mark.parametrize("field", ["unit", "reason", "next_step"])
@pytest.mark.parametrize("text", ["", "   ", "-", "123 456", "x" * (MOST_CHARACTERS + 1), "bell\a in it"])
def test_a_rejection_that_leaves_one_out_is_refused_by_its_name(field: str, text: str) -> None:
    parts = {"unit": "Lands", "reason": "There is no deed.", "next_step": "The notary in Hail."}
    assert parse_decline(**(parts | {field: text})) == Refusal(RefusalCode.INVALID_REASON, field=field)


@pytest.mark.parametrize("before", sorted(BEFORE_TRIAGE))
def test_what_was_set_aside_comes_back_to_where_it_stood(before: S) -> None:
    for aside, back in ((S.AWAITING_REPLY, RequestStep.REPLY), (S.MERGED, RequestStep.UNMERGE)):
        following = after_step(aside, back)
        assert not isinstance(following, Refusal)
        assert resumed(following, back, before) is before
    assert resumed(S.ROUTED, RequestStep.ROUTE, before) is S.ROUTED


@pytest.mark.parametrize("state", S)
def test_what_is_not_settled_lies_in_some_work_list_and_what_is_settled_in_none(state: S) -> None:
    lists = {
        (owned, attended): work_list(state, has_owner=owned, is_attended=attended)
        for owned, attended in itertools.product((True, False), repeat=2)
    }
    if state not in OPEN_STATES:
        assert set(lists.values()) == {None}
        return
    assert lists == {
        (True, True): WorkList.MINE,
        (True, False): WorkList.MINE,
        (False, True): WorkList.UNOWNED,
        (False, False): WorkList.UNATTENDED,
    }
