"""A word among those of the house: who may begin it, who is told to keep apart from whom, and when it is over."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest

from desk_client.config.settings import ServerSettings
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import line
from tests.integration.server.people import Client, Town
from tests.integration.server.test_called_in import Audience, Four, enter, four, off
from tests.stores import BOTH

STORES = BOTH
HOUSE, VISITOR = ["official", "third"], ["citizen", "fourth"]


@pytest.fixture
def audience(town: Town) -> Audience:
    return Audience(town)


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
async def room(audience: Audience, stack: AsyncExitStack) -> Four:
    """Of official, citizen, who takes the minutes, and an interpreter; all keep apart where they are told to."""
    return await four(audience, stack, asides=True)


def official(audience: Audience) -> tuple[Client, str]:
    return audience.official, f"/appointments/{audience.id}/aside"


def delegate(audience: Audience) -> tuple[Client, str]:
    return audience.delegate, f"{audience.path}/mine/aside"


async def sets(whose: tuple[Client, str], *, on: bool) -> None:
    assert (await off(whose[0].got, "PUT", whose[1], {"on": on}))["on"] is on


async def refused(whose: tuple[Client, str]) -> str:
    code: str = (await off(whose[0].refused, "PUT", whose[1], {"on": True}))["code"]
    return code


async def told(room: Four, *, on: bool) -> None:
    for parties, others in ((HOUSE, VISITOR), (VISITOR, HOUSE)):
        for party in parties:
            if party in room.lines:
                heard = await room[party].until("aside")
                assert sorted(heard["apart_from"]) == (sorted(others) if on else [])


async def test_the_house_keeps_apart_from_the_visitors_side_and_any_of_it_ends_that(
    audience: Audience, room: Four
) -> None:
    await sets(official(audience), on=True)
    await told(room, on=True)
    await sets(official(audience), on=True)  # said again
    await sets(delegate(audience), on=False)
    await told(room, on=False)
    await sets(delegate(audience), on=True)
    await told(room, on=True)
    await sets(official(audience), on=False)
    trail = await off(audience.trail, audience.id)
    assert [each for each in trail if "aside" in each] == ["begin_aside", "end_aside"] * 2


async def test_nobody_else_begins_one(audience: Audience, room: Four) -> None:
    path = f"/appointments/{audience.id}/aside"
    assert await refused((audience.interpreter, f"{audience.path}/mine/aside")) == "not_admitted"
    for client in (audience.citizen, audience.interpreter, audience.delegate):
        assert await refused((client, path)) == "forbidden"
    assert await refused((audience.town.official("mayor"), path)) == "not_found"
    assert await refused((audience.town.official(), path)) == "not_admitted", "another desk of theirs is in the room"
    await room["official"].say("leave")
    await room["third"].until("peer_left", party="official")
    assert await refused(official(audience)) == "not_admitted"
    assert await refused(delegate(audience)) == "illegal_transition", "one alone has nobody to talk to"


async def test_whoever_comes_back_or_in_is_told_before_anybody_is_connected(
    audience: Audience, room: Four, stack: AsyncExitStack
) -> None:
    await sets(official(audience), on=True)
    await told(room, on=True)
    for party, client, apart in (
        ("citizen", audience.citizen, HOUSE),
        ("third", audience.delegate, VISITOR),
        ("official", audience.official, VISITOR),
    ):
        again = await stack.enter_async_context(line(audience.url, client.token))
        room.lines[party] = again
        assert sorted((await enter(again, audience, client, asides=True))["apart_from"]) == sorted(apart)
    # somebody of the house takes the interpreter's place: the visitor hears of it before they are negotiated with
    await off(audience.official.got, "DELETE", f"{audience.path}/fourth")
    await off(audience.call, "deputy", "department_head")
    deputy = await off(audience.town.official, "deputy")
    await off(audience.accept, deputy)
    key = await off(deputy.got, "POST", f"{audience.path}/mine/room-token")
    fourth = await stack.enter_async_context(line(audience.url, deputy.token))
    await fourth.say("join", room_token=key["token"], several=True, asides=True)
    assert (await fourth.until("snapshot"))["apart_from"] == ["citizen"]
    heard: list[dict[str, Any]] = []
    while not heard or heard[-1]["type"] != "negotiate" or heard[-1]["peer"] != "fourth":
        heard.append(await room["citizen"].hear())
    asides = [each for each in heard if each["type"] == "aside"]
    assert sorted(asides[-1]["apart_from"]) == ["fourth", "official", "third"]


def test_it_outlives_a_server(settings: ServerSettings, settle_town: Settle) -> None:
    with settle_town(settings) as town:
        audience = Audience(town)

        async def before() -> None:
            async with AsyncExitStack() as stack:
                await four(audience, stack, asides=True)
                await sets(official(audience), on=True)

        asyncio.run(before())
    with settle_town(settings) as town:
        clients = [audience.official, audience.citizen, audience.delegate, audience.interpreter]
        clients = [town.client(each.token) for each in clients]
        audience.official, audience.citizen, audience.delegate, audience.interpreter = clients

        async def after() -> None:
            for client, apart in zip(clients, (VISITOR, HOUSE, VISITOR, HOUSE), strict=True):
                async with line(town.server.url, client.token) as again:
                    assert sorted((await enter(again, audience, client, asides=True))["apart_from"]) == sorted(apart)

        asyncio.run(after())


async def test_a_broken_line_ends_nothing_and_begins_nothing(audience: Audience, room: Four) -> None:
    await sets(official(audience), on=True)
    await told(room, on=True)
    await room["third"].socket.close()
    await room["citizen"].until("peer_left", party="third")
    await sets(official(audience), on=True)
    await sets(official(audience), on=False)
    assert (await room["citizen"].until("aside"))["apart_from"] == []
    assert await refused(official(audience)) == "illegal_transition", "whose line is broken cannot be told"


@pytest.mark.parametrize("how", ["leaves", "taken_out", "official_leaves"])
async def test_it_ends_by_itself_where_fewer_than_two_of_the_house_are_left(
    audience: Audience, room: Four, how: str
) -> None:
    await sets(delegate(audience), on=True)
    await told(room, on=True)
    if how == "taken_out":
        await off(audience.official.got, "DELETE", f"{audience.path}/third")
        gone = "third"
    else:
        gone = "third" if how == "leaves" else "official"
        await room[gone].say("leave")
    del room.lines[gone]
    await told(room, on=False)
    assert "end_aside" in await off(audience.trail, audience.id)


async def test_an_end_that_cannot_keep_apart_is_in_no_such_talk(audience: Audience, room: Four) -> None:
    await enter(room["third"], audience, audience.delegate)
    assert await refused(official(audience)) == "illegal_transition"
    await enter(room["third"], audience, audience.delegate, asides=True)
    await sets(official(audience), on=True)
    token = (await off(audience.key, audience.delegate))["token"]
    await room["third"].say("join", room_token=token, several=True)
    assert (await room["third"].until("error"))["code"] == "not_admitted"


async def test_it_is_over_once_the_talk_is(audience: Audience, room: Four) -> None:
    await sets(official(audience), on=True)
    await told(room, on=True)
    await off(audience.official.got, "POST", f"/appointments/{audience.id}/completion")
    for party in HOUSE:  # the talk is over for them as well, and nothing is opened to the visitor before that
        while (frame := await room[party].hear())["type"] != "room_closed":
            assert frame["type"] != "aside"


async def test_it_is_over_once_the_talk_is_somebody_elses(audience: Audience, stack: AsyncExitStack) -> None:
    mayor = await off(audience.town.official, "mayor")
    clients = (audience.official, audience.citizen, mayor, audience.delegate)
    lines = [await stack.enter_async_context(line(audience.url, each.token)) for each in clients]
    path = f"/appointments/{audience.id}/handover"
    await off(audience.official.got, "POST", path, {"staff_id": audience.ids["mayor"], "note": ""})
    await off(audience.call)
    room = Four(*lines)
    await off(audience.accept, mayor)
    await off(audience.accept, audience.delegate)
    for opened, client in zip(lines, clients, strict=True):
        way = "called-in/mine/room-token" if client is mayor else None
        if way is None:
            await enter(opened, audience, client, asides=True)
            continue
        key = await off(mayor.got, "POST", f"/appointments/{audience.id}/{way}")
        await opened.say("join", room_token=key["token"], several=True, asides=True)
        await opened.until("snapshot")
    await sets(official(audience), on=True)
    assert (await room["fourth"].until("aside"))["apart_from"] == ["citizen"]
    await off(audience.official.got, "POST", f"{path}/completion")
    for party in ("citizen", "third", "fourth"):
        heard = await room[party].until("aside", apart_from=[])
        assert heard["apart_from"] == []
    assert (await off(audience.trail, audience.id)).count("end_aside") == 1
