"""Calling others into an audience: the call, its answer, the seat that it gives, and who is there as what.

A call is bound to the room that is open: what ends the room ends it. A room has two seats for those who are called in,
and a seat has one call, the newest; so four are the most by construction.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Row, delete, exists, insert, select, update

from desk_client.domain.access import Action, Role, Standing
from desk_client.domain.called_in import WRITES_CAPTIONS, Call, Capacity, capacities
from desk_client.domain.ids import AgencyId, AppointmentId, GovernorateId, OfficeId, RoomId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import CALLED_IN, Party
from desk_client.protocol.asides import AsideAsk, AsideState
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.called_in import (
    Callable,
    Callables,
    CalledIn,
    CalledIns,
    CallInAsk,
    CaptionAsk,
    Invitation,
    InvitationAnswer,
    Invitations,
)
from desk_client.protocol.notes import Note
from desk_client.protocol.signalling import Participant
from desk_client.server.security.room_tokens import RoomPass
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import handed_over
from desk_client.server.services.booking.appointments import Record, find, found_again, reachable
from desk_client.server.services.life import asides, notes, recording_answers
from desk_client.server.services.life.colleagues import name_of, people, person, title_of
from desk_client.server.services.life.invitations import invitation_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, announce_office, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import session, staff
from desk_client.server.storage.tables.rooms import room, room_call, room_member

_OPEN: Final = tuple(state.value for state in Call if state.is_open)


# --- the official's side ----------------------------------------------------------------------------------------


def possible(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Callables | Refusal:
    """Who may be called in and is not yet. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = open_room(transaction, found.id)
    taken = {call.staff_id for call in calls(transaction, room_id)} if room_id is not None else set[str]()
    signed_in = exists().where(
        session.c.staff_id == staff.c.id, session.c.ended_at.is_(None), session.c.expires_at > transaction.now
    )
    rows = transaction.connection.execute(
        people().add_columns(signed_in.label("signed_in")).order_by(staff.c.name_ar, staff.c.id)
    ).all()
    items = tuple(
        Callable(
            staff_id=row.id,
            name=name_of(row),
            title=title_of(row),
            capacities=as_what,
            is_signed_in=row.signed_in,
        )
        for row in rows
        if row.id not in taken and (as_what := _capacities(transaction, actor, found, row))
    )
    return Callables(items=items[:MOST_ROWS])


def called(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> CalledIns | Refusal:
    """Who was called into the room that is open. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = open_room(transaction, found.id)
    return CalledIns(items=() if room_id is None else _all_called(transaction, room_id))


def call(transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: CallInAsk) -> CalledIn | Refusal:
    """Call somebody in: it rings at their desk. Called again while it rings, it goes on ringing.

    Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED (no room is open), ROOM_FULL, ONE_AT_A_TIME (the citizen's end shows
    one person alone), INVALID_REQUEST with the field (nobody who may be called, or not as that).
    """
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = open_room(transaction, found.id)
    if room_id is None or actor.staff_id is None:
        return Refusal(RefusalCode.NOT_ADMITTED)
    lock_row(transaction.connection, room, room_id)  # another desk of the office may be calling
    row = transaction.connection.execute(people().where(staff.c.id == ask.staff_id)).one_or_none()
    if row is None or not (as_what := _capacities(transaction, actor, found, row)):
        return Refusal(RefusalCode.INVALID_REQUEST, field="staff_id")
    if ask.capacity not in as_what:
        return Refusal(RefusalCode.INVALID_REQUEST, field="capacity")
    return ring(transaction, actor, found, (room_id, ask.staff_id), ask.capacity)


def ring(
    transaction: Transaction, actor: Actor, found: Record, where: tuple[RoomId, str], capacity: Capacity
) -> CalledIn | Refusal:
    """Have it ring at a desk, for the room and the member of staff of `where`; the room's row is locked.

    Refusals: ROOM_FULL, ONE_AT_A_TIME, as `call` has them.
    """
    room_id, callee_id = where
    if _citizen_sees_one(transaction, room_id):
        return Refusal(RefusalCode.ONE_AT_A_TIME)
    there = calls(transaction, room_id)
    already = next((Party(each.party) for each in there if each.staff_id == callee_id), None)
    if already is None:
        taken = {each.party for each in there}
        seat = next((party for party in CALLED_IN if party.value not in taken), None)
        if seat is None:
            return Refusal(RefusalCode.ROOM_FULL)
        transaction.connection.execute(delete(room_call).where(*_seat(room_id, seat)))
        transaction.connection.execute(
            insert(room_call).values(
                room_id=room_id,
                party=seat.value,
                staff_id=callee_id,
                capacity=capacity.value,
                state=Call.RINGING.value,
                called_by=actor.staff_id,
                called_at=transaction.now,
            )
        )
        _note(transaction, actor, f"{Action.CALL_IN.value}:{capacity.value}", found, callee_id)
        _tell(transaction, found, person(transaction, callee_id))
        already = seat
    return next(each for each in _all_called(transaction, room_id) if each.party is already)


def take_out(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, party: Party
) -> CalledIns | Refusal:
    """Take a call back, or somebody out of the room; where nobody sits there any more, nothing happens.

    Refusals: FORBIDDEN, NOT_FOUND.
    """
    found = reachable(transaction, actor, Action.CALL_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = open_room(transaction, found.id)
    rows = () if room_id is None else calls(transaction, room_id)
    row = next((each for each in rows if each.party == party), None)
    if room_id is not None and row is not None:
        _end(transaction, room_id, row, Call.TAKEN_OUT)
        _note(transaction, actor, "take_out", found, row.staff_id)
        _tell(transaction, found, person(transaction, row.staff_id))
    return called(transaction, actor, appointment_id)


# --- the side of whoever is called ------------------------------------------------------------------------------


def invitations(transaction: Transaction, actor: Actor) -> Invitations | Refusal:
    """The calls that are open for whoever asks, the newest first. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.BE_CALLED_IN)) is not None:
        return refusal
    rows = transaction.connection.execute(
        select(room_call, room.c.appointment_id)
        .join(room, room.c.id == room_call.c.room_id)
        .where(room_call.c.staff_id == actor.staff_id, room_call.c.state.in_(_OPEN), room.c.closed_at.is_(None))
        .order_by(room_call.c.called_at.desc(), room_call.c.room_id)
    ).all()
    items = []
    for row in rows:
        found = find(transaction, AppointmentId(row.appointment_id))
        if found is not None and not isinstance(_reached(transaction, actor, found), Refusal):
            items.append(invitation_of(transaction, actor, found, row))
    return Invitations(items=tuple(items))


