"""Appointments as records and as answers, and the one way in which their state changes."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AppointmentState, Step, after
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import NationalId, masked_national_id
from desk_client.protocol.appointments import AgendaItem, Appointment, Appointments
from desk_client.protocol.base import Texts
from desk_client.server.services.actor import Actor
from desk_client.server.services.offices import slot_answer
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.tables.region import kiosk, office, service, site


@dataclass(frozen=True, slots=True)
class Record:
    """An appointment with the names that belong to it."""

    id: AppointmentId
    person_id: PersonId
    office_id: OfficeId
    state: AppointmentState
    starts_at: datetime
    ends_at: datetime
    zone: str
    subject: str
    ticket_number: str
    booked_at: datetime
    checked_in_at: datetime | None
    kiosk_number: int | None
    citizen_name: str
    masked_id: str
    office_title: Texts
    honorific: Texts
    service_name: Texts
    site_name: Texts

    @property
    def ownership(self) -> Ownership:
        """Whose it is: the citizen's and the office's."""
        return Ownership(self.person_id, self.office_id)


def records() -> Select[*tuple[object, ...]]:
    """The query behind `record_of`; callers add a condition and an order."""
    return (
        select(
            appointment,
            person.c.name.label("citizen_name"),
            person.c.national_id,
            kiosk.c.number.label("kiosk_number"),
            *(office.c[name] for name in ("title_ar", "title_en", "honorific_ar", "honorific_en")),
            service.c.name_ar.label("service_ar"),
            service.c.name_en.label("service_en"),
            site.c.name_ar.label("site_ar"),
            site.c.name_en.label("site_en"),
        )
        .join(person, person.c.id == appointment.c.person_id)
        .join(office, office.c.id == appointment.c.office_id)
        .join(service, service.c.id == appointment.c.service_id)
        .join(site, site.c.id == appointment.c.site_id)
        .outerjoin(kiosk, kiosk.c.id == appointment.c.checked_in_kiosk_id)
    )


def record_of(row: Row[*tuple[object, ...]]) -> Record:
    """One row of `records`."""
    columns = row._mapping  # noqa: SLF001 - SQLAlchemy's public accessor, underscored so that no column hides it
    return Record(
        id=AppointmentId(columns["id"]),
        person_id=PersonId(columns["person_id"]),
        office_id=OfficeId(columns["office_id"]),
        state=AppointmentState(columns["state"]),
        starts_at=columns["starts_at"],
        ends_at=columns["ends_at"],
        zone=columns["zone"],
        subject=columns["subject"],
        ticket_number=columns["ticket_number"],
        booked_at=columns["booked_at"],
        checked_in_at=columns["checked_in_at"],
        kiosk_number=columns["kiosk_number"],
        citizen_name=columns["citizen_name"],
        masked_id=masked_national_id(NationalId(columns["national_id"])),
        office_title=Texts(ar=columns["title_ar"], en=columns["title_en"]),
        honorific=Texts(ar=columns["honorific_ar"], en=columns["honorific_en"]),
        service_name=Texts(ar=columns["service_ar"], en=columns["service_en"]),
        site_name=Texts(ar=columns["site_ar"], en=columns["site_en"]),
    )


def find(transaction: Transaction, appointment_id: AppointmentId) -> Record | None:
    """One appointment, or None."""
    row = transaction.connection.execute(records().where(appointment.c.id == appointment_id)).one_or_none()
    return None if row is None else record_of(row)


def reachable(
    transaction: Transaction, actor: Actor, action: Action, appointment_id: AppointmentId
) -> Record | Refusal:
    """An appointment on which the actor may take the action. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(action)) is not None:
        return refusal
    found = find(transaction, appointment_id)
    if found is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return actor.refused(action, found.ownership) or found


def step(
    transaction: Transaction, actor: Actor, found: Record, taken: Step, **values: object
) -> AppointmentState | Refusal:
    """Take a step that the table allows; write, audit and announce it. Other columns may change with it.

    The state that was read is part of the update's condition, so that of two who act at once one is refused.
    """
    following = after(found.state, taken)
    if isinstance(following, Refusal):
        return following
    moved = transaction.connection.execute(
        update(appointment)
        .where(appointment.c.id == found.id, appointment.c.state == found.state.value)
        .values(state=following.value, **values)
    )
    if moved.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, taken.value, found.id)
    announce(transaction, found.id, found.office_id, found.person_id)
    return following


def appointment_answer(transaction: Transaction, found: Record) -> Appointment:
    """As the citizen sees it."""
    return Appointment(
        id=found.id,
        state=found.state,
        ticket_number=found.ticket_number,
        office_id=found.office_id,
        office_title=found.office_title,
        honorific=found.honorific,
        service_name=found.service_name,
        site_name=found.site_name,
        slot=slot_answer(found.starts_at, found.ends_at, ZoneInfo(found.zone)),
        zone=found.zone,
        subject=found.subject,
        check_in_opens_at=found.starts_at - transaction.settings.audiences.check_in_before,
    )


def agenda_item(found: Record) -> AgendaItem:
    """As the office sees it."""
    return AgendaItem(
        id=found.id,
        state=found.state,
        slot=slot_answer(found.starts_at, found.ends_at, ZoneInfo(found.zone)),
        zone=found.zone,
        citizen_name=found.citizen_name,
        masked_id=found.masked_id,
        service_name=found.service_name,
        subject=found.subject,
        site_name=found.site_name,
        kiosk_number=found.kiosk_number,
        present_since=found.checked_in_at,
    )


def mine(transaction: Transaction, actor: Actor) -> Appointments | Refusal:
    """The citizen's own: those to come by time, then those that are over, the latest first. Refusal: FORBIDDEN."""
    if actor.person_id is None or actor.refused(Action.SEE_APPOINTMENT) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    rows = transaction.connection.execute(
        records().where(appointment.c.person_id == actor.person_id).order_by(appointment.c.starts_at)
    ).all()
    found = [record_of(row) for row in rows]
    to_come = [one for one in found if one.ends_at > transaction.now]
    over = [one for one in found if one.ends_at <= transaction.now]
    return Appointments(appointments=tuple(appointment_answer(transaction, one) for one in (*to_come, *reversed(over))))
