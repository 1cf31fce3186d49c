"""The queue of those who come without an appointment, over HTTP: numbers, turns, and what two do at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from desk_client.domain.walk_in import WalkInStep
from desk_client.server.storage.tables import walk_ins
from tests.fakes.clock import StandingClock
from tests.integration.server.people import Client, Town, new_key
from tests.integration.server.staffed import acts, administrator, rows_in, settled
from tests.stores import BOTH

STORES = BOTH
MINUTE = timedelta(minutes=1)


def take(operator: Client, reason: str = "inquiry", *, is_priority: bool = False, **given: object) -> Any:
    ask: dict[str, object] = {"reason": reason, "is_priority": is_priority}
    if given:
        ask["given"] = given
    return operator.got("POST", "/walk-ins", ask, Idempotency_Key=new_key())


def call(operator: Client, kiosk: int | None = None) -> Any:
    return operator.got("POST", "/walk-ins/next", {"kiosk_number": kiosk}, Idempotency_Key=new_key())


def step(operator: Client, number: Any, taken: WalkInStep) -> Any:
    return operator.got("POST", f"/walk-ins/{number['id']}/steps", {"step": taken.value})


def waiting(operator: Client) -> list[str]:
    return [each["number"] for each in operator.got("GET", "/walk-ins")["waiting"]]


@pytest.fixture
def operator(town: Town) -> Client:
    return town.official("operator.farasan")


@pytest.fixture
def colleague(town: Town) -> Client:
    """Another operator of the same hall."""
    name = {"ar": "زميل", "en": "Colleague"}
    made = {"username": "second.farasan", "role": "operator", "site_id": "farasan", "name": name}
    root = administrator(town)
    staff_id = root.got("POST", "/staff", made)["id"]
    root.got("PUT", f"/staff/{staff_id}/password", {"password": "the-second-operators-1"})
    return settled(town, "second.farasan", "the-second-operators-1")


def test_numbers_count_up_and_begin_anew_each_day_in_riyadh(town: Town, operator: Client, clock: StandingClock) -> None:
    assert [take(operator)["number"] for _ in range(3)] == ["A001", "A002", "A003"]
    clock.advance(timedelta(days=1))
    tomorrow = town.official("operator.farasan")
    assert take(tomorrow)["number"] == "A001"
    assert waiting(tomorrow) == ["A001"]


def test_a_number_says_how_many_are_before_it_and_how_long_that_may_take(
    operator: Client, clock: StandingClock
) -> None:
    first = take(operator)
    assert (first["ahead"], first["earliest_min"], first["latest_min"]) == (0, 0, 5)
    for _ in range(3):
        take(operator)
    for _ in range(2):
        number = call(operator)
        clock.advance(4 * MINUTE)
        step(operator, number, WalkInStep.SERVE)
    last = take(operator)
    assert last["ahead"] == 2
    assert 0 < last["earliest_min"] < last["latest_min"]


def test_the_priority_lane_goes_first_but_leaves_every_third_call(operator: Client) -> None:
    for _ in range(2):
        take(operator)
    for _ in range(4):
        take(operator, is_priority=True)
    foreseen = waiting(operator)
    assert foreseen == ["A003", "A004", "A001", "A005", "A006", "A002"]
    assert [call(operator)["number"] for _ in range(6)] == foreseen
    problem = operator.refused("POST", "/walk-ins/next", {}, Idempotency_Key=new_key())
    assert problem["code"] == "not_found"


def test_a_number_is_called_to_a_kiosk_and_everybody_in_the_hall_may_read_it(town: Town, operator: Client) -> None:
    for _ in range(2):
        take(operator)
    call(operator)
    called = call(operator, 1)
    assert called["kiosk_number"] == 1
    assert called["is_mine"]
    kiosk = town.kiosk()
    shown = kiosk.got("GET", "/walk-ins/called")["numbers"]
    assert sorted((each["number"], each["kiosk_number"]) for each in shown) == [("A001", None), ("A002", 1)]
    assert kiosk.refused("GET", "/walk-ins")["code"] == "forbidden"
    assert town.kiosk("fayfa-1").got("GET", "/walk-ins/called")["numbers"] == [], "another hall has its own"
    absent = operator.refused("POST", "/walk-ins/next", {"kiosk_number": 77}, Idempotency_Key=new_key())
    assert absent["code"] == "not_found"


def test_who_is_not_there_is_called_again_before_they_are_written_off(operator: Client) -> None:
    take(operator)
    number = call(operator)
    path = f"/walk-ins/{number['id']}/steps"
    assert operator.refused("POST", path, {"step": "leave_queue"})["code"] == "too_early"
    assert step(operator, number, WalkInStep.RECALL)["calls"] == 2
    assert step(operator, number, WalkInStep.LEAVE)["state"] == "left"
    assert operator.refused("POST", path, {"step": "serve_number"})["code"] == "illegal_transition"
    back = step(operator, number, WalkInStep.PUT_BACK)
    assert (back["state"], back["ahead"]) == ("waiting", 0)


def test_who_is_put_back_comes_after_two_others(operator: Client, clock: StandingClock) -> None:
    for _ in range(5):
        take(operator)
        clock.advance(MINUTE)
    step(operator, call(operator), WalkInStep.PUT_BACK)
    assert waiting(operator) == ["A002", "A003", "A001", "A004", "A005"]


def test_two_operators_who_call_at_once_never_get_the_same_number(operator: Client, colleague: Client) -> None:
    for _ in range(20):
        take(operator)
    both = threading.Barrier(2)

    def calls(whose: Client) -> list[str]:
        found = []
        for _ in range(10):
            both.wait(10)
            found.append(call(whose)["number"])
        return found

    with ThreadPoolExecutor(2) as pool:
        mine, theirs = pool.map(calls, (operator, colleague))
    assert sorted(mine + theirs) == [f"A{number:03d}" for number in range(1, 21)]
    assert waiting(operator) == []


def test_two_operators_who_give_numbers_at_once_never_give_the_same(operator: Client, colleague: Client) -> None:
    both = threading.Barrier(2)

    def takes(whose: Client) -> list[str]:
        found = []
        for _ in range(10):
            both.wait(10)
            found.append(take(whose)["number"])
        return found

    with ThreadPoolExecutor(2) as pool:
        mine, theirs = pool.map(takes, (operator, colleague))
    assert sorted(mine + theirs) == [f"A{number:03d}" for number in range(1, 21)]


def test_a_number_that_was_asked_for_twice_is_given_once(operator: Client) -> None:
    key = new_key()
    first, again = (
        operator.got("POST", "/walk-ins", {"reason": "booking"}, Idempotency_Key=key)["number"] for _ in range(2)
    )
    assert first == again
    assert waiting(operator) == [first]
    key = new_key()
    called = {operator.got("POST", "/walk-ins/next", {}, Idempotency_Key=key)["number"] for _ in range(2)}
    assert called == {"A001"}


def test_blocks_of_two_programs_share_no_number(operator: Client, colleague: Client) -> None:
    mine = operator.got("POST", "/walk-ins/block")
    theirs = colleague.got("POST", "/walk-ins/block")
    assert mine["day"] == operator.got("GET", "/walk-ins")["day"]
    assert len(mine["numbers"]) == len(theirs["numbers"]) == 50
    assert not set(mine["numbers"]) & set(theirs["numbers"])


def test_what_was_given_while_the_server_was_away_keeps_its_place(
    town: Town, operator: Client, colleague: Client, clock: StandingClock
) -> None:
    block = operator.got("POST", "/walk-ins/block")["numbers"]
    clock.advance(10 * MINUTE)
    take(operator)
    late = take(operator, number=block[0], ago_s=300, state="waiting")
    assert late["number"] == block[0]
    assert waiting(operator) == [block[0], "A001"], "they came before"
    take(operator, number=block[1], ago_s=60, state="served")
    assert take(operator, number=block[0], ago_s=300)["id"] == late["id"], "handed in twice, it is one"
    ended = operator.got("GET", "/walk-ins")["ended"]
    assert [each["number"] for each in ended] == [block[1]]
    assert take(colleague, number=block[2], ago_s=0)["number"] == block[2], "after a change of shifts, say"
    for number in ("S099", "A777"):
        ask = {"reason": "inquiry", "given": {"number": number, "ago_s": 0}}
        assert operator.refused("POST", "/walk-ins", ask, Idempotency_Key=new_key())["code"] == "not_found"
    assert len(acts(town, "hand_in_number")) == 3


def test_the_place_in_the_queue_is_kept_to_less_than_a_second(operator: Client, clock: StandingClock) -> None:
    block = operator.got("POST", "/walk-ins/block")["numbers"]
    take(operator)
    clock.advance(timedelta(seconds=1))
    take(operator, number=block[0], ago_s=0.6, state="waiting")
    take(operator, number=block[1], ago_s=0.7, state="waiting")
    assert waiting(operator) == ["A001", block[1], block[0]]


def test_what_is_no_number_is_not_taken(operator: Client) -> None:
    for given in ({"number": "A1", "ago_s": 0}, {"number": "S001", "ago_s": -1}, {"number": "S٠٠١", "ago_s": 0}, {}):
        ask = {"reason": "inquiry", "given": given}
        assert operator.refused("POST", "/walk-ins", ask, Idempotency_Key=new_key())["code"] == "invalid_request"
    for reason in ("😀", "", None, "inquiry" * 2000):
        problem = operator.refused("POST", "/walk-ins", {"reason": reason}, Idempotency_Key=new_key())
        assert problem["code"] == "invalid_request"


def test_another_halls_numbers_are_not_found(town: Town, operator: Client) -> None:
    number = take(operator)
    other = town.official("operator.fayfa")
    problem = other.refused("POST", f"/walk-ins/{number['id']}/steps", {"step": "leave_queue"})
    assert problem["code"] == "not_found"
    assert waiting(other) == []
    for stranger in (town.official(), town.citizen(town.kiosk())):
        assert stranger.refused("GET", "/walk-ins")["code"] == "forbidden"


def test_the_trail_says_who_gave_called_and_served(town: Town, operator: Client) -> None:
    take(operator)
    number = call(operator)
    step(operator, number, WalkInStep.SERVE)
    for action in ("give_number", "call_number", "serve_number"):
        ((_, role, subject),) = acts(town, action)
        assert (role, subject) == ("operator", number["id"])
    assert rows_in(town, walk_ins.walk_in) == 1
