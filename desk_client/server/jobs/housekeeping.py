"""Clears away what is over: expired holds and challenges, old answers, hints and throttle windows."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete

from desk_client.server.house import House
from desk_client.server.services.booking import drop_expired_holds
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import change, idempotency
from desk_client.server.storage.tables.people import challenge, throttle

EVERY: Final = timedelta(minutes=1)
_HINTS_FOR: Final = timedelta(hours=1)
_CHALLENGES_FOR: Final = timedelta(hours=1)


def keep_house(house: House) -> timedelta:
    """One round; returns the pause until the next."""
    house.write_now(tidy)
    return EVERY


def tidy(transaction: Transaction) -> None:
    """Delete rows that nothing asks for any more."""
    drop_expired_holds(transaction)
    run, now = transaction.connection.execute, transaction.now
    run(delete(challenge).where(challenge.c.expires_at <= now - _CHALLENGES_FOR))
    run(delete(throttle).where(throttle.c.window_ends_at <= now))
    run(delete(change).where(change.c.at <= now - _HINTS_FOR))
    run(
        delete(idempotency).where(idempotency.c.created_at <= now - transaction.settings.audiences.idempotency_lifetime)
    )
