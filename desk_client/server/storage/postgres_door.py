"""The door to PostgreSQL: how its address is read, how one connects, and what its errors mean to an operator."""

import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy import exc as sqlalchemy_errors

from desk_client.server.storage.errors import (
    Fault,
    MalformedUrlError,
    OldPostgresError,
    OpenRefusedError,
    StoreUnavailableError,
    StoreUnusableError,
    UnreachableError,
    WrongEncodingError,
)
from desk_client.server.storage.talk import keep_talks

LEAST_VERSION: Final = 15
_READ_WITHIN_S: Final = 10.0
_SHUT_FOR_S: Final = 0.5
_PREPARE_AT: Final = 2
_PREPARED_MOST: Final = 400
_CONNECTING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "application_name": "majlis",
        "client_encoding": "utf8",
        "connect_timeout": "5",
        "keepalives_idle": "15",
        "keepalives_interval": "5",
        "keepalives_count": "3",
        "tcp_user_timeout": "10000",  # milliseconds; a cut cable is noticed within seconds, not in a quarter of an hour
    }
)
_ALWAYS: Final = "-c jit=off -c TimeZone=UTC"
_WAITING: Final = f"{_ALWAYS} -c synchronous_commit=on"  # for its disk, and for the journal's where there is one
_ALONE: Final = f"{_ALWAYS} -c synchronous_commit=local"  # for its own disk
_BY_KEY: Final = "-c enable_seqscan=off"
"""Every statement of ours that runs often finds its rows by an index. A plan is kept for as long as its connection, and
one that was made while a table was nearly empty would go through all of it until somebody analyses that table."""
_SERVING: Final = f"{_BY_KEY} -c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s"
_CONFLICTS: Final = frozenset({"40001", "40P01"})
_FAULTS: Final[Mapping[str, Fault]] = MappingProxyType(
    {  # by SQLSTATE or its class, https://www.postgresql.org/docs/15/errcodes-appendix.html
        "53100": Fault.FULL,
        "25006": Fault.READ_ONLY,
        "40001": Fault.BUSY,
        "40P01": Fault.BUSY,
        "55P03": Fault.BUSY,  # lock_timeout
        "57014": Fault.BUSY,  # statement_timeout
        "58030": Fault.DISK,
        "XX001": Fault.DISK,  # a damaged page
        "XX002": Fault.DISK,
        "08": Fault.CONNECTION,
        "53": Fault.BUSY,  # out of memory, too many connections
        "57": Fault.CONNECTION,  # shut down, starting up, database dropped
        "58": Fault.DISK,
    }
)


