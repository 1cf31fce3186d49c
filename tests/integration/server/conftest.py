"""A real server on real sockets with a real store, encrypted file or PostgreSQL; only its clock stands still.

A module runs on both stores by saying `STORES = BOTH`.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.house import close_house, make_server, open_house
from desk_client.config.settings import ServerSettings, SignallingSettings
from desk_client.server import admin
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, PASSWORD, Town
from tests.postgres import Postgres

Settle = Callable[[ServerSettings], AbstractContextManager[Town]]
BOTH: Final = ("embedded", "postgres")
_SEED_DATABASE: Final = "seed"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module's tests on the stores that it names."""
    if "backend" in metafunc.fixturenames:
        metafunc.parametrize("backend", getattr(metafunc.module, "STORES", BOTH[:1]), indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Which store the test runs on, one of BOTH."""
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the sample region in its store, made once and copied for each test."""
    data_dir = tmp_path_factory.mktemp("seed") / "data"
    _load(ServerSettings(data_dir=data_dir, secrets="file"))
    return data_dir


@pytest.fixture(scope="session")
def seed_database(postgres: Postgres, seed: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the sample region, under the keys of `seed`; the template of each test's own."""
    postgres.say(f"CREATE DATABASE {_SEED_DATABASE}")
    data_dir = shutil.copytree(seed, tmp_path_factory.mktemp("seed-database") / "data")
    url = SecretStr(postgres.url(_SEED_DATABASE))
    _load(ServerSettings(data_dir=data_dir, secrets="file", database_url=url))
    return _SEED_DATABASE


def _load(settings: ServerSettings) -> None:
    house = open_house(settings, clock=StandingClock())
    admin.load_region(house, JAZAN, staff_password=PASSWORD, open_now=["emir"])
    close_house(house)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def settings(tmp_path: Path, seed: Path, backend: str, request: pytest.FixtureRequest) -> Iterator[ServerSettings]:
    settings = ServerSettings(
        port=0,
        data_dir=shutil.copytree(seed, tmp_path / "data"),
        secrets="file",
        signalling=SignallingSettings(repair_after=timedelta(milliseconds=200)),
    )
    if backend == "embedded":
        yield settings
        return
    # asked for only here: tests on the embedded store need no PostgreSQL
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("seed_database"))
    yield settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
    postgres.drop(name)


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
