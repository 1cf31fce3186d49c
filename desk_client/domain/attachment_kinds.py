"""The three kinds of files that are taken, recognised by their first bytes: a name or a claimed type proves nothing."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """A kind of file. The value is its media type (IANA)."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def extension(self) -> str:
        """How the name of such a file ends, with the dot."""
        match self:
            case Kind.PDF:
                return ".pdf"
            case Kind.JPEG:
                return ".jpg"
            case Kind.PNG:
                return ".png"


_STARTS: Final = (
    (b"%PDF-", Kind.PDF),  # ISO 32000-1, 7.5.2
    (b"\xff\xd8\xff", Kind.JPEG),  # ITU-T T.81, B.1: SOI, then any marker
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),  # ISO/IEC 15948, 5.2
)


def kind_of(data: bytes) -> Kind | None:
    """Return what the bytes begin as, or None.

    Readers that search for a header further on are what polyglots live from: here it stands at the first byte. That
    the rest is what the beginning promises, is found when the file is taken apart.
    """
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)
