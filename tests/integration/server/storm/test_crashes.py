"""Servers and databases die in the middle of a storm: what was acknowledged is there, and nothing else is."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_client.config.settings import ServerSettings
from tests.integration.server.storm.conftest import STORM, spoken
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.mutants import make_hasty_server
from tests.integration.server.storm.oracle import judged
from tests.integration.server.storm.process import ServerProcess, opened
from tests.integration.server.storm.scenes import REGION, planned, storm_through
from tests.integration.server.storm.stored import read_store
from tests.integration.server.storm.verdict import Fault, Verdict
from tests.postgres import postgres_server
from tests.stores import Stores

BOOKERS = 40


async def _verdict(
    settings: dict[str, Any], server: ServerProcess, deaths: list[Callable[[], None]], *, seed: int, apart: int = 12
) -> Verdict:
    plan = planned(settings)
    server.start()
    try:
        history = await storm_through(server.port, plan, seed, deaths, bookers=BOOKERS, apart=apart)
    finally:
        server.kill()
    return judged(history, read_store(ServerSettings(**settings)), int(time.time() * 1000), lossy=True)


def _reborn(server: ServerProcess) -> Callable[[], None]:
    def death() -> None:
        server.kill()
        server.start()

    return death


@pytest.fixture
def file_settings(tmp_path: Path, stores: Stores) -> Iterator[dict[str, Any]]:
    with stores.copy(STORM, "embedded", tmp_path / "data") as settings:
        yield spoken(settings)


async def test_a_killed_server_on_the_embedded_store_loses_nothing(file_settings: dict[str, Any]) -> None:
    server = ServerProcess(file_settings)
    verdict = await _verdict(file_settings, server, [_reborn(server)] * 3, seed=1)
    assert not verdict.findings, str(verdict)
    assert verdict.bookings > 12


async def test_a_killed_server_and_a_killed_database_lose_nothing(file_settings: dict[str, Any]) -> None:
    with postgres_server(durable=True) as database:
        settings = file_settings | {"database_url": database.url(database.new_database())}
        opened(settings, lambda house: settle(house, REGION))
        server = ServerProcess(settings)

        def power_cut() -> None:
            database.kill()
            database.start()

        verdict = await _verdict(settings, server, [_reborn(server), power_cut], seed=2)
    assert not verdict.findings, str(verdict)
    assert verdict.bookings > 12


async def test_the_oracle_finds_what_was_acknowledged_before_the_commit(file_settings: dict[str, Any]) -> None:
    server = ServerProcess(file_settings, make=make_hasty_server)
    verdict = await _verdict(file_settings, server, [_reborn(server)] * 2, seed=3, apart=4)
    assert verdict.count(Fault.LOST) > 0, str(verdict)
