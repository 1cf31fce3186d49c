"""Removes what is kept no longer, kind by kind, in small transactions: first looked for without writing, then removed.

What is looked for is asked again in the transaction that removes it: who came back meanwhile is left alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, delete, exists, func, insert, or_, select, update

from desk_client.domain import request as requests
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.recording import OPEN as OPEN_RECORDINGS
from desk_client.domain.retention import KEPT_FOR, Kind
from desk_client.server.notify.outbox import MessageKind, MessageState
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import (
    appointment,
    attachment,
    attachment_content,
    claim,
    document_mark,
    guest_link,
    outcome,
    outcome_amendment,
    outcome_draft,
    queue_told,
    request,
    request_step,
    satisfaction,
    waitlist,
    waitlist_offer,
)
from desk_client.server.storage.tables.bookkeeping import access_log, change, idempotency, outbox, retention
from desk_client.server.storage.tables.people import challenge, consent, person, person_name_token, session
from desk_client.server.storage.tables.recordings import recording, recording_answer, recording_block
from desk_client.server.storage.tables.region import enrolment_code
from desk_client.server.storage.tables.rooms import (
    call_back,
    call_summary,
    chat_line,
    handover,
    office_note,
    room,
    room_call,
    room_member,
    room_pair,
)

Ids = Sequence[Any]  # of the column by which a kind's rows are named
Remove = Callable[[Connection, Ids], None]

BATCH: Final = 200
"""Rows in one transaction: some tens of milliseconds of the embedded store's only writer."""

_CANCELLED: Final = ("cancelled", "no_show", "unserved")
_FINISHED: Final = (AppointmentState.CONFIRMED.value, AppointmentState.OUTCOME_RECORDED.value)
_CLOSED_REQUESTS: Final = sorted(state.value for state in requests.CLOSED_STATES)
_GONE: Final = tuple(state.value for state in MessageState if state not in {MessageState.PENDING, MessageState.DEAD})
_RECORDING: Final = sorted(state.value for state in OPEN_RECORDINGS)
_WAYS: Final = sorted(kind.value for kind in MessageKind)
_SILENT: Final = frozenset({Kind.ANSWERS, Kind.HINTS, Kind.CHALLENGES})
"""Kinds that come and go all day: their removal is not worth a line in the trail."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind is found and removed.

    Attributes:
        name: the column that names its rows, or a few together, in whose order a search goes on where it stopped.
        over: which rows are to go, given the moment before which they are old.
        remove: removes rows, with whatever belongs to them; None: nothing does.
    """

    name: Column[Any]
    over: Callable[[datetime], ColumnElement[bool]]
    remove: Remove | None = None


def kept_for(transaction: Transaction) -> dict[Kind, timedelta]:
    """How long each kind is kept: as the administrator said, else the default."""
    said = {row.kind: timedelta(days=row.days) for row in transaction.connection.execute(select(retention))}
    # an answer is kept for as long as a request may be sent again
    usual = {**KEPT_FOR, Kind.ANSWERS: transaction.settings.audiences.idempotency_lifetime}
    return {kind: said.get(kind.value, usual[kind]) for kind in Kind}


def keep(transaction: Transaction, kind: Kind, days: int, actor: Actor | None = None) -> None:
    """Keep a kind for so many days from now on. Raises ValueError for less than one."""
    if days < 1:
        raise ValueError("a kind is kept for a day at least")
    changed = transaction.connection.execute(update(retention).where(retention.c.kind == kind.value).values(days=days))
    if not changed.rowcount:
        transaction.connection.execute(insert(retention).values(kind=kind.value, days=days))
    record(transaction, actor, "set_retention", kind.value)


def keep_as_usual(transaction: Transaction, kind: Kind, actor: Actor) -> None:
    """Keep a kind for as long as it is kept by default."""
    transaction.connection.execute(delete(retention).where(retention.c.kind == kind.value))
    record(transaction, actor, "set_retention", kind.value)


def said(transaction: Transaction) -> frozenset[str]:
    """The kinds of which an administrator said how long they are kept."""
    return frozenset(transaction.connection.execute(select(retention.c.kind)).scalars())


def due(transaction: Transaction, kind: Kind, days: int | None = None) -> int:
    """How many rows of a kind would go now; or would, were it kept for so many days."""
    limit = _limit(transaction, kind) if days is None else transaction.now - timedelta(days=days)
    condition = RULES[kind].over(limit)
    return transaction.connection.execute(
        select(func.count()).select_from(RULES[kind].name.table).where(condition)
    ).scalar_one()


