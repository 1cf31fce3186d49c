"""On each store a house that nobody has been to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.config.settings import ServerSettings
from tests.stores import BLANK, Stores


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(BLANK, backend, tmp_path / "data") as settings:
        yield settings
