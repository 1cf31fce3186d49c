"""The operator's PIN of a hall over HTTP: who sets it, what a kiosk is told, and how few guesses it allows."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from desk_client.config.settings import ServerSettings
from desk_client.server import admin
from desk_client.server.storage.tables import region
from desk_client.server.storage.tables.bookkeeping import audit
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Client, Town
from tests.integration.server.staffed import acts, administrator, rows_in
from tests.stores import BOTH

STORES = BOTH
PIN = "482917"
WRONG = "719284"
HALL = "/sites/farasan/kiosk-pin"


def unlock(kiosk: Client, pin: str) -> int:
    return kiosk.ask("POST", "/kiosks/self/unlock", {"pin": pin}).status_code


def refused(kiosk: Client, pin: str = WRONG) -> tuple[str, int | None]:
    problem = kiosk.refused("POST", "/kiosks/self/unlock", {"pin": pin})
    return problem["code"], problem["attempts_left"]


@pytest.fixture
def operator(town: Town) -> Client:
    return town.official("operator.farasan")


@pytest.fixture
def kiosk(town: Town, operator: Client) -> Client:
    """A kiosk of a hall whose PIN is set."""
    operator.got("PUT", HALL, {"pin": PIN})
    return town.kiosk()


def test_the_halls_pin_opens_each_of_its_kiosks_and_no_other_halls(town: Town, kiosk: Client) -> None:
    assert unlock(kiosk, PIN) == 204
    assert unlock(kiosk, "٤٨٢٩١٧") == 204, "digits count in any form"
    other = town.kiosk("fayfa-1")
    assert refused(other, PIN) == ("kiosk_pin_not_set", None)
    administrator(town).got("PUT", "/sites/fayfa/kiosk-pin", {"pin": WRONG})
    assert refused(other, PIN) == ("kiosk_pin_wrong", 4)
    assert unlock(other, WRONG) == 204


def test_only_its_operator_and_the_administrator_set_it(town: Town, operator: Client) -> None:
    assert operator.refused("PUT", "/sites/fayfa/kiosk-pin", {"pin": PIN})["code"] == "not_found"
    assert operator.refused("PUT", "/sites/nowhere/kiosk-pin", {"pin": PIN})["code"] == "not_found"
    kiosk = town.kiosk()
    for stranger in (kiosk, town.citizen(kiosk), town.official()):
        assert stranger.refused("PUT", HALL, {"pin": PIN})["code"] == "forbidden"
    for stranger in (operator, town.citizen(kiosk), town.official()):
        assert stranger.refused("POST", "/kiosks/self/unlock", {"pin": PIN})["code"] == "forbidden"
    assert rows_in(town, region.kiosk_pin) == 0
    administrator(town).got("PUT", HALL, {"pin": PIN})
    assert unlock(kiosk, PIN) == 204


def test_what_is_no_pin_is_not_taken(kiosk: Client, operator: Client) -> None:
    for pin in ("12345", "1234567890123", "48291a", " 482917", "", 482917, None):
        assert operator.refused("PUT", HALL, {"pin": pin})["code"] == "invalid_request", pin
        assert kiosk.refused("POST", "/kiosks/self/unlock", {"pin": pin})["code"] == "invalid_request", pin
    assert unlock(kiosk, PIN) == 204, "none of them was a try"


def test_what_anybody_would_guess_first_is_not_taken(operator: Client) -> None:
    for pin in ("000000", "123456", "٦٥٤٣٢١", "135791", "121212", "9999999999"):
        assert operator.refused("PUT", HALL, {"pin": pin})["code"] == "password_weak", pin


def test_five_wrong_ones_lock_the_kiosk_alone_and_for_a_while(
    town: Town, kiosk: Client, operator: Client, clock: StandingClock
) -> None:
    assert [refused(kiosk) for _ in range(4)] == [("kiosk_pin_wrong", left) for left in (4, 3, 2, 1)]
    last = kiosk.refused("POST", "/kiosks/self/unlock", {"pin": WRONG})
    assert (last["code"], last["retry_after_s"]) == ("rate_limited", 901)
    assert refused(kiosk, PIN) == ("rate_limited", None), "the right one has to wait as well"
    beside_it = insert(region.kiosk).values(id="farasan-2", site_id="farasan", number=2)
    town.server.house.write_now(lambda transaction: transaction.connection.execute(beside_it).rowcount)
    assert unlock(town.kiosk("farasan-2"), PIN) == 204
    clock.advance(timedelta(minutes=15))
    assert unlock(kiosk, PIN) == 204
    assert refused(kiosk) == ("kiosk_pin_wrong", 4), "after the right one the tries begin anew"
    for _ in range(4):
        refused(kiosk)
    operator.got("PUT", HALL, {"pin": WRONG})
    assert unlock(kiosk, WRONG) == 204, "whoever sets another PIN waits for nothing"


@pytest.mark.expected_errors("the limit 'kiosk-pin-day' is used up")
def test_a_patient_guesser_has_twenty_tries_a_day(kiosk: Client, clock: StandingClock) -> None:
    judged = 0
    for _ in range(10):
        judged += [refused(kiosk)[0] for _ in range(5)].count("kiosk_pin_wrong")
        clock.advance(timedelta(minutes=15))
    assert judged == 16, "the fifth of each four rounds is told that it was the last"
    wait = kiosk.refused("POST", "/kiosks/self/unlock", {"pin": PIN})["retry_after_s"]
    assert timedelta(hours=21) < timedelta(seconds=wait) < timedelta(hours=22)


@pytest.fixture
def restarted(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    """The server after a start during which somebody had guessed too often, and its kiosk."""
    with settle_town(settings) as first:
        admin.set_kiosk_pin(first.server.house, "farasan", PIN)
        kiosk = first.kiosk()
        for _ in range(5):
            refused(kiosk)
    with settle_town(settings) as again:
        again.client(kiosk.token)
        yield again


def test_a_restart_forgets_neither_the_pin_nor_the_guesses(restarted: Town, clock: StandingClock) -> None:
    (kiosk,) = restarted.clients
    assert refused(kiosk, PIN) == ("rate_limited", None)
    clock.advance(timedelta(minutes=15))
    assert unlock(kiosk, PIN) == 204


def test_both_outcomes_are_in_the_trail_and_the_pin_is_nowhere(town: Town, kiosk: Client) -> None:
    refused(kiosk)
    assert unlock(kiosk, PIN) == 204
    assert [(role, subject) for _, role, subject in acts(town, "set_kiosk_pin")] == [("operator", "farasan")]
    assert acts(town, "unlock_kiosk") == [("farasan-1", "kiosk", "farasan-1")]
    assert acts(town, "fail_to_unlock_kiosk") == [("farasan-1", "kiosk", "farasan-1")]

    def rows() -> list[str]:
        return town.server.house.read_now(
            lambda transaction: [
                json.dumps(list(map(str, row)))
                for table in (audit, region.kiosk_pin)
                for row in transaction.connection.execute(select(table))
            ]
        )

    assert not [row for row in rows() if PIN in row or WRONG in row]
    (kept,) = [row for row in rows() if "argon2" in row]
    assert not town.server.house.passwords.check(PIN, json.loads(kept)[1]), "guessed without the server's secret"
