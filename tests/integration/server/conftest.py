"""A real server on real sockets with a real encrypted store; only its clock stands still."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from desk_client.bootstrap.house import close_house, make_server, open_house
from desk_client.config.settings import ServerSettings, SignallingSettings
from desk_client.server import admin
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, PASSWORD, Town

Settle = Callable[[ServerSettings], AbstractContextManager[Town]]


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the sample region in its store, made once and copied for each test."""
    data_dir = tmp_path_factory.mktemp("seed") / "data"
    house = open_house(ServerSettings(data_dir=data_dir, secrets="file"), clock=StandingClock())
    admin.load_region(house, JAZAN, staff_password=PASSWORD, open_now=["emir"])
    close_house(house)
    return data_dir


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def settings(tmp_path: Path, seed: Path) -> ServerSettings:
    return ServerSettings(
        port=0,
        data_dir=shutil.copytree(seed, tmp_path / "data"),
        secrets="file",
        signalling=SignallingSettings(repair_after=timedelta(milliseconds=200)),
    )


@pytest.fixture
def settle_town(clock: StandingClock) -> Settle:
    """Runs a server on the settings' copy of the region."""

    @contextmanager
    def settled(settings: ServerSettings) -> Iterator[Town]:
        with make_server(settings, clock=clock) as server:
            town = Town(server, settings.data_dir)
            try:
                yield town
            finally:
                for client in town.clients:
                    client.close()

    return settled


@pytest.fixture
def town(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    with settle_town(settings) as town:
        yield town
