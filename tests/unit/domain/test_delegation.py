"""What is left to an office's manager: rights together are the role, each by itself is less, and days end them."""

from datetime import date

import pytest

from desk_client.domain.access import Action, Ownership, Role, Standing, allowed, may, permissions
from desk_client.domain.delegation import EVERY_RIGHT, DelegateRight, Delegation, actions_of
from desk_client.domain.ids import OfficeId

MAYOR = OfficeId("mayor")
THEIRS = Ownership(office_ids=frozenset({MAYOR}))


def standing(*rights: DelegateRight) -> Standing:
    return Standing(Role.DELEGATE, office_id=MAYOR, delegated=actions_of(rights))


def test_all_rights_together_are_the_role_and_nothing_beyond_it() -> None:
    assert actions_of(EVERY_RIGHT) == permissions(Role.DELEGATE)


@pytest.mark.parametrize("right", list(DelegateRight))
def test_each_right_lets_see_the_calendar_and_is_less_than_the_role(right: DelegateRight) -> None:
    assert may(standing(right), Action.SEE_AGENDA, THEIRS)
    assert allowed(standing(right)) < permissions(Role.DELEGATE)


def test_who_only_sees_the_calendar_neither_books_nor_receives_nor_signs() -> None:
    sees = standing(DelegateRight.SEE_CALENDAR)
    for action in (Action.RESCHEDULE, Action.ADMIT, Action.RECORD_OUTCOME, Action.SEE_BRIEF, Action.FIND_PERSON):
        assert not may(sees, action, THEIRS)
        assert action not in allowed(sees)


def test_without_any_right_only_ones_own_account_is_left() -> None:
    assert allowed(standing()) == {Action.SEE_OFFICES, Action.SEE_OWN_ACCOUNT}


def test_rights_begin_and_end_with_their_days() -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 25)
    left = Delegation(EVERY_RIGHT, first, last)
    assert [bool(left.on(date(2026, 11, day))) for day in (22, 23, 25, 26)] == [False, True, True, False]
    assert Delegation(EVERY_RIGHT).on(date(2099, 1, 1)) == EVERY_RIGHT
