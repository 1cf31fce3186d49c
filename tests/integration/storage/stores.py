"""Stores of both backends that tests take up and down: what is in them, and what is on the disk under them."""

import itertools
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Connection

from desk_client.server.security.vault import Vault
from desk_client.server.storage.embedded import embedded_schema
from desk_client.server.storage.migrate import current, downgraded, migrated
from desk_client.server.storage.postgres import postgres_schema
from tests.integration.storage.first_release import REVISION, Content, dump, upgrade
from tests.postgres import Postgres

KEY: Final = bytes(range(32))
_PAGE, _RESERVE, _IV = 4096, 80, 16  # SQLCipher 4: https://www.zetetic.net/sqlcipher/design/


@dataclass(frozen=True)
class Opened:
    """A store between two transactions.

    `disk` tells all that is on the disk, in plain, what is free as well.
    """

    schema: Callable[[], AbstractContextManager[Connection]]
    disk: Callable[[], bytes]
    vault: Vault = field(default_factory=lambda: Vault({7: b"k" * 32}, b"i" * 32))

    def up(self, vault: Vault | None = None, *, to: str | None = None) -> None:
        with self.schema() as connection:
            if to is None:
                migrated(connection, {"vault": vault or self.vault})
            else:
                upgrade(connection, to, vault or self.vault)

    def down(self, *, to: str = REVISION) -> None:
        with self.schema() as connection:
            downgraded(connection, to, {"vault": self.vault})

    def do(self, *statements: str) -> None:
        with self.schema() as connection:
            for statement in statements:
                connection.execute(sa.text(statement))

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        with self.schema() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement))]

    def dump(self) -> Content:
        with self.schema() as connection:
            return dump(connection)

    def described(self) -> dict[str, Any]:
        with self.schema() as connection:
            return _described(connection)

    @property
    def revision(self) -> str | None:
        with self.schema() as connection:
            return current(connection)


class Backend(Protocol):
    def empty(self) -> Opened: ...

    def copy(self, store: Opened) -> Opened: ...


class Files:
    """Stores in encrypted files."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers = itertools.count()
        self._paths: dict[int, Path] = {}

    def empty(self) -> Opened:
        path = self._root / f"{next(self._numbers)}.db"
        opened = Opened(lambda: embedded_schema(path, KEY), lambda: _pages(path))
        self._paths[id(opened)] = path
        return opened

    def copy(self, store: Opened) -> Opened:
        opened = self.empty()
        shutil.copy(self._paths[id(store)], self._paths[id(opened)])
        return opened


class Databases:
    """Stores in databases of one PostgreSQL."""

    def __init__(self, server: Postgres) -> None:
        self._server = server
        self._names: dict[int, str] = {}

    def empty(self) -> Opened:
        return self._opened(self._server.new_database())

    def copy(self, store: Opened) -> Opened:
        return self._opened(self._server.new_database(self._names[id(store)]))

    def close(self) -> None:
        for name in self._names.values():
            self._server.drop(name)

    def _opened(self, name: str) -> Opened:
        opened = Opened(lambda: postgres_schema(self._server.url(name)), lambda: _heaps(self._server, name))
        self._names[id(opened)] = name
        return opened


def _pages(path: Path) -> bytes:
    """The file's pages in plain, those that are free as well."""
    content = path.read_bytes()
    plain = []
    for start in range(0, len(content), _PAGE):
        page = content[start + (_IV if start == 0 else 0) : start + _PAGE]  # the first one begins with the salt
        cipher = Cipher(algorithms.AES(KEY), modes.CBC(page[-_RESERVE : -_RESERVE + _IV])).decryptor()
        plain.append(cipher.update(page[:-_RESERVE]) + cipher.finalize())
    return b"".join(plain)


def _heaps(server: Postgres, database: str) -> bytes:
    """The database's files; not the write-ahead log, whose segments are taken for new records in time."""
    server.say("CHECKPOINT", database)
    where = sa.text("SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()")
    with postgres_schema(server.url(database)) as connection:
        directory, number = connection.execute(where).one()
    return b"".join(file.read_bytes() for file in (Path(directory) / "base" / str(number)).iterdir())


def _described(connection: Connection) -> dict[str, Any]:
    """All that the database says about its tables, but for the order of columns."""
    inspector = sa.inspect(connection)
    numbered = _numbered(connection)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            },
            "key": inspector.get_pk_constraint(table),
            "foreign": sorted(inspector.get_foreign_keys(table), key=repr),
            "unique": sorted(inspector.get_unique_constraints(table), key=repr),
            "indexes": [_index(index) for index in inspector.get_indexes(table)],
            "numbered": table in numbered,
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def _index(index: Any) -> tuple[str, ...]:
    partly = {key: str(value) for key, value in index.get("dialect_options", {}).items()}
    return str(index["name"]), str(index["column_names"]), str(bool(index["unique"])), str(partly)


def _numbered(connection: Connection) -> set[str]:
    """The tables that never give a number twice, on SQLite."""
    if connection.dialect.name != "sqlite":
        return set()
    return set(connection.execute(sa.text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")).scalars())
