"""What a handover lets an office see before, and takes from another one afterwards; and what was written with it."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, Select, select

from desk_client.domain.called_in import Call
from desk_client.domain.ids import AppointmentId, OfficeId, RoomId, StaffId
from desk_client.domain.party import Party
from desk_client.server.security.room_tokens import RoomPass
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import session, staff
from desk_client.server.storage.tables.rooms import handover, room, room_call

NOTE: Final = "handover.note"
_OPEN: Final = tuple(state.value for state in Call if state.is_open)
Columns = Row[Any]  # of many types; the table checks them


def standing(appointment_id: AppointmentId) -> Select[Any]:  # the same
    """The handover that is asked for: its call stands, in the room that is open, and nothing is done yet."""
    return _called().where(
        handover.c.appointment_id == appointment_id,
        handover.c.done_at.is_(None),
        room_call.c.state.in_(_OPEN),
        room.c.closed_at.is_(None),
    )


def seats(transaction: Transaction, room_id: RoomId) -> frozenset[Party]:
    """Of those who were called into that room, the seats of who was to take the talk over."""
    parties = transaction.connection.execute(_called().where(handover.c.room_id == room_id)).all()
    return frozenset(Party(each.party) for each in parties)


def of_call(transaction: Transaction, appointment_id: AppointmentId, staff_id: StaffId, party: Party) -> Columns | None:
    """The handover on whose call somebody sits there; None where they were called for something else."""
    return transaction.connection.execute(
        _called().where(
            handover.c.appointment_id == appointment_id,
            handover.c.offered_to == staff_id,
            handover.c.party == party.value,
            room.c.closed_at.is_(None),
        )
    ).one_or_none()


def is_offered(transaction: Transaction, appointment_id: AppointmentId, staff_id: StaffId | None) -> bool:
    """Whether they are asked to take it over, and have not said no."""
    offered = standing(appointment_id).where(handover.c.offered_to == staff_id)
    return transaction.connection.execute(offered).first() is not None


def is_given_away(transaction: Transaction, appointment_id: AppointmentId, office_id: OfficeId) -> bool:
    """Whether that office handed it over to another one; who receives now is the appointment's to say."""
    given = handover.c.from_office_id == office_id, handover.c.done_at.is_not(None)
    query = select(handover.c.id).where(handover.c.appointment_id == appointment_id, *given).limit(1)
    return transaction.connection.execute(query).first() is not None


def has_given_it_away(transaction: Transaction, room_pass: RoomPass) -> bool:
    """Whether who holds this key to a room is of an office that handed its talk over, and does not receive any more."""
    return (
        transaction.connection.execute(
            select(handover.c.id)
            .join(appointment, appointment.c.id == handover.c.appointment_id)
            .join(staff, staff.c.office_id == handover.c.from_office_id)
            .join(session, session.c.staff_id == staff.c.id)
            .where(
                handover.c.appointment_id == room_pass.appointment_id,
                handover.c.done_at.is_not(None),
                handover.c.from_office_id != appointment.c.attending_id,
                session.c.id == room_pass.session_id,
            )
            .limit(1)
        ).first()
        is not None
    )


def done_of(transaction: Transaction, appointment_id: AppointmentId) -> Sequence[Columns]:
    """Every time that it was handed over, the latest first."""
    return transaction.connection.execute(
        select(handover)
        .where(handover.c.appointment_id == appointment_id, handover.c.done_at.is_not(None))
        .order_by(handover.c.done_at.desc(), handover.c.id)
    ).all()


def note_of(transaction: Transaction, row: Columns) -> str:
    """What was written with it."""
    return transaction.vault.open(NOTE, row.id, row.note_sealed)


def _called() -> Select[Any]:  # of many types, as above
    """Handovers with the calls that they were asked with: a seat has the newest call alone."""
    return (
        select(handover, room_call.c.state)
        .join(
            room_call,
            (room_call.c.room_id == handover.c.room_id)
            & (room_call.c.party == handover.c.party)
            & (room_call.c.staff_id == handover.c.offered_to)
            & (room_call.c.called_at == handover.c.called_at),
        )
        .join(room, room.c.id == handover.c.room_id)
    )
