"""Who of those who wait is received before whom, and who is not received at all."""

from sqlalchemy import update

from desk_client.domain.access import Action
from desk_client.domain.appointment import Step
from desk_client.domain.decision import MAX_TEXT_LENGTH, Decision, DecisionCode
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.queue import in_order, moved_to
from desk_client.domain.request import parse_decline
from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.queues import DeclineAsk, TurnAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import Record, agenda_item, found_again, moved, reachable
from desk_client.server.services.life.breaks import tell_waiting_room
from desk_client.server.services.life.outcomes import write_decision
from desk_client.server.services.life.queues import waiting_for
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.region import office


def skip(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """Take the one behind first: who was next comes directly after them.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (they are not next, or nobody is behind them: of two who skip at
    once, the second is refused).
    """
    found = reachable(transaction, actor, Action.RUN_WAITING_ROOM, appointment_id)
    if isinstance(found, Refusal):
        return found
    return _moved(transaction, actor, found, 2, "skip", only_next=True)


def take_first(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: TurnAsk
) -> AgendaItem | Refusal:
    """Give somebody another place; the trail keeps why. Where they have that place already, nothing happens.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (they do not wait).
    """
    found = reachable(transaction, actor, Action.RUN_WAITING_ROOM, appointment_id)
    if isinstance(found, Refusal):
        return found
    return _moved(transaction, actor, found, ask.position, f"reorder_{ask.reason}", only_next=False)


def decline(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: DeclineAsk
) -> AgendaItem | Refusal:
    """Not receive somebody who waits: who says so, why, and where they go next is the outcome that they read.

    Refusals: FORBIDDEN, NOT_FOUND, INVALID_REASON (with the field), ILLEGAL_TRANSITION (they do not wait).
    """
    found = reachable(transaction, actor, Action.DECLINE, appointment_id)
    if isinstance(found, Refusal):
        return found
    named = parse_decline(ask.unit, ask.reason, ask.next_step)
    if isinstance(named, Refusal):
        return named
    if len(named.unit) > _UNIT:
        return Refusal(RefusalCode.INVALID_REASON, field="unit")
    declined = moved(transaction, actor, found, Step.DECLINE)
    if isinstance(declined, Refusal):
        return declined
    claims.release(transaction, [found.id])
    text = f"{named.reason}\n{named.next_step}"[:MAX_TEXT_LENGTH]
    write_decision(transaction, actor, declined, Decision(DecisionCode.DECLINED, text, named.unit))
    tell_waiting_room(transaction, found.attending_id)
    return agenda_item(transaction, declined)


def _moved(
    transaction: Transaction, actor: Actor, found: Record, position: int, action: str, *, only_next: bool
) -> AgendaItem | Refusal:
    lock_row(transaction.connection, office, found.attending_id)  # of two who reorder at once, one reads the other's
    waiting = in_order(waiting_for(transaction, found.attending_id))
    place = next((at for at, each in enumerate(waiting) if each.appointment_id == found.id), None)
    if place is None or (only_next and (place != 0 or len(waiting) < _TWO)):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    turns = moved_to(waiting, found.id, position)
    for each, turn in turns.items():
        transaction.connection.execute(update(appointment).where(appointment.c.id == each).values(turn_at=turn))
    if turns:
        record(transaction, actor, action, found.id)
        tell_waiting_room(transaction, found.attending_id)
    return agenda_item(transaction, found_again(transaction, found.id))


_UNIT = 200
_TWO = 2
