"""Chains the audit trail, after the fact: links are appended for rows that have none yet (docs/adr/0015).

Business transactions only insert their audit rows. Chaining inside of them would let one wait for the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, func, select, type_coerce

from desk_client.server.security.audit_anchor import Head
from desk_client.server.security.audit_seal import Entry, digest
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new, writers_under_way
from desk_client.server.storage.tables.bookkeeping import audit, audit_link

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

ENTRY: Final = (
    audit.c.seq,
    type_coerce(audit.c.at, BigInteger).label("at_ms"),
    audit.c.actor,
    audit.c.role,
    audit.c.action,
    audit.c.subject,
)
"""The columns of an `Entry`, in its order."""


class OutrunError(Exception):
    """Another server has appended to the chain meanwhile; nothing of ours was kept."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What a look at the trail found, all of it in one consistent state.

    Attributes:
        entries: rows without a link, by their number; perhaps not all.
        head: the end of the chain.
        highest: the highest number of any row; 0 where there is none.
        oldest_writer: the lowest number of a transaction that may still write; see `writers_under_way`.
        next_writer: the number that the next transaction will have.
        now: the present moment.
    """

    entries: Sequence[Entry]
    head: Head
    highest: int
    oldest_writer: int
    next_writer: int
    now: datetime


def unsealed(transaction: Transaction, above: int, most: int) -> Unsealed:
    """Rows numbered higher than `above` that have no link, `most` at most. Costs as much as there are rows above it."""
    oldest_writer, next_writer = writers_under_way(transaction.connection)
    highest = transaction.connection.execute(select(func.max(audit.c.seq))).scalar_one() or 0
    # bounds on either side and in both tables: no planner, whatever it believes of their sizes, reads more than between
    linked = select(audit_link.c.position).where(
        audit_link.c.audit_seq == audit.c.seq, audit_link.c.audit_seq > above, audit_link.c.audit_seq <= highest
    )
    rows = transaction.connection.execute(
        select(*ENTRY)
        .where(audit.c.seq > above, audit.c.seq <= highest, ~linked.exists())
        .order_by(audit.c.seq)
        .limit(most)
    )
    return Unsealed(
        entries=[Entry(*row) for row in rows],
        head=head(transaction),
        highest=highest,
        oldest_writer=oldest_writer,
        next_writer=next_writer,
        now=transaction.now,
    )


def head(transaction: Transaction) -> Head:
    """The end of the chain."""
    row = transaction.connection.execute(
        select(audit_link.c.position, audit_link.c.digest).order_by(audit_link.c.position.desc()).limit(1)
    ).one_or_none()
    return Head() if row is None else Head(row.position, row.digest)


def holds(transaction: Transaction, noted: Head) -> bool:
    """Whether the chain still has the seal that was noted once."""
    found = transaction.connection.execute(
        select(audit_link.c.digest).where(audit_link.c.position == noted.position)
    ).scalar_one_or_none()
    return found == noted.digest


def links(key: bytes, found: Unsealed) -> tuple[list[dict[str, object]], Head]:
    """The rows that append `found.entries` to the chain, and the end that it then has."""
    sealed_at_ms = (found.now - _EPOCH) // timedelta(milliseconds=1)
    end = found.head
    made: list[dict[str, object]] = []
    for entry in found.entries:
        position = end.position + 1
        end = Head(position, digest(key, position, end.digest, sealed_at_ms, entry))
        made.append({"position": position, "audit_seq": entry.seq, "digest": end.digest, "sealed_at": found.now})
    return made, end


def append(transaction: Transaction, made: Sequence[dict[str, object]]) -> None:
    """Append links. The position is the table's key, so a chain has one end, however many servers append.

    Raises:
        OutrunError: another was first; look again.
    """
    if insert_new(transaction.connection, audit_link, made) != len(made):
        raise OutrunError
