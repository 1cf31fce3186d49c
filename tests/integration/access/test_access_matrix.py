"""Every endpoint × role × own, other, other governorate: the server does what the table of access says."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from desk_client.domain.access import TABLE, Role
from desk_client.server.app import create_app
from desk_client.server.web.endpoints import Endpoint, endpoints
from desk_client.server.web.policy import PUBLIC, SIGNED_IN
from tests.fakes.asgi import ask
from tests.integration.access.asking import asked, label
from tests.integration.access.expected import QUERIES, Access, expected, is_bound, met
from tests.integration.access.two_regions import ELSEWHERE, PLACES, Regions, settled
from tests.stores import BLANK, BOTH, Stores

Every = tuple[Endpoint, ...]
_NOT_OURS = {"/openapi.json"}


@pytest.fixture(scope="module", params=BOTH)
def regions(
    request: pytest.FixtureRequest, stores: Stores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Regions]:
    place = tmp_path_factory.mktemp("access") / "data"
    with stores.copy(BLANK, request.param, place) as settings, settled(settings) as made:
        yield made


@pytest.fixture(scope="module")
def app(regions: Regions) -> FastAPI:
    """On it everything can be asked, and nothing happens."""
    return create_app(regions.rehearsing)


@pytest.fixture(scope="module")
def every(app: FastAPI) -> Every:
    return tuple(each for each in endpoints(app) if each.path not in _NOT_OURS)


def test_every_endpoint_says_whom_it_lets_in(every: Every) -> None:
    silent = [label(each) for each in every if each.policy is None]
    assert silent == []
    for each in every:
        for role in each.only:
            action = each.action_of(role)
            assert action in TABLE[role], f"{label(each)} is for {role}, who may not {action}"


def test_nobody_is_let_in_without_a_session_or_with_a_made_up_one(app: FastAPI, regions: Regions, every: Every) -> None:

    async def round_of_everything() -> str:
        wrong = []
        for endpoint in every:
            for token in (None, "made-up"):
                heard = await asked(app, endpoint, regions.things[0], None, token)
                turned_away = heard.status == 401 and heard.code == "unauthenticated"
                if turned_away is (endpoint.policy == PUBLIC):
                    wrong.append(f"{label(endpoint)} with {token}: {heard.status} {heard.code}")
        return "\n".join(wrong)

    assert asyncio.run(round_of_everything()) == ""


@pytest.mark.parametrize("role", list(Role))
def test_the_server_does_what_the_table_says(app: FastAPI, regions: Regions, every: Every, role: Role) -> None:
    token, standing = regions.tokens[role], regions.standings[role]

    async def round_of_everything() -> str:
        wrong = []
        for endpoint in every:
            if endpoint.policy == PUBLIC:
                continue
            for things in regions.things if is_bound(endpoint) else regions.things[:1]:
                due = expected(endpoint, role, standing, things)
                heard = await asked(app, endpoint, things, role, token)
                if met(endpoint, heard) is not due:
                    wrong.append(
                        f"{label(endpoint)} {things.place.name}: {due}, but {met(endpoint, heard)} ({heard.code})"
                    )
        return "\n".join(wrong)

    assert asyncio.run(round_of_everything()) == ""


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.KIOSK}))
def test_no_list_shows_what_is_elsewhere(app: FastAPI, regions: Regions, every: Every, role: Role) -> None:
    far = regions.things[PLACES.index(ELSEWHERE)].ids
    hidden = [far[name] for name in ("appointment_id", "request_id", "wait_id", "challenge_id", "attachment_id")]

    async def round_of_lists() -> list[str]:
        shown = []
        for endpoint in every:
            if endpoint.method == "GET" and not is_bound(endpoint) and endpoint.policy not in {PUBLIC, SIGNED_IN}:
                heard = await ask(
                    app,
                    "GET",
                    endpoint.path,
                    headers={"authorization": f"Bearer {regions.tokens[role]}"},
                    query=QUERIES.get(label(endpoint), "date=2026-11-23"),
                )
                shown += [f"{label(endpoint)} shows {name}" for name in hidden if name in heard.body.decode()]
        return shown

    # the books are the administrator's to read, whatever they tell of
    assert [each for each in asyncio.run(round_of_lists()) if "/audit" not in each and "/register" not in each] == []


def test_the_matrix_can_fail(app: FastAPI, regions: Regions, every: Every) -> None:
    """The same round, told that a citizen may do what an official does, finds that it is not so."""
    admission = next(each for each in every if each.path.endswith("/admission"))
    heard = asyncio.run(asked(app, admission, regions.things[0], Role.CITIZEN, regions.tokens[Role.CITIZEN]))
    assert met(admission, heard) is Access.FORBIDDEN
    official = regions.standings[Role.OFFICIAL]
    assert expected(admission, Role.OFFICIAL, official, regions.things[0]) is Access.LET_IN
    assert expected(admission, Role.OFFICIAL, official, regions.things[1]) is Access.NOT_FOUND
    assert expected(admission, Role.OFFICIAL, official, regions.things[2]) is Access.NOT_FOUND
