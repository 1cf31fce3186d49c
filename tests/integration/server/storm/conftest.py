"""A store with the storms' region in it, of either kind, for each test its own copy."""

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
from tests.stores import PATIENT, Stores, Template


def spoken(settings: ServerSettings) -> dict[str, Any]:
    """Settings as they travel; nobody is told that they ask too often."""
    url = settings.database_url
    return {
        "data_dir": str(settings.data_dir),
        "secrets": "file",
        "database_url": None if url is None else url.get_secret_value(),
        "flood": FloodSettings(per_actor=None),
        "operations": PATIENT,
        "sessions": SessionSettings(citizen_idle=timedelta(hours=1)),  # the region may be as old as the test run
    }


STORM: Final = Template("storm", lambda settings: opened(spoken(settings), lambda house: settle(house, REGION)))


@pytest.fixture
def stage(tmp_path: Path, stores: Stores, backend: str) -> Iterator[dict[str, Any]]:
    with stores.copy(STORM, backend, tmp_path / "data") as settings:
        yield spoken(settings)


@pytest.fixture
def house(stage: dict[str, Any]) -> Iterator[House]:
    house = open_house(ServerSettings(**stage))
    yield house
    close_house(house)
