"""What a kiosk has seen last of its server, for the hours in which it cannot ask. Nothing of it is about a person."""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from desk_client.config.files import write_private
from desk_client.protocol.deposits import DepositTerms
from desk_client.protocol.kiosks import Kiosk
from desk_client.protocol.offices import Offices
from desk_client.protocol.slots import Month

logger = logging.getLogger(__name__)

_MOST_BYTES: Final = 8 * 1024 * 1024


class Provisions(BaseModel):
    """Who can be met, how much time was free, and how to leave something; all of it as it was at ``seen_at``.

    ``clock_behind`` is how much is added to this machine's clock to have the server's.
    """

    model_config = ConfigDict(frozen=True)

    kiosk: Kiosk
    terms: DepositTerms
    offices: Offices
    month: Month
    seen_at: datetime
    clock_behind: timedelta


class Pantry:
    """Keeps the newest provisions in one file. Any process may look; one puts in."""

    def __init__(self, path: Path) -> None:
        """``path`` is the file's."""
        self._path = path
        self._seen: tuple[int, Provisions | None] | None = None

    def put(self, provisions: Provisions) -> None:
        """Keep these in place of the former; a cut of the power leaves either. OSError: the disk takes nothing."""
        write_private(self._path, provisions.model_dump_json().encode())

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
        try:
            with self._path.open("rb") as file:
                return Provisions.model_validate_json(file.read(_MOST_BYTES))
        except ValidationError:
            logger.warning("what was kept for the hours without a line cannot be read; it will be asked for anew")
            return None
