"""What the journal of a PostgreSQL database keeps: rows as its logical decoding tells them, transaction by transaction.

The messages are pgoutput's, protocol version 1, with values in binary form; they are kept as they come and understood
only here, when they are carried out again on a restored file.
https://www.postgresql.org/docs/15/protocol-logicalrep-message-formats.html
"""

import heapq
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sqlcipher3 import dbapi2

from desk_client.server.continuity.files import BackupError, Content
from desk_client.server.continuity.port import LINEAGE, NUMBER
from desk_client.server.continuity.records import JournalDamagedError, JournalFile, Place
from desk_client.server.continuity.replay import Replayed, own_files
from desk_client.server.continuity.streaming import LENGTH, commit_end
from desk_client.server.storage.sqlcipher import connected

_BEGIN: Final = struct.Struct(">cQQI")
_AT_ONCE: Final = 500
_HALF: Final = 1 << 31
Value = int | float | str | bytes | None
_KINDS: Final[Mapping[int, Callable[[bytes], Value]]] = MappingProxyType(
    {  # by type: what PostgreSQL sends in binary form, as SQLite keeps it
        16: lambda sent: int(sent != b"\0"),  # bool
        17: bytes,
        20: lambda sent: int.from_bytes(sent, signed=True),  # bigint
        23: lambda sent: int.from_bytes(sent, signed=True),  # integer
        25: lambda sent: sent.decode(),  # text
        701: lambda sent: float(struct.unpack(">d", sent)[0]),  # double precision
        1043: lambda sent: sent.decode(),  # varchar
    }
)


