"""Walks the audit trail when an administrator asks whether it is whole. It only reads: a sealer may run meanwhile."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from desk_client.server.house import House
from desk_client.server.jobs.sealing import anchor_of
from desk_client.server.security.audit_anchor import AnchorDamagedError, Head
from desk_client.server.services.audit import sealing
from desk_client.server.services.audit.audit_check import Report, check
from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)
_UNTIL_WOKEN: Final = timedelta(days=1)


class _EndedError(Exception):
    """The server ends: the walk is given up."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How a walk ended; `anchor` says whether the end that was noted outside of the store could be compared."""

    at: datetime
    report: Report
    anchor: Literal["known", "missing", "damaged"]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong, as far as that can be told."""
        return self.report.is_whole and self.anchor != "damaged"


class AuditChecker:
    """One server's. What it found is kept until the server ends."""

    def __init__(self, house: House) -> None:
        """Nothing is walked before somebody wants it."""
        self._house = house
        self._guard = threading.Lock()
        self._wake: Callable[[], None] = lambda: None
        self._is_ending = False
        self.since: datetime | None = None
        """Since when it is walked, or waits to be."""
        self.walked = 0
        """How many seals by now."""
        self.last: Checked | None = None
        self.failed = False
        """The last walk could not be carried through."""

    def heard_by(self, wake: Callable[[], None]) -> None:
        """`wake` has the next round begin at once."""
        self._wake = wake

    def want(self) -> bool:
        """Have it walked now; False where it is already."""
        with self._guard:
            if self.since is not None:
                return False
            self.since, self.walked = self._house.clock.now(), 0
        self._wake()
        return True

    def length(self) -> int:
        """How many seals there are."""
        return self._house.read_now(sealing.head).position

    def round(self) -> timedelta:
        """Walk, where somebody wants it; returns the pause until the next look."""
        if self.since is None:
            return _UNTIL_WOKEN
        try:
            self.last, self.failed = self._checked(), False
        except _EndedError:
            pass
        except (StoreUnavailableError, OSError):
            _log.warning("the audit trail could not be walked", exc_info=True)
            self.failed = True
        finally:
            self.since = None
        if self.last is not None and not self.last.is_whole:
            _log.error("the audit trail is not whole; run `desk-client admin verify-audit`")
        return _UNTIL_WOKEN

    def stop(self) -> None:
        """Give up the walk under way."""
        self._is_ending = True

    def _checked(self) -> Checked:
        house = self._house
        noted: Head | None = None
        anchor: Literal["known", "missing", "damaged"] = "known"
        try:
            noted = anchor_of(house.settings).read()
            anchor = "missing" if noted is None else "known"
        except AnchorDamagedError:
            anchor = "damaged"
        within = house.settings.audit.unsealed_within
        report = check(house.read_now, house.audit_key, noted, within, self._note)
        return Checked(house.clock.now(), report, anchor)

    def _note(self, walked: int) -> None:
        self.walked = walked
        if self._is_ending:
            raise _EndedError
