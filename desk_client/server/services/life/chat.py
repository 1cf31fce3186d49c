"""What both sides write beside a talk: kept with the appointment, sealed, and read by either again and again."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import Row, func, insert, select

from desk_client.domain.access import Action
from desk_client.domain.chat import AT_ONCE, MOST_AT_ONCE, MOST_CHAT_LINES, ChatAuthor, author_of, may_be_chatted
from desk_client.domain.ids import AppointmentId, new_chat_line_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.chat import Chat, ChatLine, ChatLineAsk
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.rooms import chat_line

_SHOWN: Final = 100
_TEXT: Final = "chat_line.text"


def write(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: ChatLineAsk
) -> ChatLine | Refusal:
    """Write a line beside the talk; both sides are told to read.

    Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the field (nothing but blanks), ILLEGAL_TRANSITION (no talk
    runs), LIMIT_REACHED, RATE_LIMITED.
    """
    found = reachable(transaction, actor, Action.WRITE_CHAT, appointment_id)
    if isinstance(found, Refusal):
        return found
    text = ask.text.strip()
    if not text:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    if not may_be_chatted(found.state):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    run = transaction.connection.execute
    written = select(func.count()).where(chat_line.c.appointment_id == found.id)
    if run(written).scalar_one() >= MOST_CHAT_LINES:
        return Refusal(RefusalCode.LIMIT_REACHED)
    fast = throttle.taken(transaction, throttle.Limit("chat", f"{actor.id}/{found.id}", MOST_AT_ONCE, AT_ONCE))
    if fast is not None:
        return fast
    line_id, author = new_chat_line_id(transaction.id_bytes()), author_of(actor.role)
    run(
        insert(chat_line).values(
            id=line_id,
            appointment_id=found.id,
            author=author.value,
            text_sealed=transaction.vault.seal(_TEXT, line_id, text),
            sent_by=actor.staff_id,
            sent_at=transaction.now,
        )
    )
    record(transaction, actor, Action.WRITE_CHAT.value, found.id)
    announce(transaction, found.id, found.attending_id, found.person_id)
    return ChatLine(id=line_id, author=author, text=text, sent_at=transaction.now)


def read(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Chat | Refusal:
    """The newest lines. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.SEE_CHAT, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_CHAT.value, found.person_id, found.id)
    return Chat(lines=lines_of(transaction, found.id))


def lines_of(transaction: Transaction, appointment_id: AppointmentId, most: int = _SHOWN) -> tuple[ChatLine, ...]:
    """What was written beside that talk: the newest lines, oldest first."""
    rows = transaction.connection.execute(
        select(chat_line)
        .where(chat_line.c.appointment_id == appointment_id)
        .order_by(chat_line.c.sent_at.desc(), chat_line.c.id.desc())
        .limit(most)
    ).all()
    return tuple(_line(transaction, row) for row in reversed(rows))


def lines_of_each(
    transaction: Transaction, appointment_ids: Collection[AppointmentId], most: int
) -> dict[AppointmentId, tuple[ChatLine, ...]]:
    """`lines_of` several talks, in one question."""
    if not appointment_ids:
        return {}
    newest_first = (chat_line.c.sent_at.desc(), chat_line.c.id.desc())
    place = func.row_number().over(partition_by=chat_line.c.appointment_id, order_by=newest_first).label("place")
    ranked = select(chat_line, place).where(chat_line.c.appointment_id.in_(appointment_ids)).subquery()
    rows = transaction.connection.execute(
        select(ranked).where(ranked.c.place <= most).order_by(ranked.c.sent_at, ranked.c.id)
    ).all()
    found: defaultdict[AppointmentId, tuple[ChatLine, ...]] = defaultdict(tuple)
    for row in rows:
        found[AppointmentId(row.appointment_id)] += (_line(transaction, row),)
    return found


def _line(transaction: Transaction, row: Row[Any]) -> ChatLine:  # a row's columns are of many types
    text = transaction.vault.open(_TEXT, row.id, row.text_sealed)
    return ChatLine(id=row.id, author=ChatAuthor(row.author), text=text, sent_at=row.sent_at)
