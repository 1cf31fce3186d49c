"""The small region on either store, with a clock that stands still and no server around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, settle
from tests.stores import Stores, Template, filled_by

_TEMPLATE: Final = Template("life", filled_by(lambda house: house.write_now(settle)))


@pytest.fixture
def life_settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    """A copy of the region on either store."""
    with stores.copy(_TEMPLATE, backend, tmp_path / "data") as settings:
        yield settings


@pytest.fixture
def lab(life_settings: ServerSettings) -> Iterator[Lab]:
    clock = StandingClock()
    house = open_house(life_settings, clock=clock)
    yield Lab(house, clock)
    close_house(house)
