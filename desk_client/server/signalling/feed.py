"""What has changed since one last looked, whatever the order of the commits.

A row's number is drawn when it is inserted, and others see it when its transaction commits: on PostgreSQL a lower
number may come into sight after a higher one. So numbers that were passed over are asked for again, for as long as
their transaction may still be open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from sqlalchemy import bindparam, select

from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import change

OPEN_FOR: Final = timedelta(minutes=2)
"""Longer than the stores let a transaction be: statements and pauses in it end after 30 and 60 seconds."""
_MOST_MISSING: Final = 5000
_AT_THE_START: Final = 500
_UNDER_WAY: Final = 50

_COLUMNS: Final = (change.c.seq, change.c.appointment_id, change.c.office_id, change.c.person_id)
_LATER: Final = select(*_COLUMNS).where(change.c.seq > bindparam("seen")).order_by(change.c.seq)
_MISSED: Final = select(*_COLUMNS).where(change.c.seq.in_(bindparam("missing", expanding=True))).order_by(change.c.seq)
_NEWEST: Final = select(change.c.seq).order_by(change.c.seq.desc()).limit(_AT_THE_START)


class Change(NamedTuple):
    """One audience that changed, by the ids of those who watch."""

    appointment_id: str
    office_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class ChangeFeed:
    """One reader's place in the `change` table; reading on gives the next place.

    Attributes:
        seen: the highest number that came into sight.
        missing: lower numbers that did not, and since when they are missed; most are of transactions that were undone.
    """

    seen: int = 0
    missing: Mapping[int, datetime] = field(default_factory=lambda: MappingProxyType({}))

    @staticmethod
    def begin(transaction: Transaction) -> "ChangeFeed":
        """The place after what is in sight now; what is under way meanwhile will be new."""
        there = sorted(transaction.connection.execute(_NEWEST).scalars())
        if not there:
            return ChangeFeed()
        # the oldest in sight need not be the oldest under way
        return ChangeFeed(max(0, there[0] - 1 - _UNDER_WAY)).after(there, transaction.now)

    def new(self, transaction: Transaction) -> "tuple[ChangeFeed, Sequence[Change]]":
        """The next place, and every change that came into sight since this one, each once."""
        run = transaction.connection.execute
        late = list(run(_MISSED, {"missing": sorted(self.missing)})) if self.missing else []
        later = list(run(_LATER, {"seen": self.seen}))
        found = {row.seq for row in late}
        still_open_since = transaction.now - OPEN_FOR
        missing = {seq: at for seq, at in self.missing.items() if seq not in found and at > still_open_since}
        place = ChangeFeed(self.seen, missing).after([row.seq for row in later], transaction.now)
        return place, [Change(row.appointment_id, row.office_id, row.person_id) for row in (*late, *later)]

    def after(self, there: Sequence[int], now: datetime) -> "ChangeFeed":
        """The place after these ascending numbers; those between them that are not there are missing."""
        if not there:
            return self
        newest = there[-1]
        gaps = set(range(max(self.seen + 1, newest - _MOST_MISSING), newest)).difference(there)
        return ChangeFeed(newest, {**self.missing, **dict.fromkeys(gaps, now)})
