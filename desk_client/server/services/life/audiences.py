"""The hour of an audience: check-in, the office's agenda, admission, sending back, breaks, completion."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, insert, or_, true, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AHEAD_STATES, IN_HAND_STATES, AppointmentState, Step
from desk_client.domain.ids import AppointmentId, new_room_id
from desk_client.domain.kinds import VIDEO_KINDS, AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Agenda, AgendaItem, Appointment
from desk_client.server.services.access import browsers
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import (
    Record,
    agenda_item,
    appointment_answer,
    moved,
    reachable,
    record_of,
    records,
)
from desk_client.server.services.life import recordings
from desk_client.server.services.life.breaks import breaks, over
from desk_client.server.services.life.presence import in_line
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.rooms import room


def check_in(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Appointment | Refusal:
    """The citizen is here: at a kiosk, or for a call from their own computer at that.

    Refusals: FORBIDDEN (field `kind`: nobody is elsewhere who says so at home), NOT_FOUND, TOO_EARLY, TOO_LATE,
    ILLEGAL_TRANSITION.
    """
    found = reachable(transaction, actor, Action.CHECK_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    if not actor.is_staff and actor.kiosk_id is None and found.kind is not AppointmentKind.VIDEO_OWN:
        return Refusal(RefusalCode.FORBIDDEN, field="kind")
    opens_at = found.starts_at - transaction.settings.audiences.check_in_before
    if found.state in AHEAD_STATES:
        if transaction.now < opens_at:
            wait = opens_at - transaction.now
            return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int(wait.total_seconds()) + 1)
        if transaction.now >= found.ends_at:
            return Refusal(RefusalCode.TOO_LATE)
    here = moved(
        transaction,
        actor,
        found,
        Step.CHECK_IN,
        checked_in_at=transaction.now,
        checked_in_kiosk_id=actor.kiosk_id,
    )
    if isinstance(here, Refusal):
        return here
    waiting = moved(transaction, actor, here, Step.WAIT, queued_at=transaction.now)
    return waiting if isinstance(waiting, Refusal) else appointment_answer(transaction, waiting)


def agenda(transaction: Transaction, actor: Actor, day: date | None) -> Agenda | Refusal:
    """The audiences of the office's day, by time. Refusal: FORBIDDEN.

    Without a day it is the office's own today, and with it whatever is in hand: one who comes late in the evening for a
    slot after midnight is not overlooked, nor an outcome that was not written on its day.
    """
    if actor.office_id is None or actor.refused(Action.SEE_AGENDA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    zone = ZoneInfo(rules(transaction).offices[actor.office_id].zone)
    shown = transaction.now.astimezone(zone).date() if day is None else day
    that_day = and_(
        appointment.c.starts_at >= datetime.combine(shown, time(0), zone),
        appointment.c.starts_at < datetime.combine(shown + timedelta(days=1), time(0), zone),
    )
    in_hand = appointment.c.state.in_([state.value for state in IN_HAND_STATES])
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.attending_id == actor.office_id,
            or_(that_day, in_hand) if day is None else that_day,
            appointment.c.state.not_in([AppointmentState.HELD.value, AppointmentState.CANCELLED.value]),
            # what takes place nowhere is everywhere's
            true() if actor.governorate_id is None else appointment.c.governorate_id.in_(["", actor.governorate_id]),
        )
        .order_by(appointment.c.starts_at)
    ).all()
    found = [record_of(transaction, row) for row in rows]
    for each in found:
        looked_at(transaction, actor, Action.SEE_AGENDA.value, each.person_id, each.id)
    items = (agenda_item(transaction, each) for each in found)
    return Agenda(
        date=shown,
        items=in_line(transaction, actor.office_id, found, items),
        break_until=breaks(transaction, {actor.office_id}).get(actor.office_id),
        browser_since=browsers.since(transaction, actor),
    )


def admit(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """Open a room for the two. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.ADMIT, appointment_id)
    if isinstance(found, Refusal):
        return found
    admitted = moved(transaction, actor, found, Step.ADMIT, admitted_at=transaction.now)
    if isinstance(admitted, Refusal):
        return admitted
    over(transaction, actor, found.attending_id)  # whoever receives somebody is back
    _open_room(transaction, found)
    return agenda_item(transaction, admitted)


def send_back(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """Back to the waiting room; the room closes. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.SEND_BACK, appointment_id)
    return found if isinstance(found, Refusal) else _left(transaction, actor, found, Step.SEND_BACK)


def pause(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """A break: the room closes, the place is kept. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.PAUSE, appointment_id)
    return found if isinstance(found, Refusal) else _left(transaction, actor, found, Step.PAUSE)


def resume(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """After the break, in a new room. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.PAUSE, appointment_id)
    if isinstance(found, Refusal):
        return found
    resumed = moved(transaction, actor, found, Step.RESUME)
    if isinstance(resumed, Refusal):
        return resumed
    _open_room(transaction, found)
    return agenda_item(transaction, resumed)


def complete(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """The session is over; the room closes. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.COMPLETE, appointment_id)
    if isinstance(found, Refusal):
        return found
    return _left(transaction, actor, found, Step.COMPLETE, completed_at=transaction.now)


def _left(transaction: Transaction, actor: Actor, found: Record, taken: Step, **values: object) -> AgendaItem | Refusal:
    """Take a step after which nobody is in the room."""
    after = moved(transaction, actor, found, taken, **values)
    if isinstance(after, Refusal):
        return after
    close_room(transaction, found.id)
    return agenda_item(transaction, after)


def _open_room(transaction: Transaction, found: Record) -> None:
    if found.kind not in VIDEO_KINDS:
        return
    transaction.connection.execute(
        insert(room).values(
            id=new_room_id(transaction.id_bytes()),
            appointment_id=found.id,
            opened_at=transaction.now,
        )
    )


def close_room(transaction: Transaction, appointment_id: AppointmentId) -> None:
    """Whoever is in the appointment's room is sent out after the commit; what was recorded there is over."""
    recordings.over(transaction, None, appointment_id)
    transaction.connection.execute(
        update(room)
        .where(room.c.appointment_id == appointment_id, room.c.closed_at.is_(None))
        .values(closed_at=transaction.now, aside_since=None)
    )
