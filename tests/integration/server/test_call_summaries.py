"""What each end leaves behind of its call: kept once, for the right audience, and shown to staff alone."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk_client.config.settings import AudienceSettings, ServerSettings
from desk_client.server.services.life import call_summaries
from desk_client.server.storage.tables.bookkeeping import access_log, audit
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Client, Town
from tests.stores import BOTH

STORES = BOTH
FIGURES = {"duration_s": 61.5, "talk_s": 58, "reconnects": 1, "rtt_ms_p95": 180.5, "quality_mine": {"good": 58}}


class Audience:
    """An admitted citizen and the official."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.kiosk = town.kiosk()
        self.citizen = town.citizen(self.kiosk)
        self.official = town.official()
        self.id = town.admitted(self.citizen, self.official)
        self.path = f"/appointments/{self.id}/call-summaries"

    def token(self, client: Client) -> str:
        token: str = client.got("POST", f"/appointments/{self.id}/room-token")["token"]
        return token


@pytest.fixture
def audience(town: Town) -> Audience:
    return Audience(town)


def body(token: str, **figures: object) -> dict[str, Any]:
    return {"room_token": token, "figures": {**FIGURES, **figures}}


def test_each_end_s_figures_are_kept_once_and_shown_to_the_office(audience: Audience, clock: StandingClock) -> None:
    citizen, official = audience.citizen, audience.official
    token = audience.token(citizen)
    kept = citizen.got("POST", audience.path, body(token))
    assert (kept["party"], kept["figures"]["talk_s"], kept["figures"]["frames_sent"]) == ("citizen", 58, None)
    clock.advance(timedelta(seconds=1))
    again = citizen.got("POST", audience.path, body(token, talk_s=1))
    assert again == kept, "the first one stands"
    official.got("POST", audience.path, body(audience.token(official), reconnects=0))
    items = official.got("GET", audience.path)["items"]
    assert [(each["party"], each["figures"]["reconnects"]) for each in items] == [("citizen", 1), ("official", 0)]
    assert items[0]["figures"]["quality_mine"] == {"lost": 0, "poor": 0, "fair": 0, "good": 58}
    house = audience.town.server.house
    acts, looks = house.read_now(
        lambda transaction: (
            transaction.connection.execute(select(audit.c.role).where(audit.c.action == "sum_up_call")).scalars().all(),
            transaction.connection.execute(select(access_log.c.subject)).scalars().all(),
        )
    )
    assert acts == ["citizen", "official"]
    assert audience.id in looks


def test_figures_are_taken_after_the_talk_as_well(audience: Audience) -> None:
    token = audience.token(audience.citizen)
    audience.official.got("POST", f"/appointments/{audience.id}/completion")
    assert audience.citizen.got("POST", audience.path, body(token))["party"] == "citizen"


def test_only_the_key_that_one_has_entered_with_opens_it(
    settings: ServerSettings, settle_town: Settle, clock: StandingClock
) -> None:
    short = AudienceSettings(room_token_lifetime=timedelta(minutes=5))
    with settle_town(settings.model_copy(update={"audiences": short})) as town:
        audience = Audience(town)
        theirs, ours = audience.token(audience.official), audience.token(audience.citizen)
        for wrong in (theirs, "made-up", ours[:-4] + "AAAA"):
            assert audience.citizen.refused("POST", audience.path, body(wrong))["code"] == "not_admitted"
        clock.advance(timedelta(minutes=5))
        assert audience.citizen.refused("POST", audience.path, body(ours))["code"] == "not_admitted"


@pytest.mark.parametrize(
    "figures",
    [
        {"talk_s": -1},
        {"rtt_ms_p95": 1e9},
        {"loss_in_mean": 1.5},
        {"codec": "x" * 17},
        {"codec": "محمد"},
        {"candidate_kind": "teapot"},
        {"frames_sent": 2**41},
        {"duration_s": None},
    ],
)
def test_what_is_no_figure_is_not_taken(audience: Audience, figures: dict[str, object]) -> None:
    refused = audience.citizen.refused("POST", audience.path, body(audience.token(audience.citizen), **figures))
    assert refused["code"] == "invalid_request"


def test_a_newer_client_s_figures_are_passed_over(audience: Audience) -> None:
    kept = audience.citizen.got("POST", audience.path, body(audience.token(audience.citizen), smell=3))
    assert "smell" not in kept["figures"]


def test_there_is_an_end_to_them(audience: Audience, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call_summaries, "MOST", 2)
    for _ in range(2):
        audience.citizen.got("POST", audience.path, body(audience.token(audience.citizen)))
    refused = audience.citizen.refused("POST", audience.path, body(audience.token(audience.citizen)))
    assert refused["code"] == "limit_reached"


def test_nobody_else_leaves_or_sees_any(audience: Audience) -> None:
    assert audience.citizen.refused("GET", audience.path)["code"] == "forbidden"
    token = audience.token(audience.official)
    assert audience.kiosk.refused("POST", audience.path, body(token))["code"] == "forbidden"
    other = audience.town.official("mayor")
    assert other.refused("GET", audience.path)["code"] == "not_found"
    assert other.refused("POST", audience.path, body(token))["code"] == "not_found"
