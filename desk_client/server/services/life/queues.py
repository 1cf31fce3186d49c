"""The waiting room: who is next, when one's turn comes, and whom to tell that it has moved."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, select, update

from desk_client.domain.access import Action, Scope, scope_of
from desk_client.domain.appointment import QUEUED_STATES, AppointmentState
from desk_client.domain.ids import AppointmentId, OfficeId, ServiceId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.queue import Eta, Told, Waiting, etas, in_order, lengths, to_tell
from desk_client.protocol.queues import Queue, QueueEntry, QueuePlace
from desk_client.server.notify.notices import QueueMoved
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import find, reachable
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.life.breaks import breaks
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.booking import appointment, queue_told

_QUEUED: Final = [state.value for state in sorted(QUEUED_STATES)]
_RECENT: Final = 30


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who waits, and when their turn comes."""

    id: AppointmentId
    office_id: OfficeId
    service_id: ServiceId
    site_id: str | None
    governorate_id: str
    ticket_number: str
    state: AppointmentState
    kiosk_id: str | None
    starts_at: datetime
    eta: Eta


def place(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> QueuePlace | Refusal:
    """When one's turn comes. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (they do not wait)."""
    found = reachable(transaction, actor, Action.SEE_QUEUE, appointment_id)
    if isinstance(found, Refusal):
        return found
    turn = next((each for each in line(transaction, {found.attending_id}) if each.id == found.id), None)
    if turn is None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    shown = actor.is_staff or rules(transaction).offices[turn.office_id].shows_position
    return QueuePlace(
        position=turn.eta.position if shown else None,
        earliest_min=turn.eta.earliest_min,
        latest_min=turn.eta.latest_min,
        at=transaction.now,
        break_until=breaks(transaction, {turn.office_id}).get(turn.office_id),
    )


def queue(transaction: Transaction, actor: Actor) -> Queue | Refusal:
    """Who waits for the asker's office or agency, or in their hall. Refusal: FORBIDDEN."""
    if not actor.is_staff or actor.refused(Action.SEE_QUEUE) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    rulebook = rules(transaction)
    match scope_of(actor.role, Action.SEE_QUEUE):
        case Scope.OFFICE:
            turns = [] if actor.office_id is None else line(transaction, {actor.office_id})
        case Scope.AGENCY:
            turns = line(
                transaction, {each.id for each in rulebook.offices.values() if each.agency_id == actor.agency_id}
            )
        case Scope.SITE:
            turns = [each for each in line(transaction) if each.site_id == actor.site_id]
        case _:
            return Refusal(RefusalCode.FORBIDDEN)
    elsewhere = actor.governorate_id
    return Queue(
        at=transaction.now,
        entries=tuple(
            QueueEntry(
                appointment_id=each.id,
                ticket_number=each.ticket_number,
                office_id=each.office_id,
                office_title=rulebook.offices[each.office_id].title,
                state=each.state,
                kiosk_number=None if each.kiosk_id is None else rulebook.kiosk_numbers[each.kiosk_id],
                position=each.eta.position,
                earliest_min=each.eta.earliest_min,
                latest_min=each.eta.latest_min,
            )
            for each in turns
            if elsewhere is None or each.governorate_id in {"", elsewhere}
        ),
    )


def line(transaction: Transaction, office_ids: Collection[OfficeId] | None = None) -> list[Turn]:
    """Everybody who waits for these offices, or for any, by office and turn."""
    condition: ColumnElement[bool] = appointment.c.state.in_(_QUEUED)
    if office_ids is not None:
        condition = and_(condition, appointment.c.attending_id.in_(sorted(office_ids)))
    rows = transaction.connection.execute(select(appointment).where(condition)).all()
    by_office: dict[OfficeId, list[Waiting]] = defaultdict(list)
    by_id = {row.id: row for row in rows}
    for row in rows:
        by_office[OfficeId(row.attending_id)].append(_waiting(row))
    resting = breaks(transaction, by_office)
    found: list[Turn] = []
    for office_id in sorted(by_office):
        ordered = in_order(by_office[office_id])
        next_service = ServiceId(by_id[ordered[0].appointment_id].service_id)
        for person, eta in zip(
            ordered, _etas(transaction, office_id, next_service, ordered, resting.get(office_id)), strict=True
        ):
            row = by_id[person.appointment_id]
            found.append(
                Turn(
                    person.appointment_id,
                    office_id,
                    ServiceId(row.service_id),
                    row.site_id,
                    row.governorate_id,
                    row.ticket_number or "",
                    AppointmentState(row.state),
                    row.checked_in_kiosk_id,
                    row.starts_at,
                    eta,
                )
            )
    return found


def waiting_for(transaction: Transaction, office_id: OfficeId) -> list[Waiting]:
    """Everybody who waits for the office, in no order."""
    rows = transaction.connection.execute(
        select(appointment).where(appointment.c.state.in_(_QUEUED), appointment.c.attending_id == office_id)
    )
    return [_waiting(row) for row in rows.all()]


def _waiting(row: Row[Any]) -> Waiting:  # a row's columns are of many types
    if row.turn_at is None:
        return Waiting(AppointmentId(row.id), row.starts_at)
    # who is taken earlier is not told to wait for their own hour
    return Waiting(AppointmentId(row.id), min(row.starts_at, row.turn_at), row.turn_at)


def _etas(
    transaction: Transaction,
    office_id: OfficeId,
    service_id: ServiceId,
    ordered: tuple[Waiting, ...],
    rests_until: datetime | None,
) -> tuple[Eta, ...]:
    rulebook = rules(transaction)
    rule = rulebook.services[service_id].rule
    running = transaction.connection.execute(
        select(appointment.c.admitted_at, appointment.c.starts_at, appointment.c.ends_at, appointment.c.service_id)
        .where(
            appointment.c.attending_id == office_id,
            appointment.c.state == AppointmentState.IN_SESSION.value,
            appointment.c.starts_at > transaction.now - timedelta(days=1),
        )
        .order_by(appointment.c.admitted_at)
    ).all()
    # one that was extended lasts as if it had begun that much later
    begun = sorted(
        each.admitted_at + _extended(rulebook, each.service_id, each.ends_at - each.starts_at)
        for each in running
        if each.admitted_at is not None
    )
    recent = transaction.connection.execute(
        select(appointment.c.admitted_at, appointment.c.completed_at)
        .where(
            appointment.c.attending_id == office_id,
            appointment.c.completed_at.is_not(None),
            appointment.c.admitted_at.is_not(None),
        )
        .order_by(appointment.c.starts_at.desc())
        .limit(_RECENT)
    ).all()
    known = lengths([row.completed_at - row.admitted_at for row in reversed(recent)], rule.length)
    full = len(begun) >= rulebook.offices[office_id].seats
    return etas(ordered, known, transaction.now, begun[0] if full and begun else None, rule.buffer, rests_until)


def _extended(rulebook: Rulebook, service_id: ServiceId, planned: timedelta) -> timedelta:
    """By how much an audience is to last longer than its service's slots."""
    return max(timedelta(), planned - rulebook.services[service_id].rule.length)


def remember(transaction: Transaction, turns: Collection[Turn]) -> None:
    """Whoever has just begun to wait sees their range on the screen: that is what they were told."""
    insert_new(
        transaction.connection,
        queue_told,
        [
            {
                "appointment_id": each.id,
                "position": each.eta.position,
                "earliest_min": each.eta.earliest_min,
                "latest_min": each.eta.latest_min,
                "told_at": transaction.now,
            }
            for each in sorted(turns, key=lambda turn: turn.id)
        ],
    )


def unheard(transaction: Transaction) -> tuple[list[Turn], list[tuple[Turn, Told]]]:
    """Who waits and was told nothing yet; and whose turn has moved from what they were told."""
    turns = line(transaction)
    told = _told(transaction, [each.id for each in turns])
    by_office: dict[OfficeId, list[Turn]] = defaultdict(list)
    for each in turns:
        by_office[each.office_id].append(each)
    late: list[tuple[Turn, Told]] = []
    for office in by_office.values():
        waiting = [Waiting(each.id, each.starts_at) for each in office]
        by_id = {each.id: each for each in office}
        late += [
            (by_id[each], told[each]) for each in to_tell(told, waiting, [each.eta for each in office], transaction.now)
        ]
    return [each for each in turns if each.id not in told], late


def tell_moved(transaction: Transaction, turn: Turn, before: Told) -> bool:
    """Tell somebody their new range, once; False where another server was quicker, or they wait no more."""
    found = find(transaction, turn.id)
    if found is None or found.state not in QUEUED_STATES:
        return False
    changed = transaction.connection.execute(
        update(queue_told)
        .where(queue_told.c.appointment_id == turn.id, queue_told.c.told_at == before.at)
        .values(
            position=turn.eta.position,
            earliest_min=turn.eta.earliest_min,
            latest_min=turn.eta.latest_min,
            told_at=transaction.now,
        )
    )
    if changed.rowcount == 0:
        return False
    earliest = transaction.now + timedelta(minutes=turn.eta.earliest_min)
    latest = transaction.now + timedelta(minutes=turn.eta.latest_min)
    tell_about(
        transaction,
        found,
        lambda meeting: QueueMoved(meeting.office, meeting.ticket_number, earliest, latest, meeting.zone),
        expires_at=latest,
    )
    record(transaction, None, "tell_queue_moved", turn.id)
    return True


def _told(transaction: Transaction, ids: list[AppointmentId]) -> Mapping[AppointmentId, Told]:
    rows = transaction.connection.execute(select(queue_told).where(queue_told.c.appointment_id.in_(ids)))
    return {
        AppointmentId(row.appointment_id): Told(Eta(row.position, row.earliest_min, row.latest_min), row.told_at)
        for row in rows
    }
