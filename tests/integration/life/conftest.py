"""The small region on either store, with a clock that stands still and no server around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, settle
from tests.stores import Stores, Template, filled_by

_TEMPLATE: Final = Template("life", filled_by(lambda house: house.write_now(settle)))


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(_TEMPLATE, backend, tmp_path / "data") as settings:
        yield settings


@pytest.fixture
def lab(house: House, clock: StandingClock) -> Lab:
    return Lab(house, clock)
