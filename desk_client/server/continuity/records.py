"""The journal's files: sealed records, one a commit, each following the last.

A file begins with a line that names it; a record is its length (4 bytes), its number (8), and AES-256-GCM over nonce
and content, with the file's line and the number authenticated. So nothing can be read, changed, moved or taken out
unnoticed; only a file's end can be cut off, which is what a crash leaves and what the numbers of other files tell.
"""

import base64
import json
import os
import secrets
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk_client.server.storage.recording import Change, Values

_HEAD: Final = struct.Struct(">IQ")
_NONCE_BYTES: Final = 12
_SUFFIX: Final = ".journal"
_FORMAT: Final = 1
_MOST_BYTES: Final = 1 << 30


class JournalDamagedError(Exception):
    """A record was changed, moved or sealed with another key. The message names the file."""


@dataclass(frozen=True, slots=True)
class JournalFile:
    """A file of the journal.

    Attributes:
        lineage: which store's journal, and since which new beginning.
    """

    path: Path
    lineage: int

    def numbers(self) -> Iterator[int]:
        """The numbers of its whole records, in order, without opening any."""
        with self.path.open("rb") as file:
            file.readline()
            for number, _ in _sealed_records(file):
                yield number

    @property
    def last(self) -> int:
        """The number of its last whole record; 0 where it has none."""
        return max(self.numbers(), default=0)

    def changes(self, key: bytes) -> Iterator[tuple[int, list[Change]]]:
        """Each record's number, and what its commit changed.

        Raises:
            JournalDamagedError: a record does not open.
        """
        cipher = AESGCM(key)
        known: list[str] = []
        with self.path.open("rb") as file:
            line = file.readline()
            for number, sealed in _sealed_records(file):
                try:
                    nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
                    content = zlib.decompress(cipher.decrypt(nonce, body, _about(line, number)))
                except InvalidTag:
                    raise JournalDamagedError(f"{self.path} is damaged at record {number}") from None
                yield number, _decoded(json.loads(content), known)


def journal_files(directory: Path) -> list[JournalFile]:
    """All files of the journal there; others are passed over."""
    found = []
    for path in sorted(directory.glob(f"*{_SUFFIX}")):
        with path.open("rb") as file:
            line = file.readline()
        try:
            named = json.loads(line)
            found.append(JournalFile(path, int(named["lineage"])))
        except (ValueError, KeyError, TypeError):
            continue  # a file whose first line never came whole onto the disk holds no record either
    return found


class JournalWriter:
    """Writes one new file. What `append` returned from is on the disk."""

    def __init__(self, directory: Path, key: bytes, lineage: int) -> None:
        """Make the file. Raises OSError."""
        name = secrets.token_hex(8)
        self.path = directory / f"{lineage:010d}-{name}{_SUFFIX}"
        self._line = json.dumps({"majlis_journal": _FORMAT, "lineage": lineage, "file": name}).encode() + b"\n"
        self._cipher = AESGCM(key)
        self._known: dict[str, int] = {}
        self._descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        try:
            self._put(self._line)
            folder = os.open(directory, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except BaseException:
            os.close(self._descriptor)
            raise

    def append(self, number: int, changes: Sequence[Change]) -> None:
        """Write a commit and wait for the disk. Raises OSError."""
        content = zlib.compress(json.dumps(self._encoded(changes), separators=(",", ":")).encode(), 1)
        nonce = os.urandom(_NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, content, _about(self._line, number))
        self._put(_HEAD.pack(len(sealed), number) + sealed)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _put(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[os.write(self._descriptor, left) :]
        os.fsync(self._descriptor)

    def _encoded(self, changes: Sequence[Change]) -> dict[str, Any]:
        """A statement's text stands in a file once; then its place among those before tells it."""
        new = []
        told = []
        for change in changes:
            if change.statement not in self._known:
                self._known[change.statement] = len(self._known)
                new.append(change.statement)
            values = [_plain(row) for row in change.values] if change.many else _plain(change.values)
            told.append([self._known[change.statement], int(change.many), change.rows, values])
        return {"new": new, "done": told}


def _decoded(record: dict[str, Any], known: list[str]) -> list[Change]:
    known.extend(record["new"])
    return [
        Change(known[place], [_values(row) for row in values] if many else _values(values), bool(many), rows)
        for place, many, rows, values in record["done"]
    ]


def _sealed_records(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Whole records; what a crash cut off at the end is no record."""
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        length, number = _HEAD.unpack(head)
        sealed = file.read(min(length, _MOST_BYTES))
        if len(sealed) != length:
            return
        yield number, sealed


def _about(line: bytes, number: int) -> bytes:
    return line + number.to_bytes(8)


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
