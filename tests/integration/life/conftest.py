"""The small region on either store, with a clock that stands still and no server around it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, settle
from tests.postgres import Postgres

_TEMPLATE = "life"


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the region in its store, made once and copied for each test."""
    data_dir = tmp_path_factory.mktemp("life") / "data"
    _settle(ServerSettings(data_dir=data_dir, secrets="file"))
    return data_dir


@pytest.fixture(scope="session")
def settled_database(postgres: Postgres, settled: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the region, under the keys of `settled`; the template of each test's own."""
    postgres.say(f"CREATE DATABASE {_TEMPLATE}")
    data_dir = shutil.copytree(settled, tmp_path_factory.mktemp("life-database") / "data")
    url = SecretStr(postgres.url(_TEMPLATE))
    _settle(ServerSettings(data_dir=data_dir, secrets="file", database_url=url))
    return _TEMPLATE


def _settle(settings: ServerSettings) -> None:
    house = open_house(settings, clock=StandingClock())
    house.write_now(settle)
    close_house(house)


@pytest.fixture(params=["embedded", "postgres"])
def life_settings(tmp_path: Path, settled: Path, request: pytest.FixtureRequest) -> Iterator[ServerSettings]:
    """A copy of the region on either store."""
    settings = ServerSettings(port=0, data_dir=shutil.copytree(settled, tmp_path / "data"), secrets="file")
    if request.param == "embedded":
        yield settings
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("settled_database"))
    yield settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
    postgres.drop(name)


@pytest.fixture
def lab(life_settings: ServerSettings) -> Iterator[Lab]:
    clock = StandingClock()
    house = open_house(life_settings, clock=clock)
    yield Lab(house, clock)
    close_house(house)
