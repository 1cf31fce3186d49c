"""What a service is given: an open transaction, the present moment, randomness, and the rules of this installation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, NestedTransaction, Table

from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import RANDOM_BYTES
from desk_client.server.security.vault import Vault
from desk_client.server.services.memory import Memory
from desk_client.server.services.rules import Rulebook
from desk_client.server.storage.books import Row, put_off


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
        rules_version: the rulebook's number, where it was read already.
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
    rules_version: int | None = None
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

    def attempt(self) -> "Attempt":
        """Begin something that may yet be undone, with all that it put off: a savepoint that knows the books."""
        return Attempt(
            self.connection.begin_nested(), self._later, {table: len(rows) for table, rows in self._later.items()}
        )

    @property
    def put_off(self) -> bool:
        """Whether something waits to be written."""
        return bool(self._later)

    def settle_in(self, connection: Connection) -> None:
        """Hand over what was put off, when the service is done: to its own transaction, or another if it only read."""
        # they stay here as well: a store may have to do its transaction over again
        put_off(connection, self._later)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a service tries within its transaction. It ends by `commit` or `rollback`, once."""

    _savepoint: NestedTransaction
    _later: dict[Table, list[Row]]
    _before: Mapping[Table, int]

    def commit(self) -> None:
        """Keep it."""
        self._savepoint.commit()

    def rollback(self) -> None:
        """As if it had never been: neither its rows nor what it wanted to note in the books."""
        self._savepoint.rollback()
        for table, rows in list(self._later.items()):
            del rows[self._before.get(table, 0) :]
            if not rows:
                del self._later[table]
