"""Seals the audit trail within seconds, and notes the newest seal outside of the store."""

import logging
from collections import deque
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from desk_client.server.security.audit_anchor import Anchor, AnchorDamagedError, Head
from desk_client.server.services.audit import sealing
from desk_client.server.services.audit.sealing import OutrunError, Unsealed
from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)
_AT_ONCE: Final = 1000
_MOST_MARKS: Final = 100
_SWEEP_EVERY: Final = timedelta(hours=24)
_LOG_EVERY: Final = timedelta(minutes=1)


def anchor_of(settings: ServerSettings) -> Anchor:
    """Where the newest seal is noted."""
    return Anchor(settings.audit.anchor or settings.directory.audit_anchor)


class Sealer:
    """One server's sealer; several on one database do not get into each other's way.

    A row's number is drawn before its transaction commits, so on PostgreSQL a lower one may come into sight after a
    higher one. Rows above a floor are looked at in each round; the floor rises to a number once every transaction has
    ended that was under way when that number was in sight. It is not kept: a sealer that starts looks at everything.
    """

    def __init__(self, house: House, anchor: Anchor | None = None) -> None:
        """Nothing happens before the first `round`. Without an anchor, the settings name it."""
        self._house = house
        self._anchor = anchor or anchor_of(house.settings)
        self._noted: Head | None = None
        self._looked_for_anchor = False
        self._cut = False
        self._met: int | None = None  # the end of the chain at the first look
        self._floor = 0
        self._seen = 0
        self._marks: deque[tuple[int, int]] = deque()
        self._swept_at: datetime | None = None
        self._logged_at: datetime | None = None

    @property
    def floor(self) -> int:
        """Rows up to this number are sealed, and none of them is looked at again before the next sweep."""
        return self._floor

    def round(self) -> timedelta:
        """Seal what is there; returns the pause until the next round."""
        every = self._house.settings.audit.seal_every
        end: Head | None = None
        while True:
            found = self._looked()
            if not found.entries:
                self._rise(found, whole=True)
                break
            made, following = sealing.links(self._house.audit_key, found)
            try:
                self._house.write_now(partial(sealing.append, made=made))
            except OutrunError:
                break  # whoever was first has sealed them
            end = following
            self._rise(found, whole=len(found.entries) < _AT_ONCE)
            if len(found.entries) < _AT_ONCE:
                break
        if end is not None:
            self._note(end)
        return every

    def finish(self) -> None:
        """Seal what a server leaves as it ends: nobody should find it unsealed until the next one starts."""
        try:
            self.round()
        except (StoreUnavailableError, OSError):
            _log.warning("the last audit rows are left for the next start to seal", exc_info=True)

    def _looked(self) -> Unsealed:
        now = self._house.clock.now()
        if self._swept_at is None or now - self._swept_at >= _SWEEP_EVERY:
            self._swept_at, self._floor = now, 0
        found = self._house.read_now(lambda transaction: sealing.unsealed(transaction, self._floor, _AT_ONCE))
        if self._met is None:
            self._met = found.head.position
        return found

    def _rise(self, found: Unsealed, *, whole: bool) -> None:
        """Raise the floor as far as nothing can come into sight below it any more. All of `found` is sealed by now."""
        settled = self._floor
        while self._marks and self._marks[0][1] <= found.oldest_writer:
            settled = max(settled, self._marks.popleft()[0])
        if not whole:
            settled = min(settled, found.entries[-1].seq)
        self._floor = max(self._floor, settled)
        # the number of a row is drawn a moment before its transaction has one; so what was in sight a round ago is
        # paired with the transactions of now
        if self._seen > self._floor and (not self._marks or self._marks[-1][0] < self._seen):
            if len(self._marks) == _MOST_MARKS:
                self._marks.pop()
            self._marks.append((self._seen, found.next_writer))
        self._seen = found.highest

    def _note(self, end: Head) -> None:
        if not self._looked_for_anchor:
            self._looked_for_anchor = True
            self._noted = self._read_anchor()
        noted = self._noted
        if not self._cut and noted is not None and not self._still_there(noted):
            # the anchor stays as it is: it is the only witness of what is missing
            self._cut = True
            _log.error(
                "the audit trail lacks what was sealed up to %d; run `desk-client admin verify-audit`", noted.position
            )
        if not self._cut:
            self._anchor.write(end)
            self._noted = end
        now = self._house.clock.now()
        if self._logged_at is None or now - self._logged_at >= _LOG_EVERY:
            self._logged_at = now
            _log.info("the audit trail is sealed up to %d: %s", end.position, end.digest.hex())

    def _read_anchor(self) -> Head | None:
        try:
            noted = self._anchor.read()
        except AnchorDamagedError:
            self._cut = True
            _log.error("the anchor of the audit trail is damaged: %s", self._anchor.path)
            return None
        if noted is None and self._met:
            _log.warning("the audit trail had no anchor; from now on it is %s", self._anchor.path)
        return noted

    def _still_there(self, noted: Head) -> bool:
        return self._house.read_now(lambda transaction: sealing.holds(transaction, noted))
