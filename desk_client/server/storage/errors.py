"""Why a store cannot be opened. Each is a plain sentence for the operator who reads it in a terminal."""

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
