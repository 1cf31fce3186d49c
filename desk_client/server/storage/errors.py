"""Why a store cannot be opened, each a plain sentence for the operator; and why one that was opened fails later."""

from enum import StrEnum
from pathlib import Path


class StoreUnusableError(Exception):
    """The store cannot be used as it is; the message says what to do."""


class UnfixedSqliteError(StoreUnusableError):
    """The SQLite library is one that can lose committed writes."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"SQLite {version} can lose committed writes in WAL mode (3.7.0 to 3.51.2 can); "
            "install the sqlcipher3 package, which brings a newer one."
        )
        self.version = version


class WrongKeyError(StoreUnusableError):
    """The key does not open this file, or the file is no store."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key does not open {path}. Restore the key that belongs to this store (see the backup plan), "
            "or start with an empty data directory."
        )
        self.path = path


class MissingKeyError(StoreUnusableError):
    """There is a store, but its key is not among the secrets."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key of {path} is not among this installation's secrets. Restore it (see the backup plan), "
            "or start with an empty data directory."
        )
        self.path = path


class NewerSchemaError(StoreUnusableError):
    """A newer program has written this store."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The store was written by a newer version of this program (schema {found}). "
            "Install that version, or restore an older backup."
        )
        self.found = found


class ForeignStoreError(StoreUnusableError):
    """The database is another program's."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The database belongs to another program (it holds {found}). "
            "Make an empty one for this program, or correct the database in DESK_DATABASE_URL."
        )
        self.found = found


class NotPermittedError(StoreUnusableError):
    """The database lets this user in, and does not let them have tables there."""

    def __init__(self, user: str, reason: str) -> None:
        super().__init__(
            f"The database user {user} may not keep this program's tables there ({reason}). Make them the owner "
            "of the database, or correct the user in DESK_DATABASE_URL."
        )
        self.user = user


class NoSuchRevisionError(StoreUnusableError):
    """The store cannot be taken back to there."""

    def __init__(self, wanted: str, found: str | None) -> None:
        super().__init__(f"The store is at schema {found}; there is no schema {wanted!r} below it.")
        self.wanted = wanted


class OpenRefusedError(StoreUnusableError):
    """PostgreSQL does not let us in: its sentence, and what to look at. A password is never part of it."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} does not let this server in ({reason}). Correct user, password and database in DESK_DATABASE_URL."
        )
        self.where = where


class UnreachableError(StoreUnusableError):
    """No PostgreSQL answers there."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} cannot be reached ({reason}). Start it, or correct host and port in DESK_DATABASE_URL."
        )
        self.where = where


class OldPostgresError(StoreUnusableError):
    """The database server is older than what this program is tried with."""

    def __init__(self, found: str, least: int) -> None:
        super().__init__(f"PostgreSQL {found} is too old: version {least} or later is needed.")
        self.found = found


class WrongEncodingError(StoreUnusableError):
    """The database cannot hold every letter."""

    def __init__(self, where: str, found: str) -> None:
        super().__init__(f"{where} is encoded in {found}; make the database with ENCODING 'UTF8'.")
        self.found = found


class MalformedUrlError(StoreUnusableError):
    """The address of the database cannot be read. It is not repeated: it may hold a password."""

    def __init__(self) -> None:
        super().__init__(
            "DESK_DATABASE_URL is no address of a PostgreSQL database; write "
            "postgresql://USER:PASSWORD@HOST:PORT/DATABASE "
            "(characters such as @ : / in a password are percent-encoded)."
        )


class UnwritableError(StoreUnusableError):
    """The file of the store, or its directory, cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be opened for writing. "
            "Check the rights of the file and its directory, and the room on its disk."
        )
        self.path = path


class OtherSchemaError(StoreUnusableError):
    """A copy goes between two stores of one schema."""

    def __init__(self, source: str | None, target: str | None) -> None:
        super().__init__(
            f"The stores are not at the same schema (source {source}, target {target}); migrate both first."
        )


class TargetNotEmptyError(StoreUnusableError):
    """A copy goes into an empty store alone."""

    def __init__(self, table: str) -> None:
        super().__init__(f"The target holds rows already (in {table}); copy into an empty database.")
        self.table = table


class CopyDiffersError(StoreUnusableError):
    """What arrived is not what was sent."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"The rows of {table} are not the same in both stores. Nothing was copied; the source is as it was."
        )
        self.table = table


class Fault(StrEnum):
    """What keeps an opened store from working just now."""

    FULL = "full"
    """No room is left on the disk."""
    READ_ONLY = "read_only"
    """File, directory or database may only be read."""
    DISK = "disk"
    """Reading or writing the disk failed."""
    BUSY = "busy"
    """Others held what was needed for too long, again and again."""
    CROWDED = "crowded"
    """So much waits already that what comes now would wait for too long; it was not begun."""
    CONNECTION = "connection"
    """The database does not answer."""
    JOURNAL = "journal"
    """The journal's disk does not take what would be committed, or the journal has to begin anew."""
    UNKNOWN_OUTCOME = "unknown_outcome"
    """The connection broke during the commit: the work was done, or it was not. It is never acknowledged."""


class StoreUnavailableError(Exception):
    """A store that was opened well does not work just now; the same work may succeed later.

    Nothing of the work is kept, except under UNKNOWN_OUTCOME, where asking again under the same idempotency key tells;
    under DISK a crash that follows at once may bring it back, too. It was never acknowledged.
    Its message names the fault and nothing of the statement or its values.
    """

    def __init__(self, fault: Fault, detail: str = "") -> None:
        """`detail` is for the operator: an error's code or name, never a driver's message, which may hold a row."""
        super().__init__(f"the store is unavailable: {fault.value}" + (f" ({detail})" if detail else ""))
        self.fault = fault
