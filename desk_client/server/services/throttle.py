"""Counting tries: how often something may be attempted within a window of time."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import throttle


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` tries of one kind by one subject within the settings' throttle window."""

    kind: str
    subject: str
    most: int

    def key(self, transaction: Transaction) -> bytes:
        """The subject may be a phone number: the table holds only its keyed hash."""
        return keyed_hash(transaction.pepper, f"throttle-{self.kind}", self.subject)


def refused(transaction: Transaction, limit: Limit) -> Refusal | None:
    """RATE_LIMITED, with the seconds to wait, where the limit is reached; counts nothing."""
    row = transaction.connection.execute(
        select(throttle.c["count"], throttle.c.window_ends_at).where(throttle.c.subject == limit.key(transaction))
    ).one_or_none()
    if row is None or row.window_ends_at <= transaction.now or row[0] < limit.most:
        return None
    wait = row.window_ends_at - transaction.now
    return Refusal(RefusalCode.RATE_LIMITED, retry_after_s=int(wait.total_seconds()) + 1)


def count(transaction: Transaction, limit: Limit) -> None:
    """Note one try; the first one opens a window."""
    key = limit.key(transaction)
    counted = transaction.connection.execute(
        update(throttle)
        .where(throttle.c.subject == key, throttle.c.window_ends_at > transaction.now)
        .values({throttle.c["count"]: throttle.c["count"] + 1})
    )
    if counted.rowcount == 0:
        forget(transaction, limit)
        transaction.connection.execute(
            insert(throttle).values(
                subject=key,
                window_ends_at=transaction.now + transaction.settings.identity.throttle_window,
                count=1,
            )
        )


def forget(transaction: Transaction, limit: Limit) -> None:
    """Begin anew, after a success."""
    transaction.connection.execute(delete(throttle).where(throttle.c.subject == limit.key(transaction)))
