"""What only PostgreSQL can do to us: broken connections, deadlocks, other servers, and ways not to let us in."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from desk_client.server.storage import postgres_door
from desk_client.server.storage.errors import (
    Fault,
    MalformedUrlError,
    NewerSchemaError,
    OldPostgresError,
    OpenRefusedError,
    StoreUnavailableError,
    StoreUnusableError,
    UnreachableError,
    WrongEncodingError,
)
from desk_client.server.storage.migrate import head
from desk_client.server.storage.postgres import PostgresStore, open_postgres
from tests.integration.storage.places import scratch, seat, take, taken
from tests.postgres import PASSWORD, Postgres, postgres_server


@pytest.fixture
def store(database: PostgresStore) -> PostgresStore:
    return database


def own_pid(connection: Connection) -> int:
    pid: int = connection.execute(select(func.pg_backend_pid())).scalar_one()
    return pid


def waits_for(url: str, event: str) -> int:
    """The process that waits for this, once one does."""
    with psycopg.connect(url, autocommit=True) as watching:
        while True:
            found = watching.execute("SELECT pid FROM pg_stat_activity WHERE wait_event = %s", (event,)).fetchone()
            if found is not None:
                pid: int = found[0]
                return pid


def test_a_connection_that_breaks_before_the_commit_costs_nobody_anything(
    store: PostgresStore, postgres: Postgres
) -> None:
    runs: list[int] = []

    def work(connection: Connection) -> int:
        runs.append(own_pid(connection))
        take(1)(connection)
        if len(runs) == 1:
            postgres.say(f"SELECT pg_terminate_backend({runs[0]})")
        return take(2)(connection)

    assert store.write(work).result() == 1
    assert len(set(runs)) == 2
    assert store.read(taken) == [1, 2]


def test_a_commit_whose_end_nobody_saw_is_not_acknowledged(
    store: PostgresStore, postgres: Postgres, migrated_url: str
) -> None:
    """The commit waits for a second machine when its connection is cut: it was done, and nobody may say so."""
    postgres.say("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
    postgres.say("SELECT pg_reload_conf()")
    try:
        runs: list[None] = []

        def work(connection: Connection) -> int:
            runs.append(None)
            return take(1)(connection)

        future = store.write(work)
        pid = waits_for(migrated_url, "SyncRep")
        with psycopg.connect(migrated_url, autocommit=True) as administrator:
            administrator.execute("SELECT pg_terminate_backend(%s)", (pid,))
        error = future.exception(10)
        assert isinstance(error, StoreUnavailableError)
        assert error.fault is Fault.UNKNOWN_OUTCOME
        assert len(runs) == 1  # it is not tried again either: it may have been done
    finally:
        postgres.say("ALTER SYSTEM RESET synchronous_standby_names")
        postgres.say("SELECT pg_reload_conf()")
    assert store.read(taken) == [1]


def test_work_that_swallows_an_error_is_not_acknowledged(store: PostgresStore) -> None:
    """PostgreSQL would answer its COMMIT with a ROLLBACK and no error at all."""

    def swallow(connection: Connection) -> str:
        take(1)(connection)
        try:
            take(1)(connection)
        except IntegrityError:
            return "all is well"
        return "never"

    with pytest.raises(RuntimeError, match="went on after a statement had failed"):
        store.write(swallow).result()
    assert store.write(take(2)).result() == 1
    assert store.read(taken) == [2]


def test_other_servers_on_the_database_hear_of_a_commit(store: PostgresStore, migrated_url: str) -> None:
    other = open_postgres(migrated_url)
    heard = threading.Event()
    other.on_commit(heard.set)
    heard.clear()
    for number in range(50):
        store.write(take(number)).result()
    assert heard.wait(3), "it would have been told after five seconds anyway"
    while 49 not in other.read(taken):
        heard.wait(3)
    other.close()


@pytest.mark.expected_errors
def test_a_restarted_database_is_missed_only_while_it_is_down() -> None:
    with postgres_server(durable=True) as postgres:
        store = open_postgres(postgres.url(postgres.new_database()))
        store.write(scratch.create_all).result()
        futures = [store.write(take(number)) for number in range(300)]
        futures[40].result()
        postgres.kill()
        acknowledged = [number for number, future in enumerate(futures) if future.exception(30) is None]
        assert {type(f.exception()) for f in futures} == {type(None), StoreUnavailableError}
        for attempt in (lambda: store.write(take(1000)).result(), lambda: store.read(taken)):
            with pytest.raises(StoreUnavailableError):
                attempt()
        postgres.start()
        back = until_available(lambda: store.read(taken))
        assert set(acknowledged) <= set(back)
        until_available(lambda: store.write(take(1001)).result())
        assert 1001 in store.read(taken)
        store.close()


def until_available(ask: Callable[[], list[int] | int]) -> list[int]:
    while True:
        try:
            answer = ask()
        except StoreUnavailableError:
            continue
        return answer if isinstance(answer, list) else [answer]


def test_several_servers_that_start_at_once_make_the_tables_once(database_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_postgres(database_url, writers=1, readers=1), range(4)))
    found = stores[0].read(lambda connection: connection.execute(text("SELECT version_num FROM alembic_version")).all())
    assert [row[0] for row in found] == [head()]
    for store in stores:
        store.close()


def test_a_store_of_a_newer_program_is_left_alone(store: PostgresStore, migrated_url: str) -> None:
    store.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))).result()
    with pytest.raises(NewerSchemaError, match="9999"):
        open_postgres(migrated_url)


REFUSALS = [
    (lambda p: p.tcp_url("postgres", "not-the-pass/word"), OpenRefusedError, "password authentication failed"),
    (lambda p: p.tcp_url("nowhere"), OpenRefusedError, 'database "nowhere" does not exist'),
    (lambda p: p.tcp_url("postgres").replace(str(p.port), "1"), UnreachableError, "127.0.0.1:1.*Connection refused"),
    (lambda p: f"{p.tcp_url('postgres')}".replace("127.0.0.1", "nowhere.invalid"), UnreachableError, "nowhere.invalid"),
    (lambda p: p.tcp_url("postgres").replace(str(p.port), "port"), MalformedUrlError, "percent-encoded"),
    (lambda p: p.tcp_url("postgres").replace("postgresql", "mysql"), MalformedUrlError, "PostgreSQL"),
    (lambda p: p.tcp_url(""), MalformedUrlError, "DATABASE"),
]


@pytest.mark.parametrize(("address", "kind", "sentence"), REFUSALS)
def test_why_it_does_not_open_is_a_sentence_without_the_password(
    postgres: Postgres, address: Callable[[Postgres], str], kind: type[StoreUnusableError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence) as refused:
        open_postgres(quote(address(postgres), safe=":/@?=&"))
    told = f"{refused.value} {refused.value.__cause__}"
    assert PASSWORD not in told
    assert "not-the-pass" not in told


def test_a_server_that_is_too_old_is_refused(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_door, "LEAST_VERSION", 99)
    with pytest.raises(OldPostgresError, match="version 99 or later"):
        open_postgres(database_url)


def test_a_database_that_cannot_hold_every_letter_is_refused(postgres: Postgres) -> None:
    postgres.say("CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII'")
    with pytest.raises(WrongEncodingError, match="SQL_ASCII"):
        open_postgres(postgres.url("ascii"))


def test_seats_are_counted_by_the_statement_that_takes_them(store: PostgresStore) -> None:
    """SQLAlchemy keeps an INSERT's row count only where it is told to; services on SQLite rely on it."""
    rows = [{"number": number, "owner": "x", "visits": 0} for number in range(3)]
    assert store.write(lambda connection: connection.execute(seat.insert(), rows).rowcount).result() == 3
