"""A house without doors on each store, with an empty store that is migrated once a session."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.stores import open_store
from desk_client.config.secrets import kept, open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.house import House, SystemClock
from desk_client.server.identity.sms_code import SmsCodeProvider
from desk_client.server.notify.gateway import FileGateway
from desk_client.server.security import audit_seal
from desk_client.server.security.passwords import Passwords
from desk_client.server.security.room_tokens import SEED_BYTES, RoomTokens
from desk_client.server.security.vault_keys import VaultKeys
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
    _shut(_quiet_house(settings, SystemClock()))


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
    house = _quiet_house(settings, clock)
    yield house
    _shut(house)


def _quiet_house(settings: ServerSettings, clock: Clock) -> House:
    """Store and keys, no web and no sockets."""
    directory = settings.directory.created()
    secrets = open_secrets(directory.secrets, keep_in=settings.secrets)
    vault = VaultKeys(secrets).vault()
    return House(
        settings=settings,
        store=open_store(settings, secrets, {"vault": vault}),
        identity=SmsCodeProvider(),
        sms=FileGateway(directory.sms_log),
        passwords=Passwords(),
        room_tokens=RoomTokens(kept(secrets, "room-signing", length=SEED_BYTES)),
        pepper=kept(secrets, "pepper", length=32),
        vault=vault,
        audit_key=kept(secrets, audit_seal.SECRET, length=audit_seal.KEY_BYTES),
        clock=clock,
    )


def _shut(house: House) -> None:
    house.store.close()
    house.passwords.close()
