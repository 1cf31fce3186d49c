"""Being confirmed elsewhere, over a scripted server: what is over, what is late, and what is not there."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pydantic import BaseModel

from desk_client.client.actions import recognise
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit, Way
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.sessions import ChallengeStanding, Ways
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

STANDING = ("GET", "/v1/citizen/challenges")
CHALLENGES = ("POST", "/v1/citizen/challenges")
SESSIONS = ("POST", "/v1/citizen/sessions")


def waiting(page: Page, way: Way) -> Visit:
    trail = (Page.HOME, Page.NATIONAL_ID, Page.MOBILE, Page.WAY)
    return Visit(
        page=page,
        trail=trail,
        national_id="1000000008",
        ways=tuple(Way),
        way=way,
        challenge=sample.NAFATH_CHALLENGE,
    )


def asked(gateway: ScriptedGateway, method: str, path: str) -> list[BaseModel | None]:
    return [body for verb, asked_path, body in gateway.asked if verb == method and asked_path.startswith(path)]


async def test_where_the_ways_are_not_known_the_usual_one_remains(visitor: Visitor, gateway: ScriptedGateway) -> None:
    visitor.window.client.visit.set(Visit(page=Page.MOBILE, trail=(Page.HOME, Page.NATIONAL_ID)))
    await visitor.until(lambda: asked(gateway, "GET", "/v1/citizen/ways"))
    assert visitor.find("other_way") is None
    assert visitor.window.page.notice.isHidden()


async def test_a_kiosk_that_offers_the_code_alone_shows_no_other(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["GET", "/v1/citizen/ways"] = Ways(ways=("sms_code",))
    visitor.window.client.visit.set(Visit(page=Page.MOBILE, trail=(Page.HOME, Page.NATIONAL_ID)))
    await visitor.until(lambda: visitor.visit.ways)
    assert visitor.find("other_way") is None


async def test_who_came_with_a_ticket_is_offered_no_other_way(visitor: Visitor) -> None:
    visitor.window.client.visit.set(
        Visit(page=Page.CODE, ways=tuple(Way), ticket_number="48291733", ticket_code="482917")
    )
    await visitor.until_page("code")
    assert visitor.find("other_way") is None
    visitor.window.client.visit.set(Visit(page=Page.CODE, ways=tuple(Way), national_id="1000000008"))
    assert visitor.find("other_way") is not None


async def test_what_nobody_could_ask_about_is_over_a_while_after_its_time(
    client: KioskClient, open_window: Open, gateway: ScriptedGateway
) -> None:
    clock = [sample.NOW]

    def now() -> datetime:
        return clock[0]

    async with open_window(client, now=now) as visitor:
        client.visit.set(waiting(Page.DESK, Way.OPERATOR))
        await visitor.until(lambda: asked(gateway, *STANDING))
        await visitor.until(lambda: not visitor.window.page.notice.isHidden())  # the server is away
        assert visitor.visit.challenge is not None
        assert not visitor.window.is_watched
        clock[0] = sample.NAFATH_CHALLENGE.expires_at + timedelta(seconds=14)
        gateway.asked.clear()
        await visitor.until(lambda: asked(gateway, *STANDING))
        assert visitor.visit.challenge is not None
        clock[0] += timedelta(seconds=2)
        await visitor.until(lambda: visitor.visit.challenge is None)
        assert "انتهى الوقت" in visitor.reads()
        assert visitor.window.is_watched  # somebody who has gone does not keep the kiosk


async def test_the_number_goes_with_the_page(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script[STANDING] = ChallengeStanding(state="pending")
    visitor.window.client.visit.set(waiting(Page.NAFATH, Way.NAFATH))
    await visitor.until(lambda: "47" in visitor.reads())
    page = visitor.window.page
    await visitor.touch("back")
    await visitor.until_page("way")
    assert "47" not in page.spoken()
    assert visitor.visit.challenge is None
    assert visitor.visit.national_id == "1000000008"
    await visitor.until(lambda: asked(gateway, "DELETE", "/v1/citizen/challenges/c1") == [None])


@pytest.mark.parametrize("leaves", [True, False])
async def test_a_session_that_comes_when_somebody_has_gone_is_ended(
    client: KioskClient, gateway: ScriptedGateway, leaves: bool
) -> None:
    """Between "it is confirmed" and the session, the person goes back or leaves."""
    gateway.script[STANDING] = ChallengeStanding(state="completed")
    gateway.script[SESSIONS] = sample.SESSION
    client.visit.set(waiting(Page.DESK, Way.OPERATOR))
    gateway.meanwhile[SESSIONS] = lambda: client.visit.set(
        replace(client.visit.value, page=Page.FAREWELL if leaves else Page.WAY, trail=())
    )
    await recognise.look(client)
    assert client.visit.value.session is None
    assert client.line is None
    assert asked(gateway, "DELETE", "/v1/sessions/current") == [None]


async def test_try_again_after_a_no_asks_in_the_same_way(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script[STANDING] = ChallengeStanding(state="rejected")
    gateway.script[CHALLENGES] = Refusal(RefusalCode.RATE_LIMITED, retry_after_s=40)
    visitor.window.client.visit.set(waiting(Page.NAFATH, Way.NAFATH))
    await visitor.touch("ask_again")
    await visitor.until(lambda: not visitor.window.page.notice.isHidden())
    assert "40" in visitor.reads() or "٤٠" in visitor.reads()
    gateway.script[STANDING] = ChallengeStanding(state="pending")
    gateway.script[CHALLENGES] = sample.NAFATH_CHALLENGE.model_copy(update={"number_to_show": "82"})
    await visitor.touch("ask_again")
    await visitor.until(lambda: "82" in visitor.reads())
    assert [getattr(body, "way", None) for body in asked(gateway, *CHALLENGES)] == ["nafath", "nafath"]
