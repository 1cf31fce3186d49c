"""The embedded store: one SQLCipher file, encrypted at rest, with one writer and several readers (WAL).

SQLCipher comes from the `sqlcipher3` package, which carries its own SQLite. The one in Debian 12 is refused: releases
3.7.0 to 3.51.2 can lose committed writes when a checkpoint meets a writer (https://sqlite.org/wal.html).
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy import exc as sqlalchemy_errors
from sqlcipher3 import dbapi2

from desk_client.server.storage.errors import (
    Fault,
    StoreUnavailableError,
    UnfixedSqliteError,
    UnwritableError,
    WrongKeyError,
)
from desk_client.server.storage.listeners import Listeners
from desk_client.server.storage.migrate import Attributes, migrated
from desk_client.server.storage.port import Work
from desk_client.server.storage.recording import Witness
from desk_client.server.storage.sqlcipher import KEY_BYTES, connected
from desk_client.server.storage.writer import Writer

T = TypeVar("T")
_UNFIXED_FROM: Final = (3, 7, 0)
_FIXED_FROM: Final = (3, 51, 3)
_READ_WITHIN_S: Final = 10.0
_FAULTS: Final[Mapping[int, Fault]] = MappingProxyType(
    {  # by primary result code, https://sqlite.org/rescode.html
        3: Fault.READ_ONLY,  # SQLITE_PERM
        5: Fault.BUSY,
        6: Fault.BUSY,  # SQLITE_LOCKED
        8: Fault.READ_ONLY,
        10: Fault.DISK,  # SQLITE_IOERR
        11: Fault.DISK,  # SQLITE_CORRUPT
        13: Fault.FULL,
        14: Fault.DISK,  # SQLITE_CANTOPEN
        26: Fault.DISK,  # SQLITE_NOTADB
    }
)


def refuse_unfixed(version: str) -> None:
    """Raise UnfixedSqliteError where a SQLite of this version ("3.40.1") can lose committed writes."""
    if _UNFIXED_FROM <= tuple(int(part) for part in version.split(".")) < _FIXED_FROM:
        raise UnfixedSqliteError(version)


class EmbeddedStore:
    """A `Store` in one file."""

    def __init__(self, writing: Engine, reading: Engine, witness: Witness | None = None) -> None:
        """Take over two engines on the same file, and the witness; `open_embedded` makes them."""
        self._writing = writing
        self._reading = reading
        self._witness = witness
        self._listeners = Listeners()
        self._writer = Writer(writing, self._listeners.tell, _explained, witness)

    def write(self, work: Work[T]) -> Future[T]:
        """Hand the work to the writer; see `Store.write`."""
        return self._writer.submit(work)

    def read(self, work: Work[T]) -> T:
        """Read a consistent state; see `Store.read`."""
        try:
            with self._reading.begin() as connection:
                return work(connection)
        except (sqlalchemy_errors.DBAPIError, sqlalchemy_errors.TimeoutError) as error:
            if (explained := _explained(error)) is not None:
                raise explained from None  # the original's text may hold a row
            raise

    @property
    def waiting(self) -> int:
        """Work that nobody has begun yet; see `Store.waiting`."""
        return len(self._writer.line)

    @property
    def delay_s(self) -> float:
        """How long the first in line has waited; see `Store.delay_s`."""
        return self._writer.line.delay_s

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Tell the listener of each commit; see `Store.on_commit`."""
        self._listeners.add(listener)

    def close(self) -> None:
        """Finish and let go of the file."""
        self._writer.close()
        self._reading.dispose()
        self._writing.dispose()
        if self._witness is not None:
            self._witness.close()


def open_embedded(
    path: Path,
    key: bytes,
    *,
    readers: int = 4,
    attributes: Attributes | None = None,
    witness: Witness | None = None,
) -> EmbeddedStore:
    """Open the store, make it where there is none, and bring its tables up to date.

    Args:
        path: the file; its directory exists.
        key: 32 random bytes (a raw key costs 0.3 ms a connection, a passphrase 117 ms).
        readers: how many connections read at most at one time.
        attributes: what revisions need; see `migrate.Attributes`.
        witness: told of each commit before it is acknowledged; closed with the store.

    Raises:
        StoreUnusableError: an unfixed SQLite, a wrong key, tables of a newer program, or a file that cannot be written.
    """
    with embedded_schema(path, key) as connection:
        migration = migrated(connection, attributes)
        if witness is not None:
            witness.begin(connection, schema_changed=bool(migration.applied))
    writing = _engine(path, key, "BEGIN IMMEDIATE", NullPool, recording=witness is not None and witness.records)
    reading = _engine(
        path,
        key,
        "BEGIN",
        QueuePool,
        pragmas=("query_only = ON",),
        pool_size=readers,
        max_overflow=0,
        pool_timeout=_READ_WITHIN_S,
    )
    return EmbeddedStore(writing, reading, witness)


@contextmanager
def embedded_schema(path: Path, key: bytes) -> Iterator[Connection]:
    """A transaction in which tables may be rebuilt: foreign keys are not watched, but looked through before the commit.

    Rebuilding a table drops it, which would count as deleting what others refer to
    (https://sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").

    Raises:
        StoreUnusableError: an unfixed SQLite, a wrong key, or a file that cannot be written.
    """
    refuse_unfixed(dbapi2.sqlite_version)
    if len(key) != KEY_BYTES:
        raise ValueError(f"the store's key is {KEY_BYTES} bytes, not {len(key)}")
    engine = _engine(path, key, "BEGIN IMMEDIATE", NullPool, pragmas=("foreign_keys = OFF",))
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what revisions seal must not stay readable beside
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise sqlalchemy_errors.IntegrityError("PRAGMA foreign_key_check", None, ValueError(str(broken[0])))
    except sqlalchemy_errors.DatabaseError as error:
        if "file is not a database" in str(error.orig):
            raise WrongKeyError(path) from None  # the original holds nothing more, and its text the statement
        explained = _explained(error)
        if explained is not None and explained.fault is not Fault.BUSY:
            raise UnwritableError(path) from None
        raise
    finally:
        engine.dispose()


def _explained(error: BaseException) -> StoreUnavailableError | None:
    """The fault behind an error of SQLite or of its pool; None where it is nobody's but ours."""
    match error:
        case StoreUnavailableError():
            return error
        case sqlalchemy_errors.TimeoutError():
            return StoreUnavailableError(Fault.BUSY, "no reader was free")
        case sqlalchemy_errors.DBAPIError(orig=dbapi2.Error() as cause):
            return _explained(cause)
        case dbapi2.Error():
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _FAULTS:
                return StoreUnavailableError(_FAULTS[code], getattr(error, "sqlite_errorname", ""))
    return None


def _engine(
    path: Path,
    key: bytes,
    begin: str,
    poolclass: type[NullPool | QueuePool],
    *,
    pragmas: tuple[str, ...] = (),
    recording: bool = False,
    **pool: float,
) -> Engine:
    def connection() -> dbapi2.Connection:
        # we begin transactions ourselves, below: the driver begins none before DDL, and a migration that fails would
        # stay half done
        opened = connected(path, key, recording=recording)
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")  # an acknowledged booking survives a power cut
        opened.execute("PRAGMA foreign_keys = ON")
        for pragma in pragmas:
            opened.execute(f"PRAGMA {pragma}")
        return opened

    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=connection, poolclass=poolclass, hide_parameters=True, **pool
    )
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql(begin))
    return engine
