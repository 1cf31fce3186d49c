"""Both stores, each in a fresh place with the tests' own table in it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.server.storage.embedded import open_embedded
from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import PostgresStore, open_postgres
from tests.integration.storage.places import Place, scratch
from tests.postgres import Postgres

KEY = bytes(range(32))


@pytest.fixture(params=["embedded", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "embedded":
        path = tmp_path / "majlis.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        return Place("embedded", lambda: open_embedded(path, KEY))
    url: str = request.getfixturevalue("migrated_url")
    return Place("postgres", lambda: open_postgres(url))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the house's tables, none of them filled."""
    path = tmp_path_factory.mktemp("migrated") / "majlis.db"
    open_embedded(path, KEY).close()
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: Postgres) -> str:
    """A database with the house's tables, none of them filled; a template."""
    postgres.say("CREATE DATABASE migrated")
    open_postgres(postgres.url("migrated")).close()
    return "migrated"


@pytest.fixture
def migrated_url(postgres: Postgres, migrated_database: str) -> Iterator[str]:
    name = postgres.new_database(migrated_database)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    store = place.open()
    store.write(scratch.create_all).result()
    yield store
    store.close()


@pytest.fixture
def database(migrated_url: str) -> Iterator[PostgresStore]:
    """A store in PostgreSQL, for what only that can do."""
    store = open_postgres(migrated_url)
    store.write(scratch.create_all).result()
    yield store
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("only root may mount a file system")
    yield place
    subprocess.run(["umount", "-l", place], check=True)