def answer(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: InvitationAnswer
) -> Invitation | Refusal:
    """Say yes or no. Said again, it changes nothing.

    Refusals: FORBIDDEN, NOT_FOUND (the call is over), and for a yes those of `recording_answers.let_in`.
    """
    lock_row(transaction.connection, appointment, appointment_id)  # a recording may be asked for, or begin, just now
    found = _own_call(transaction, actor, appointment_id)
    if isinstance(found, Refusal):
        return found
    audience, row = found
    state = Call.ACCEPTED if ask.accepts else Call.DECLINED
    if row.state != state.value:
        if state is Call.DECLINED:
            _end(transaction, RoomId(row.room_id), row, state)
        else:
            if (refusal := recording_answers.let_in(transaction, actor, audience.id, ask.agrees_to)) is not None:
                return refusal
            transaction.connection.execute(
                update(room_call)
                .where(*_seat(RoomId(row.room_id), Party(row.party)))
                .values(state=state.value, answered_at=transaction.now)
            )
        record(transaction, actor, "accept_call" if ask.accepts else "decline_call", audience.id)
        _tell(transaction, audience, person(transaction, row.staff_id))
    invitation = invitation_of(transaction, actor, audience, row)
    return invitation.model_copy(update={"state": state})


def accepted_seat(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId
) -> tuple[RoomId, Party] | Refusal:
    """Where whoever was called in sits. Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED (they have not said yes)."""
    found = _own_call(transaction, actor, appointment_id)
    if isinstance(found, Refusal):
        return found
    _, row = found
    if row.state != Call.ACCEPTED.value:
        return Refusal(RefusalCode.NOT_ADMITTED)
    return RoomId(row.room_id), Party(row.party)


def set_aside(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: AsideAsk
) -> AsideState | Refusal:
    """Begin or end a word among those of the house. Refusals: those of `accepted_seat`, and of `asides.switch`."""
    seat = accepted_seat(transaction, actor, appointment_id)
    return seat if isinstance(seat, Refusal) else asides.switch(transaction, actor, seat, ask)


def write_caption(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: CaptionAsk
) -> Note | Refusal:
    """Write what the citizen reads large, of whoever takes the minutes or interprets.

    Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED (they have not said yes, or are there as something else),
    INVALID_REQUEST with the field (nothing is written), ILLEGAL_TRANSITION, LIMIT_REACHED.
    """
    found = _own_call(transaction, actor, appointment_id)
    if isinstance(found, Refusal):
        return found
    audience, row = found
    if row.state != Call.ACCEPTED.value or Capacity(row.capacity) not in WRITES_CAPTIONS:
        return Refusal(RefusalCode.NOT_ADMITTED)
    return notes.caption(transaction, actor, audience, ask.text)


