"""The outbox: messages written in the transaction that causes them, sent afterwards by a job.

A sender leases one message, hands it over, and notes how that went in the transaction that leases the next. A sender
that dies leaves one message of which nobody knows whether it went: after the lease it is handed over again, under the
same id. So nothing is lost, and a crash repeats one message at most.

Recipient and text are sealed, and go once the carrier has them: a text may hold a code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, bindparam, select, update

from desk_client.domain.ids import AppointmentId, MessageId, PersonId, new_message_id
from desk_client.domain.people import Mobile
from desk_client.domain.undelivered import Fault
from desk_client.i18n.language import Language
from desk_client.server.notify.letter import Letter
from desk_client.server.notify.templates import SHAPES, TemplateKey
from desk_client.server.security.vault import SealBrokenError
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.prepared import Prepared, Row
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.types import Moment

MOST_ATTEMPTS: Final = 40
"""With the pauses between them most of a day: a carrier's bad night loses no message."""

_FIRST_PAUSE: Final = timedelta(seconds=2)
_LONGEST_PAUSE: Final = timedelta(minutes=30)
_HEAD_START: Final = timedelta(days=2)
"""Somebody stands at a kiosk and waits for a code: it goes before all that only informs, however much of that waits."""

_MOST_LOOKED_AT: Final = 100
"""How many expired messages are put away in one transaction."""

_RECIPIENT: Final = "outbox.recipient"
_BODY: Final = "outbox.body"


class MessageKind(StrEnum):
    """By which way a message goes."""

    SMS = "sms"
    EMAIL = "email"


class MessageState(StrEnum):
    """Where an outgoing message stands."""

    PENDING = "pending"
    HUSHED = "hushed"
    """Never sent: it was written for the sake of sameness, or the person wants no messages."""
    SENT = "sent"
    EXPIRED = "expired"
    """It would have come too late to be of use."""
    WITHDRAWN = "withdrawn"
    """What it says was no longer so."""
    DEAD = "dead"
    """Given up; an administrator sees it, and may send it off again."""