def rows_replayed(store: Path, key: bytes, directory: Path, journal_key: bytes, held: Content) -> Replayed:
    """Bring a restored store up to the journal's end; its transactions are counted from the backup on.

    Args:
        store: the file, as the backup held it.
        key: the file's.
        directory: the journal's.
        journal_key: the journal's.
        held: what the backup says of itself; of it the journal's number, its lineage and the snapshot.

    Raises:
        BackupError: the journal does not belong to the store, is damaged, or does not do what it once did.
    """
    own = own_files(directory, journal_key, held.numbers.get(LINEAGE))
    seen, done, beyond = _Snapshot(held.snapshot), 0, 0
    with closing(connected(store, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")  # a row that goes takes others along, and each of them is told
        connection.execute("BEGIN IMMEDIATE")
        try:
            for whole, transaction in _transactions(own, journal_key, held.numbers.get(NUMBER, 0)):
                if seen.has(transaction.xid):
                    continue
                if not whole:
                    beyond += 1
                    continue
                for change in transaction.changes:
                    change(connection)
                done += 1
                if done % _AT_ONCE == 0:
                    connection.execute("COMMIT")
                    connection.execute("BEGIN IMMEDIATE")
        except JournalDamagedError as error:
            raise BackupError(str(error)) from None
        except dbapi2.Error as error:
            raise BackupError(f"transaction {done + 1} of the journal cannot be carried out: {error}") from None
        connection.execute("COMMIT")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupError("after the journal was carried out, rows refer to others that are not there")
    return Replayed(0, done, beyond)


Change = Callable[[dbapi2.Connection], None]


@dataclass(frozen=True, slots=True)
class _Transaction:
    xid: int
    end: int
    changes: Sequence[Change]


class _Snapshot:
    """Which transactions a backup holds: https://www.postgresql.org/docs/15/functions-info.html, pg_snapshot."""

    def __init__(self, text: str) -> None:
        _, beyond, under_way = text.split(":") if text else ("0", "0", "")
        self._beyond = int(beyond) % (2 * _HALF) if text else None
        self._under_way = {int(xid) % (2 * _HALF) for xid in under_way.split(",") if xid}

    def has(self, xid: int) -> bool:
        """Whether this one was done; its number is told modulo 2³²."""
        if self._beyond is None:
            return False
        return 0 < (self._beyond - xid) % (2 * _HALF) < _HALF and xid not in self._under_way


def _transactions(files: Sequence[JournalFile], key: bytes, number: int) -> Iterator[tuple[bool, _Transaction]]:
    """Those behind the record of this number, each once, in their order; whether nothing is missing before it.

    What was not confirmed when a stream broke is sent again, and then kept a second time from the same number on.
    """
    last, end, whole = number, 0, True
    for place, found in heapq.merge(*(_records_of(each, key) for each in files), key=_order):
        if place.number <= number:
            continue
        whole = whole and place.number <= last + 1
        last = place.number
        for transaction in found:
            if transaction.end > end:
                end = transaction.end
                yield whole, transaction


def _records_of(file: JournalFile, key: bytes) -> Iterator[tuple[Place, list["_Transaction"]]]:
    relations: dict[int, _Relation] = {}  # which are told once a file
    for place, content in file.contents(key):
        yield place, list(_understood(content, relations))


def _order(record: tuple[Place, list["_Transaction"]]) -> tuple[int, int]:
    return record[0].number, record[0].moment


@dataclass(frozen=True, slots=True)
class _Relation:
    """A table's name, its columns and their kinds, and which of them are its key."""

    name: str
    columns: Sequence[tuple[str, int, bool]]

    def inserted(self, row: Mapping[str, Value]) -> Change:
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        return self._one(f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})', list(row.values()))  # noqa: S608 - names are the database's own; the journal is sealed

    def updated(self, old: Mapping[str, Value], row: Mapping[str, Value]) -> Change:
        where, key = self._key(old)
        told = ", ".join(f'"{name}" = ?' for name in row)
        return self._one(f'UPDATE "{self.name}" SET {told} WHERE {where}', [*row.values(), *key])  # noqa: S608 - see above

    def deleted(self, old: Mapping[str, Value]) -> Change:
        where, key = self._key(old)
        return self._one(f'DELETE FROM "{self.name}" WHERE {where}', key)  # noqa: S608 - see above

    def emptied(self) -> Change:
        return lambda connection: connection.execute(f'DELETE FROM "{self.name}"').close()  # noqa: S608 - see above

    def _key(self, row: Mapping[str, Value]) -> tuple[str, list[Value]]:
        names = [name for name, _, is_key in self.columns if is_key]
        return " AND ".join(f'"{name}" = ?' for name in names), [row[name] for name in names]

    def _one(self, statement: str, values: list[Value]) -> Change:
        def change(connection: dbapi2.Connection) -> None:
            if (count := connection.execute(statement, values).rowcount) != 1:
                raise BackupError(f"the journal does not change what it once changed ({count} rows): {statement}")

        return change


class _Reader:
    """Takes a message apart, from its beginning on."""

    def __init__(self, message: bytes) -> None:
        self._message = message
        self._at = 1

    @property
    def next(self) -> bytes:
        """The next byte, which stays."""
        return self._message[self._at : self._at + 1]

    def taken(self, count: int) -> bytes:
        self._at += count
        return self._message[self._at - count : self._at]

    def number(self, count: int) -> int:
        return int.from_bytes(self.taken(count))

    def text(self) -> str:
        end = self._message.index(b"\0", self._at)
        return self.taken(end + 1 - self._at)[:-1].decode()

    def row(self, relation: _Relation) -> dict[str, Value]:
        """TupleData; a column that is not told, because it stays as it is, is left out."""
        row: dict[str, Value] = {}
        self.number(2)
        for name, kind, _ in relation.columns:
            match self.taken(1):
                case b"n":
                    row[name] = None
                case b"u":
                    pass
                case b"b" if kind in _KINDS:
                    row[name] = _KINDS[kind](self.taken(self.number(4)))
                case _:
                    raise BackupError(f"the journal tells {relation.name}.{name} in a way that is not known ({kind})")
        return row


def _understood(content: bytes, relations: dict[int, _Relation]) -> Iterator[_Transaction]:
    xid, changes = 0, list[Change]()
    at = 0
    while at < len(content):
        (length,) = LENGTH.unpack_from(content, at)
        message = content[at + LENGTH.size : at + LENGTH.size + length]
        at += LENGTH.size + length
        reader = _Reader(message)
        match message[:1]:
            case b"B":
                xid, changes = _BEGIN.unpack(message)[3], []
            case b"C":
                yield _Transaction(xid, commit_end(message), changes)
            case b"R":
                relation_id = reader.number(4)
                relations[relation_id] = _relation(reader)
            case b"I":
                relation = relations[reader.number(4)]
                reader.taken(1)
                changes.append(relation.inserted(reader.row(relation)))
            case b"U":
                changes.append(_update(relations[reader.number(4)], reader))
            case b"D":
                relation = relations[reader.number(4)]
                reader.taken(1)
                changes.append(relation.deleted(reader.row(relation)))
            case b"T":
                count = reader.number(4)
                reader.taken(1)
                changes.extend(relations[reader.number(4)].emptied() for _ in range(count))
            case b"Y" | b"O":
                pass  # a type's name, and where a change came from at first
            case _:
                raise BackupError(f"the journal holds a message that is not known ({message[:1]!r})")


def _relation(reader: _Reader) -> _Relation:
    reader.text()  # the schema: a store has one
    name = reader.text()
    reader.taken(1)
    columns = []
    for _ in range(reader.number(2)):
        is_key = bool(reader.number(1) & 1)
        column, kind = reader.text(), reader.number(4)
        reader.taken(4)
        columns.append((column, kind, is_key))
    return _Relation(name, columns)


def _update(relation: _Relation, reader: _Reader) -> Change:
    old = None
    if reader.taken(1) in {b"K", b"O"}:
        old = reader.row(relation)
        reader.taken(1)
    row = reader.row(relation)
    return relation.updated(row if old is None else old, row)
