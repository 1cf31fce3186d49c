"""The journal's files: sealed records, each numbered, one after the other. What is in them is their writer's matter.

A file begins with a line that names it; a record is its length (4 bytes), its number (8), its moment (8), and
AES-256-GCM over nonce and content, with the file's line, number and moment authenticated. So nothing can be read,
changed, moved or taken out unnoticed; only a file's end can be cut off, which is what a crash leaves and what the
numbers of other files tell.
"""

import hashlib
import hmac
import json
import os
import secrets
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_HEAD: Final = struct.Struct(">IQQ")
_NONCE_BYTES: Final = 12
_LEAST_BYTES: Final = _NONCE_BYTES + 16
_SUFFIX: Final = ".journal"
_FORMAT: Final = 2


class JournalDamagedError(Exception):
    """A record was changed, moved or sealed with another key. The message names the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is.

    Attributes:
        number: its own.
        moment: greater than that of any earlier record of this number; what it counts is the writer's matter.
        at: its first byte.
    """

    number: int
    moment: int
    at: int


@dataclass(frozen=True, slots=True)
class JournalFile:
    """A file of the journal.

    Attributes:
        lineage: which store's journal, and since which new beginning.
        schema: the revision of the tables whose changes are in it.
    """

    path: Path
    lineage: int
    schema: str
    _seal: str

    def is_of(self, key: bytes) -> bool:
        """Whether it was written under this key."""
        return hmac.compare_digest(self._seal, _seal_of(key, self.lineage, self.schema))

    def places(self) -> Iterator[Place]:
        """Its whole records, in order, without opening any; what a crash cut off at the end is none."""
        with self.path.open("rb") as file:
            file.readline()
            yield from (place for place, _ in _whole_records(file))

    @property
    def last(self) -> int:
        """The number of its last whole record; 0 where it has none."""
        return max((place.number for place in self.places()), default=0)

    def contents(self, key: bytes) -> Iterator[tuple[Place, bytes]]:
        """Each whole record and its content.

        Raises:
            JournalDamagedError: a record does not open.
        """
        if not self.is_of(key):
            raise JournalDamagedError(f"{self.path} is sealed with the keys of another installation")
        cipher = AESGCM(key)
        with self.path.open("rb") as file:
            line = file.readline()
            for place, length in _whole_records(file):
                file.seek(place.at + _HEAD.size)
                sealed = file.read(length)
                try:
                    body = cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _about(line, place))
                except (InvalidTag, ValueError):
                    raise JournalDamagedError(f"{self.path} is damaged at record {place.number}") from None
                yield place, zlib.decompress(body)

    def cut_at(self, place: Place) -> None:
        """Take a record and all that follow it away. Raises OSError."""
        with self.path.open("r+b") as file:
            file.truncate(place.at)
            os.fsync(file.fileno())


def journal_files(directory: Path) -> list[JournalFile]:
    """All files of journals there, in order of their names; others are passed over. Raises OSError."""
    found = []
    for path in sorted(directory.glob(f"*{_SUFFIX}")):
        with path.open("rb") as file:
            line = file.readline()
        try:
            named: dict[str, Any] = json.loads(line)  # JSON
            if named["majlis_journal"] == _FORMAT:
                found.append(JournalFile(path, int(named["lineage"]), str(named["schema"]), str(named["seal"])))
        except (ValueError, KeyError, TypeError):
            continue  # a file whose first line never came whole onto the disk holds no record either
    return found


class JournalWriter:
    """Writes one new file. What `append` returned from is on the disk."""

    def __init__(self, directory: Path, key: bytes, lineage: int, schema: str) -> None:
        """Make the file. Raises OSError."""
        name = secrets.token_hex(8)
        self.path = directory / f"{lineage:010d}-{name}{_SUFFIX}"
        named = {"majlis_journal": _FORMAT, "lineage": lineage, "schema": schema, "file": name}
        self._line = json.dumps({**named, "seal": _seal_of(key, lineage, schema)}).encode() + b"\n"
        self._cipher = AESGCM(key)
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
            self.path.unlink(missing_ok=True)
            raise

    def append(self, number: int, moment: int, content: bytes) -> None:
        """Write a record and wait for the disk.

        Raises:
            OSError: whether the record stands there is not known; nothing more may be written to this file.
        """
        nonce, about = os.urandom(_NONCE_BYTES), _about(self._line, Place(number, moment, 0))
        sealed = nonce + self._cipher.encrypt(nonce, zlib.compress(content, 1), about)
        self._put(_HEAD.pack(len(sealed), number, moment) + sealed)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _put(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[os.write(self._descriptor, left) :]
        os.fsync(self._descriptor)


def _whole_records(file: IO[bytes]) -> Iterator[tuple[Place, int]]:
    """Each record that is all there, and the length of what is sealed; from the file's present place on."""
    at, end = file.tell(), os.fstat(file.fileno()).st_size
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        length, number, moment = _HEAD.unpack(head)
        after = at + _HEAD.size + length
        if length < _LEAST_BYTES or after > end:  # zeros are what some file systems leave of a write cut short
            return
        yield Place(number, moment, at), length
        at = file.seek(after)


def _seal_of(key: bytes, lineage: int, schema: str) -> str:
    """Tells whose a file is, also while it holds no record."""
    return hmac.digest(key, f"majlis journal {lineage} {schema}".encode(), hashlib.sha256).hex()


def _about(line: bytes, place: Place) -> bytes:
    return line + place.number.to_bytes(8) + place.moment.to_bytes(8)
