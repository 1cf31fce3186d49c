"""The administrator's tasks on a store, as they are typed, and what is said where a store cannot be used."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert, text
from sqlcipher3 import dbapi2

from desk_client import cli
from desk_client.bootstrap.house import close_house, open_house
from desk_client.bootstrap.stores import open_schema
from desk_client.config.secrets import FileSecrets, open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage import postgres_door
from desk_client.server.storage.migrate import head
from desk_client.server.storage.tables.region import interpreter
from tests.integration.storage.first_release import REVISION
from tests.postgres import PASSWORD, USER, Postgres
from tests.stores import BLANK, Stores


@dataclass
class Done:
    code: int
    said: str
    complained: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: ServerSettings) -> Run:
    monkeypatch.setenv("DESK_SERVER_SECRETS", "file")

    def run(*arguments: str, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.main(["admin", "--data-dir", str(settings.data_dir), *arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def settings(stores: Stores, tmp_path: Path) -> Iterator[ServerSettings]:
    """An installation on a file, with a few rows."""
    with stores.copy(BLANK, "embedded", tmp_path / "data") as settings:
        house = open_house(settings)
        house.write_now(_seven_rows)
        close_house(house)
        yield settings


def _seven_rows(transaction: Transaction) -> None:
    for number in range(7):
        record(transaction, None, "try", f"row_{number}")


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """An empty database's name."""
    name = postgres.new_database()
    yield name
    postgres.drop(name)


def complains(done: Done, sentence: str) -> None:
    """One line says what is wrong, and no password and no traceback is in it."""
    assert done.code == 1, done.complained
    assert sentence in done.complained
    assert "Traceback" not in done.complained
    assert PASSWORD not in done.complained
    assert len(done.complained.strip().splitlines()) == 1, done.complained


def test_the_schema_goes_down_when_that_is_confirmed_and_up_again(run: Run) -> None:
    assert f"schema {head()} → {head()}; revisions: none" in run("migrate").said
    asked = run("migrate", "--to", REVISION, typed="no\n")
    assert (asked.code, "nothing was changed" in asked.complained) == (1, True)
    assert "Is there a backup?" in asked.complained
    down = run("migrate", "--to", REVISION, typed="yes\n")
    assert (down.code, f"schema {head()} → {REVISION}" in down.said) == (0, True), down.complained
    assert f"revisions: {head()}, " in down.said
    up = run("migrate")
    assert (up.code, f"schema {REVISION} → {head()}; revisions: 0002, " in up.said) == (0, True), up.complained
    complains(run("migrate", "--to", "0000", "--yes"), "there is no schema '0000' below it")


def test_a_way_back_that_would_lose_something_says_what(run: Run, settings: ServerSettings) -> None:
    with open_schema(settings, open_secrets(settings.directory.secrets, keep_in="file")) as connection:
        connection.execute(insert(interpreter).values(id="i", name_ar="مترجم", name_en="I", language="sign", rank=0))
    complains(run("migrate", "--to", REVISION, "--yes"), "interpreters (1)")
    assert f"schema {head()} → {head()}" in run("migrate").said


def test_a_copy_in_postgresql_is_counted_and_compared(run: Run, postgres: Postgres, database: str) -> None:
    done = run("copy-to", "postgres", "--url", postgres.url(database))
    assert done.code == 0, done.complained
    assert "7 rows" in next(line for line in done.said.splitlines() if line.startswith("audit "))
    assert f"rows of schema {head()} are the same in both stores" in done.said
    with psycopg.connect(postgres.url(database)) as connection:
        assert connection.execute("SELECT count(*), min(subject) FROM audit").fetchone() == (7, "row_0")
    complains(run("copy-to", "postgres", "--url", postgres.url(database)), "copy into an empty database")
    complains(run("copy-to", "postgres"), "DESK_DATABASE_URL")


def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(
    run: Run, settings: ServerSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = open_secrets(settings.directory.secrets, keep_in="file")
    with monkeypatch.context() as old:
        old.setattr(dbapi2, "sqlite_version", "3.40.1")
        complains(run("migrate"), "SQLite 3.40.1 can lose committed writes")
    with open_schema(settings, secrets) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    complains(run("migrate"), "written by a newer version of this program (schema 9999)")
    assert isinstance(secrets, FileSecrets)
    secrets.write("store", b"another key of 32 bytes, exactly")
    complains(run("migrate"), "The key does not open")


FOREIGN = {
    "another program's table": ("CREATE TABLE invoice (number INTEGER)", "it holds the table invoice"),
    "another program's revisions": (
        "CREATE TABLE alembic_version AS SELECT '4f2ab31c9d0e'::varchar AS version_num",
        "it holds the schema 4f2ab31c9d0e",
    ),
}


@pytest.mark.parametrize("whose", FOREIGN)
def test_another_programs_database_is_left_alone(run: Run, postgres: Postgres, database: str, whose: str) -> None:
    statement, sentence = FOREIGN[whose]
    postgres.say(statement, database)
    complains(run("copy-to", "postgres", "--url", postgres.url(database)), sentence)
    with psycopg.connect(postgres.url(database)) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert tables == (1,)


@pytest.fixture
def stranger(postgres: Postgres) -> Iterator[str]:
    """A user of the database server to whom nothing belongs."""
    postgres.say(f"CREATE ROLE stranger LOGIN PASSWORD '{PASSWORD}'")
    yield "stranger"
    postgres.say("DROP OWNED BY stranger")
    postgres.say("DROP ROLE stranger")


def test_who_may_not_keep_tables_there_is_told_so(run: Run, postgres: Postgres, database: str, stranger: str) -> None:
    url = postgres.tcp_url(database).replace(f"//{USER}:", f"//{stranger}:")
    complains(run("copy-to", "postgres", "--url", url), "The database user stranger may not keep this program's tables")
    run("copy-to", "postgres", "--url", postgres.url(database))  # now there are tables, of somebody else
    complains(run("copy-to", "postgres", "--url", url), "permission denied for table alembic_version")
    postgres.say(f'REVOKE CONNECT ON DATABASE "{database}" FROM PUBLIC')
    complains(run("copy-to", "postgres", "--url", url), "does not let this server in (permission denied for database")


def test_a_server_that_is_too_old_is_named(
    run: Run, postgres: Postgres, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_door, "LEAST_VERSION", 99)
    complains(run("copy-to", "postgres", "--url", postgres.url(database)), "is too old: version 99 or later is needed")
