"""Reminds of appointments: a day before and an hour before, each once.

An appointment that was booked after that moment is not reminded of. One that moves is reminded anew; a reminder that
still waits when its appointment is cancelled or moves is withdrawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import BigInteger, String, cast, exists, literal, select, type_coerce

from desk_client.config.message_settings import MessageSettings
from desk_client.domain.appointment import AHEAD_STATES, AppointmentState, Step
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.server.house import House
from desk_client.server.notify.outbox import Message
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.booking.appointments import find, step
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.privacy.consents import declined
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.types import moment_ms

EVERY: Final = timedelta(minutes=1)
_AT_ONCE: Final = 100
_MILLISECOND: Final = timedelta(milliseconds=1)
_LATE_BY: Final = 2
"""A server that was away still reminds up to half of the time before."""


@dataclass(frozen=True, slots=True)
class _Reminder:
    key: TemplateKey
    before: timedelta


def remind_due(house: House) -> timedelta:
    """Write every reminder that is due into the outbox; returns the pause until the next round."""
    for reminder in _reminders(house.settings.messages):
        while due := house.read_now(partial(_due, reminder=reminder)):
            if house.write_now(partial(_remind, reminder=reminder, ids=due)) == 0:
                break  # others are at it; the next round looks again
    return EVERY


def is_moot(transaction: Transaction, message: Message) -> bool:
    """Whether a message reminds of an appointment that is not, or not any more at that time."""
    if message.purpose not in {TemplateKey.REMINDER_DAY, TemplateKey.REMINDER_HOUR}:
        return False
    row = transaction.connection.execute(
        select(appointment.c.state, appointment.c.starts_at).where(appointment.c.id == message.appointment_id)
    ).one_or_none()
    if row is None or AppointmentState(row.state) not in AHEAD_STATES or message.appointment_id is None:
        return True
    return message.dedupe_key != _dedupe_key(message.purpose, message.appointment_id, row.starts_at)


def _reminders(settings: MessageSettings) -> tuple[_Reminder, _Reminder]:
    return (
        _Reminder(TemplateKey.REMINDER_DAY, settings.remind_long_before),
        _Reminder(TemplateKey.REMINDER_HOUR, settings.remind_shortly_before),
    )


def _dedupe_key(key: TemplateKey, appointment_id: str, starts_at: datetime) -> str:
    return f"{key.value}:{appointment_id}:{moment_ms(starts_at)}"


def _due(transaction: Transaction, reminder: _Reminder) -> Sequence[str]:
    """The next appointments to remind of, by id. Without a mobile the operator tells them."""
    now = transaction.now
    starts_at = type_coerce(appointment.c.starts_at, BigInteger)
    own_key = literal(f"{reminder.key.value}:") + appointment.c.id + literal(":") + cast(starts_at, String)
    return (
        transaction.connection.execute(
            select(appointment.c.id)
            .join(person, person.c.id == appointment.c.person_id)
            .where(
                appointment.c.state.in_([state.value for state in sorted(AHEAD_STATES)]),
                appointment.c.starts_at > now + reminder.before / _LATE_BY,
                appointment.c.starts_at <= now + reminder.before,
                starts_at - type_coerce(appointment.c.booked_at, BigInteger) > reminder.before // _MILLISECOND,
                person.c.mobile_sealed.is_not(None),
                ~declined(appointment.c.person_id, Purpose.SMS),
                ~exists().where(outbox.c.dedupe_key == own_key),
            )
            .order_by(appointment.c.starts_at)
            .limit(_AT_ONCE)
        )
        .scalars()
        .all()
    )


def _remind(transaction: Transaction, reminder: _Reminder, ids: Sequence[str]) -> int:
    """Remind of these, as far as they still stand as they stood; of how many."""
    reminded = 0
    for appointment_id in sorted(ids):  # two servers that remind of the same take them in the same order
        found = find(transaction, AppointmentId(appointment_id))
        if found is None or found.starts_at > transaction.now + reminder.before:  # it was moved since it was read
            continue
        dedupe_key = _dedupe_key(reminder.key, found.id, found.starts_at)
        told = transaction.connection.execute(select(outbox.c.id).where(outbox.c.dedupe_key == dedupe_key)).first()
        if told is not None:
            continue
        # the version is part of the step's condition: only an appointment that stands as it was read is reminded of
        if not isinstance(step(transaction, None, found, Step.REMIND, reminded_at=transaction.now), Refusal):
            tell_about(transaction, found, reminder.key, dedupe_key=dedupe_key, expires_at=found.starts_at)
            reminded += 1
    return reminded
