"""Counting tries: how often something may be attempted within a window of time.

One mechanism for everything that is guessed at or costs money: the `limits` library's fixed windows, over a storage in
our own table. In the table, since a limit that a restart forgets, or that each of several servers counts for itself,
does not keep anybody from guessing; by the transaction's clock, since only the server's clock decides. A flood of
ordinary requests is another matter (`web.flood`): it is counted in memory by the same library.

A fixed window lets twice as many through in the worst case, at the seam of two windows; every limit here is so far
from what a guesser needs that this does not matter, and in return it costs one row and one statement.
"""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import bindparam, delete, func, select

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import count_up
from desk_client.server.storage.tables.people import throttle

_log = logging.getLogger(__name__)
_SHARDS: Final = 16
_RUNNING: Final = select(func.sum(throttle.c["count"]), func.min(throttle.c.window_ends_at)).where(
    throttle.c.subject.in_(bindparam("subjects", expanding=True)), throttle.c.window_ends_at > bindparam("now")
)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` tries of one kind by one subject within a window.

    Attributes:
        kind: what is tried; also the name under which an alarm is logged.
        subject: who or what tries. It may be a phone number: the table holds only its keyed hash.
        most: how many tries.
        window: how long a window lasts; None for the settings' throttle window.
        alarming: whether it is worth an administrator's attention when it is reached.
        shared: whether everybody counts on it. It is then spread over several rows, of which each try changes one, so
            that on PostgreSQL nobody waits for anybody; so many may slip through at the very end as try at that moment.
    """

    kind: str
    subject: str
    most: int
    window: timedelta | None = None
    alarming: bool = False
    shared: bool = False


def refused(transaction: Transaction, limit: Limit) -> Refusal | None:
    """RATE_LIMITED, with the seconds to wait, where the limit is reached; counts nothing."""
    item = _item(transaction, limit)
    limiter = FixedWindowRateLimiter(_Rows(transaction, shared=limit.shared))
    if limiter.test(item, limit.kind, limit.subject):
        return None
    wait = limiter.get_window_stats(item, limit.kind, limit.subject).reset_time - transaction.now.timestamp()
    return Refusal(RefusalCode.RATE_LIMITED, retry_after_s=max(1, int(wait) + 1))


def left(transaction: Transaction, limit: Limit) -> int:
    """How many tries remain within the window that runs."""
    limiter = FixedWindowRateLimiter(_Rows(transaction, shared=limit.shared))
    return limiter.get_window_stats(_item(transaction, limit), limit.kind, limit.subject).remaining


def taken(transaction: Transaction, *limits: Limit) -> Refusal | None:
    """Count one try under each limit, or refuse it with RATE_LIMITED and count nothing.

    Counting comes before trying, in one statement that also tells the count: however many try at the same moment, no
    more than `most` of them hear None.
    """
    for limit in limits:
        if (refusal := refused(transaction, limit)) is not None:
            return refusal
    late = None
    # in the order of their keys: two who need the same rows then never wait for each other in a circle
    for limit in sorted(limits, key=lambda each: _key(transaction, each.kind, each.subject)):
        item = _item(transaction, limit)
        limiter = FixedWindowRateLimiter(_Rows(transaction, shared=limit.shared))
        if not limiter.hit(item, limit.kind, limit.subject):
            late = Refusal(RefusalCode.RATE_LIMITED, retry_after_s=1)
        elif limit.alarming and not limiter.test(item, limit.kind, limit.subject):
            # the subject may be a phone number: only what was limited is told
            _log.error("the limit %r is used up: %d within %d s", limit.kind, limit.most, item.get_expiry())
    return late


def forget(transaction: Transaction, *limits: Limit) -> None:
    """Begin anew, after a success."""
    for limit in limits:
        _Rows(transaction, shared=limit.shared).clear(_item(transaction, limit).key_for(limit.kind, limit.subject))


def _item(transaction: Transaction, limit: Limit) -> RateLimitItem:
    window = transaction.settings.identity.throttle_window if limit.window is None else limit.window
    return RateLimitItemPerSecond(limit.most, max(1, int(window.total_seconds())), namespace="")


def _key(transaction: Transaction, *parts: str) -> bytes:
    return keyed_hash(transaction.pepper, "throttle", *parts)


class _Rows(Storage):
    """The table as a storage of `limits`, within one transaction and by its clock."""

    def __init__(self, transaction: Transaction, *, shared: bool) -> None:
        super().__init__()
        self._transaction = transaction
        self._shards = _SHARDS if shared else 1
        self._seen: dict[str, tuple[int, datetime]] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        """None of ours: the store's errors travel as they are."""
        return _NeverRaised

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count up and tell the count; a window that is over begins anew."""
        self._seen.pop(key, None)
        rows = self._rows(key)
        shard = self._transaction.random(1)[0] % len(rows)
        ends_at = self._transaction.now + timedelta(seconds=expiry)
        counted = count_up(
            self._transaction.connection,
            throttle,
            {"subject": rows[shard], "window_ends_at": ends_at, "count": amount},
            now=self._transaction.now,
        )
        return counted if len(rows) == 1 else self.get(key)

    def get(self, key: str) -> int:
        """The count of the window that runs; 0 where none does."""
        return self._running(key)[0]

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds since 1970."""
        return self._running(key)[1].timestamp()

    def check(self) -> bool:
        """Whoever has a transaction has a store."""
        return True

    def reset(self) -> int | None:
        """Forget everything."""
        return self._transaction.connection.execute(delete(throttle)).rowcount

    def clear(self, key: str) -> None:
        """Forget one key."""
        self._transaction.connection.execute(delete(throttle).where(throttle.c.subject.in_(self._rows(key))))

    def _running(self, key: str) -> tuple[int, datetime]:
        """The count of the window that runs, and its end; read once as long as nothing is counted."""
        if key not in self._seen:
            found = {"subjects": self._rows(key), "now": self._transaction.now}
            count, ends_at = self._transaction.connection.execute(_RUNNING, found).one()
            self._seen[key] = int(count or 0), self._transaction.now if ends_at is None else ends_at
        return self._seen[key]

    def _rows(self, key: str) -> Sequence[bytes]:
        hashed = _key(self._transaction, key)
        if self._shards == 1:
            return [hashed]
        return [hashlib.sha256(hashed + bytes([shard])).digest() for shard in range(self._shards)]


class _NeverRaised(Exception):  # noqa: N818 - it names that nothing is caught
    pass
