"""What a service is given: an open transaction, the present moment, randomness, and the rules of this installation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert

from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import RANDOM_BYTES
from desk_client.server.security.vault import Vault
from desk_client.server.services.memory import Memory
from desk_client.server.services.rules import Rulebook

Row = Mapping[str, Any]  # a row's columns are of many types; the table checks them


@dataclass(slots=True)
class Transaction:
    """One unit of work.

    Attributes:
        connection: begins and ends outside of the services.
        now: the same moment for all that happens in it, in UTC.
        random: gives as many random bytes as asked for.
        pepper: the server's secret for hashes of what could be guessed.
        settings: lifetimes and limits.
        vault: seals personal data, opens it, and finds it by its blind index.
        memory: what this server remembers of the store between transactions.
        rulebook: the one that `rulebook.rules` has found for this transaction.
        writes: whether this transaction may write; what it reads is then not remembered, for it may be undone.
    """

    connection: Connection
    now: datetime
    random: Callable[[int], bytes]
    pepper: bytes
    settings: ServerSettings
    vault: Vault
    memory: Memory
    writes: bool = False
    rulebook: Rulebook | None = None
    _later: dict[Table, list[Row]] = field(default_factory=dict)

    def id_bytes(self) -> bytes:
        """Randomness for one new id."""
        return self.random(RANDOM_BYTES)

    def later(self, table: Table, row: Row) -> None:
        """Insert a row at the end of this transaction, together with others of its table; all name the same columns.

        For the books (audit, messages, hints), which nothing reads before the transaction ends.
        """
        self._later.setdefault(table, []).append(row)

    @property
    def put_off(self) -> bool:
        """Whether something waits to be written."""
        return bool(self._later)

    def settle_in(self, connection: Connection) -> None:
        """Write what was put off, when the service is done: in the same transaction, or in another if it only read."""
        for table, rows in self._later.items():
            connection.execute(_insert(table), rows)
        self._later.clear()


@cache
def _insert(table: Table) -> Insert:
    return insert(table)  # built once: to build a statement costs more than to run it
