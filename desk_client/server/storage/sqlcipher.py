"""Opens SQLCipher files: the embedded store's own, and backups, which are files of the same kind."""

from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from desk_client.server.storage.recording import Recorder

KEY_BYTES: Final = 32
_BUSY_TIMEOUT_MS: Final = 5000


class RecordingConnection(dbapi2.Connection):  # type: ignore[misc]  # the library publishes no types
    """A connection whose cursors tell its `recorder` what was changed, whoever executed it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # as the library calls it
        super().__init__(*arguments, **named)
        self.recorder = Recorder()

    def cursor(self, factory: type[dbapi2.Cursor] | None = None) -> dbapi2.Cursor:
        """A cursor that is listened to, unless another kind is asked for."""
        return super().cursor(_Cursor if factory is None else factory)


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]  # the library publishes no types
    def execute(self, statement: str, parameters: Any = ()) -> "_Cursor":
        super().execute(statement, parameters)
        self.connection.recorder.note(statement, parameters, self.rowcount)
        return self

    def executemany(self, statement: str, parameters: Any) -> "_Cursor":
        rows = list(parameters)
        super().executemany(statement, rows)
        self.connection.recorder.note_many(statement, rows, self.rowcount)
        return self


def connected(path: Path, key: bytes, *, recording: bool = False) -> dbapi2.Connection:
    """Return an open connection that begins no transaction by itself.

    A wrong key shows with the first statement, as `dbapi2.DatabaseError`.
    """
    factory = RecordingConnection if recording else dbapi2.Connection
    opened = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, factory=factory)
    opened.execute("PRAGMA cipher_log_level = NONE")  # a wrong key is said once, by us
    opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    opened.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    return opened


def is_in_use(path: Path, key: bytes) -> bool:
    """Whether another program has this file open."""
    connection = connected(path, key)
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except dbapi2.OperationalError as error:
        if "locked" in str(error):
            return True
        raise
    except dbapi2.DatabaseError:
        return False  # a key that does not fit, or no store at all: nobody can use it with ours
    finally:
        connection.close()
    return False
