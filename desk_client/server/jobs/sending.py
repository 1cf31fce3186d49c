"""Sends what stands in the outbox: lease, hand to the gateway, note how it went."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never

from desk_client.server.house import House
from desk_client.server.notify import outbox
from desk_client.server.notify.gateway import Delivered, Undelivered
from desk_client.server.notify.outbox import Message

_AT_ONCE: Final = 16
_LONGEST_PAUSE: Final = timedelta(seconds=30)


def send_due(house: House) -> timedelta:
    """Send all messages that are due; returns how long nothing will be."""
    while messages := _leased(house):
        for message in messages:
            _send(house, message)
    due_at = house.read_now(outbox.next_due)
    if due_at is None:
        return _LONGEST_PAUSE
    return min(max(due_at - house.clock.now(), timedelta()), _LONGEST_PAUSE)


def _leased(house: House) -> Sequence[Message]:
    # looked at first without writing: every commit wakes this job, and most have nothing for it
    due_at = house.read_now(outbox.next_due)
    if due_at is None or due_at > house.clock.now():
        return ()
    return house.write_now(lambda transaction: outbox.lease(transaction, _AT_ONCE))


def _send(house: House, message: Message) -> None:
    answer = house.sms.send(message.id, message.recipient, message.body)
    match answer:
        case Delivered():
            house.write_now(lambda transaction: outbox.sent(transaction, message))
        case Undelivered(reason):
            house.write_now(lambda transaction: outbox.failed(transaction, message, reason))
        case _:
            assert_never(answer)
