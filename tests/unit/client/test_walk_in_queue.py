"""The queue as the console keeps it while the server is away."""

from dataclasses import replace
from datetime import date

from desk_client.client.walk_ins import WalkInBlock, WalkInQueue, WalkInReason, WalkInState
from desk_client.domain.outcomes import Refusal, RefusalCode

INQUIRY = WalkInReason.INQUIRY
AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)
BLOCK = WalkInBlock(day=date(2026, 11, 22), numbers=("S001", "S002", "S003"))
EMPTY = WalkInQueue(block=BLOCK, trouble=AWAY)


def given(queue: WalkInQueue, *, is_priority: bool = False, now_s: float = 0.0) -> WalkInQueue:
    more = queue.give(INQUIRY, is_priority=is_priority, now_s=now_s)
    assert more is not None
    return more


def test_numbers_are_given_in_the_blocks_order_until_none_is_left() -> None:
    queue = EMPTY
    for name in BLOCK.numbers:
        queue = given(queue)
        assert queue.told is not None
        assert (queue.told.number, queue.told.is_local) == (name, True)
    assert queue.left_in_block == 0
    assert queue.give(INQUIRY, is_priority=False, now_s=9.0) is None
    assert WalkInQueue(trouble=AWAY).give(INQUIRY, is_priority=False, now_s=0.0) is None, "no block was set aside"


def test_the_priority_lane_is_called_first_and_who_came_first_of_each() -> None:
    queue = given(given(given(EMPTY, now_s=1.0), now_s=2.0), is_priority=True, now_s=3.0)
    called = []
    while (turn := queue.next_here) is not None:
        called.append(turn.number)
        queue = queue.with_state(turn.number, WalkInState.CALLED).with_state(turn.number, WalkInState.SERVED)
    assert called == ["S003", "S001", "S002"]
    assert len(queue.given) == 3, "the server has not been told"


def test_what_is_handed_in_is_forgotten_and_never_given_again() -> None:
    queue = given(EMPTY).without("S001")
    assert queue.given == ()
    assert given(queue).given[0].number == "S002"


def test_only_a_server_that_is_not_heard_is_away() -> None:
    assert EMPTY.is_away
    assert not replace(EMPTY, trouble=None).is_away
    assert not replace(EMPTY, trouble=Refusal(RefusalCode.SESSION_EXPIRED)).is_away
