"""Chunks on disk: each sealed by itself (AES-256-GCM, NIST SP 800-38D), bound to its recording and its place in it.

What is written is whole or not there at all: a chunk gets its name once every byte of it has reached the disk. What a
crash or a full disk leaves behind is so always a valid beginning.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_ENDING: Final = ".chunk"
_PART: Final = ".part"
RESERVE_BYTES: Final = 64 * 1024 * 1024
"""What is left to the rest of the machine: a full disk harms more than the recording."""


class BrokenSealError(ValueError):
    """A chunk was changed or moved, or this is not its key."""


class DiskFullError(OSError):
    """There is no room for a chunk."""


def seal(key: bytes, place: str, data: bytes) -> bytes:
    """Seal something that belongs to that place, and nowhere else."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def unseal(key: bytes, place: str, sealed: bytes) -> bytes:
    """Open it.

    Raises:
        BrokenSealError: see there.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError):
        raise BrokenSealError(f"{place}: it was changed or moved, or this is not its key") from None


def free_bytes(directory: Path) -> int:
    """What is free where that lies."""
    return shutil.disk_usage(directory).free


@dataclass(frozen=True)
class Folder:
    """Where one recording's chunks lie.

    Attributes:
        root: the spool of this machine; each recording has a folder of its own in it.
        recording_id: a plain word: it is the folder's name.
        reserve_bytes: what must stay free.
    """

    root: Path
    recording_id: str
    reserve_bytes: int = RESERVE_BYTES
    free: Callable[[Path], int] = free_bytes

    @property
    def path(self) -> Path:
        """The folder."""
        return self.root / self.recording_id

    def make(self) -> None:
        """Have it there, readable to this user alone.

        Raises:
            DiskFullError, OSError: it cannot be made, or there is no room to begin with.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._require_room(0)

    def numbers(self) -> list[int]:
        """Of the chunks that are there, in order."""
        if not self.path.is_dir():
            return []
        return sorted(int(each.stem) for each in self.path.iterdir() if each.suffix == _ENDING)

    def write(self, key: bytes, number: int, data: bytes) -> None:
        """Add a chunk.

        Raises:
            DiskFullError, OSError: it could not be written; nothing of it is left.
        """
        sealed = seal(key, self._place(number), data)
        self._require_room(len(sealed))
        part = self.path / f"{number:06d}{_PART}"
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(descriptor)
            part.rename(part.with_suffix(_ENDING))
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def read(self, key: bytes) -> Iterator[bytes]:
        """What is in the chunks, in order.

        Raises:
            BrokenSealError: see there.
        """
        for number in self.numbers():
            sealed = (self.path / f"{number:06d}{_ENDING}").read_bytes()
            yield unseal(key, self._place(number), sealed)

    def remove(self) -> None:
        """Take all of it away."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _require_room(self, size: int) -> None:
        if self.free(self.path) - size < self.reserve_bytes:
            raise DiskFullError("no room is left for a recording")

    def _place(self, number: int) -> str:
        return f"recording/{self.recording_id}/chunk/{number}"