LEASE: Final[Mapping[MessageKind, timedelta]] = MappingProxyType(
    {MessageKind.SMS: timedelta(seconds=45), MessageKind.EMAIL: timedelta(minutes=3)}
)
"""How long a sender may take before another one tries; every gateway gives up well before."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a message is about, and how it is to be treated.

    Attributes:
        purpose: which of the messages it is; that also decides whether it waits for the day (rule "SMS").
        dedupe_key: of all messages with one key only the first is written.
        expires_at: from then on it is not sent any more.
        hush: write it without its text and never send it.
    """

    purpose: TemplateKey
    language: Language = Language.ARABIC
    dedupe_key: str | None = None
    expires_at: datetime | None = None
    appointment_id: AppointmentId | None = None
    person_id: PersonId | None = None
    hush: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message that its leaseholder is to send.

    Attributes:
        attempts: how many have failed.
        leased_until: from then on somebody else may send it.
    """

    id: MessageId
    kind: MessageKind
    purpose: TemplateKey
    recipient: str
    body: str
    attempts: int
    created_at: datetime
    leased_until: datetime
    expires_at: datetime | None
    appointment_id: AppointmentId | None
    dedupe_key: str | None


def enqueue_sms(transaction: Transaction, recipient: Mobile, body: str, terms: Terms) -> MessageId | None:
    """Send an SMS once the transaction is committed; None where its dedupe key was used before."""
    return _enqueue(transaction, MessageKind.SMS, recipient, body, terms)


def enqueue_email(transaction: Transaction, recipient: str, letter: Letter, terms: Terms) -> MessageId | None:
    """Send an e-mail as `enqueue_sms` does an SMS; None also where there is no mail server."""
    if transaction.settings.smtp is None:
        return None
    return _enqueue(transaction, MessageKind.EMAIL, recipient, letter.packed(), terms)


def _enqueue(transaction: Transaction, kind: MessageKind, recipient: str, body: str, terms: Terms) -> MessageId | None:
    message_id = new_message_id(transaction.id_bytes())
    urgent = terms.purpose is TemplateKey.SIGN_IN_CODE
    # a hushed row is sealed as any other, so that it costs the same time
    row = {
        "id": message_id,
        "kind": kind.value,
        "purpose": terms.purpose.value,
        "language": terms.language.value,
        "state": (MessageState.HUSHED if terms.hush else MessageState.PENDING).value,
        "recipient_sealed": transaction.vault.seal(_RECIPIENT, message_id, recipient),
        "body_sealed": transaction.vault.seal(_BODY, message_id, "" if terms.hush else body),
        "dedupe_key": terms.dedupe_key,
        "appointment_id": terms.appointment_id,
        "person_id": terms.person_id,
        "attempts": 0,
        "created_at": transaction.now,
        "due_at": transaction.now - _HEAD_START if urgent else _by_day(transaction, terms.purpose, transaction.now),
        "expires_at": terms.expires_at,
    }
    if terms.dedupe_key is not None:
        return message_id if insert_new(transaction.connection, outbox, [row]) else None
    transaction.later(outbox, row)
    return message_id


def lease(transaction: Transaction, kind: MessageKind) -> Message | None:
    """Take the message that is most due; nobody else gets it before `LEASE` is over. None where nothing is due.

    What is due and cannot be sent is put away on the way: what came too late, and what cannot be opened.
    """
    until = transaction.now + LEASE[kind]
    for _ in range(_MOST_LOOKED_AT):
        row = _MOST_DUE.first(transaction.connection, {"of_kind": kind.value, "now": transaction.now})
        if row is None:
            return None
        if row.expires_at is not None and row.expires_at <= transaction.now:
            _settle(transaction, _mine(row.id, row.due_at), MessageState.EXPIRED)
            continue
        try:
            message = _message(transaction, row, until)
        except (SealBrokenError, ValueError) as error:  # or of a purpose that another version of this program knows
            fault = Fault.UNREADABLE.noted(type(error).__name__)
            transaction.connection.execute(
                update(outbox).where(_mine(row.id, row.due_at)).values(state=MessageState.DEAD.value, fault=fault)
            )
            continue
        if _LEASE.change(transaction.connection, {"own_id": row.id, "was_due_at": row.due_at, "due_at": until}):
            return message
    return None


def _message(transaction: Transaction, row: Row, until: datetime) -> Message:
    return Message(
        id=MessageId(row.id),
        kind=MessageKind(row.kind),
        purpose=TemplateKey(row.purpose),
        recipient=transaction.vault.open(_RECIPIENT, row.id, row.recipient_sealed),
        body=transaction.vault.open(_BODY, row.id, row.body_sealed),
        attempts=row.attempts,
        created_at=row.created_at,
        leased_until=until,
        expires_at=row.expires_at,
        appointment_id=row.appointment_id,
        dedupe_key=row.dedupe_key,
    )


def sent(transaction: Transaction, message: Message) -> None:
    """The carrier has it. Recipient and text go."""
    # whoever holds the lease by now: sent is sent
    _SENT.change(transaction.connection, {"own_id": message.id, "sent_at": transaction.now})


def failed(transaction: Transaction, message: Message, fault: str, *, permanent: bool) -> None:
    """The carrier has not taken it: again later, ever more slowly, or never where that is of no use.

    A dead letter keeps its recipient and text, sealed, so that it can be sent off again.
    """
    attempts = message.attempts + 1
    mine = _mine(message.id, message.leased_until)
    due_at = _by_day(transaction, message.purpose, transaction.now + pause_after(attempts, transaction.random(1)[0]))
    if permanent or attempts >= MOST_ATTEMPTS:
        values: dict[str, object] = {"state": MessageState.DEAD.value}
    elif message.expires_at is not None and due_at >= message.expires_at:
        _settle(transaction, mine, MessageState.EXPIRED, attempts=attempts, fault=fault)
        return
    else:
        values = {"due_at": due_at}
    transaction.connection.execute(update(outbox).where(mine).values(attempts=attempts, fault=fault, **values))


def withdrawn(transaction: Transaction, message: Message) -> None:
    """What a leased message says is no longer so; it is not sent."""
    _settle(transaction, _mine(message.id, message.leased_until), MessageState.WITHDRAWN)


def next_due(transaction: Transaction, kind: MessageKind) -> datetime | None:
    """When the next pending message is due, or None where there is none."""
    row = _NEXT_DUE.first(transaction.connection, {"of_kind": kind.value})
    return None if row is None else row.due_at


def pause_after(attempts: int, luck: int) -> timedelta:
    """How long to wait after so many failures: doubling from two seconds to half an hour, a quarter more or less.

    `luck` is a random byte: without it, all that failed together would be tried again together.
    """
    pause = min(_FIRST_PAUSE * (1 << min(attempts - 1, 20)), _LONGEST_PAUSE)
    return pause * (0.75 + 0.5 * luck / 255)


def _by_day(transaction: Transaction, purpose: TemplateKey, at: datetime) -> datetime:
    """That moment, or the next morning where it lies in the night and the message can wait (rule "SMS")."""
    settings = transaction.settings.messages
    if SHAPES[purpose].any_hour:
        return at
    wall = at.astimezone(ZoneInfo(settings.zone))
    if settings.day_begins <= wall.time() < settings.day_ends:
        return at
    day = wall.date() + timedelta(days=1 if wall.time() >= settings.day_ends else 0)
    morning = datetime.combine(day, settings.day_begins, wall.tzinfo)
    # not all in the first second
    return morning + timedelta(seconds=transaction.random(1)[0])


def _mine(message_id: str, due_at: datetime) -> ColumnElement[bool]:
    """The row as it was leased: a lease moves `due_at` on, so who comes late finds nothing to change."""
    return and_(outbox.c.id == message_id, outbox.c.state == MessageState.PENDING.value, outbox.c.due_at == due_at)


def _settle(transaction: Transaction, which: ColumnElement[bool], state: MessageState, **values: object) -> None:
    transaction.connection.execute(update(outbox).where(which).values(state=state.value, **_GONE, **values))


_PENDING: Final = outbox.c.state == MessageState.PENDING.value
_OWN: Final = outbox.c.id == bindparam("own_id")
_GONE: Final = {"recipient_sealed": None, "body_sealed": None}
_FIRST: Final = select(outbox).where(_PENDING, outbox.c.kind == bindparam("of_kind")).order_by(outbox.c.due_at).limit(1)
_MOST_DUE: Final = Prepared(
    _FIRST.where(outbox.c.due_at <= bindparam("now", type_=Moment)).with_for_update(skip_locked=True)
)
"""Locked on PostgreSQL; the embedded store has one writer."""
_NEXT_DUE: Final = Prepared(_FIRST.with_only_columns(outbox.c.due_at))
_LEASE: Final = Prepared(update(outbox).where(_OWN, _PENDING, outbox.c.due_at == bindparam("was_due_at", type_=Moment)))
_SENT: Final = Prepared(update(outbox).where(_OWN, _PENDING).values(state=MessageState.SENT.value, **_GONE))
