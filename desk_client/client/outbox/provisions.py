"""What a kiosk has seen last of its server, for the hours in which it cannot ask. Nothing of it is about a person.

It lies in one file: a line that says what it is, with a digest under this kiosk's own credential, then JSON. What a cut
of the power or a hand has changed, and what another kiosk or another server left there, is as if it were not there.
"""

import errno
import hashlib
import hmac
import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from desk_client.config.files import write_private
from desk_client.protocol.deposits import DepositTerms
from desk_client.protocol.kiosks import Kiosk
from desk_client.protocol.offices import Offices
from desk_client.protocol.service_points import ServicePoints
from desk_client.protocol.slots import Month

logger = logging.getLogger(__name__)

_MOST_BYTES: Final = 8 * 1024 * 1024
"""More is not kept: a region of sixteen halls and forty services takes a hundredth of it."""
_MAGIC: Final = b"majlis-last-seen-1 "
_DIGEST: Final = hashlib.sha256
_HEAD_BYTES: Final = len(_MAGIC) + 2 * _DIGEST().digest_size + 1


class Provisions(BaseModel):
    """Who can be met, how much time was free, which halls there are, and how to leave something, as at ``seen_at``.

    ``clock_behind`` is how much is added to this machine's clock to have the server's.
    """

    model_config = ConfigDict(frozen=True)

    kiosk: Kiosk
    terms: DepositTerms
    offices: Offices
    month: Month
    points: ServicePoints
    seen_at: datetime
    clock_behind: timedelta


class Pantry:
    """Keeps the newest provisions in one file, which is read when somebody looks. Any process may look; one puts in."""

    def __init__(self, path: Path, credential: str) -> None:
        """``path`` is the file's; what is kept is good for this ``credential`` alone."""
        self._path = path
        self._key = credential.encode()
        self._seen: tuple[int, Provisions | None] | None = None

    def put(self, provisions: Provisions) -> None:
        """Keep these in place of the former; a cut of the power leaves either.

        Raises:
            OSError: the disk takes nothing, or there is more than is kept.
        """
        content = provisions.model_dump_json().encode()
        if len(content) > _MOST_BYTES:
            raise OSError(errno.EFBIG, "more than is kept for the hours without a line", str(self._path))
        write_private(self._path, self._head(content) + content)

    @property
    def provisions(self) -> Provisions | None:
        """The newest; None where there never were any, or where they cannot be read."""
        try:
            written_ns = self._path.stat().st_mtime_ns
            if self._seen is None or self._seen[0] != written_ns:
                self._seen = (written_ns, self._read())
        except OSError:
            return None
        return self._seen[1]

    def _read(self) -> Provisions | None:
        with self._path.open("rb") as file:
            written = file.read(_HEAD_BYTES + _MOST_BYTES)
        head, content = written[:_HEAD_BYTES], written[_HEAD_BYTES:]
        if not hmac.compare_digest(head, self._head(content)):
            logger.warning("what was kept for the hours without a line is torn, or not this kiosk's; it is passed over")
            return None
        try:
            return Provisions.model_validate_json(content)
        except ValidationError:
            logger.warning("what was kept for the hours without a line is of another release; it is passed over")
            return None

    def _head(self, content: bytes) -> bytes:
        return _MAGIC + hmac.new(self._key, content, _DIGEST).hexdigest().encode() + b"\n"