# --- the room's side --------------------------------------------------------------------------------------------


def may_sit(transaction: Transaction, room_pass: RoomPass) -> bool:
    """Whether the seat is still theirs who were given this key: its call stands, and was answered before."""
    row = transaction.connection.execute(
        select(room_call.c.answered_at)
        .join(session, session.c.staff_id == room_call.c.staff_id)
        .where(
            *_seat(room_pass.room_id, room_pass.party),
            room_call.c.state == Call.ACCEPTED.value,
            session.c.id == room_pass.session_id,
        )
    ).one_or_none()
    return row is not None and row.answered_at <= room_pass.issued_at


def left(transaction: Transaction, room_id: RoomId, party: Party) -> None:
    """Whoever sat there has gone by themself; of a call that ended otherwise nothing is changed."""
    row = next((each for each in calls(transaction, room_id) if each.party == party.value), None)
    if row is not None:
        _end(transaction, room_id, row, Call.LEFT)
        _tell(transaction, _audience_of(transaction, room_id), person(transaction, row.staff_id))


def came_as_official(transaction: Transaction, room_pass: RoomPass) -> None:
    """Whoever was called in to take the talk over sits where the official does from now on, and there no more."""
    found = _audience_of(transaction, room_pass.room_id)
    theirs = select(session.c.staff_id).where(session.c.id == room_pass.session_id)
    staff_id = transaction.connection.execute(theirs).scalar_one()
    for row in calls(transaction, room_pass.room_id):
        if row.staff_id == staff_id:
            _end(transaction, room_pass.room_id, row, Call.LEFT)
            _tell(transaction, found, person(transaction, staff_id))


def take_out_all(transaction: Transaction, room_id: RoomId) -> None:
    """The citizen's end shows one person alone: no call stands any more."""
    for row in calls(transaction, room_id):
        _end(transaction, room_id, row, Call.TAKEN_OUT)
        found = _audience_of(transaction, room_id)
        _note(transaction, None, "take_out", found, row.staff_id)
        _tell(transaction, found, person(transaction, row.staff_id))


def tell_called(transaction: Transaction, found: Record) -> None:
    """Something about that talk is to be read again by whoever was called into it."""
    room_id = open_room(transaction, found.id)
    for row in () if room_id is None else calls(transaction, room_id):
        _tell_desk(transaction, found, person(transaction, row.staff_id))


def seated(transaction: Transaction, room_id: RoomId) -> frozenset[Party]:
    """The seats of those who were called in and have said yes."""
    rows = calls(transaction, room_id)
    return frozenset(Party(row.party) for row in rows if row.state == Call.ACCEPTED.value)


def participants(transaction: Transaction, room_id: RoomId) -> Mapping[Party, Participant]:
    """Who the members of staff are that are present, and as what."""
    taking_over = handed_over.seats(transaction, room_id)
    rows = transaction.connection.execute(
        people(every=True)
        .add_columns(room_member.c.party, room_call.c.capacity)
        .join(session, session.c.staff_id == staff.c.id)
        .join(room_member, room_member.c.session_id == session.c.id)
        .outerjoin(
            room_call, (room_call.c.room_id == room_member.c.room_id) & (room_call.c.party == room_member.c.party)
        )
        .where(room_member.c.room_id == room_id, room_member.c.present.is_(True))
    ).all()
    return {
        Party(row.party): Participant(
            party=Party(row.party),
            capacity=Capacity.OFFICIAL if row.capacity is None else Capacity(row.capacity),
            name=name_of(row),
            title=title_of(row),
            takes_over=row.capacity is not None and Party(row.party) in taking_over,
        )
        for row in rows
    }


# --- inside -----------------------------------------------------------------------------------------------------


def _capacities(
    transaction: Transaction, actor: Actor, found: Record, row: Row[Any]
) -> tuple[Capacity, ...]:  # the same
    """In what capacities they may be called in; none for whoever is confined to another governorate."""
    governorate_id = found.ownership(rules(transaction)).governorate_id
    if row.governorate_id is not None and governorate_id is not None and row.governorate_id != governorate_id:
        return ()
    agency_id = row.agency_id or row.office_agency_id
    callee = Standing(
        Role(row.role),
        office_id=None if row.office_id is None else OfficeId(row.office_id),
        agency_id=None if agency_id is None else AgencyId(agency_id),
        governorate_id=None if row.governorate_id is None else GovernorateId(row.governorate_id),
        staff_id=StaffId(row.id),
    )
    return capacities(actor.standing, callee)


def _tell(transaction: Transaction, found: Record, callee: Row[Any]) -> None:  # the same
    """The office, the citizen, and the desk of whoever is called: something is to be read again."""
    announce(transaction, found.id, found.attending_id, found.person_id)
    _tell_desk(transaction, found, callee)


