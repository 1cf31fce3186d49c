"""Everything that the store holds about a person, table by table: what an export shows and an erasure goes through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, Select, Table, or_, select

from desk_client.domain.ids import PersonId
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.tables import booking, bookkeeping, people, recordings, rooms

Which = Callable[[PersonId], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Held:
    """One table, and which of its rows are about a person."""

    table: Table
    of: Which


def appointments_of(person_id: PersonId) -> Select[tuple[str]]:
    """The ids of the person's appointments."""
    return select(booking.appointment.c.id).where(booking.appointment.c.person_id == person_id)


def requests_of(person_id: PersonId) -> Select[tuple[str]]:
    """The ids of the person's requests."""
    return select(booking.request.c.id).where(booking.request.c.person_id == person_id)


def _sessions_of(person_id: PersonId) -> Select[tuple[str]]:
    return select(people.session.c.id).where(people.session.c.person_id == person_id)


def _waits_of(person_id: PersonId) -> Select[tuple[str]]:
    return select(booking.waitlist.c.id).where(booking.waitlist.c.person_id == person_id)


def _rooms_of(person_id: PersonId) -> Select[tuple[str]]:
    return select(rooms.room.c.id).where(rooms.room.c.appointment_id.in_(appointments_of(person_id)))


def _recordings_of(person_id: PersonId) -> Select[tuple[str]]:
    talks = appointments_of(person_id)
    return select(recordings.recording.c.id).where(recordings.recording.c.appointment_id.in_(talks))


def challenges_of(person_id: PersonId) -> ColumnElement[bool]:
    """Sign-ins that were begun under the person's document; the mobile may be a family's."""
    number = select(people.person.c.number_index).where(people.person.c.id == person_id)
    return people.challenge.c.number_index.in_(number)


def attachments_of(person_id: PersonId) -> ColumnElement[bool]:
    """What the person brought, or somebody else to their appointments and requests."""
    attachment = booking.attachment.c
    return or_(
        attachment.person_id == person_id,
        attachment.appointment_id.in_(appointments_of(person_id)),
        attachment.request_id.in_(requests_of(person_id)),
    )


def _deposits_of(person_id: PersonId) -> ColumnElement[bool]:
    """What was handed in later, and led to something of the person's."""
    led_to = booking.deposit.c.subject
    return or_(led_to.in_(appointments_of(person_id)), led_to.in_(requests_of(person_id)))


def messages_of(person_id: PersonId) -> ColumnElement[bool]:
    """What was or will be sent to the person."""
    outbox = bookkeeping.outbox.c
    return or_(outbox.person_id == person_id, outbox.appointment_id.in_(appointments_of(person_id)))


def _audit_of(person_id: PersonId) -> ColumnElement[bool]:
    # by what was done it to, which has an index: a person acts on nothing but their own
    subject = bookkeeping.audit.c.subject
    return or_(
        subject == person_id,
        subject.in_(appointments_of(person_id)),
        subject.in_(requests_of(person_id)),
        subject.in_(_sessions_of(person_id)),
    )


