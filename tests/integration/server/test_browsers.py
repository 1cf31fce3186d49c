"""An official's link to a browser: made at a desk, opened once, good for little, ended from the desk."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role, permissions
from desk_client.domain.narrowed import BROWSER_ACTIONS
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.services.access.browsers import LINK_LIFETIME
from desk_client.server.storage.tables.bookkeeping import audit
from desk_client.server.storage.tables.people import browser_link
from tests.fakes.clock import StandingClock
from tests.integration.server.people import PASSWORD, Client, Town
from tests.stores import BOTH

STORES = BOTH
_BEFORE = "https://majlis.example/official#"


@pytest.fixture
def settings(settings: ServerSettings) -> ServerSettings:
    return settings.model_copy(update={"public_url": "https://majlis.example"})


def made(desk: Client) -> str:
    """What opens a new link."""
    url: str = desk.got("POST", "/desk/browser/links")["url"]
    assert url.startswith(_BEFORE)
    return url.removeprefix(_BEFORE)


def opened(town: Town, link: str) -> Client:
    return town.client(town.client(link).got("POST", "/desk/browser/sessions")["token"])


def standing(desk: Client) -> dict[str, bool]:
    told = desk.got("GET", "/desk/browser")
    return {name: told[name] is not None for name in ("link_expires_at", "signed_in_at")}


def since(client: Client) -> str | None:
    """What the day's reading tells of a browser."""
    told: str | None = client.got("GET", "/desk/agenda")["browser_since"]
    return told


def noted(town: Town) -> list[str]:
    """What the audit trail holds of links and of who comes in, the oldest first."""
    kept = {"sign_in", "make_browser_link", "end_browser"}
    rows = select(audit.c.action, audit.c.actor).order_by(audit.c.seq)
    found = town.server.house.read_now(lambda it: it.connection.execute(rows).all())
    assert len({actor for action, actor in found if action in kept}) == 1, "all of it is theirs"
    return [action for action, _ in found if action in kept]


def test_a_link_opens_once_and_the_desk_sees_and_ends_what_it_opened(town: Town) -> None:
    desk = town.official()
    assert standing(desk) == {"link_expires_at": False, "signed_in_at": False}
    link = made(desk)
    assert standing(desk) == {"link_expires_at": True, "signed_in_at": False}
    told: Any = town.client(link).got("POST", "/desk/browser/sessions")
    assert told["person"]["role"] == "official"
    browser = town.client(told["token"])
    assert browser.got("GET", "/desk/agenda")["items"] == []
    assert (since(desk), since(browser)) == (desk.got("GET", "/desk/browser")["signed_in_at"], None)
    assert town.client(link).refused("POST", "/desk/browser/sessions")["code"] == "not_found"
    assert standing(desk) == {"link_expires_at": False, "signed_in_at": True}
    desk.got("DELETE", "/desk/browser")
    assert browser.refused("GET", "/desk/agenda")["code"] == "session_expired"
    assert standing(desk) == {"link_expires_at": False, "signed_in_at": False}
    assert desk.got("GET", "/desk/agenda")["items"] == [], "the desk itself goes on"
    assert since(desk) is None
    assert noted(town) == ["sign_in", "make_browser_link", "sign_in", "end_browser"]


def test_a_link_lives_for_minutes_and_not_longer_than_its_desk(town: Town, clock: StandingClock) -> None:
    desk = town.official()
    late = made(desk)
    clock.advance(LINK_LIFETIME)
    assert town.client(late).refused("POST", "/desk/browser/sessions")["code"] == "not_found"
    first, second = made(desk), made(desk)
    assert town.client(first).refused("POST", "/desk/browser/sessions")["code"] == "not_found", "a newer one was made"
    desk.got("DELETE", "/sessions/current")
    assert town.client(second).refused("POST", "/desk/browser/sessions")["code"] == "not_found"
    again = town.official()
    third = made(again)
    again.got("DELETE", "/desk/browser")
    assert town.client(third).refused("POST", "/desk/browser/sessions")["code"] == "not_found", "it was taken back"
    assert town.client().refused("POST", "/desk/browser/sessions")["code"] == "not_found"


def test_one_browser_at_a_time_and_it_outlives_the_desk_that_let_it_in(town: Town) -> None:
    desk = town.official()
    first = opened(town, made(desk))
    second = opened(town, made(desk))
    assert first.refused("GET", "/desk/agenda")["code"] == "session_expired"
    desk.got("DELETE", "/sessions/current")
    assert second.got("GET", "/desk/agenda")["items"] == [], "whoever is on the road has left the desk"
    town.official().got("DELETE", "/desk/browser")
    assert second.refused("GET", "/desk/agenda")["code"] == "session_expired", "any desk of the account ends it"


def test_a_browser_has_no_right_that_its_desk_has_not_and_few_of_those(town: Town) -> None:
    assert permissions(Role.OFFICIAL) > BROWSER_ACTIONS
    browser = opened(town, made(town.official()))
    for method, path, body in (
        ("POST", "/desk/browser/links", None),
        ("GET", "/desk/browser", None),
        ("DELETE", "/desk/browser", None),
        ("GET", "/staff/self", None),
        ("PUT", "/staff/self/password", {"old": PASSWORD, "new": "another-long-password"}),
        ("GET", "/desk/calendar-feed", None),
        ("GET", "/requests", None),
    ):
        assert browser.refused(method, path, body)["code"] == "forbidden", path


@pytest.mark.parametrize("username", ["emir.office", "operator.jazan", "leadership", "interpreter.signs"])
def test_nobody_but_an_official_has_one(town: Town, username: str) -> None:
    assert town.official(username).refused("POST", "/desk/browser/links")["code"] == "forbidden"


def test_links_are_not_made_without_end(town: Town) -> None:
    desk = town.official()
    for _ in range(10):
        made(desk)
    assert desk.refused("POST", "/desk/browser/links")["code"] == "rate_limited"


def test_a_link_that_nobody_opened_is_forgotten(town: Town, clock: StandingClock) -> None:
    made(town.official())
    clock.advance(LINK_LIFETIME + timedelta(seconds=1))
    town.server.house.write_now(tidy)
    assert town.server.house.read_now(lambda it: it.connection.execute(select(browser_link)).all()) == []
