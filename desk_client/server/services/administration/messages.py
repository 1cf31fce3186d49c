"""What an administrator does with messages: word them, see how they read, and send off again what was given up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import MessageId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.server.notify.defaults import DEFAULTS
from desk_client.server.notify.outbox import MessageKind, MessageState
from desk_client.server.notify.parts import Length, length_of
from desk_client.server.notify.samples import SAMPLES
from desk_client.server.notify.templates import SHAPES, TemplateKey, faults_of, filled
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.bookkeeping import message_template, outbox

MOST_AT_ONCE = 201  # a page, and one more that tells of another

Worded = Literal[Language.ARABIC, Language.ENGLISH]
"""What an administrator words; Urdu is said in our own words."""
WORDED: Final[tuple[Worded, ...]] = get_args(Worded)


@dataclass(frozen=True, slots=True)
class Template:
    """One message in one language.

    Attributes:
        own: whether an administrator worded it; else it is ours.
        needed: placeholders that the body must have.
        offered: placeholders that it may have besides.
    """

    key: TemplateKey
    language: Worded
    body: str
    own: bool
    needed: Sequence[str]
    offered: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """How a body reads with an example's values, and what it costs; or what is wrong with it."""

    text: str
    length: Length | None
    faults: Sequence[Refusal]


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that was given up. To whom and what it says stays sealed."""

    id: MessageId
    kind: MessageKind
    purpose: str
    language: str
    attempts: int
    created_at: datetime
    fault: str
    can_be_sent: bool


def templates(transaction: Transaction, actor: Actor) -> Sequence[Template] | Refusal:
    """Every message in each language that is `Worded`, as it is worded now. Refusals: FORBIDDEN."""
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    rows = transaction.connection.execute(
        select(message_template.c.key, message_template.c.language, message_template.c.body)
    )
    own = {(row.key, row.language): row.body for row in rows}
    return [
        _template(key, language, own.get((key.value, language.value))) for key in TemplateKey for language in WORDED
    ]


def preview(actor: Actor, key: TemplateKey, language: Worded, body: str) -> Preview | Refusal:
    """How a body would read. Refusals: FORBIDDEN."""
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    if faults := faults_of(key, body):
        return Preview("", None, faults)
    text = filled(body, SAMPLES[key].values(language))
    return Preview(text, length_of(text), ())


def word(transaction: Transaction, actor: Actor, key: TemplateKey, language: Worded, body: str) -> Template | Refusal:
    """Word a message anew, from now on. Refusals: FORBIDDEN, INVALID_REQUEST with the field "body" or "body.<name>"."""
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    if faults := faults_of(key, body):
        return faults[0]
    values = {"body": body, "updated_by": actor.staff_id, "updated_at": transaction.now}
    change = update(message_template).where(_is(key, language)).values(**values)
    row = {"key": key.value, "language": language.value, **values}
    # the row may come between the two: then it is there to be changed
    if not transaction.connection.execute(change).rowcount and not insert_new(
        transaction.connection, message_template, [row]
    ):
        transaction.connection.execute(change)
    rules_changed(transaction)
    record(transaction, actor, "word_message", f"{key.value}:{language.value}")
    return _template(key, language, body)


def unword(transaction: Transaction, actor: Actor, key: TemplateKey, language: Worded) -> Template | Refusal:
    """Go back to our own words. Refusals: FORBIDDEN."""
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    transaction.connection.execute(delete(message_template).where(_is(key, language)))
    rules_changed(transaction)
    record(transaction, actor, "unword_message", f"{key.value}:{language.value}")
    return _template(key, language, None)


def dead_letters(
    transaction: Transaction, actor: Actor, *, after: MessageId | None = None, most: int = MOST_AT_ONCE
) -> Sequence[DeadLetter] | Refusal:
    """What was given up, oldest first, from behind the letter `after`. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    dead = outbox.c.state == MessageState.DEAD.value
    if after is not None:
        begun = transaction.connection.execute(
            select(outbox.c.created_at).where(outbox.c.id == after)
        ).scalar_one_or_none()
        if begun is None:
            return Refusal(RefusalCode.NOT_FOUND)
        later = or_(outbox.c.created_at > begun, and_(outbox.c.created_at == begun, outbox.c.id > after))
        dead = and_(dead, later)
    rows = transaction.connection.execute(
        select(outbox).where(dead).order_by(outbox.c.created_at, outbox.c.id).limit(min(most, MOST_AT_ONCE))
    )
    return [
        DeadLetter(
            id=MessageId(row.id),
            kind=MessageKind(row.kind),
            purpose=row.purpose,
            language=row.language,
            attempts=row.attempts,
            created_at=row.created_at,
            fault=row.fault or "",
            can_be_sent=row.expires_at is None or row.expires_at > transaction.now,
        )
        for row in rows
    ]


def send_again(transaction: Transaction, actor: Actor, message_id: MessageId) -> Refusal | None:
    """Send a dead letter off anew, with all its attempts. It keeps its id, so that a carrier knows it again.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION where it is not dead (any more) or would come too late.
    """
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    this = outbox.c.id == message_id
    in_time = or_(outbox.c.expires_at.is_(None), outbox.c.expires_at > transaction.now)
    done = transaction.connection.execute(
        update(outbox)
        .where(this, outbox.c.state == MessageState.DEAD.value, in_time)
        .values(state=MessageState.PENDING.value, attempts=0, due_at=transaction.now, fault=None)
    )
    if not done.rowcount:
        there = transaction.connection.execute(select(outbox.c.id).where(this)).first()
        return Refusal(RefusalCode.NOT_FOUND if there is None else RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, "send_message_again", message_id)
    return None


def settle(transaction: Transaction, actor: Actor, message_id: MessageId) -> Refusal | None:
    """Give a dead letter up for good: what it said, and to whom, is gone with it.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION where it is not dead (any more).
    """
    if (refusal := actor.refused(Action.MANAGE_MESSAGES)) is not None:
        return refusal
    this = outbox.c.id == message_id
    done = transaction.connection.execute(
        update(outbox)
        .where(this, outbox.c.state == MessageState.DEAD.value)
        .values(state=MessageState.WITHDRAWN.value, recipient_sealed=None, body_sealed=None)
    )
    if not done.rowcount:
        there = transaction.connection.execute(select(outbox.c.id).where(this)).first()
        return Refusal(RefusalCode.NOT_FOUND if there is None else RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, "settle_message", message_id)
    return None


def _template(key: TemplateKey, language: Worded, own: str | None) -> Template:
    shape = SHAPES[key]
    body = DEFAULTS[language][key] if own is None else own
    return Template(key, language, body, own is not None, sorted(shape.needed), sorted(shape.offered))


def _is(key: TemplateKey, language: Worded) -> ColumnElement[bool]:
    return and_(message_template.c.key == key.value, message_template.c.language == language.value)
