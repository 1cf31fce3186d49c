"""A real server on real sockets with a real encrypted store; only its clock stands still."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings, SignallingSettings
from desk_client.server import admin
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, PASSWORD, Town


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def settings(tmp_path: Path) -> ServerSettings:
    return ServerSettings(
        port=0,
        data_dir=tmp_path / "data",
        secrets="file",
        signalling=SignallingSettings(repair_after=timedelta(milliseconds=200)),
    )


@pytest.fixture
def town(settings: ServerSettings, clock: StandingClock) -> Iterator[Town]:
    with make_server(settings, clock=clock) as server:
        admin.load_region(server.house, JAZAN, staff_password=PASSWORD, open_now=["emir"])
        town = Town(server, settings.data_dir)
        yield town
        for client in town.clients:
            client.close()
