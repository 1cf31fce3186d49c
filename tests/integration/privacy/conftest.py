"""A house without doors on each store, with an empty store that is migrated once a session."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from tests.fakes.clock import StandingClock
from tests.postgres import Postgres

_TEMPLATE = "privacy"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with keys and an empty store."""
    data_dir = tmp_path_factory.mktemp("blank") / "data"
    _open(ServerSettings(data_dir=data_dir, secrets="file"))
    return data_dir


@pytest.fixture(scope="session")
def blank_database(postgres: Postgres, blank: Path) -> str:
    """An empty database, the template of each test's own."""
    postgres.say(f"CREATE DATABASE {_TEMPLATE}")
    _open(ServerSettings(data_dir=blank, secrets="file", database_url=SecretStr(postgres.url(_TEMPLATE))))
    return _TEMPLATE


def _open(settings: ServerSettings) -> None:
    close_house(open_house(settings))


@pytest.fixture(params=["embedded", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, blank: Path) -> Iterator[ServerSettings]:
    settings = ServerSettings(data_dir=shutil.copytree(blank, tmp_path / "data"), secrets="file")
    if request.param == "embedded":
        yield settings
        return
    # asked for only here: tests on the embedded store need no PostgreSQL
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("blank_database"))
    yield settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
    postgres.drop(name)


@pytest.fixture
def house(settings: ServerSettings, clock: StandingClock) -> Iterator[House]:
    house = open_house(settings, clock=clock)
    yield house
    close_house(house)
