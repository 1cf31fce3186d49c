"""Clears away what lives for minutes: holds, telephones' links, throttle windows, the shortest kinds of retention."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete

from desk_client.server.house import House
from desk_client.server.jobs.retaining import SHORT_LIVED, Retaining
from desk_client.server.services.access.browsers import clear_browser_links
from desk_client.server.services.booking.holding import drop_expired_holds
from desk_client.server.services.life.guests import clear_guest_links
from desk_client.server.services.life.links import clear_links
from desk_client.server.services.life.recordings import clear_expired as clear_expired_recordings
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import deposit
from desk_client.server.storage.tables.people import throttle

EVERY: Final = timedelta(minutes=1)
_DEPOSITS_KNOWN: Final = timedelta(days=90)
"""A kiosk that hands in the same once more after so long was out of service; what it led to is still told apart."""


def keep_house(house: House) -> timedelta:
    """One round; returns the pause until the next."""
    house.write_now(tidy)
    Retaining(house).clear(SHORT_LIVED)
    return EVERY


def tidy(transaction: Transaction) -> None:
    """Delete what expires by itself and is no kind of retention."""
    drop_expired_holds(transaction)
    clear_links(transaction)
    clear_guest_links(transaction)
    clear_browser_links(transaction)
    clear_expired_recordings(transaction)
    transaction.connection.execute(delete(throttle).where(throttle.c.window_ends_at <= transaction.now))
    long_ago = transaction.now - _DEPOSITS_KNOWN
    settled = deposit.c.settled_at.is_not(None)  # what an operator has still to see to stays until they have
    transaction.connection.execute(delete(deposit).where(deposit.c.received_at < long_ago, settled))
