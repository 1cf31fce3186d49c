"""A word among those of the house in a talk, whom the visitor's side neither hears nor sees meanwhile, nor they it.

Who interprets is of the visitor's side. The room's row says whether one goes on; each end is told from whom it keeps
apart, and sends nothing there. Whose side an empty seat will be of is not known: the house keeps apart from it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import select, update

from desk_client.domain.access import Action
from desk_client.domain.called_in import OF_THE_HOUSE, Call
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId, RoomId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.asides import AsideAsk, AsideState
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.rooms import room, room_call, room_member

_LEAST: Final = 2
"""So many have something to say to each other."""
Apart = Mapping[Party, tuple[Party, ...]]


def set_by_official(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: AsideAsk
) -> AsideState | Refusal:
    """Begin or end one, of the official who sits in the talk, at a desk or in a browser.

    Refusals: FORBIDDEN, NOT_FOUND, and those of `switch`.
    """
    found = reachable(transaction, actor, Action.SPEAK_APART, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = transaction.connection.execute(
        select(room.c.id).where(room.c.appointment_id == found.id, room.c.closed_at.is_(None))
    ).scalar_one_or_none()
    if room_id is None:
        return Refusal(RefusalCode.NOT_ADMITTED)
    return switch(transaction, actor, (RoomId(room_id), Party.OFFICIAL), ask)


def switch(transaction: Transaction, actor: Actor, seat: tuple[RoomId, Party], ask: AsideAsk) -> AsideState | Refusal:
    """Begin or end one, of whoever sits there.

    Refusals: NOT_ADMITTED (they are not of the house, or not in the room), ILLEGAL_TRANSITION (fewer than two of the
    house are there, the line of one of them is broken, or an end is too old to keep to it).
    """
    room_id, party = seat
    lock_row(transaction.connection, room, room_id)
    members = transaction.connection.execute(select(room_member).where(room_member.c.room_id == room_id)).all()
    of_house = house(transaction, room_id)
    if party not in of_house or not any(
        each.party == party.value and each.session_id == actor.session_id for each in members
    ):
        return Refusal(RefusalCode.NOT_ADMITTED)
    if ask.on is _goes_on(transaction, room_id):
        return AsideState(on=ask.on)
    here = [each for each in members if Party(each.party) in of_house]
    if ask.on and (
        len(here) < _LEAST or not all(each.present for each in here) or not all(each.asides for each in members)
    ):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    _set(transaction, actor, room_id, on=ask.on)
    return AsideState(on=ask.on)


def house(transaction: Transaction, room_id: RoomId) -> frozenset[Party]:
    """The seats of the house: the official's, and of those who were called in, have said yes and do not interpret."""
    called = transaction.connection.execute(
        select(room_call.c.party).where(
            room_call.c.room_id == room_id,
            room_call.c.state == Call.ACCEPTED.value,
            room_call.c.capacity.in_([capacity.value for capacity in OF_THE_HOUSE]),
        )
    ).scalars()
    return frozenset({Party.OFFICIAL, *(Party(each) for each in called)})


def apart(transaction: Transaction, room_id: RoomId) -> Apart:
    """From whom each seat keeps apart now; nobody where no word goes on."""
    if not _goes_on(transaction, room_id):
        return MappingProxyType({})
    of_house = house(transaction, room_id)
    theirs, ours = tuple(sorted(of_house)), tuple(sorted(set(Party) - of_house))
    return MappingProxyType({party: ours if party in of_house else theirs for party in Party})


def may_enter(transaction: Transaction, room_id: RoomId, party: Party, *, asides: bool) -> bool:
    """Whether an end may come in now: one of the house that cannot keep apart waits until the word is over."""
    return asides or party not in house(transaction, room_id) or not _goes_on(transaction, room_id)


def somebody_left(transaction: Transaction, room_id: RoomId) -> None:
    """It is over where fewer than two of the house are left."""
    if not _goes_on(transaction, room_id):
        return
    seats = transaction.connection.execute(
        select(room_member.c.party).where(room_member.c.room_id == room_id)
    ).scalars()
    if len(house(transaction, room_id) & {Party(each) for each in seats}) < _LEAST:
        _set(transaction, None, room_id, on=False)


def over(transaction: Transaction, room_id: RoomId) -> None:
    """The talk is somebody else's from now on."""
    if _goes_on(transaction, room_id):
        _set(transaction, None, room_id, on=False)


def _goes_on(transaction: Transaction, room_id: RoomId) -> bool:
    query = select(room.c.aside_since).where(room.c.id == room_id, room.c.closed_at.is_(None))
    return transaction.connection.execute(query).scalar_one_or_none() is not None


def _set(transaction: Transaction, actor: Actor | None, room_id: RoomId, *, on: bool) -> None:
    """Written, noted in the trail, and told to everybody in the room."""
    run = transaction.connection.execute
    run(update(room).where(room.c.id == room_id).values(aside_since=transaction.now if on else None))
    row = run(
        select(appointment.c.id, appointment.c.attending_id, appointment.c.person_id)
        .join(room, room.c.appointment_id == appointment.c.id)
        .where(room.c.id == room_id)
    ).one()
    record(transaction, actor, "begin_aside" if on else "end_aside", row.id)
    announce(transaction, AppointmentId(row.id), OfficeId(row.attending_id), PersonId(row.person_id))
