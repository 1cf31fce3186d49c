"""A store with its tables and nothing in them, and a house whose jobs run when the test says so."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.gateway import FileGateway
from desk_client.server.notify.outbox import (
    MessageKind,
)
from tests.fakes.clock import StandingClock
from tests.postgres import Postgres


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with all tables and no row, made once: messages need no region."""
    data_dir = tmp_path_factory.mktemp("blank") / "data"
    close_house(open_house(ServerSettings(data_dir=data_dir, secrets="file")))
    return data_dir


@pytest.fixture(scope="session")
def blank_database(postgres: Postgres, blank: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same as a database, under the keys of `blank`; the template of each test's own."""
    postgres.say("CREATE DATABASE blank")
    data_dir = shutil.copytree(blank, tmp_path_factory.mktemp("blank-database") / "data")
    close_house(
        open_house(ServerSettings(data_dir=data_dir, secrets="file", database_url=SecretStr(postgres.url("blank"))))
    )
    return "blank"


@pytest.fixture
def settings(tmp_path: Path, blank: Path, backend: str, request: pytest.FixtureRequest) -> Iterator[ServerSettings]:
    settings = ServerSettings(data_dir=shutil.copytree(blank, tmp_path / "data"), secrets="file")
    if backend == "embedded":
        yield settings
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("blank_database"))
    yield settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
    postgres.drop(name)


@pytest.fixture
def gateway(tmp_path: Path) -> FileGateway:
    return FileGateway(tmp_path / "sms.log")


@pytest.fixture
def house(settings: ServerSettings, clock: StandingClock, gateway: FileGateway) -> Iterator[House]:
    """A house whose jobs run when the test says so."""
    house = open_house(settings, clock=clock, sms=gateway)
    yield house
    close_house(house)


@pytest.fixture
def sender(house: House) -> Sender:
    return Sender(house, MessageKind.SMS)
