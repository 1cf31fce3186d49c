"""Appointments are reminded of a day and an hour before, each once; cancelled and moved ones not at their old time."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.server.house import House
from desk_client.server.jobs.reminding import remind_due
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.outbox import MessageKind
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.tables.region import service, site
from tests.fakes.clock import StandingClock
from tests.stores import BOTH

STORES = BOTH
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def booked(house: House, ahead: timedelta, *, before: timedelta = timedelta(days=7), name: str = "apt_a") -> None:
    """An appointment so long from now, booked so long before it."""

    def write(transaction: Transaction) -> None:
        run = transaction.connection.execute
        sealed = person.c.mobile_sealed.is_not(None)
        who = run(select(person.c.id).where(sealed).order_by(person.c.id).limit(1)).scalar_one()
        what = run(select(service).order_by(service.c.id).limit(1)).one()
        where = run(select(site).order_by(site.c.id).limit(1)).one()
        starts_at = transaction.now + ahead
        run(
            insert(appointment).values(
                id=name,
                case_id=f"cas_{name}",
                person_id=who,
                office_id=what.office_id,
                attending_id=what.office_id,
                service_id=what.id,
                site_id=where.id,
                governorate_id=where.governorate_id,
                kind="video_kiosk",
                state=AppointmentState.BOOKED.value,
                version=1,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=20),
                zone="Asia/Riyadh",
                claims=0,
                priority=0,
                companions=0,
                ticket_number=f"T{name}",
                booked_at=starts_at - before,
            )
        )

    house.write_now(write)


def changed(house: House, **values: object) -> None:
    house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(appointment).values(version=appointment.c.version + 1, **values)
            ).rowcount
        )
    )


def purposes(house: House) -> list[str]:
    return list(
        house.read_now(
            lambda transaction: transaction.connection.execute(
                select(outbox.c.purpose).order_by(outbox.c.created_at, outbox.c.purpose)
            ).scalars()
        )
    )


def received(house: House) -> int:
    Sender(house, MessageKind.SMS).round()
    log = house.settings.directory.sms_log
    return len([json.loads(line) for line in Path(log).read_text("utf-8").splitlines()]) if log.exists() else 0


def test_each_reminder_comes_once_at_its_time(house: House, clock: StandingClock) -> None:
    booked(house, 2 * DAY)
    remind_due(house)
    assert purposes(house) == []
    clock.advance(DAY)
    for _ in range(3):
        remind_due(house)
    assert purposes(house) == ["reminder_day"]
    clock.advance(DAY - HOUR - timedelta(seconds=1))
    remind_due(house)
    assert purposes(house) == ["reminder_day"]
    clock.advance(timedelta(seconds=1))
    for _ in range(3):
        remind_due(house)
    assert purposes(house) == ["reminder_day", "reminder_hour"]
    row = house.read_now(lambda transaction: transaction.connection.execute(select(appointment)).one())
    assert (row.state, row.reminded_at, row.version) == ("reminded", clock.now(), 3)


def test_who_booked_after_the_time_to_remind_is_not_reminded_of_it(house: House) -> None:
    booked(house, timedelta(hours=20), before=timedelta(hours=20, minutes=1))
    remind_due(house)
    assert purposes(house) == []


@pytest.mark.parametrize("state", [AppointmentState.CANCELLED, AppointmentState.WAITING, AppointmentState.HELD])
def test_only_what_lies_ahead_is_reminded_of(house: House, state: AppointmentState) -> None:
    booked(house, DAY)
    changed(house, state=state.value)
    remind_due(house)
    assert purposes(house) == []


def test_a_reminder_that_still_waits_goes_with_its_appointment(house: House) -> None:
    booked(house, DAY)
    remind_due(house)
    changed(house, state=AppointmentState.CANCELLED.value)
    assert received(house) == 0
    state = house.read_now(lambda transaction: transaction.connection.execute(select(outbox.c.state)).scalar_one())
    assert state == "withdrawn"


def test_a_moved_appointment_is_reminded_of_at_its_new_time_alone(house: House, clock: StandingClock) -> None:
    booked(house, DAY)
    remind_due(house)
    changed(house, state=AppointmentState.BOOKED.value, starts_at=clock.now() + 3 * DAY)
    assert received(house) == 0
    clock.advance(2 * DAY)
    remind_due(house)
    assert received(house) == 1


def test_somebody_without_a_mobile_holds_nobody_up(house: House) -> None:
    booked(house, DAY)
    house.write_now(
        lambda transaction: transaction.connection.execute(update(person).values(mobile_sealed=None)).rowcount
    )
    remind_due(house)
    assert purposes(house) == []
