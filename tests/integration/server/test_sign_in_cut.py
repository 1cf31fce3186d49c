"""Whoever is disabled is cut within five seconds, the socket that they have open included, whoever disabled them."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import SessionId
from desk_client.protocol.signalling import CLOSE_UNAUTHENTICATED
from desk_client.server.house import House
from desk_client.server.security.tokens import TokenHash
from desk_client.server.services.access.sessions import authenticate, end_session
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person, session, staff
from desk_client.server.storage.tables.region import kiosk
from tests.fakes.clock import StandingClock
from tests.integration.server.lines import Line, line
from tests.integration.server.people import Client, Town
from tests.integration.server.staffed import administrator, staff_id
from tests.statements import statements_of
from tests.stores import BOTH

STORES = BOTH
CUT_WITHIN_S = 5.0


@pytest.fixture
def settings(settings: ServerSettings) -> ServerSettings:
    """As everywhere, only that sockets are looked through more often than every other second."""
    assert settings.signalling.look_every.total_seconds() < CUT_WITHIN_S / 2
    often = settings.signalling.model_copy(update={"look_every": timedelta(milliseconds=200)})
    return settings.model_copy(update={"signalling": often})


@pytest.fixture
def elsewhere(settings: ServerSettings, town: Town, clock: StandingClock) -> Iterator[House]:
    """A second house on the same store, as another process has it; it tells the first one nothing."""
    del town  # the server is there first
    house = open_house(settings, clock=clock)
    yield house
    close_house(house)


@asynccontextmanager
async def both_open(town: Town, *clients: Client) -> AsyncIterator[list[Line]]:
    async with line(town.server.url, clients[0].token) as first, line(town.server.url, clients[1].token) as second:
        yield [first, second]


async def cut_after(act: Callable[[], object], *ends: Line) -> None:
    begun = time.monotonic()
    await asyncio.to_thread(act)
    assert [await end.close_code() for end in ends] == [CLOSE_UNAUTHENTICATED] * len(ends)
    assert time.monotonic() - begun < CUT_WITHIN_S


async def test_an_administrator_disables_somebody_who_is_connected_twice(town: Town) -> None:
    root, desk, other_desk = administrator(town), town.official(), town.official()
    deputy = town.official("deputy")
    emir = staff_id(root, "emir")
    async with both_open(town, desk, other_desk) as ends, line(town.server.url, deputy.token) as bystander:
        await cut_after(lambda: root.got("PUT", f"/staff/{emir}/state", {"disabled": True}), *ends)
        await bystander.say("ping")
        await bystander.until("pong")


async def test_both_ends_are_cut_by_another_process_on_the_same_store(town: Town, elsewhere: House) -> None:
    desk, citizen = town.official(), town.citizen(town.kiosk())

    def disable_both() -> None:
        elsewhere.write_now(
            lambda transaction: [
                transaction.connection.execute(table.update().values(disabled_at=transaction.now))
                for table in (staff, person)
            ]
        )

    async with both_open(town, desk, citizen) as ends:
        await cut_after(disable_both, *ends)
    for each in (desk, citizen):
        assert each.refused("GET", "/offices")["code"] == "session_expired"


async def test_a_kiosk_that_is_disabled_elsewhere_takes_its_citizen_along(town: Town, elsewhere: House) -> None:
    terminal = town.kiosk()
    citizen = town.citizen(terminal)

    def disable() -> None:
        elsewhere.write_now(
            lambda transaction: transaction.connection.execute(
                kiosk.update().where(kiosk.c.id == "farasan-1").values(disabled_at=transaction.now)
            )
        )

    async with both_open(town, terminal, citizen) as ends:
        await cut_after(disable, *ends)


async def test_signing_out_elsewhere_and_old_age_close_a_socket_too(town: Town, clock: StandingClock) -> None:
    desk = town.official()
    async with line(town.server.url, desk.token) as end:
        await cut_after(lambda: desk.got("DELETE", "/sessions/current"), end)
    desk = town.official()
    async with line(town.server.url, desk.token) as end:
        await cut_after(lambda: clock.advance(timedelta(hours=12)), end)


def test_whoever_is_disabled_between_password_and_session_is_not_let_in(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race of the two transactions of a sign-in: the second one looks again."""
    house = town.server.house
    checked = house.passwords.checked

    async def disabled_meanwhile(password: str, stored: str | None) -> bool:
        right = await checked(password, stored)
        await house.write(
            lambda transaction: transaction.connection.execute(staff.update().values(disabled_at=transaction.now))
        )
        return right

    # the moment that no timing would hit
    monkeypatch.setattr(house.passwords, "checked", disabled_meanwhile)
    refused = town.client().refused("POST", "/staff/sessions", {"username": "emir", "password": "a-long-password"})
    assert refused["code"] == "wrong_credentials"


def test_one_statement_finds_out_who_asks(town: Town) -> None:
    town.citizen(town.kiosk())
    said: list[str] = []

    def authenticated(transaction: Transaction) -> object:
        run = transaction.connection.execute
        token_hash = run(select(session.c.token_hash).where(session.c.person_id.is_not(None))).scalar_one()
        with statements_of(transaction.connection) as asked:
            known = authenticate(transaction, TokenHash(token_hash))
        said.extend(asked)
        return known

    town.server.house.read_now(authenticated)
    assert len(said) == 1


def test_a_session_that_was_ended_stays_ended(town: Town) -> None:
    desk = town.official()
    house = town.server.house
    [open_one] = house.read_now(
        lambda transaction: transaction.connection.execute(
            session.select().where(session.c.staff_id.is_not(None))
        ).all()
    )
    for _ in range(2):
        house.write_now(lambda transaction: end_session(transaction, SessionId(open_one.id)))
    assert desk.refused("GET", "/offices")["code"] == "session_expired"
