import os
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError

from desk_client.server.storage.embedded import EmbeddedStore, open_embedded, refuse_unfixed
from desk_client.server.storage.errors import NewerSchemaError, UnfixedSqliteError, WrongKeyError
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.tables.booking import claim

KEY = bytes(range(32))


def _add(quantum: int) -> Callable[[Connection], int]:
    return lambda connection: (
        connection.execute(insert(claim).values(resource="office:a", quantum=quantum, owner="x")).rowcount
    )


def _counted(store: EmbeddedStore) -> list[None]:
    commits: list[None] = []
    store.on_commit(lambda: commits.append(None))
    return commits


def quanta(connection: Connection) -> list[int]:
    return list(connection.execute(select(claim.c.quantum).order_by(claim.c.quantum)).scalars())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "majlis.db"


@pytest.mark.parametrize("version", ["3.7.0", "3.40.1", "3.51.2"])
def test_a_sqlite_that_can_lose_writes_is_refused(version: str) -> None:
    with pytest.raises(UnfixedSqliteError, match="can lose committed writes"):
        refuse_unfixed(version)


@pytest.mark.parametrize("version", ["3.6.23", "3.51.3", "3.53.4", "4.0.0"])
def test_a_sqlite_without_that_fault_is_taken(version: str) -> None:
    refuse_unfixed(version)


def test_rows_are_there_after_closing_and_unreadable_without_the_key(path: Path) -> None:
    store = open_embedded(path, KEY)
    secret = insert(claim).values(resource="سر", quantum=1, owner="x")
    store.write(lambda connection: connection.execute(secret).rowcount).result()
    store.close()
    assert "سر".encode() not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    store = open_embedded(path, KEY)
    assert store.read(quanta) == [1]
    store.close()


def test_a_wrong_key_is_said_in_a_sentence_and_harms_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_embedded(path, KEY).close()
    with pytest.raises(WrongKeyError, match="does not open"):
        open_embedded(path, os.urandom(32))
    assert capfd.readouterr().err == ""
    open_embedded(path, KEY).close()


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    store = open_embedded(path, KEY)
    store.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))).result()
    store.close()
    with pytest.raises(NewerSchemaError, match="9999"):
        open_embedded(path, KEY)


def test_migrations_make_exactly_the_tables_that_the_code_speaks_of(path: Path) -> None:
    store = open_embedded(path, KEY)
    differences = store.read(lambda connection: compare_metadata(MigrationContext.configure(connection), metadata))
    store.close()
    assert differences == []


def test_a_migration_that_fails_leaves_nothing_behind(path: Path) -> None:
    store = open_embedded(path, KEY)

    def half(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (a INTEGER)"))
        raise LookupError

    with pytest.raises(LookupError):
        store.write(half).result()
    tables = store.read(lambda connection: connection.execute(text("SELECT name FROM sqlite_master")).scalars().all())
    store.close()
    assert "half" not in tables


def test_work_that_fails_undoes_only_itself_in_a_shared_commit(path: Path) -> None:
    store = open_embedded(path, KEY)
    commits = _counted(store)

    def half(number: int) -> Callable[[Connection], int]:
        def work(connection: Connection) -> int:
            _add(1000 + number)(connection)
            return _add(0)(connection)  # it is there already

        return work

    store.write(_add(0)).result()
    futures = [store.write(_add(number) if number % 2 else half(number)) for number in range(1, 201)]
    errors = [future.exception() for future in futures]
    assert [type(error) for error in errors] == [type(None), IntegrityError] * 100
    assert store.read(quanta) == [0, *range(1, 201, 2)]
    assert len(commits) < 100  # several callers shared a commit
    store.close()


def test_what_is_acknowledged_is_read_at_once_by_others(path: Path) -> None:
    store = open_embedded(path, KEY)
    for number in range(50):
        store.write(_add(number)).result()
        assert store.read(quanta)[-1] == number
    store.close()


def test_closing_finishes_what_was_handed_in_and_takes_no_more(path: Path) -> None:
    store = open_embedded(path, KEY)
    futures = [store.write(_add(number)) for number in range(20)]
    store.close()
    assert all(future.done() and future.exception() is None for future in futures)
    with pytest.raises(RuntimeError, match="closed"):
        store.write(_add(99))
