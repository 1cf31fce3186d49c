"""Walks the chain of the audit trail and tells what was done to it behind the server's back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy import BigInteger, Row, func, select, type_coerce

from desk_client.domain.audit_damage import Damage
from desk_client.server.security.audit_anchor import Head
from desk_client.server.security.audit_seal import BEGINNING, Entry, digest
from desk_client.server.services.audit.sealing import ENTRY
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit, audit_link

T = TypeVar("T")
_AT_ONCE: Final = 5000
_MOST_TOLD: Final = 20
_STRAY_MS: Final = 2 * 60 * 60 * 1000
"""How far a row's moment may lie from when it was sealed: clocks are set back by an hour now and then."""


class Read(Protocol):
    """Runs a service in a reading transaction of its own: `House.read_now`."""

    def __call__(self, service: Callable[[Transaction], T]) -> T:
        """Its answer."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        position: in the chain; None for a row that is not in it.
        seq: the row's number, where there is or was one.
        at: when it was sealed, or, without a seal, when it says that it came; None where nobody knows.
    """

    damage: Damage
    position: int | None
    seq: int | None
    at: datetime | None = None

    @property
    def sentence(self) -> str:
        """For the administrator."""
        match self.damage:
            case Damage.EDITED if self.position == 1:
                return (
                    f"row {self.seq} was edited, or its seal; or the key is not the one that the trail was sealed with"
                )
            case Damage.EDITED:
                return f"row {self.seq} was edited, or its seal (position {self.position})"
            case Damage.DELETED:
                return f"row {self.seq} was deleted (position {self.position})"
            case Damage.LINK_MISSING:
                return f"the seal at position {self.position} was deleted, and perhaps its row"
            case Damage.MISDATED:
                return f"row {self.seq} was added by hand with another date, or a clock was hours off"
            case Damage.CUT:
                return f"the end is missing: position {self.position} was noted, and is not there as it was"
            case Damage.UNSEALED:
                return f"row {self.seq} has no seal: it was added by hand, its seal was deleted, or no server seals"


@dataclass(frozen=True, slots=True)
class Report:
    """What a walk found: the first few things that are wrong in the chain's order, how many in all, and its end.

    Up to `sound_until` nothing is wrong; None where nothing was sealed before the first thing that is.
    """

    end: Head
    findings: Sequence[Finding]
    count: int
    sound_until: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.count == 0


def check(
    read: Read,
    key: bytes,
    anchor: Head | None,
    unsealed_within: timedelta,
    on_walked: Callable[[int], None] = lambda _walked: None,
) -> Report:
    """Walk the whole chain in batches, each in a transaction of its own; a server may be sealing meanwhile.

    Args:
        read: runs a service.
        key: with which the chain was sealed.
        anchor: the end that was noted outside of the store; None: a missing end goes unnoticed.
        unsealed_within: a row without a link that is older is told of.
        on_walked: told up to which position it is walked, now and then; what it raises ends the walk.
    """
    walk = _Walk(key, anchor)
    while rows := read(walk.batch):
        for row in rows:
            walk.step(row)
        on_walked(walk.end.position)
    walk.finish()
    for row in read(lambda transaction: _unsealed(transaction, unsealed_within)):
        walk.note(Damage.UNSEALED, None, row.seq, row.at_ms)
    return Report(walk.end, tuple(walk.told), walk.count, _moment(walk.sound_ms))


class _Walk:
    def __init__(self, key: bytes, anchor: Head | None) -> None:
        self._key = key
        self._anchor = anchor
        self._anchored = False
        self._latest_ms = 0
        self._after: int | None = None
        self._previous: bytes | None = BEGINNING
        self.end = Head()
        self.told: list[Finding] = []
        self.count = 0
        self.sound_ms: int | None = None

    def note(self, damage: Damage, position: int | None, seq: int | None, at_ms: int | None = None) -> None:
        self.count += 1
        if damage is Damage.UNSEALED and at_ms is not None and self.sound_ms is not None:
            self.sound_ms = min(self.sound_ms, at_ms)  # it may have come between others that are sealed
        if len(self.told) < _MOST_TOLD:
            self.told.append(Finding(damage, position, seq, _moment(at_ms)))

    def batch(self, transaction: Transaction) -> Sequence[Row[Any]]:
        link = audit_link.c
        columns = link.position, link.audit_seq, link.digest, type_coerce(link.sealed_at, BigInteger).label("sealed_ms")
        query = select(*columns, *ENTRY).outerjoin(audit, audit.c.seq == link.audit_seq)
        if self._after is not None:
            query = query.where(link.position > self._after)
        return transaction.connection.execute(query.order_by(link.position).limit(_AT_ONCE)).all()

    def step(self, row: Row[Any]) -> None:
        position, seq, sealed, sealed_ms = row.position, row.audit_seq, row.digest, row.sealed_ms
        self._after = position
        if position != self.end.position + 1:
            # one link more or less: what should have stood before this one is not known, so it proves nothing
            self.note(Damage.LINK_MISSING, self.end.position + 1, None, sealed_ms)
            self._previous = None
        if row.seq is None:
            self.note(Damage.DELETED, position, seq, sealed_ms)
        elif self._previous is not None:
            entry = Entry(row.seq, row.at_ms, row.actor, row.role, row.action, row.subject)
            if digest(self._key, position, self._previous, sealed_ms, entry) != sealed:
                self.note(Damage.EDITED, position, seq, sealed_ms)
            else:
                self._weigh(entry, position, sealed_ms)
        if not self.count:
            self.sound_ms = sealed_ms
        self._previous = sealed
        self.end = Head(position, sealed)
        if self.end == self._anchor:
            self._anchored = True

    def finish(self) -> None:
        if self._anchor is not None and not self._anchored:
            self.note(Damage.CUT, self._anchor.position, None)

    def _weigh(self, entry: Entry, position: int, sealed_ms: int) -> None:
        if not self._latest_ms - _STRAY_MS <= entry.at_ms <= sealed_ms + _STRAY_MS:
            self.note(Damage.MISDATED, position, entry.seq, sealed_ms)
        else:
            self._latest_ms = max(self._latest_ms, entry.at_ms)


def _moment(at_ms: int | None) -> datetime | None:
    return None if at_ms is None else datetime.fromtimestamp(at_ms / 1000, UTC)


def _unsealed(transaction: Transaction, within: timedelta) -> Sequence[Row[Any]]:
    linked = select(audit_link.c.position).where(audit_link.c.audit_seq == audit.c.seq).exists()
    return transaction.connection.execute(
        select(audit.c.seq, type_coerce(audit.c.at, BigInteger).label("at_ms"))
        .where(audit.c.at < transaction.now - within, ~linked)
        .order_by(audit.c.seq)
        .limit(_MOST_TOLD)
    ).all()


def unsealed_count(transaction: Transaction) -> int:
    """How many rows have no link just now."""
    linked = select(audit_link.c.position).where(audit_link.c.audit_seq == audit.c.seq).exists()
    return transaction.connection.execute(select(func.count()).select_from(audit).where(~linked)).scalar_one()
