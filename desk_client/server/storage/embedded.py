"""The embedded store: one SQLCipher file, encrypted at rest, with one writer and several readers (WAL).

SQLCipher comes from the `sqlcipher3` package, which carries its own SQLite. The one in Debian 12 is refused: releases
3.7.0 to 3.51.2 can lose committed writes when a checkpoint meets a writer (https://sqlite.org/wal.html).
"""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from desk_client.server.storage.errors import UnfixedSqliteError, WrongKeyError
from desk_client.server.storage.migrate import migrated
from desk_client.server.storage.port import Work
from desk_client.server.storage.writer import Writer

T = TypeVar("T")
KEY_BYTES: Final = 32
_UNFIXED_FROM: Final = (3, 7, 0)
_FIXED_FROM: Final = (3, 51, 3)
_BUSY_TIMEOUT_MS: Final = 5000


def refuse_unfixed(version: str) -> None:
    """Raise UnfixedSqliteError where a SQLite of this version ("3.40.1") can lose committed writes."""
    if _UNFIXED_FROM <= tuple(int(part) for part in version.split(".")) < _FIXED_FROM:
        raise UnfixedSqliteError(version)


class EmbeddedStore:
    """A `Store` in one file."""

    def __init__(self, writing: Engine, reading: Engine) -> None:
        """Take over two engines on the same file; `open_embedded` makes them."""
        self._writing = writing
        self._reading = reading
        self._listeners: tuple[Callable[[], None], ...] = ()
        self._writer = Writer(writing, self._committed)

    def write(self, work: Work[T]) -> Future[T]:
        """Hand the work to the writer; see `Store.write`."""
        return self._writer.submit(work)

    def read(self, work: Work[T]) -> T:
        """Read a consistent state; see `Store.read`."""
        with self._reading.begin() as connection:
            return work(connection)

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Tell the listener of each commit; see `Store.on_commit`."""
        self._listeners = (*self._listeners, listener)

    def close(self) -> None:
        """Finish and let go of the file."""
        self._writer.close()
        self._reading.dispose()
        self._writing.dispose()

    def _committed(self) -> None:
        for listener in self._listeners:
            listener()


def open_embedded(path: Path, key: bytes, *, readers: int = 4) -> EmbeddedStore:
    """Open the store, make it where there is none, and bring its tables up to date.

    Args:
        path: the file; its directory exists.
        key: 32 random bytes (a raw key costs 0.3 ms a connection, a passphrase 117 ms).
        readers: how many connections read at most at one time.

    Raises:
        StoreUnusableError: an unfixed SQLite, a wrong key, or tables of a newer program.
    """
    refuse_unfixed(dbapi2.sqlite_version)
    if len(key) != KEY_BYTES:
        raise ValueError(f"the store's key is {KEY_BYTES} bytes, not {len(key)}")
    writing = _engine(path, key, "BEGIN IMMEDIATE", NullPool)
    try:
        with writing.begin() as connection:
            migrated(connection)
    except DatabaseError as error:
        writing.dispose()
        if "file is not a database" in str(error.orig):
            raise WrongKeyError(path) from None  # the original holds nothing more, and its text the statement
        raise
    reading = _engine(path, key, "BEGIN", QueuePool, pool_size=readers, max_overflow=0)
    return EmbeddedStore(writing, reading)


def _engine(path: Path, key: bytes, begin: str, poolclass: type[NullPool | QueuePool], **pool: int) -> Engine:
    def connection() -> dbapi2.Connection:
        # we begin transactions ourselves, below: the driver begins none before DDL, and a migration that fails would
        # stay half done
        opened = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        opened.execute("PRAGMA cipher_log_level = NONE")  # a wrong key is said once, by us
        opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")  # an acknowledged booking survives a power cut
        opened.execute("PRAGMA foreign_keys = ON")
        opened.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        return opened

    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=connection, poolclass=poolclass, hide_parameters=True, **pool
    )
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql(begin))
    return engine
