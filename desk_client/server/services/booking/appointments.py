"""Appointments as records and as answers, and the one way in which their state changes."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select, true, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AppointmentState, Step, after
from desk_client.domain.booking_rules import cancel_until, change_until
from desk_client.domain.handover import READ_AFTER, READ_BEFORE
from desk_client.domain.ids import AppointmentId, CaseId, GovernorateId, OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber
from desk_client.protocol.appointments import AgendaItem, Appointment, Appointments
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.slots import Slot
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.calendar_links import calendar_url
from desk_client.server.services.booking.handed_over import is_given_away, is_offered
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.prepared import Row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person


@dataclass(frozen=True, slots=True)
class Record:
    """An appointment with the person's name; the names of offices, services and sites are in the rulebook."""

    id: AppointmentId
    case_id: CaseId
    version: int
    person_id: PersonId
    office_id: OfficeId
    attending_id: OfficeId
    service_id: ServiceId
    site_id: SiteId | None
    governorate_id: GovernorateId
    kind: AppointmentKind
    state: AppointmentState
    starts_at: datetime
    ends_at: datetime
    zone: str
    interpreter: bool
    priority: int
    subject: str
    ticket_number: str
    claims: int
    booked_at: datetime | None
    checked_in_at: datetime | None
    checked_in_kiosk_id: str | None
    queued_at: datetime | None
    admitted_at: datetime | None
    citizen_name: str
    masked_id: str

    def ownership(self, rulebook: Rulebook) -> Ownership:
        """Whose it is: the citizen's, the office's with which it was booked, and theirs who attend."""
        return Ownership(
            self.person_id,
            frozenset({self.office_id, self.attending_id}),
            rulebook.offices[self.attending_id].agency_id,
            self.site_id,
            self.governorate_id or None,  # a call from one's own computer takes place in none
            self.id,
        )


def records() -> Select[*tuple[object, ...]]:
    """The query behind `record_of`; callers add a condition and an order."""
    return select(
        appointment,
        person.c.name_sealed,
        person.c.document,
        person.c.nationality,
        person.c.number_sealed,
    ).join(person, person.c.id == appointment.c.person_id)


def record_of(transaction: Transaction, row: Row) -> Record:
    """One row of `records`, opened."""
    appointment_id, person_id = row.id, row.person_id
    vault = transaction.vault
    return Record(
        id=AppointmentId(appointment_id),
        case_id=CaseId(row.case_id),
        version=row.version,
        person_id=PersonId(person_id),
        office_id=OfficeId(row.office_id),
        attending_id=OfficeId(row.attending_id),
        service_id=ServiceId(row.service_id),
        site_id=row.site_id,
        governorate_id=GovernorateId(row.governorate_id),
        kind=AppointmentKind(row.kind),
        state=AppointmentState(row.state),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=row.zone,
        interpreter=row.interpreter_id is not None,
        priority=row.priority,
        subject=opened(transaction, "appointment.subject", appointment_id, row.subject_sealed),
        ticket_number=row.ticket_number or "",
        claims=row.claims,
        booked_at=row.booked_at,
        checked_in_at=row.checked_in_at,
        checked_in_kiosk_id=row.checked_in_kiosk_id,
        queued_at=row.queued_at,
        admitted_at=row.admitted_at,
        citizen_name=opened(transaction, "person.name", person_id, row.name_sealed),
        masked_id=""
        if row.number_sealed is None
        else Document(
            DocumentKind(row.document),
            DocumentNumber(vault.open("person.number", person_id, row.number_sealed)),
            row.nationality,
        ).masked,
    )


def opened(transaction: Transaction, column: str, row: str, sealed: bytes | None) -> str:
    """A sealed text; an empty one where there is nothing, or where it was erased."""
    return "" if sealed is None else transaction.vault.open(column, row, sealed)


def find(transaction: Transaction, appointment_id: AppointmentId) -> Record | None:
    """One appointment, or None."""
    row = transaction.connection.execute(records().where(appointment.c.id == appointment_id)).one_or_none()
    return None if row is None else record_of(transaction, row)


def found_again(transaction: Transaction, appointment_id: AppointmentId) -> Record:
    """The appointment that this transaction has just changed."""
    changed = find(transaction, appointment_id)
    if changed is None:
        raise LookupError("an appointment is found in the transaction that changed it")
    return changed


def reachable(
    transaction: Transaction, actor: Actor, action: Action, appointment_id: AppointmentId
) -> Record | Refusal:
    """An appointment on which the actor may take the action. Refusals: FORBIDDEN, NOT_FOUND.

    Whoever is asked to take its talk over reads it before; an office that gave it away reads it still, and no more.
    """
    if (refusal := actor.refused(action)) is not None:
        return refusal
    found = find(transaction, appointment_id)
    if found is None:
        return Refusal(RefusalCode.NOT_FOUND)
    whose = found.ownership(rules(transaction))
    refused = actor.refused(action, whose)
    if actor.office_id in {None, found.attending_id}:
        return refused or found
    if refused is not None and action in READ_BEFORE and is_offered(transaction, found.id, actor.staff_id):
        refused = actor.refused(action, replace(whose, office_ids=whose.office_ids | {actor.office_id}))
    elif refused is None and action not in READ_AFTER and is_given_away(transaction, found.id, actor.office_id):
        refused = Refusal(RefusalCode.FORBIDDEN)
    return refused or found


