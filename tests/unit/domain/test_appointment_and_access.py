import itertools

import pytest

from desk_client.domain.access import Action, Ownership, Role, Standing, may, permissions
from desk_client.domain.appointment import FINAL_STATES, TRANSITIONS, AppointmentState, Step, after
from desk_client.domain.ids import (
    AgencyId,
    GovernorateId,
    OfficeId,
    PersonId,
    SiteId,
    new_appointment_id,
    new_request_id,
)
from desk_client.domain.outcomes import Refusal, RefusalCode

S = AppointmentState


def test_the_whole_way_of_an_audience() -> None:
    state = S.HELD
    for step in (
        Step.BOOK,
        Step.REMIND,
        Step.RESCHEDULE,
        Step.REMIND,
        Step.CHECK_IN,
        Step.WAIT,
        Step.ADMIT,
        Step.SEND_BACK,
        Step.TRANSFER,
        Step.ADMIT,
        Step.PAUSE,
        Step.RESUME,
        Step.COMPLETE,
        Step.RECORD_OUTCOME,
        Step.CONFIRM_OUTCOME,
        Step.TAKE_BACK_OUTCOME,
        Step.RECORD_OUTCOME,
        Step.TAKE_BACK_OUTCOME,
        Step.RECORD_OUTCOME,
        Step.CONFIRM_OUTCOME,
    ):
        following = after(state, step)
        assert isinstance(following, AppointmentState)
        state = following
    assert state is S.CONFIRMED


@pytest.mark.parametrize(("state", "step"), sorted(set(itertools.product(S, Step)) - set(TRANSITIONS)))
def test_what_the_table_does_not_name_is_refused(state: S, step: Step) -> None:
    refusal = after(state, step)
    assert isinstance(refusal, Refusal)
    expected = (
        RefusalCode.OUTCOME_MISSING
        if step is Step.CONFIRM_OUTCOME and state in {S.IN_SESSION, S.PAUSED, S.COMPLETED}
        else RefusalCode.ILLEGAL_TRANSITION
    )
    assert refusal.code is expected


def test_every_state_can_be_reached_and_whoever_is_present_is_no_no_show() -> None:
    reached = {S.HELD}
    while more := {to for (state, _), to in TRANSITIONS.items() if state in reached} - reached:
        reached |= more
    assert reached == set(S)
    assert {state for state, step in TRANSITIONS if step is Step.MARK_NO_SHOW} == {S.BOOKED, S.REMINDED}


def test_nothing_follows_a_final_state_and_every_other_leads_on() -> None:
    rare = {Step.LIFT_NO_SHOW, Step.TAKE_BACK_OUTCOME}
    leading_on = {state for state, step in TRANSITIONS if step not in rare} | {S.OUTCOME_RECORDED}
    assert set(S) - leading_on == FINAL_STATES


CITIZEN = Standing(Role.CITIZEN, person_id=PersonId("per_a"))
OFFICIAL = Standing(Role.OFFICIAL, office_id=OfficeId("emir"))
JAZAN, SABYA = GovernorateId("jazan"), GovernorateId("sabya")
THEIRS = Ownership(PersonId("per_a"), frozenset({OfficeId("emir")}), AgencyId("emirate"), SiteId("jazan-hall"), JAZAN)
OTHERS = Ownership(
    PersonId("per_b"), frozenset({OfficeId("mayor")}), AgencyId("municipality"), SiteId("sabya-hall"), SABYA
)


@pytest.mark.parametrize(
    ("standing", "action", "allowed"),
    [
        (CITIZEN, Action.CHECK_IN, True),
        (CITIZEN, Action.ADMIT, False),
        (CITIZEN, Action.SEE_BRIEF, False),
        (OFFICIAL, Action.ADMIT, True),
        (OFFICIAL, Action.CONFIRM_OUTCOME, False),
        (OFFICIAL, Action.ENTER_ROOM, True),
        (Standing(Role.DELEGATE, office_id=OfficeId("emir")), Action.ENTER_ROOM, False),
        (Standing(Role.KIOSK), Action.SEE_APPOINTMENT, False),
        (Standing(Role.ADMINISTRATOR), Action.SEE_BRIEF, False),
        (Standing(Role.COORDINATOR, agency_id=AgencyId("emirate")), Action.TRIAGE, True),
        (Standing(Role.COORDINATOR, agency_id=AgencyId("emirate")), Action.ADMIT, False),
        (Standing(Role.OPERATOR, site_id=SiteId("jazan-hall")), Action.CANCEL, True),
        (Standing(Role.EMIRATE_LEADERSHIP, governorate_id=JAZAN), Action.SEE_REQUEST, True),
    ],
)
def test_roles_may_what_the_table_says_on_what_is_theirs(standing: Standing, action: Action, allowed: bool) -> None:
    assert may(standing, action, THEIRS) is allowed
    assert not may(standing, action, OTHERS)


def test_a_governorate_narrows_every_scope() -> None:
    everywhere = Standing(Role.EMIRATE_LEADERSHIP)
    assert may(everywhere, Action.SEE_REQUEST, THEIRS)
    assert may(everywhere, Action.SEE_REQUEST, OTHERS)
    of_sabya = Standing(Role.COORDINATOR, agency_id=AgencyId("emirate"), governorate_id=SABYA)
    assert not may(of_sabya, Action.TRIAGE, THEIRS)


def test_whoever_attends_owns_the_audience_as_whoever_was_booked() -> None:
    both = Ownership(PersonId("per_a"), frozenset({OfficeId("emir"), OfficeId("deputy")}))
    assert may(OFFICIAL, Action.ADMIT, both)
    assert may(Standing(Role.OFFICIAL, office_id=OfficeId("deputy")), Action.ADMIT, both)


def test_an_unbound_standing_owns_nothing() -> None:
    assert not may(Standing(Role.CITIZEN), Action.CHECK_IN, Ownership())
    assert not may(Standing(Role.OFFICIAL), Action.ADMIT, Ownership())


def test_only_administrators_administer() -> None:
    assert [role for role in Role if Action.ADMINISTER in permissions(role)] == [Role.ADMINISTRATOR]


def test_ids_are_made_of_sixteen_bytes_and_tell_their_kind() -> None:
    assert new_request_id(bytes(16)) == f"req_{'a' * 26}"
    assert new_appointment_id(b"\xff" * 16).startswith("apt_")
    with pytest.raises(ValueError, match="16 random bytes"):
        new_request_id(b"short")
