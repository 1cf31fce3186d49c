import itertools

import pytest

from desk_client.domain.access import Action, Ownership, Role, Standing, may, permissions
from desk_client.domain.appointment import FINAL_STATES, TRANSITIONS, AppointmentState, Step, after
from desk_client.domain.ids import OfficeId, PersonId, new_appointment_id, new_hold_id
from desk_client.domain.outcomes import Refusal, RefusalCode

S = AppointmentState


def test_the_whole_way_of_an_audience() -> None:
    state = S.HELD
    for step in (
        Step.BOOK,
        Step.CHECK_IN,
        Step.ADMIT,
        Step.SEND_BACK,
        Step.ADMIT,
        Step.COMPLETE,
        Step.RECORD_OUTCOME,
        Step.RECORD_OUTCOME,
        Step.CONFIRM_OUTCOME,
    ):
        following = after(state, step)
        assert isinstance(following, AppointmentState)
        state = following
    assert state is S.CONFIRMED


@pytest.mark.parametrize(("state", "step"), set(itertools.product(S, Step)) - set(TRANSITIONS))
def test_what_the_table_does_not_name_is_refused(state: S, step: Step) -> None:
    refusal = after(state, step)
    assert isinstance(refusal, Refusal)
    expected = (
        RefusalCode.OUTCOME_MISSING
        if step is Step.CONFIRM_OUTCOME and state in {S.IN_SESSION, S.COMPLETED}
        else RefusalCode.ILLEGAL_TRANSITION
    )
    assert refusal.code is expected


def test_nothing_follows_a_final_state_and_every_other_leads_on() -> None:
    assert set(S) - {state for state, _ in TRANSITIONS} == FINAL_STATES


CITIZEN = Standing(Role.CITIZEN, person_id=PersonId("per_a"))
OFFICIAL = Standing(Role.OFFICIAL, office_id=OfficeId("emir"))
THEIRS = Ownership(PersonId("per_a"), OfficeId("emir"))
OTHERS = Ownership(PersonId("per_b"), OfficeId("mayor"))


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
    ],
)
def test_roles_may_what_the_table_says_on_what_is_theirs(standing: Standing, action: Action, allowed: bool) -> None:
    assert may(standing, action, THEIRS) is allowed
    assert not may(standing, action, OTHERS)


def test_an_unbound_standing_owns_nothing() -> None:
    assert not may(Standing(Role.CITIZEN), Action.CHECK_IN, Ownership())
    assert not may(Standing(Role.OFFICIAL), Action.ADMIT, Ownership())


def test_only_administrators_administer() -> None:
    assert [role for role in Role if Action.ADMINISTER in permissions(role)] == [Role.ADMINISTRATOR]


def test_ids_are_made_of_sixteen_bytes_and_tell_their_kind() -> None:
    assert new_hold_id(bytes(16)) == f"hld_{'a' * 26}"
    assert new_appointment_id(b"\xff" * 16).startswith("apt_")
    with pytest.raises(ValueError, match="16 random bytes"):
        new_hold_id(b"short")