def step(
    transaction: Transaction, actor: Actor | None, found: Record, taken: Step, **values: object
) -> AppointmentState | Refusal:
    """Take a step that the table allows; write, audit and announce it. Other columns may change with it.

    The version that was read is part of the update's condition, so that of two who act at once one is refused.
    No actor is a job of the house.
    """
    following = after(found.state, taken)
    if isinstance(following, Refusal):
        return following
    moved = transaction.connection.execute(
        update(appointment)
        .where(appointment.c.id == found.id, appointment.c.version == found.version)
        .values(state=following.value, version=found.version + 1, **values)
    )
    if moved.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, taken.value, found.id)
    for office_id in {found.office_id, found.attending_id}:
        announce(transaction, found.id, office_id, found.person_id)
    return following


def moved(
    transaction: Transaction, actor: Actor | None, found: Record, taken: Step, **values: object
) -> Record | Refusal:
    """`step`, and the appointment as it is afterwards."""
    following = step(transaction, actor, found, taken, **values)
    return following if isinstance(following, Refusal) else found_again(transaction, found.id)


def appointment_answer(transaction: Transaction, found: Record) -> Appointment:
    """As the citizen sees it."""
    rulebook = rules(transaction)
    office, service = rulebook.offices[found.office_id], rulebook.services[found.service_id]
    return Appointment(
        id=found.id,
        case_id=found.case_id,
        version=found.version,
        state=found.state,
        kind=found.kind,
        ticket_number=found.ticket_number,
        office_id=found.office_id,
        office_title=office.title,
        honorific=office.honorific,
        attending_title=None if found.attending_id == found.office_id else rulebook.offices[found.attending_id].title,
        service_id=found.service_id,
        service_name=service.name,
        site_id=found.site_id,
        site_name=None if found.site_id is None else rulebook.sites[found.site_id].name,
        slot=slot_answer(found.starts_at, found.ends_at, found.zone),
        zone=found.zone,
        subject=found.subject,
        interpreter=found.interpreter,
        check_in_opens_at=found.starts_at - transaction.settings.audiences.check_in_before,
        cancel_until=cancel_until(found.starts_at, service.change),
        change_until=change_until(found.starts_at, service.change),
        calendar_url=calendar_url(transaction, found.id),
    )


def agenda_item(transaction: Transaction, found: Record) -> AgendaItem:
    """As the office sees it."""
    rulebook = rules(transaction)
    return AgendaItem(
        id=found.id,
        version=found.version,
        state=found.state,
        kind=found.kind,
        slot=slot_answer(found.starts_at, found.ends_at, found.zone),
        zone=found.zone,
        citizen_name=found.citizen_name,
        masked_id=found.masked_id,
        service_name=rulebook.services[found.service_id].name,
        subject=found.subject,
        site_name=None if found.site_id is None else rulebook.sites[found.site_id].name,
        interpreter=found.interpreter,
        priority=found.priority > 0,
        kiosk_number=None if found.checked_in_kiosk_id is None else rulebook.kiosk_numbers[found.checked_in_kiosk_id],
        present_since=found.checked_in_at,
    )


def slot_answer(starts_at: datetime, ends_at: datetime, zone: str) -> Slot:
    """A slot with what the clock on the wall shows at its start."""
    return Slot(starts_at=starts_at, ends_at=ends_at, wall_time=starts_at.astimezone(ZoneInfo(zone)).time())


def mine(
    transaction: Transaction, actor: Actor, after: str | None = None, most: int = MOST_ROWS
) -> Appointments | Refusal:
    """The citizen's own: those to come by time, then those that are over, the latest first.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `after`: none of them).
    """
    if actor.person_id is None or actor.refused(Action.SEE_APPOINTMENT) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.person_id == actor.person_id,
            appointment.c.state != AppointmentState.HELD.value,
            appointment.c.booked_at.is_not(None),  # an offer that came to nothing was never theirs
            true() if actor.appointment_id is None else appointment.c.id == actor.appointment_id,
        )
        .order_by(appointment.c.starts_at)
    ).all()
    found = [record_of(transaction, row) for row in rows]
    to_come = [one for one in found if one.ends_at > transaction.now]
    over = [one for one in found if one.ends_at <= transaction.now]
    ordered = (*to_come, *reversed(over))
    place = 0 if after is None else next((at for at, one in enumerate(ordered, 1) if one.id == after), None)
    if place is None:
        return Refusal(RefusalCode.INVALID_REQUEST, field="after")
    page = ordered[place : place + most]
    return Appointments(
        appointments=tuple(appointment_answer(transaction, one) for one in page),
        next=page[-1].id if place + most < len(ordered) else None,
    )


def one(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Appointment | Refusal:
    """One appointment. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.SEE_APPOINTMENT, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_APPOINTMENT.value, found.person_id, found.id)
    return appointment_answer(transaction, found)
