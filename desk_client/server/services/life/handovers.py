"""Handing a talk over while it goes on: who can take it, the question, and the moment at which it is theirs.

The question is a call into the talk (`called_in`): it rings, is answered, taken back and ended as any other, and with
it the handover. Until it is done the audience is whose it was; then it is the other office's in one transaction.
"""

from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Row, delete, exists, func, insert, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import QUEUED_STATES, AppointmentState, Step
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.handover import Readiness
from desk_client.domain.ids import AppointmentId, OfficeId, RoomId, StaffId, new_handover_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.recording import RecordingEnd
from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.called_in import CalledIn
from desk_client.protocol.handovers import HandoverAsk, Successor, Successors
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import handed_over
from desk_client.server.services.booking.appointments import Record, agenda_item, moved, reachable
from desk_client.server.services.life import asides, breaks, called_in, recordings
from desk_client.server.services.life.colleagues import name_of, people, title_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.calendars import busy_time
from desk_client.server.storage.tables.people import session, staff
from desk_client.server.storage.tables.rooms import handover, room, room_call, room_member

_READY: Final = tuple(Readiness)
"""In the order in which they are listed."""


def possible(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Successors | Refusal:
    """Who can take the talk over, and what they do at the moment. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = called_in.open_room(transaction, found.id)
    inside = set() if room_id is None else {each.staff_id for each in called_in.calls(transaction, room_id)}
    at_their_desks = [
        each
        for each in transaction.connection.execute(_officials().where(_is_signed_in(transaction))).all()
        if each.id not in inside and _can(transaction, found, each) is None
    ]
    waiting = _waiting(transaction)
    items = [
        Successor(
            staff_id=each.id,
            name=name_of(each),
            office_title=title_of(each),
            readiness=_readiness(transaction, OfficeId(each.office_id), StaffId(each.id)),
            waiting=waiting.get(each.office_id, 0),
        )
        for each in at_their_desks
    ]
    items.sort(key=lambda each: (_READY.index(each.readiness), each.waiting, each.office_title.ar, each.staff_id))
    return Successors(items=tuple(items[:MOST_ROWS]))


def offer(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: HandoverAsk
) -> CalledIn | Refusal:
    """Ask somebody to take the talk over: it rings at their desk. Asked again while it rings, it goes on ringing.

    Refusals: FORBIDDEN, NOT_FOUND, OFFICE_CLOSED (their office receives nobody today), ILLEGAL_TRANSITION (somebody
    else is asked already), INVALID_REQUEST with the field (nobody who may take it, nobody at their desk, or in the talk
    as something else), and those of calling in: NOT_ADMITTED, ROOM_FULL, ONE_AT_A_TIME.
    """
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = called_in.open_room(transaction, found.id)
    if room_id is None:
        return Refusal(RefusalCode.NOT_ADMITTED)
    lock_row(transaction.connection, appointment, found.id)
    lock_row(transaction.connection, room, room_id)
    run = transaction.connection.execute
    row = run(_officials().where(staff.c.id == ask.staff_id, _is_signed_in(transaction))).one_or_none()
    if row is None:
        return Refusal(RefusalCode.INVALID_REQUEST, field="staff_id")
    if (refusal := _can(transaction, found, row)) is not None:
        return refusal
    asked = run(handed_over.standing(found.id)).first()
    if asked is not None and asked.offered_to != ask.staff_id:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if asked is None and any(each.staff_id == ask.staff_id for each in called_in.calls(transaction, room_id)):
        return Refusal(RefusalCode.INVALID_REQUEST, field="staff_id")
    called = called_in.ring(transaction, actor, found, (room_id, ask.staff_id), Capacity.DEPARTMENT_HEAD)
    if isinstance(called, Refusal) or asked is not None:
        return called
    handover_id = new_handover_id(transaction.id_bytes())
    run(
        insert(handover).values(
            id=handover_id,
            appointment_id=found.id,
            room_id=room_id,
            party=called.party.value,
            called_at=called.called_at,
            from_office_id=found.attending_id,
            to_office_id=row.office_id,
            offered_by=actor.staff_id,
            offered_to=ask.staff_id,
            note_sealed=transaction.vault.seal(handed_over.NOTE, handover_id, ask.note.strip()),
        )
    )
    record(transaction, actor, "offer_handover", found.id)
    return called.model_copy(update={"takes_over": True})


def complete(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """It is theirs who joined for it, from now on; whoever received until now is out of the room. The talk goes on.

    Refusals: FORBIDDEN, NOT_FOUND (also where nobody is asked any more), NOT_ADMITTED (they are not in the room),
    OFFICE_CLOSED (it receives nobody any more), ILLEGAL_TRANSITION (the talk is over). In each of them the talk stays
    whose it is, and goes on.
    """
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    lock_row(transaction.connection, appointment, found.id)
    run = transaction.connection.execute
    asked = run(handed_over.standing(found.id)).first()
    if found.state is not AppointmentState.IN_SESSION:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if asked is None:
        return Refusal(RefusalCode.NOT_FOUND, field="handover")
    if _is_closed(transaction, OfficeId(asked.to_office_id)):
        return Refusal(RefusalCode.OFFICE_CLOSED)
    here = (room_member.c.room_id == asked.room_id, room_member.c.party == asked.party)
    present = run(select(room_member.c.present).where(*here)).scalar_one_or_none()
    if asked.state != Call.ACCEPTED.value or not present:
        return Refusal(RefusalCode.NOT_ADMITTED)
    to = OfficeId(asked.to_office_id)
    theirs = moved(transaction, actor, found, Step.HAND_OVER, attending_id=to)
    if isinstance(theirs, Refusal):
        return theirs
    run(update(handover).where(handover.c.id == asked.id).values(done_at=transaction.now))
    run(delete(room_member).where(room_member.c.room_id == asked.room_id, room_member.c.party == Party.OFFICIAL.value))
    asides.over(transaction, RoomId(asked.room_id))
    recordings.over(transaction, actor, found.id, RecordingEnd.HANDED_OVER)  # all agreed with this office
    record(transaction, actor, Step.HAND_OVER.value, asked.offered_to)
    breaks.over(transaction, actor, to)  # whoever receives somebody is back
    announce(transaction, theirs.id, to, theirs.person_id)
    return agenda_item(transaction, theirs)


# --- inside -----------------------------------------------------------------------------------------------------


def _officials() -> Any:  # SQLAlchemy's select of columns of many types
    return people().where(
        staff.c.role == Role.OFFICIAL.value, staff.c.office_id.is_not(None), staff.c.disabled_at.is_(None)
    )


def _is_signed_in(transaction: Transaction) -> Any:  # an element of a condition
    return exists().where(
        session.c.staff_id == staff.c.id, session.c.ended_at.is_(None), session.c.expires_at > transaction.now
    )


def _can(transaction: Transaction, found: Record, row: Row[Any]) -> Refusal | None:  # of many types
    """Why they cannot take it: theirs already, elsewhere, or closed."""
    governorate_id = found.ownership(rules(transaction)).governorate_id
    elsewhere = row.governorate_id is not None and governorate_id is not None and row.governorate_id != governorate_id
    if row.office_id == found.attending_id or elsewhere:
        return Refusal(RefusalCode.INVALID_REQUEST, field="staff_id")
    return Refusal(RefusalCode.OFFICE_CLOSED) if _is_closed(transaction, OfficeId(row.office_id)) else None


def _is_closed(transaction: Transaction, office_id: OfficeId) -> bool:
    """Whether it receives nobody today: it is closed, or a stand-in does."""
    rulebook = rules(transaction)
    receiving = rulebook.receiving(office_id, transaction.now)
    if receiving is None:
        return True
    today = transaction.now.astimezone(ZoneInfo(receiving.zone)).date()
    return rulebook.attending(office_id, today) != office_id


def _readiness(transaction: Transaction, office_id: OfficeId, staff_id: StaffId) -> Readiness:
    run, now = transaction.connection.execute, transaction.now
    talking = select(appointment.c.id).where(
        appointment.c.attending_id == office_id, appointment.c.state == AppointmentState.IN_SESSION.value
    )
    called = (
        select(room_call.c.room_id)
        .join(room, room.c.id == room_call.c.room_id)
        .where(room_call.c.staff_id == staff_id, room_call.c.state == Call.ACCEPTED.value, room.c.closed_at.is_(None))
    )
    if run(talking.limit(1)).first() is not None or run(called.limit(1)).first() is not None:
        return Readiness.IN_TALK
    if office_id in breaks.breaks(transaction, {office_id}):
        return Readiness.ON_BREAK
    blocked = select(busy_time.c.id).where(
        busy_time.c.office_id == office_id, busy_time.c.starts_at <= now, busy_time.c.ends_at > now
    )
    return Readiness.FREE if run(blocked.limit(1)).first() is None else Readiness.BLOCKED


def _waiting(transaction: Transaction) -> dict[str, int]:
    """How many wait for each office."""
    rows = transaction.connection.execute(
        select(appointment.c.attending_id, func.count().label("many"))
        .where(appointment.c.state.in_([state.value for state in sorted(QUEUED_STATES)]))
        .group_by(appointment.c.attending_id)
    )
    return {row.attending_id: row.many for row in rows}
