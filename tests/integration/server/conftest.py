"""A real server on real sockets with a real store, encrypted file or PostgreSQL; only its clock stands still.

A module runs on both stores by saying `STORES = BOTH`.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings, SignallingSettings
from desk_client.server import admin
from desk_client.server.house import House
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, PASSWORD, Town
from tests.stores import BOTH, Stores, Template, filled_by

Settle = Callable[[ServerSettings], AbstractContextManager[Town]]


def _region(house: House) -> None:
    admin.load_region(house, JAZAN, staff_password=PASSWORD, open_now=["emir"])


_SEED: Final = Template("seed", filled_by(_region))
"""The sample region."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module's tests on the stores that it names."""
    if "backend" in metafunc.fixturenames:
        metafunc.parametrize("backend", getattr(metafunc.module, "STORES", BOTH[:1]), indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Which store the test runs on, one of BOTH."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(_SEED, backend, tmp_path / "data") as settings:
        yield settings.model_copy(update={"signalling": SignallingSettings(repair_after=timedelta(milliseconds=200))})


@pytest.fixture
def settle_town(clock: StandingClock) -> Settle:
    """Runs a server on the settings' copy of the region."""

    @contextmanager
    def settled(settings: ServerSettings) -> Iterator[Town]:
        with make_server(settings, clock=clock) as server:
            town = Town(server, settings.data_dir)
            try:
                yield town
            finally:
                for client in town.clients:
                    client.close()

    return settled


@pytest.fixture
def town(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    with settle_town(settings) as town:
        yield town