def found(transaction: Transaction, kind: Kind, after: object | None) -> list[Any]:
    """The next rows of a kind that are to go, `BATCH` at most, by their names in order."""
    rule = RULES[kind]
    conditions = [rule.over(_limit(transaction, kind))]
    if after is not None:
        conditions.append(rule.name > after)
    query = select(rule.name).where(*conditions).order_by(rule.name).distinct().limit(BATCH)
    return list(transaction.connection.execute(query).scalars())


def remove(transaction: Transaction, kind: Kind, names: Ids) -> int:
    """Remove those of these rows that are still to go; how many went."""
    rule = RULES[kind]
    still = and_(rule.name.in_(names), rule.over(_limit(transaction, kind)))
    table = rule.name.table
    if rule.remove is None:
        gone = transaction.connection.execute(delete(table).where(still)).rowcount
    else:
        # on PostgreSQL nobody may bring one of them back to life between this look and the removal
        query = select(rule.name).where(still).with_for_update(of=table)
        ids = list(transaction.connection.execute(query).scalars())
        rule.remove(transaction.connection, ids)
        gone = len(ids)
    if gone and kind not in _SILENT:
        record(transaction, None, f"clear_{kind.value}", f"count:{gone}")
    return gone


def _limit(transaction: Transaction, kind: Kind) -> datetime:
    return transaction.now - kept_for(transaction)[kind]


def _delete(connection: Connection, *which: tuple[Table, ColumnElement[bool]]) -> None:
    for table, condition in which:
        connection.execute(delete(table).where(condition))


def _remove_attachments(connection: Connection, ids: Ids) -> None:
    _delete(
        connection,
        (document_mark, document_mark.c.attachment_id.in_(ids)),
        (attachment_content, attachment_content.c.attachment_id.in_(ids)),
        (attachment, attachment.c.id.in_(ids)),
    )


def _remove_recordings(connection: Connection, ids: Ids) -> None:
    _delete(
        connection,
        (recording_block, recording_block.c.recording_id.in_(ids)),
        (recording_answer, recording_answer.c.recording_id.in_(ids)),
        (recording, recording.c.id.in_(ids)),
    )


def _remove_appointments(connection: Connection, ids: Ids) -> None:
    recorded = select(recording.c.id).where(recording.c.appointment_id.in_(ids))
    _remove_recordings(connection, list(connection.execute(recorded).scalars()))
    brought = select(attachment.c.id).where(attachment.c.appointment_id.in_(ids))
    _remove_attachments(connection, list(connection.execute(brought).scalars()))
    rooms = select(room.c.id).where(room.c.appointment_id.in_(ids))
    connection.execute(update(waitlist).where(waitlist.c.appointment_id.in_(ids)).values(appointment_id=None))
    _delete(
        connection,
        (waitlist_offer, waitlist_offer.c.appointment_id.in_(ids)),
        (call_summary, call_summary.c.appointment_id.in_(ids)),
        (office_note, office_note.c.appointment_id.in_(ids)),
        (chat_line, chat_line.c.appointment_id.in_(ids)),
        (handover, handover.c.appointment_id.in_(ids)),
        (call_back, call_back.c.appointment_id.in_(ids)),
        *((within, within.c.room_id.in_(rooms)) for within in (room_pair, room_call, room_member)),
        (room, room.c.appointment_id.in_(ids)),
        (queue_told, queue_told.c.appointment_id.in_(ids)),
        (guest_link, guest_link.c.appointment_id.in_(ids)),
        (outcome_draft, outcome_draft.c.appointment_id.in_(ids)),
        (outcome_amendment, outcome_amendment.c.appointment_id.in_(ids)),
        (outcome, outcome.c.appointment_id.in_(ids)),
        (satisfaction, satisfaction.c.appointment_id.in_(ids)),
        (claim, claim.c.owner.in_(ids)),
        (outbox, and_(outbox.c.appointment_id.in_(ids), outbox.c.state != MessageState.PENDING.value)),
        (appointment, appointment.c.id.in_(ids)),
    )


def _remove_requests(connection: Connection, ids: Ids) -> None:
    brought = select(attachment.c.id).where(attachment.c.request_id.in_(ids))
    _remove_attachments(connection, list(connection.execute(brought).scalars()))
    _delete(connection, (request_step, request_step.c.request_id.in_(ids)), (request, request.c.id.in_(ids)))


def _remove_waits(connection: Connection, ids: Ids) -> None:
    _delete(connection, (waitlist_offer, waitlist_offer.c.waitlist_id.in_(ids)), (waitlist, waitlist.c.id.in_(ids)))


