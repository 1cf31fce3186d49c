"""The outbox: messages written in the transaction that causes them, sent afterwards by a job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import insert, select, update

from desk_client.domain.ids import MessageId, new_message_id
from desk_client.domain.people import Mobile
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import outbox

LEASE: Final = timedelta(seconds=30)
"""How long a sender may take before another one tries."""

MOST_ATTEMPTS: Final = 8
_FIRST_PAUSE: Final = timedelta(seconds=2)
_LONGEST_PAUSE: Final = timedelta(minutes=10)


class MessageState(StrEnum):
    """Where an outgoing message stands."""

    PENDING = "pending"
    HUSHED = "hushed"
    """Written for the sake of sameness, never sent."""
    SENT = "sent"
    DEAD = "dead"
    """Given up; an administrator sees it."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message that its leaseholder is to send."""

    id: MessageId
    recipient: Mobile
    body: str
    attempts: int


def enqueue_sms(transaction: Transaction, recipient: Mobile, body: str, *, hush: bool = False) -> MessageId:
    """Send an SMS once the transaction is committed; a hushed one is only written, without its text."""
    message_id = new_message_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(outbox).values(
            id=message_id,
            kind="sms",
            state=(MessageState.HUSHED if hush else MessageState.PENDING).value,
            recipient=recipient,
            body="" if hush else body,
            attempts=0,
            created_at=transaction.now,
            due_at=transaction.now,
        )
    )
    return message_id


def lease(transaction: Transaction, most: int) -> Sequence[Message]:
    """Take up to `most` messages that are due; nobody else gets them before `LEASE` is over."""
    rows = transaction.connection.execute(
        select(outbox)
        .where(outbox.c.state == MessageState.PENDING.value, outbox.c.due_at <= transaction.now)
        .order_by(outbox.c.due_at)
        .limit(most)
    ).all()
    if rows:
        transaction.connection.execute(
            update(outbox)
            .where(outbox.c.id.in_([row.id for row in rows]))
            .values(due_at=transaction.now + LEASE, attempts=outbox.c.attempts + 1)
        )
    return [Message(MessageId(row.id), Mobile(row.recipient), row.body, row.attempts + 1) for row in rows]


def sent(transaction: Transaction, message: Message) -> None:
    """The gateway took it. The text goes: it held a code."""
    _settle(transaction, message, state=MessageState.SENT.value, sent_at=transaction.now, body="", fault=None)


def failed(transaction: Transaction, message: Message, fault: str) -> None:
    """The gateway did not take it: again later, ever more slowly, and in the end never."""
    if message.attempts >= MOST_ATTEMPTS:
        _settle(transaction, message, state=MessageState.DEAD.value, body="", fault=fault)
    else:
        _settle(transaction, message, due_at=transaction.now + pause_after(message.attempts), fault=fault)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: doubling from two seconds to ten minutes."""
    return min(_FIRST_PAUSE * (1 << (attempts - 1)), _LONGEST_PAUSE)


def next_due(transaction: Transaction) -> datetime | None:
    """When the next pending message is due, or None where there is none."""
    return transaction.connection.execute(
        select(outbox.c.due_at).where(outbox.c.state == MessageState.PENDING.value).order_by(outbox.c.due_at).limit(1)
    ).scalar_one_or_none()


def _settle(transaction: Transaction, message: Message, **values: object) -> None:
    transaction.connection.execute(update(outbox).where(outbox.c.id == message.id).values(**values))
