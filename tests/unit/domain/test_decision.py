"""A decision and what follows from it: what is refused, by the name of its field."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk_client.domain.decision import (
    FURTHEST_DEADLINE,
    LONGEST_ACTION,
    MOST_ACTIONS,
    UNDO_WITHIN,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
    fault_in,
    tidied,
    undo_until,
)

TODAY = date(2026, 11, 22)
ITEM = ActionItem("معاينة الطريق", "إدارة الطرق", TODAY)
WHOLE = Decision(
    DecisionCode.DIRECTED,
    "تُوجَّه الإدارة",
    "إدارة الطرق",
    Directive("إدارة الطرق", "تُعاين وتُفيد"),
    (ITEM, replace(ITEM, due=TODAY + FURTHEST_DEADLINE)),
    FollowUp("أمين منطقة جازان", 4),
    "44/1203-A",
)


def test_a_decision_with_all_that_follows_is_whole_and_so_is_one_with_nothing() -> None:
    assert fault_in(WHOLE, TODAY) is None
    assert fault_in(Decision(DecisionCode.GRANTED, "تم", ""), TODAY) is None


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("decision.text", replace(WHOLE, text="")),
        ("decision.text", replace(WHOLE, text="a\0b")),
        ("decision.responsible_unit", replace(WHOLE, code=DecisionCode.DECLINED, responsible_unit="")),
        ("decision.responsible_unit", replace(WHOLE, responsible_unit="و" * 201)),
        ("decision.directive.unit", replace(WHOLE, directive=Directive("", "x"))),
        ("decision.directive.text", replace(WHOLE, directive=Directive("x", ""))),
        ("decision.actions", replace(WHOLE, actions=(ITEM,) * (MOST_ACTIONS + 1))),
        ("decision.actions.1.text", replace(WHOLE, actions=(ITEM, replace(ITEM, text="x" * (LONGEST_ACTION + 1))))),
        ("decision.actions.0.owner", replace(WHOLE, actions=(replace(ITEM, owner=""),))),
        ("decision.actions.0.due", replace(WHOLE, actions=(replace(ITEM, due=TODAY - timedelta(days=1)),))),
        (
            "decision.actions.0.due",
            replace(WHOLE, actions=(replace(ITEM, due=TODAY + FURTHEST_DEADLINE + timedelta(days=1)),)),
        ),
        ("decision.follow_up.office", replace(WHOLE, follow_up=FollowUp("", 4))),
        ("decision.follow_up.within_weeks", replace(WHOLE, follow_up=FollowUp("x", 0))),
        ("decision.transaction_number", replace(WHOLE, transaction_number="1 OR 1")),
    ],
)
def test_what_is_wrong_is_named_by_its_field(field: str, wrong: Decision) -> None:
    assert fault_in(wrong, TODAY) == field


def test_space_around_texts_is_no_part_of_them() -> None:
    spaced = replace(
        WHOLE,
        text=f" {WHOLE.text} ",
        transaction_number=" 44/1203-A\n",
        actions=(replace(ITEM, owner=" إدارة الطرق "),),
    )
    assert tidied(spaced) == replace(WHOLE, actions=(ITEM,))


def test_an_outcome_may_be_taken_back_for_five_minutes() -> None:
    recorded_at = datetime(2026, 11, 22, 6, tzinfo=UTC)
    assert undo_until(recorded_at) - recorded_at == UNDO_WITHIN == timedelta(minutes=5)
