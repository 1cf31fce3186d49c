"""A PNG's chunks (ISO/IEC 15948, clause 5): those that make up the picture, without the others."""

import zlib
from collections.abc import Iterator
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PICTURE: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_FRAME: Final = 12
"""Bytes around a chunk's content: length, kind, checksum."""


class BrokenPngError(ValueError):
    """A chunk is cut off or its checksum is wrong, or the end is missing."""


def without_metadata(data: bytes) -> bytes:
    """Return the picture without texts, profile, EXIF, further frames, unknown chunks and what follows the end.

    Raises:
        BrokenPngError: a chunk of the picture is broken.
    """
    kept = [_SIGNATURE]
    for kind, start, end in _chunks(data):
        if kind in _PICTURE:
            if zlib.crc32(data[start + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
                raise BrokenPngError("a checksum is wrong")
            kept.append(data[start:end])
    return b"".join(kept)


def exif_of(data: bytes) -> bytes | None:
    """Return the content of the eXIf chunk, if there is one (PNG third edition, 11.3.3.6)."""
    return next((data[start + 8 : end - 4] for kind, start, end in _chunks(data) if kind == b"eXIf"), None)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each chunk up to IEND: its kind, where it starts and where it ends."""
    if not data.startswith(_SIGNATURE):
        raise BrokenPngError("no signature")
    at = len(_SIGNATURE)
    while True:
        kind = data[at + 4 : at + 8]
        end = at + _FRAME + int.from_bytes(data[at : at + 4])
        if at + _FRAME > len(data) or end > len(data):
            raise BrokenPngError("a chunk is cut off")
        yield kind, at, end
        if kind == b"IEND":
            return
        at = end
