"""A hall's console over HTTP: what kiosks say, who sees it, and what becomes of what is asked of them."""

import base64
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk_client.domain.kiosk_orders import MOST_MESSAGE_LENGTH
from desk_client.protocol.hall import MOST_STILL_BYTES
from desk_client.server.storage.tables.halls import kiosk_order, kiosk_report
from tests.fakes.clock import StandingClock
from tests.integration.server.people import Client, Town
from tests.integration.server.staffed import acts, administrator, rows_in
from tests.stores import BOTH

STORES = BOTH
HALL = "/sites/farasan/hall"
ORDERS = "/kiosks/farasan-1/orders"
WELL: dict[str, Any] = {"activity": "idle", "program": "1.2.0", "uptime_s": 60, "printer": "ready", "round_trip_ms": 12}
PICTURE = b"\xff\xd8 a picture of nobody \xff\xd9"


@pytest.fixture
def operator(town: Town) -> Client:
    return town.official("operator.farasan")


@pytest.fixture
def kiosk(town: Town) -> Client:
    return town.kiosk()


class Asker:
    """An operator who presses a button, each time anew."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._presses = 0

    def key(self) -> dict[str, str]:
        self._presses += 1
        return {"Idempotency-Key": f"press-number-{self._presses}"}

    def __call__(self, kind: str, **more: object) -> dict[str, Any]:
        answer = self._client.ask("POST", ORDERS, {"kind": kind, **more}, **self.key())
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def refused(self, body: dict[str, Any], path: str = ORDERS) -> str:
        return str(self._client.refused("POST", path, body, **self.key())["code"])


@pytest.fixture
def asks(operator: Client) -> Asker:
    return Asker(operator)


def report(kiosk: Client, **said: object) -> dict[str, Any]:
    found: dict[str, Any] = kiosk.got("PUT", "/kiosks/self/report", {**WELL, **said})
    return found


def shown(operator: Client) -> dict[str, Any]:
    (only,) = operator.got("GET", HALL)["kiosks"]
    found: dict[str, Any] = only
    return found


def end(kiosk: Client, order: dict[str, Any], state: str = "done", **more: object) -> dict[str, Any]:
    found: dict[str, Any] = kiosk.got("PUT", f"/kiosks/self/orders/{order['id']}", {"state": state, **more})
    return found


def test_a_kiosk_is_shown_as_it_last_said(town: Town, operator: Client, kiosk: Client, clock: StandingClock) -> None:
    assert (shown(operator)["health"], shown(operator)["activity"]) == ("never_heard", None)
    report(kiosk)
    first = shown(operator)
    assert (first["health"], first["activity"], first["program"], first["complaints"]) == ("fine", "idle", "1.2.0", [])
    clock.advance(timedelta(seconds=5))
    report(kiosk, activity="in_call", failed=["camera"], printer="out_of_paper", error="internal")
    second = shown(operator)
    assert (second["health"], second["complaints"]) == ("needs_attention", ["camera", "paper"])
    assert second["since"] > first["since"]
    clock.advance(timedelta(seconds=5))
    report(kiosk, activity="in_call")
    assert shown(operator)["since"] == second["since"], "it is still in the same call"
    clock.advance(timedelta(seconds=30))
    assert shown(operator)["health"] == "silent"
    assert rows_in(town, kiosk_report) == 1, "only the last one is kept"


def test_a_hall_is_its_operators_and_the_administrators_alone(town: Town, operator: Client, kiosk: Client) -> None:
    other = Asker(town.official("operator.sabya"))
    report(kiosk)
    assert town.official("operator.sabya").refused("GET", HALL)["code"] == "not_found"
    assert other.refused({"kind": "restart"}) == "not_found"
    assert operator.refused("GET", "/sites/nowhere/hall")["code"] == "not_found"
    assert Asker(operator).refused({"kind": "restart"}, "/kiosks/nothing-1/orders") == "not_found"
    for stranger in (kiosk, town.citizen(kiosk), town.official()):
        assert stranger.refused("GET", HALL)["code"] == "forbidden"
        assert Asker(stranger).refused({"kind": "restart"}) == "forbidden"
    for stranger in (operator, town.citizen(kiosk), town.official()):
        assert stranger.refused("PUT", "/kiosks/self/report", WELL)["code"] == "forbidden"
    assert administrator(town).got("GET", HALL)["site"]["id"] == "farasan"
    assert rows_in(town, kiosk_order) == 0


def test_an_order_is_told_with_the_next_report_until_it_has_ended(operator: Client, kiosk: Client, asks: Asker) -> None:
    order = asks("message", text="يرجى\u202e الانتظار\n قليلاً")
    (told,) = report(kiosk)["orders"]
    assert (told["id"], told["kind"], told["state"], told["text"]) == (
        order["id"],
        "message",
        "asked",
        "يرجى الانتظار قليلاً",
    )
    end(kiosk, order, "taken")
    assert [each["state"] for each in report(kiosk)["orders"]] == ["taken"]
    assert end(kiosk, order)["state"] == end(kiosk, order)["state"] == "done", "saying it twice changes nothing"
    assert report(kiosk)["orders"] == []
    assert [each["state"] for each in shown(operator)["orders"]] == ["done"]


def test_pressed_twice_under_one_key_it_is_one_order(town: Town, operator: Client, kiosk: Client) -> None:
    key = {"Idempotency-Key": "the-same-press"}
    ids = {operator.ask("POST", ORDERS, {"kind": "restart"}, **key).json()["id"] for _ in range(2)}
    assert len(ids) == 1
    assert len(report(kiosk)["orders"]) == rows_in(town, kiosk_order) == 1


def test_a_silent_kiosk_s_order_fails_and_says_so(
    operator: Client, kiosk: Client, asks: Asker, clock: StandingClock
) -> None:
    order = asks("restart")
    clock.advance(timedelta(seconds=30))
    (found,) = shown(operator)["orders"]
    assert (found["state"], found["failure"]) == ("failed", "no_answer")
    assert found["ended_at"] is not None
    assert report(kiosk)["orders"] == [], "it comes back too late to obey"
    late = kiosk.refused("PUT", f"/kiosks/self/orders/{order['id']}", {"state": "done"})
    assert late["code"] == "illegal_transition"


def test_a_kiosk_stays_closed_through_its_restarts_until_it_is_opened(
    operator: Client, kiosk: Client, asks: Asker
) -> None:
    assert report(kiosk)["locked"] is False
    end(kiosk, asks("lock"))
    assert report(kiosk)["locked"] is True
    assert shown(operator)["locked"] is True
    end(kiosk, asks("lock"), "failed", failure="no_screen")
    end(kiosk, asks("unlock"))
    assert report(kiosk)["locked"] is False


def test_only_the_kiosk_that_was_asked_answers(town: Town, operator: Client, kiosk: Client, asks: Asker) -> None:
    order = asks("test")
    path = f"/kiosks/self/orders/{order['id']}"
    assert town.kiosk("fayfa-1").refused("PUT", path, {"state": "done"})["code"] == "not_found"
    assert operator.refused("PUT", path, {"state": "done"})["code"] == "forbidden"
    answer = end(kiosk, order, failed=["microphone", "camera"])
    assert answer["failed"] == ["camera", "microphone"]


def test_a_picture_is_shown_once_and_is_in_no_table(town: Town, operator: Client, kiosk: Client, asks: Asker) -> None:
    order = asks("still")
    still = f"{ORDERS}/{order['id']}/still"
    assert operator.refused("POST", still)["code"] == "not_found"
    end(kiosk, order, still=base64.b64encode(PICTURE).decode())
    assert town.official("operator.sabya").refused("POST", still)["code"] == "not_found"
    assert town.official().refused("POST", still)["code"] == "forbidden"
    assert base64.b64decode(operator.got("POST", still)["jpeg"]) == PICTURE
    assert operator.refused("POST", still)["code"] == "not_found"
    assert [subject for _, _, subject in acts(town, "see_kiosk_still")] == [order["id"]]


def test_a_picture_that_nobody_collects_is_forgotten(
    operator: Client, kiosk: Client, asks: Asker, clock: StandingClock
) -> None:
    order = asks("still")
    end(kiosk, order, still=base64.b64encode(PICTURE).decode())
    clock.advance(timedelta(minutes=1, seconds=1))
    assert operator.refused("POST", f"{ORDERS}/{order['id']}/still")["code"] == "not_found"


def test_a_picture_has_its_size(kiosk: Client, asks: Asker) -> None:
    order = asks("still")
    large = base64.b64encode(bytes(MOST_STILL_BYTES + 1)).decode()
    path = f"/kiosks/self/orders/{order['id']}"
    assert kiosk.refused("PUT", path, {"state": "done", "still": large})["code"] == "invalid_request"
    end(kiosk, order, still=base64.b64encode(bytes(MOST_STILL_BYTES)).decode())


def test_a_message_has_words_and_only_a_message_has(asks: Asker) -> None:
    assert asks.refused({"kind": "message"}) == "invalid_request"
    assert asks.refused({"kind": "message", "text": " \u200f\n"}) == "invalid_request"
    assert asks.refused({"kind": "message", "text": "م" * (MOST_MESSAGE_LENGTH + 1)}) == "invalid_request"
    assert asks.refused({"kind": "restart", "text": "now"}) == "invalid_request"
    assert asks("message", text="م" * MOST_MESSAGE_LENGTH)["state"] == "asked"


def test_a_message_s_words_are_sealed_and_gone_when_it_has_been_shown(town: Town, kiosk: Client, asks: Asker) -> None:
    def kept() -> bytes | None:
        query = select(kiosk_order.c.text_sealed)
        found: bytes | None = town.server.house.read_now(lambda each: each.connection.execute(query).scalar_one())
        return found

    order = asks("message", text="please wait")
    before = kept()
    assert before is not None
    assert b"please" not in before
    end(kiosk, order)
    assert kept() is None


def test_the_trail_has_who_asked_for_what_and_no_words(town: Town, kiosk: Client, asks: Asker) -> None:
    order = asks("message", text="the words")
    end(kiosk, order)
    asked = acts(town, "ask_kiosk_message")
    assert [(role, subject) for _, role, subject in asked] == [("operator", "farasan-1")]
    assert [(role, subject) for _, role, subject in acts(town, "do_kiosk_message")] == [("kiosk", order["id"])]


def test_the_last_few_orders_are_told(operator: Client, asks: Asker, clock: StandingClock) -> None:
    made = []
    for _ in range(13):
        made.append(asks("test")["id"])
        clock.advance(timedelta(seconds=1))
    assert [each["id"] for each in shown(operator)["orders"]] == made[:2:-1]
