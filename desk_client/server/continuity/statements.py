"""What the journal of an embedded store keeps of a commit: its statements with their values, and when it was kept."""

import base64
import heapq
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from desk_client.server.continuity.records import JournalFile, JournalWriter
from desk_client.server.storage.recording import Change, Values


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the store; `moment` tells it from others that were kept under its number and then not made."""

    number: int
    moment: int
    changes: Sequence[Change]


class StatementWriter:
    """Writes commits into a file of their own. A statement's text stands there once; then its place tells it."""

    def __init__(self, file: JournalWriter) -> None:
        """Take over a new file."""
        self._file = file
        self._known: dict[str, int] = {}

    def append(self, number: int, moment: int, changes: Sequence[Change]) -> None:
        """Write a commit and wait for the disk; see `JournalWriter.append`.

        `moment` is later than that of any other commit which was kept under this number and then not made.
        """
        new = []
        told = []
        for change in changes:
            if change.statement not in self._known:
                self._known[change.statement] = len(self._known)
                new.append(change.statement)
            values = [_plain(row) for row in change.values] if change.many else _plain(change.values)
            told.append([self._known[change.statement], int(change.many), change.rows, values])
        record = {"new": new, "done": told}
        self._file.append(number, moment, json.dumps(record, separators=(",", ":")).encode())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def commits(files: Sequence[JournalFile], key: bytes) -> Iterator[Commit]:
    """The commits of all files by number: several programs may have written at once, each its own file.

    A number may have been kept more than once, where a commit was not made and the next one drew the same number: the
    one that was kept last is what the store holds, because everybody keeps while the store is theirs to write.

    Raises:
        JournalDamagedError: a record does not open.
    """
    merged = heapq.merge(*(_commits_of(each, key) for each in files), key=_NUMBER)
    for _, same in groupby(merged, key=_NUMBER):
        yield max(same, key=_MOMENT)


def _commits_of(file: JournalFile, key: bytes) -> Iterator[Commit]:
    known: list[str] = []
    for place, content in file.contents(key):
        record: dict[str, Any] = json.loads(content)  # JSON
        known.extend(record["new"])
        changes = [
            Change(known[which], [_values(row) for row in values] if many else _values(values), bool(many), rows)
            for which, many, rows, values in record["done"]
        ]
        yield Commit(place.number, place.moment, changes)


_NUMBER: Final = attrgetter("number")
_MOMENT: Final = attrgetter("moment")


def _plain(values: Values) -> Any:  # JSON of any shape
    if isinstance(values, dict):
        return {name: _value(value) for name, value in values.items()}
    return [_value(value) for value in values]


def _value(value: Any) -> Any:  # what a driver takes
    if isinstance(value, bytes | bytearray | memoryview):
        return [base64.b64encode(value).decode("ascii")]  # the only list there is: a column holds none
    return value


def _values(values: Any) -> Values:
    if isinstance(values, dict):
        return {name: _back(value) for name, value in values.items()}
    return tuple(_back(value) for value in values)


def _back(value: Any) -> Any:
    return base64.b64decode(value[0]) if isinstance(value, list) else value