def _remove_persons(connection: Connection, ids: Ids) -> None:
    _delete(
        connection,
        (person_name_token, person_name_token.c.person_id.in_(ids)),
        (consent, consent.c.person_id.in_(ids)),
        (person, person.c.id.in_(ids)),
    )


def _appointments_in(states: Sequence[str]) -> Callable[[datetime], ColumnElement[bool]]:
    # by the start, which the state's index has beside it
    return lambda limit: and_(appointment.c.state.in_(states), appointment.c.starts_at < limit)


def _messages_in(states: Sequence[str]) -> Callable[[datetime], ColumnElement[bool]]:
    # by the kind as well, so that the index leads to the oldest
    return lambda limit: and_(outbox.c.state.in_(states), outbox.c.kind.in_(_WAYS), outbox.c.due_at < limit)


def _old_attachments(limit: datetime) -> ColumnElement[bool]:
    over = appointment.c.state.in_((*_CANCELLED, *_FINISHED))
    closed = request.c.state.in_(_CLOSED_REQUESTS)
    return and_(
        attachment.c.added_at < limit,
        or_(
            attachment.c.appointment_id.is_(None),
            exists().where(appointment.c.id == attachment.c.appointment_id, over),
        ),
        or_(attachment.c.request_id.is_(None), exists().where(request.c.id == attachment.c.request_id, closed)),
    )


def _old_requests(limit: datetime) -> ColumnElement[bool]:
    gone = ~exists().where(appointment.c.id == request.c.appointment_id)
    over = or_(request.c.state.in_(_CLOSED_REQUESTS), and_(request.c.state == "scheduled", gone))
    return and_(request.c.changed_at < limit, over)


def _old_sessions(limit: datetime) -> ColumnElement[bool]:
    return and_(session.c.expires_at < limit, ~exists().where(room_member.c.session_id == session.c.id))


def _forgotten_persons(limit: datetime) -> ColumnElement[bool]:
    held = (table.c.person_id == person.c.id for table in (appointment, request, waitlist, attachment, session))
    unsent = exists().where(outbox.c.person_id == person.c.id, outbox.c.state == MessageState.PENDING.value)
    return and_(person.c.created_at < limit, *(~exists().where(condition) for condition in held), ~unsent)


RULES: Final[Mapping[Kind, Rule]] = MappingProxyType(
    {
        Kind.ANSWERS: Rule(idempotency.c.created_at, lambda limit: idempotency.c.created_at < limit),
        Kind.HINTS: Rule(change.c.seq, lambda limit: change.c.at < limit),
        Kind.CHALLENGES: Rule(challenge.c.expires_at, lambda limit: challenge.c.expires_at < limit),
        Kind.ENROLMENT_CODES: Rule(enrolment_code.c.code_hash, lambda limit: enrolment_code.c.expires_at < limit),
        Kind.MESSAGES: Rule(outbox.c.id, _messages_in(_GONE)),
        Kind.DEAD_MESSAGES: Rule(outbox.c.id, _messages_in((MessageState.DEAD.value,))),
        Kind.SESSIONS: Rule(session.c.id, _old_sessions),
        Kind.WAITS: Rule(
            waitlist.c.id,
            lambda limit: and_(waitlist.c.state.in_(("left", "served")), waitlist.c.joined_at < limit),
            _remove_waits,
        ),
        Kind.CANCELLED_APPOINTMENTS: Rule(appointment.c.id, _appointments_in(_CANCELLED), _remove_appointments),
        Kind.FINISHED_APPOINTMENTS: Rule(appointment.c.id, _appointments_in(_FINISHED), _remove_appointments),
        Kind.REQUESTS: Rule(request.c.id, _old_requests, _remove_requests),
        Kind.ATTACHMENTS: Rule(attachment.c.id, _old_attachments, _remove_attachments),
        Kind.RECORDINGS: Rule(
            recording.c.id,
            lambda limit: and_(recording.c.ended_at < limit, recording.c.state.not_in(_RECORDING)),
            _remove_recordings,
        ),
        Kind.LEFTOVERS: Rule(
            attachment.c.id,
            lambda limit: and_(attachment.c.whole.is_(False), attachment.c.added_at < limit),
            _remove_attachments,
        ),
        Kind.ACCESS_LOG: Rule(access_log.c.seq, lambda limit: access_log.c.at < limit),
        Kind.PERSONS: Rule(person.c.id, _forgotten_persons, _remove_persons),
    }
)