class Door:
    """Makes connections to one database. While it is known to be shut, callers hear so at once."""

    def __init__(self, url: str, *, alone: bool = False) -> None:
        """Nothing is connected yet. Raises MalformedUrlError; the address itself is never repeated.

        `alone`: commits wait for the database's own disk and for no journal.
        """
        self._url = _read(url)
        self._writing = _ALONE if alone else _WAITING
        self._shut_until = 0.0

    @property
    def where(self) -> str:
        """The database's place, for people: no user, no password."""
        query = self._url.query
        host = self._url.host or query.get("host", "localhost")
        return f"PostgreSQL at {host}:{self._url.port or query.get('port', 5432)}/{self._url.database or ''}"

    def schema_engine(self) -> Engine:
        """For migrations: one connection, which waits for as long as it takes."""
        return self._engine(_ALONE, NullPool)

    def writing_engine(self) -> Engine:
        """For writers, each of which keeps its connection. Each has a `storage.talk`."""
        engine = self._engine(f"{self._writing} {_SERVING}", NullPool)
        keep_talks(engine)
        return engine

    def reading_engine(self, readers: int) -> Engine:
        """For readers: a pool of so many connections, whose transactions each see one state."""
        engine = self._engine(
            f"{_ALWAYS} {_SERVING}",
            QueuePool,
            pool_size=readers,
            max_overflow=0,
            pool_timeout=_READ_WITHIN_S,
            pool_use_lifo=True,  # the connection used last has the statements prepared
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "connect", _only_read)
        return engine

    def bell_connection(self) -> psycopg.Connection:
        """For word between servers: every statement by itself, and none of it worth waiting for the disk."""
        return self._plain(f"{_ALWAYS} -c synchronous_commit=off")

    def journal_connection(self) -> psycopg.Connection:
        """For whoever keeps the journal: every statement by itself, and none waits for the journal."""
        return self._plain(_ALONE)

    def stream_connection(self, name: str) -> psycopg.Connection:
        """For what PostgreSQL streams (its protocol of replication, to this database), under this name."""
        return self._plain(_ALWAYS, application_name=name, replication="database")

    def refusal(self, error: BaseException) -> StoreUnusableError | None:
        """Why the door does not open, in a sentence; None where the error is of another kind."""
        cause = error.orig if isinstance(error, sqlalchemy_errors.DBAPIError) else error
        if not isinstance(cause, psycopg.OperationalError):
            return None
        # libpq tells a refusal by its text alone; it names host, user and database, never the password
        reason = str(cause).splitlines()[0].removeprefix("connection failed: ")
        if "FATAL" in reason or "password" in reason:
            return OpenRefusedError(self.where, reason.rpartition("FATAL:")[2].strip())
        return UnreachableError(self.where, reason)

    def refuse(self, connection: Connection) -> None:
        """Raise StoreUnusableError where this server or database is not one that we can use."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        if driver.info.server_version // 10_000 < LEAST_VERSION:
            raise OldPostgresError(driver.info.parameter_status("server_version") or "", LEAST_VERSION)
        encoding = driver.info.parameter_status("server_encoding") or ""
        if encoding != "UTF8":
            raise WrongEncodingError(self.where, encoding)

    def _engine(self, options: str, poolclass: type[NullPool | QueuePool], **pool: float) -> Engine:
        engine = create_engine(
            self._url.set(query={}),
            poolclass=poolclass,
            hide_parameters=True,
            execution_options={"preserve_rowcount": True},  # an INSERT tells how many rows it made, as SQLite's does
            connect_args=self._options(options),
            **pool,
        )

        @event.listens_for(engine, "do_connect")
        def connect(_dialect: object, _record: object, arguments: tuple[str, ...], named: dict[str, Any]) -> object:
            if time.monotonic() < self._shut_until:
                raise StoreUnavailableError(Fault.CONNECTION, "it did not answer a moment ago")
            try:
                return psycopg.connect(*arguments, **named)
            except psycopg.OperationalError:
                self._shut_until = time.monotonic() + _SHUT_FOR_S
                raise

        return engine

    def _plain(self, options: str, **more: str) -> psycopg.Connection:
        plain = self._url.set(drivername="postgresql", query={}).render_as_string(hide_password=False)
        return psycopg.connect(make_conninfo(plain, **{**self._options(options), **more}), autocommit=True)

    def _options(self, options: str) -> dict[str, str]:
        """What the address says goes before what we say."""
        said = {name: value if isinstance(value, str) else ",".join(value) for name, value in self._url.query.items()}
        return {**_CONNECTING, **said, "options": f"{options} {said.get('options', '')}".strip()}


def explained(error: BaseException) -> StoreUnavailableError | None:
    """The fault behind an error of PostgreSQL, its driver or a pool; None where it is nobody's but ours."""
    match error:
        case StoreUnavailableError():
            return error
        case sqlalchemy_errors.TimeoutError():
            return StoreUnavailableError(Fault.BUSY, "no reader was free")
        case sqlalchemy_errors.DBAPIError(orig=psycopg.Error() as cause):
            lost = error.connection_invalidated
        case psycopg.Error():
            cause, lost = error, False
        case _:
            return None
    state = cause.sqlstate or ""
    fault = _FAULTS.get(state) or _FAULTS.get(state[:2])
    if fault is not None:
        return StoreUnavailableError(fault, state)
    if lost or (isinstance(cause, psycopg.OperationalError) and not state):
        return StoreUnavailableError(Fault.CONNECTION)
    return None


def conflict(error: BaseException) -> bool:
    """Whether two transactions got into each other's way, so that doing it all once more may help."""
    return (
        isinstance(error, sqlalchemy_errors.DBAPIError)
        and isinstance(error.orig, psycopg.Error)
        and error.orig.sqlstate in _CONFLICTS
    )


def _read(url: str) -> URL:
    try:
        read = make_url(url)
    except (sqlalchemy_errors.ArgumentError, ValueError):
        raise MalformedUrlError from None
    if read.drivername not in {"postgresql", "postgres", "postgresql+psycopg"} or not read.database:
        raise MalformedUrlError
    return read.set(drivername="postgresql+psycopg")


def _prepare(driver: psycopg.Connection, _record: object) -> None:
    driver.prepare_threshold = _PREPARE_AT
    driver.prepared_max = _PREPARED_MOST


def _only_read(driver: psycopg.Connection, _record: object) -> None:
    driver.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    driver.read_only = True
