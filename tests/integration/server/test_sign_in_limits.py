"""What costs money or is guessed at is limited: by phone, person, kiosk, hall, range of numbers, and for everybody."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from desk_client.config.identity_settings import FloodSettings, IdentitySettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.outcomes import Refusal
from desk_client.server.services import throttle
from desk_client.server.services.throttle import Limit
from desk_client.server.storage.tables.bookkeeping import outbox
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import PASSWORD, Client, Town, mobile, national_id
from tests.integration.server.staffed import rows_in


@contextmanager
def limited(settings: ServerSettings, settle_town: Settle, **limits: object) -> Iterator[Town]:
    with settle_town(settings.model_copy(update={"identity": IdentitySettings.model_validate(limits)})) as town:
        yield town


def ask(kiosk: Client, number: int, phone: str) -> Any:
    body = {"national_id": national_id(number), "mobile": phone}
    return kiosk.ask("POST", "/citizen/challenges", body).json().get("code")


@pytest.mark.expected_errors("the limit 'challenge-kiosk' is used up")
def test_one_kiosk_does_not_pump(settings: ServerSettings, settle_town: Settle) -> None:
    with limited(settings, settle_town, challenges_per_kiosk=3) as town:
        kiosk = town.kiosk()
        assert [ask(kiosk, n, mobile(n)) for n in range(5)] == [None] * 3 + ["rate_limited"] * 2
        assert ask(town.kiosk("sabya-1"), 4, mobile(4)) is None


@pytest.mark.expected_errors("the limit 'challenge-site' is used up")
def test_nor_do_the_kiosks_of_one_hall(settings: ServerSettings, settle_town: Settle) -> None:
    with limited(settings, settle_town, challenges_per_site=2) as town:
        kiosk = town.kiosk()
        assert [ask(kiosk, n, mobile(n)) for n in range(3)] == [None] * 2 + ["rate_limited"]


@pytest.mark.expected_errors("the limit 'sms-range' is used up")
def test_nor_do_many_kiosks_towards_one_range_of_numbers(settings: ServerSettings, settle_town: Settle) -> None:
    with limited(settings, settle_town, sms_per_range=2) as town:
        kiosks = [town.kiosk(name) for name in ("farasan-1", "sabya-1", "damad-1")]
        answers = [ask(kiosk, n, f"+96655012{n:04d}") for n, kiosk in enumerate(kiosks)]
        assert answers == [None, None, "rate_limited"]
        assert ask(kiosks[2], 2, "+966550130002") is None  # the next range


@pytest.mark.expected_errors("the limit 'sms-hour' is used up")
def test_nor_do_all_of_them_within_an_hour(settings: ServerSettings, settle_town: Settle, clock: StandingClock) -> None:
    with limited(settings, settle_town, sms_per_hour=3) as town:
        kiosks = [town.kiosk(name) for name in ("farasan-1", "sabya-1", "damad-1", "harub-1")]
        answers = [ask(kiosk, n, f"+9665{n}0120000") for n, kiosk in enumerate(kiosks)]
        assert answers == [None] * 3 + ["rate_limited"]
        clock.advance(timedelta(minutes=16))
        assert ask(kiosks[0], 5, "+966540120000") == "rate_limited"
        clock.advance(timedelta(minutes=45))
        assert ask(kiosks[0], 5, "+966540120000") is None


def test_what_is_refused_costs_nobody_else_anything(settings: ServerSettings, settle_town: Settle) -> None:
    with limited(settings, settle_town, challenges_per_kiosk=4, sms_per_hour=4) as town:
        kiosk = town.kiosk()
        assert ask(kiosk, 1, mobile(1)) is None
        assert {ask(kiosk, 1, mobile(1)) for _ in range(10)} == {"rate_limited"}  # too soon for another message
        assert [ask(kiosk, n, mobile(n)) for n in (2, 3)] == [None, None]
        assert rows_in(town, outbox) == 3


def test_limits_outlive_a_restart(settings: ServerSettings, settle_town: Settle) -> None:
    wrong = {"username": "emir", "password": "wrong"}
    with settle_town(settings) as town:
        for _ in range(5):
            town.client().refused("POST", "/staff/sessions", wrong)
    with settle_town(settings) as town:
        right = {"username": "emir", "password": PASSWORD}
        assert town.client().refused("POST", "/staff/sessions", right)["code"] == "rate_limited"


def test_a_limit_that_everybody_shares_is_spread_and_still_counts(town: Town) -> None:
    def count(transaction: Any) -> list[bool]:
        limit = Limit("shared", "all", 40, shared=True)
        return [isinstance(throttle.taken(transaction, limit), Refusal) for _ in range(45)]

    assert town.server.house.write_now(count) == [False] * 40 + [True] * 5


def test_a_forwarded_address_is_believed_from_a_named_proxy_only(settings: ServerSettings, settle_town: Settle) -> None:
    def guess(town: Town, address: str) -> str:
        body = {"username": "emir", "password": "wrong"}
        code: str = town.client().refused("POST", "/staff/sessions", body, X_Forwarded_For=address)["code"]
        return code

    with limited(settings, settle_town, failed_passwords=2) as town:
        assert [guess(town, f"192.0.2.{n}") for n in range(3)] == ["wrong_credentials"] * 2 + ["rate_limited"]
    behind = settings.model_copy(update={"behind_proxy": ("127.0.0.1",)})
    with limited(behind, settle_town, failed_passwords=2, throttle_window=timedelta(minutes=14)) as town:
        assert [guess(town, f"192.0.2.{n}") for n in range(3)] == ["wrong_credentials"] * 3
        assert [guess(town, "192.0.2.0") for _ in range(2)] == ["wrong_credentials", "rate_limited"]


def test_an_account_is_not_locked_by_a_stranger_somewhere_else(settings: ServerSettings, settle_town: Settle) -> None:
    behind = settings.model_copy(update={"behind_proxy": ("127.0.0.1",)})
    with settle_town(behind) as town:
        wrong, right = ({"username": "emir", "password": each} for each in ("wrong", PASSWORD))
        for _ in range(6):
            town.client().refused("POST", "/staff/sessions", wrong, X_Forwarded_For="192.0.2.1")
        town.client().got("POST", "/staff/sessions", right, X_Forwarded_For="198.51.100.1")


def test_a_flood_of_one_caller_is_that_callers_own(settings: ServerSettings, settle_town: Settle) -> None:
    few = settings.model_copy(
        update={"flood": FloodSettings(per_actor=5, per_address=20), "behind_proxy": ("127.0.0.1",)}
    )
    with settle_town(few) as town:
        kiosk, other = town.kiosk(), town.kiosk("sabya-1")
        answers = [kiosk.ask("GET", "/kiosks/self").status_code for _ in range(7)]
        assert answers == [200] * 5 + [429] * 2
        flooded = kiosk.refused("GET", "/kiosks/self")
        assert (flooded["code"], flooded["retry_after_s"]) == ("rate_limited", 60)
        assert other.ask("GET", "/kiosks/self").status_code == 200
        anybody = town.client()
        crowd = [anybody.ask("GET", "/version", X_Forwarded_For="203.0.113.9").status_code for _ in range(22)]
        assert crowd == [200] * 20 + [429] * 2
        assert anybody.ask("GET", "/version", X_Forwarded_For="203.0.113.10").status_code == 200
