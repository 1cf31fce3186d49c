"""Listens to one connection's statements, and keeps those of the transaction under way that change something.

What a rolled back savepoint did is forgotten with it. Carried out again in the same order, on the state before, what
is kept makes the state after: there is one writer, and moments, random numbers and ids come as values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final, Protocol

from sqlalchemy import Connection

UNCOUNTED: Final = -1
Values = Sequence[Any] | Mapping[str, Any]  # what a driver takes: numbers, texts, bytes and None


@dataclass(frozen=True, slots=True)
class Change:
    """One statement as it was carried out; `many`: once for each of `values`. `rows` is what the driver counted.

    UNCOUNTED: it had not, yet.
    """

    statement: str
    values: Values
    many: bool
    rows: int


class Witness(Protocol):
    """Who is told of each commit of an embedded store before it is made.

    Attributes:
        records: whether the store's connection needs a `Recorder`.
    """

    @property
    def records(self) -> bool:
        """See above."""
        ...

    def begin(self, connection: Connection, *, schema_changed: bool) -> None:
        """The store is about to be used; in a transaction that writes."""
        ...

    def in_commit(self, connection: Connection) -> None:
        """At the end of a transaction that writes, before its commit; what it raises undoes the transaction."""
        ...

    def after_commit(self, connection: Connection) -> None:
        """After its commit. Does not raise: what was committed is committed."""
        ...

    def commit_failed(self) -> None:
        """A transaction was not committed; where the disk failed, the file may show it when it is opened anew."""
        ...

    def close(self) -> None:
        """The store is closed."""
        ...


class _Kind(Enum):
    READ = auto()
    BEGIN = auto()
    SAVEPOINT = auto()
    BACK_TO = auto()
    RELEASE = auto()
    CHANGE = auto()


class Recorder:
    """Of one connection; for one thread at a time."""

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._marks: list[tuple[str, int]] = []

    @property
    def heard(self) -> bool:
        """Whether the transaction under way has changed something, as far as it stands."""
        return bool(self._changes)

    def taken(self) -> list[Change]:
        """What the transaction has changed; nothing is kept any more."""
        changes, self._changes = self._changes, []
        self._marks.clear()
        return changes

    def note(self, statement: str, values: Values, rows: int) -> None:
        """A statement was carried out."""
        kind, name = _understood(statement)
        match kind:
            case _Kind.CHANGE:
                self._changes.append(Change(statement, values, many=False, rows=_counted(statement, rows)))
            case _Kind.READ:
                pass
            case _Kind.BEGIN:
                self._changes.clear()
                self._marks.clear()
            case _Kind.SAVEPOINT:
                self._marks.append((name, len(self._changes)))
            case _Kind.BACK_TO:
                self._leave(name)
                del self._changes[self._marks[-1][1] :]
            case _Kind.RELEASE:
                self._leave(name)
                self._marks.pop()

    def note_many(self, statement: str, values: Sequence[Values], rows: int) -> None:
        """A statement was carried out for each of these."""
        if _understood(statement)[0] is _Kind.CHANGE:
            self._changes.append(Change(statement, values, many=True, rows=_counted(statement, rows)))

    def _leave(self, name: str) -> None:
        """Forget savepoints within that one (https://sqlite.org/lang_savepoint.html: names need not be unique)."""
        while self._marks[-1][0] != name:
            self._marks.pop()


@lru_cache(1024)
def _returns(statement: str) -> bool:
    return "RETURNING" in statement.upper()


def _counted(statement: str, rows: int) -> int:
    """What the driver counted, where it can be repeated: before its rows are read, the count is an earlier one's."""
    return UNCOUNTED if _returns(statement) else rows


_READS: Final = frozenset({"SELECT", "PRAGMA", "EXPLAIN", "VALUES", "COMMIT", "END"})


@lru_cache(1024)
def _understood(statement: str) -> tuple[_Kind, str]:
    words = statement.replace(";", " ").split()
    first = words[0].upper() if words else "SELECT"
    name = words[-1].strip('"').casefold() if words else ""
    if first in _READS:
        return _Kind.READ, ""
    match first:
        case "BEGIN":
            return _Kind.BEGIN, ""
        case "SAVEPOINT":
            return _Kind.SAVEPOINT, name
        case "RELEASE":
            return _Kind.RELEASE, name
        case "ROLLBACK":
            return (_Kind.BEGIN, "") if len(words) == 1 else (_Kind.BACK_TO, name)
        case _:
            return _Kind.CHANGE, ""
