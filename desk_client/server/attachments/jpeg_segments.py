"""A JPEG's segments (ITU-T T.81, annex B): what is told about a picture, cut out without touching the picture."""

from collections.abc import Iterator
from typing import Final

_SOI: Final = b"\xff\xd8"
_SOS: Final = 0xDA
_NEXT_SCAN: Final = b"\xff\xda"
MOST_SCANS: Final = 50
"""Encoders make up to 14. Each goes over the whole picture: a megabyte can hold thousands, and minutes of work."""
_APP1: Final = 0xE1
_EXIF: Final = b"Exif\0\0"
_MARKER: Final = 0xFF
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # SOF0 … SOF15 without DHT, JPG, DAC
_KEPT: Final = frozenset(
    {*range(0xC0, 0xD0), 0xDB, 0xDD, 0xE0, 0xEE}
)  # frames and tables, DRI, APP0 (JFIF), APP14 (Adobe's colour transform): all that decoding needs


class BrokenJpegError(ValueError):
    """The segments do not follow each other as they should."""


def without_metadata(data: bytes) -> bytes:
    """Return the picture without EXIF, XMP, IPTC, colour profile, comments and unknown segments.

    Segments between the scans of a progressive picture are left as they are: no reader looks for metadata there.

    Raises:
        BrokenJpegError: this is no JPEG, its head is broken, or it has more than `MOST_SCANS` scans.
    """
    kept = [_SOI]
    for marker, start, end in _head(data):
        if marker == _SOS:
            kept.append(data[start:])
        elif marker in _KEPT:
            kept.append(data[start:end])
    # in a scan's own data 0xFF is never followed by 0xDA (B.1.1.5)
    if kept[-1].count(_NEXT_SCAN) > MOST_SCANS:
        raise BrokenJpegError("too many scans")
    return b"".join(kept)


def exif_of(data: bytes) -> bytes | None:
    """Return the EXIF block with its "Exif" head, if there is one (CIPA DC-008, 4.5.4).

    Raises:
        BrokenJpegError: this is no JPEG, or its head is broken.
    """
    return next(
        (data[start + 4 : end] for marker, start, end in _head(data) if marker == _APP1 and _is_exif(data, start)), None
    )


def _is_exif(data: bytes, start: int) -> bool:
    return data.startswith(_EXIF, start + 4)


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels, from the frame header.

    Raises:
        BrokenJpegError: this is no JPEG, or it has no frame.
    """
    for marker, start, end in _head(data):
        if marker in _FRAMES and end - start >= 9:  # noqa: PLR2004 - marker, length, precision, height, width
            height, width = int.from_bytes(data[start + 5 : start + 7]), int.from_bytes(data[start + 7 : start + 9])
            return width, height
    raise BrokenJpegError("no frame")


def _head(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each segment up to the first scan: its marker, where it starts and where it ends."""
    if not data.startswith(_SOI):
        raise BrokenJpegError("no start of image")
    at = len(_SOI)
    while True:
        start = at
        while at < len(data) and data[at] == _MARKER:  # any number of fill bytes (B.1.1.2)
            at += 1
        if at == start or at + 3 > len(data):
            raise BrokenJpegError("a segment is missing")
        marker, length = data[at], int.from_bytes(data[at + 1 : at + 3])
        end = at + 1 + length
        if length < 2 or end > len(data):  # noqa: PLR2004 - a length counts its own two bytes
            raise BrokenJpegError("a segment is cut off")
        yield marker, at - 1, end
        if marker == _SOS:
            return
        at = end
