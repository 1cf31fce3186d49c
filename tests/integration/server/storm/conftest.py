"""A store with the storms' region in it, of either kind, for each test its own copy."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.identity_settings import FloodSettings
from desk_client.config.settings import ServerSettings, SessionSettings
from desk_client.server.house import House
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.process import opened
from tests.integration.server.storm.scenes import REGION
from tests.postgres import Postgres

_TEMPLATE: Final = "storm"


def spoken(data_dir: Path, database_url: str | None) -> dict[str, Any]:
    """Settings as they travel; nobody is told that they ask too often."""
    return {
        "data_dir": str(data_dir),
        "secrets": "file",
        "database_url": database_url,
        "flood": FloodSettings(per_actor=None),
        "sessions": SessionSettings(citizen_idle=timedelta(hours=1)),  # the region may be as old as the test run
    }


@pytest.fixture(scope="session")
def storm_seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("storm") / "data"
    opened(spoken(data_dir, None), lambda house: settle(house, REGION))
    return data_dir


@pytest.fixture(scope="session")
def storm_database(postgres: Postgres, storm_seed: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The template of each test's own, under the keys of `storm_seed`."""
    postgres.say(f"CREATE DATABASE {_TEMPLATE}")
    data_dir = shutil.copytree(storm_seed, tmp_path_factory.mktemp("storm-database") / "data")
    opened(spoken(data_dir, postgres.url(_TEMPLATE)), lambda house: settle(house, REGION))
    return _TEMPLATE


@pytest.fixture
def stage(tmp_path: Path, storm_seed: Path, backend: str, request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    data_dir = shutil.copytree(storm_seed, tmp_path / "data")
    if backend == "embedded":
        yield spoken(data_dir, None)
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("storm_database"))
    yield spoken(data_dir, postgres.url(name))
    postgres.drop(name)


@pytest.fixture
def house(stage: dict[str, Any]) -> Iterator[House]:
    house = open_house(ServerSettings(**stage))
    yield house
    close_house(house)