def _tell_desk(transaction: Transaction, found: Record, callee: Row[Any]) -> None:  # the same
    desk = callee.office_id or callee.agency_id
    if desk is not None and desk != found.attending_id:
        announce_office(transaction, OfficeId(desk), found.id)


def _note(transaction: Transaction, actor: Actor | None, action: str, found: Record, staff_id: str) -> None:
    """In the trail: of the audience, and of whom it is about."""
    for subject in (found.id, staff_id):
        record(transaction, actor, action, subject)


def _reached(transaction: Transaction, actor: Actor, found: Record) -> Record | Refusal:
    """The audience, where whoever asks is called into it."""
    room_id = open_room(transaction, found.id)
    staff_ids = () if room_id is None else (StaffId(row.staff_id) for row in calls(transaction, room_id))
    ownership = replace(found.ownership(rules(transaction)), called=frozenset(staff_ids))
    return actor.refused(Action.BE_CALLED_IN, ownership) or found


def _own_call(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId
) -> tuple[Record, Row[Any]] | Refusal:  # the same
    if (refusal := actor.refused(Action.BE_CALLED_IN)) is not None:
        return refusal
    found = find(transaction, appointment_id)
    if found is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if isinstance(reached := _reached(transaction, actor, found), Refusal):
        return reached
    room_id = open_room(transaction, found.id)
    rows = () if room_id is None else calls(transaction, room_id)
    row = next((each for each in rows if each.staff_id == actor.staff_id), None)
    return Refusal(RefusalCode.NOT_FOUND) if row is None else (found, row)


def open_room(transaction: Transaction, appointment_id: AppointmentId) -> RoomId | None:
    """The room that an audience has now; None while no talk runs."""
    found: str | None = transaction.connection.execute(
        select(room.c.id).where(room.c.appointment_id == appointment_id, room.c.closed_at.is_(None))
    ).scalar_one_or_none()
    return None if found is None else RoomId(found)


def _audience_of(transaction: Transaction, room_id: RoomId) -> Record:
    appointment_id = transaction.connection.execute(
        select(room.c.appointment_id).where(room.c.id == room_id)
    ).scalar_one()
    return found_again(transaction, AppointmentId(appointment_id))


def calls(transaction: Transaction, room_id: RoomId) -> tuple[Row[Any], ...]:  # the same
    """The calls that are open."""
    query = select(room_call).where(room_call.c.room_id == room_id, room_call.c.state.in_(_OPEN))
    return tuple(transaction.connection.execute(query).all())


def _all_called(transaction: Transaction, room_id: RoomId) -> tuple[CalledIn, ...]:
    """Every seat's newest call, with who it is."""
    rows = transaction.connection.execute(
        people(every=True)
        .add_columns(room_call.c.party, room_call.c.capacity, room_call.c.state, room_call.c.called_at)
        .join(room_call, room_call.c.staff_id == staff.c.id)
        .where(room_call.c.room_id == room_id)
        .order_by(room_call.c.party.desc())  # third, fourth
    ).all()
    taking_over = handed_over.seats(transaction, room_id)
    return tuple(
        CalledIn(
            party=Party(row.party),
            staff_id=row.id,
            name=name_of(row),
            title=title_of(row),
            capacity=Capacity(row.capacity),
            state=Call(row.state),
            called_at=row.called_at,
            takes_over=Party(row.party) in taking_over,
        )
        for row in rows
    )


def _citizen_sees_one(transaction: Transaction, room_id: RoomId) -> bool:
    several = transaction.connection.execute(
        select(room_member.c.several).where(*_member(room_id, Party.CITIZEN))
    ).scalar_one_or_none()
    return several is False


def _end(transaction: Transaction, room_id: RoomId, row: Row[Any], state: Call) -> None:  # the same
    """The seat is free again; whoever sat there loses it."""
    party = Party(row.party)
    transaction.connection.execute(
        update(room_call).where(*_seat(room_id, party)).values(state=state.value, answered_at=transaction.now)
    )
    transaction.connection.execute(delete(room_member).where(*_member(room_id, party)))
    asides.somebody_left(transaction, room_id)
    recording_answers.somebody_left(transaction, _audience_of(transaction, room_id), StaffId(row.staff_id))


def _seat(room_id: RoomId, party: Party) -> tuple[Any, ...]:  # conditions of any kind
    return room_call.c.room_id == room_id, room_call.c.party == party.value


def _member(room_id: RoomId, party: Party) -> tuple[Any, ...]:  # the same
    return room_member.c.room_id == room_id, room_member.c.party == party.value
