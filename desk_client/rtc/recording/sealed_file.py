"""A file that is sealed block by block, read and written anywhere: nothing of it is ever in the clear on a disk.

A block's place is part of its seal (chunks.seal), so that blocks can be neither changed nor swapped, and each can be
kept, sent and opened by itself.
"""

import io
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from desk_client.domain.recording import BLOCK_BYTES, SEALED_BLOCK_BYTES
from desk_client.rtc.recording.chunks import seal, unseal

_MOST_CACHED: Final = 8


def block_place(recording_id: str, number: int) -> str:
    """What a block is bound to."""
    return f"recording/{recording_id}/block/{number}"


def block_count(size: int) -> int:
    """How many blocks a file of that size has."""
    return -(-size // BLOCK_BYTES)


class BlockReader(io.RawIOBase):
    """Reads a sealed file wherever its blocks are.

    Args:
        size: of the file in the clear.
        fetch: gives a sealed block by its number; what it raises goes through.
    """

    def __init__(self, recording_id: str, key: bytes, size: int, fetch: Callable[[int], bytes]) -> None:
        self._recording_id = recording_id
        self._key = key
        self._size = size
        self._fetch = fetch
        self._at = 0
        self._cache: OrderedDict[int, bytes] = OrderedDict()

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where it is read next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer at the end.

        Raises:
            BrokenSealError: a block was changed or moved.
        """
        left = self._size - self._at
        wanted = left if size is None or size < 0 else min(size, left)
        parts = []
        while wanted > 0:
            number, begin = divmod(self._at, BLOCK_BYTES)
            part = self._block(number)[begin : begin + wanted]
            if not part:
                break
            parts.append(part)
            self._at += len(part)
            wanted -= len(part)
        return b"".join(parts)

    def _block(self, number: int) -> bytes:
        if number not in self._cache:
            self._cache[number] = unseal(self._key, block_place(self._recording_id, number), self._fetch(number))
            if len(self._cache) > _MOST_CACHED:
                self._cache.popitem(last=False)
        return self._cache[number]


class SealedWriter(io.RawIOBase):
    """Writes one; what was written may be written again, as a container's head is at its end."""

    def __init__(self, path: Path, recording_id: str, key: bytes) -> None:
        self.size = 0
        """In the clear, so far."""
        self._file: IO[bytes] = path.open("w+b")
        self._recording_id = recording_id
        self._key = key
        self._at = 0
        self._blocks: OrderedDict[int, bytearray] = OrderedDict()

    def writable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where it is written next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def write(self, data: object) -> int:
        """Write bytes; raises OSError where there is no room."""
        left = memoryview(data).cast("B")  # type: ignore[arg-type]  # RawIOBase gives no better type for a buffer
        written = len(left)
        while left:
            number, begin = divmod(self._at, BLOCK_BYTES)
            block = self._block(number)
            part = left[: BLOCK_BYTES - begin]
            if len(block) < begin:
                block.extend(bytes(begin - len(block)))
            block[begin : begin + len(part)] = part
            self._at += len(part)
            self.size = max(self.size, self._at)
            left = left[len(part) :]
        return written

    def close(self) -> None:
        """Seal what is still open."""
        if not self.closed:
            while self._blocks:
                self._put_away()
            self._file.flush()
            self._file.close()
        super().close()

    def _block(self, number: int) -> bytearray:
        if number not in self._blocks:
            self._blocks[number] = bytearray(self._read(number))
        self._blocks.move_to_end(number)
        while len(self._blocks) > _MOST_CACHED:
            self._put_away()
        return self._blocks[number]

    def _read(self, number: int) -> bytes:
        self._file.seek(number * SEALED_BLOCK_BYTES)
        sealed = self._file.read(SEALED_BLOCK_BYTES)
        return unseal(self._key, block_place(self._recording_id, number), sealed) if sealed else b""

    def _put_away(self) -> None:
        number, block = self._blocks.popitem(last=False)
        self._file.seek(number * SEALED_BLOCK_BYTES)
        self._file.write(seal(self._key, block_place(self._recording_id, number), bytes(block)))


def sealed_block(file: IO[bytes], number: int) -> bytes:
    """One block of such a file, sealed."""
    file.seek(number * SEALED_BLOCK_BYTES)
    return file.read(SEALED_BLOCK_BYTES)
