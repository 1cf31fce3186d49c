"""A house without doors on each store, which is empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from tests.fakes.clock import StandingClock
from tests.stores import BLANK, Stores


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(BLANK, backend, tmp_path / "data") as settings:
        yield settings


@pytest.fixture
def house(settings: ServerSettings, clock: StandingClock) -> Iterator[House]:
    house = open_house(settings, clock=clock)
    yield house
    close_house(house)
