"""What becomes of an order to a kiosk, and what of a message is shown."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.kiosk_orders import (
    ENDED_WITHIN,
    ENDS,
    TAKEN_WITHIN,
    OrderFailure,
    OrderState,
    Standing,
    may_become,
    plain_message,
    standing,
)

ASKED_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
MOMENT = timedelta(milliseconds=1)
GIVEN_UP = Standing(OrderState.FAILED, OrderFailure.NO_ANSWER)


def test_one_that_nobody_takes_or_ends_in_time_has_failed() -> None:
    for state, within in ((OrderState.ASKED, TAKEN_WITHIN), (OrderState.TAKEN, ENDED_WITHIN)):
        assert standing(state, None, ASKED_AT, ASKED_AT + within - MOMENT) == Standing(state)
        assert standing(state, None, ASKED_AT, ASKED_AT + within) == GIVEN_UP


def test_what_has_ended_stays_so_for_ever() -> None:
    much_later = ASKED_AT + timedelta(days=1)
    assert standing(OrderState.DONE, None, ASKED_AT, much_later) == Standing(OrderState.DONE)
    declined = standing(OrderState.FAILED, OrderFailure.DECLINED, ASKED_AT, much_later)
    assert declined == Standing(OrderState.FAILED, OrderFailure.DECLINED)


def test_it_goes_forward_only_and_may_be_said_twice() -> None:
    allowed = {(state, wanted) for state in OrderState for wanted in OrderState if may_become(state, wanted)}
    forward = {(OrderState.ASKED, each) for each in OrderState} | {(OrderState.TAKEN, each) for each in ENDS}
    assert allowed == forward | {(each, each) for each in OrderState}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  please\n\tmove   on ", "please move on"),
        ("نرجو التوجه إلى الكشك رقم ٢", "نرجو التوجه إلى الكشك رقم ٢"),
        ("\u202egnp.exe\u2066 a\u2069", "gnp.exe a"),
        ("a\u200bb\ufeffc\u0007", "abc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200f\u2028 ", ""),
    ],
)
def test_nothing_unseen_is_shown_to_a_visitor(typed: str, shown: str) -> None:
    assert plain_message(typed) == shown
