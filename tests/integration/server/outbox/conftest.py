"""A store with its tables and nothing in them, and a house whose jobs run when the test says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.gateway import FileGateway
from desk_client.server.notify.outbox import MessageKind
from tests.fakes.clock import StandingClock
from tests.stores import BLANK, Stores


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    """Messages need no region."""
    with stores.copy(BLANK, backend, tmp_path / "data") as settings:
        yield settings


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