HELD: Final = (
    Held(people.person, lambda person_id: people.person.c.id == person_id),
    Held(people.consent, lambda person_id: people.consent.c.person_id == person_id),
    Held(people.session, lambda person_id: people.session.c.person_id == person_id),
    Held(people.challenge, challenges_of),
    Held(booking.request, lambda person_id: booking.request.c.person_id == person_id),
    Held(booking.request_step, lambda person_id: booking.request_step.c.request_id.in_(requests_of(person_id))),
    Held(booking.appointment, lambda person_id: booking.appointment.c.person_id == person_id),
    Held(booking.outcome, lambda person_id: booking.outcome.c.appointment_id.in_(appointments_of(person_id))),
    Held(
        booking.outcome_draft, lambda person_id: booking.outcome_draft.c.appointment_id.in_(appointments_of(person_id))
    ),
    Held(
        booking.outcome_amendment,
        lambda person_id: booking.outcome_amendment.c.appointment_id.in_(appointments_of(person_id)),
    ),
    Held(booking.deposit, _deposits_of),
    Held(booking.satisfaction, lambda person_id: booking.satisfaction.c.appointment_id.in_(appointments_of(person_id))),
    Held(booking.attachment, attachments_of),
    Held(booking.waitlist, lambda person_id: booking.waitlist.c.person_id == person_id),
    Held(booking.waitlist_offer, lambda person_id: booking.waitlist_offer.c.waitlist_id.in_(_waits_of(person_id))),
    Held(booking.queue_told, lambda person_id: booking.queue_told.c.appointment_id.in_(appointments_of(person_id))),
    Held(rooms.room, lambda person_id: rooms.room.c.appointment_id.in_(appointments_of(person_id))),
    Held(rooms.room_pair, lambda person_id: rooms.room_pair.c.room_id.in_(_rooms_of(person_id))),
    Held(rooms.room_call, lambda person_id: rooms.room_call.c.room_id.in_(_rooms_of(person_id))),
    Held(rooms.room_member, lambda person_id: rooms.room_member.c.room_id.in_(_rooms_of(person_id))),
    Held(rooms.call_summary, lambda person_id: rooms.call_summary.c.appointment_id.in_(appointments_of(person_id))),
    Held(rooms.office_note, lambda person_id: rooms.office_note.c.appointment_id.in_(appointments_of(person_id))),
    Held(rooms.chat_line, lambda person_id: rooms.chat_line.c.appointment_id.in_(appointments_of(person_id))),
    Held(rooms.handover, lambda person_id: rooms.handover.c.appointment_id.in_(appointments_of(person_id))),
    Held(
        recordings.recording,
        lambda person_id: recordings.recording.c.appointment_id.in_(appointments_of(person_id)),
    ),
    Held(
        recordings.recording_answer,
        lambda person_id: recordings.recording_answer.c.recording_id.in_(_recordings_of(person_id)),
    ),
    Held(rooms.call_back, lambda person_id: rooms.call_back.c.appointment_id.in_(appointments_of(person_id))),
    Held(bookkeeping.outbox, messages_of),
    Held(bookkeeping.idempotency, lambda person_id: bookkeeping.idempotency.c.actor == person_id),
    Held(bookkeeping.audit, _audit_of),
    Held(bookkeeping.access_log, lambda person_id: bookkeeping.access_log.c.person_id == person_id),
)
"""In the order of an export."""

NOT_SHOWN: Final[Mapping[Table, str]] = MappingProxyType(
    {
        people.person_name_token: "hashes of the name's words, which the person's own row shows",
        people.throttle: "keyed hashes that lead to nobody",
        booking.claim: "the time of appointments, which are shown",
        booking.upload_link: "links of minutes, without a word of anybody; what was sent by them is shown",
        booking.guest_link: "links of hours, without a word of anybody",
        booking.occupancy: "how often such time changed",
        booking.attachment_content: "the files themselves, which the person has; what is known about them is shown",
        recordings.recording_block: "recorded talks, which the office plays to them; what is known of them is shown",
        booking.document_mark: "what an office marked for its own work on a file, which the person has",
        bookkeeping.audit_link: "seals of audit rows, which are shown",
        bookkeeping.change: "hints of the last hour that something changed, and no more than that",
    }
)
"""Tables with something of a person in them that no export shows, and why."""

_NAMES: Final = frozenset({"person_id", "appointment_id", "request_id", "actor", "subject", "owner", "resource"})


def unaccounted() -> list[str]:
    """The tables of which nobody has decided whether they hold something of a person: there must be none."""
    known = {held.table for held in HELD} | set(NOT_SHOWN)
    ours = {table.name for table in known if table in {held.table for held in HELD}}
    return [
        table.name
        for table in metadata.sorted_tables
        if table not in known
        and any(
            column.name in _NAMES or any(key.column.table.name in ours for key in column.foreign_keys)
            for column in table.columns
        )
    ]
