"""More time for a talk that runs: as long as nobody else's is taken for it, and who waits knows."""

from datetime import datetime, timedelta
from typing import Final

import pytest
from sqlalchemy import insert, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import ExtensionAsk
from desk_client.protocol.slots import HoldAsk
from desk_client.server.services.booking import holding
from desk_client.server.services.life import extension, queues
from desk_client.server.storage.tables import booking, calendars
from tests.integration.life.lab import Lab, slot
from tests.integration.life.test_notes_and_call_backs import hints
from tests.stores import BOTH

STORES = BOTH
FIVE, QUARTER = ExtensionAsk(minutes=5), ExtensionAsk(minutes=15)
OFFICE: Final = "office:mayor"


def talk(lab: Lab, *, late: timedelta = timedelta()) -> AppointmentId:
    """The mayor talks with the first citizen, in the first slot of the day after."""
    began = AppointmentId(lab.book(lab.citizen(1), slot(0)).id)
    lab.clock.advance(slot(0) + late - lab.clock.now())
    put(lab, began, AppointmentState.IN_SESSION, admitted_at=lab.clock.now())
    return began


def put(lab: Lab, appointment_id: str, state: AppointmentState, **values: object) -> None:
    changed = update(booking.appointment).where(booking.appointment.c.id == appointment_id)
    lab.house.write_now(lambda transaction: transaction.connection.execute(changed.values(state=state.value, **values)))


def taken(lab: Lab, resource: str, owner: str) -> int:
    return sum(each == owner for each in lab.owners(resource).values())


@pytest.mark.parametrize("name", ["mayor", "mayor-manager"])
def test_a_talk_lasts_longer_and_its_time_is_nobody_elses(lab: Lab, name: str) -> None:
    began = talk(lab)
    before = hints(lab, began)
    item = lab.write(extension.extend, lab.staff(name), began, QUARTER)
    assert item.slot.ends_at - item.slot.starts_at == timedelta(minutes=45)
    assert hints(lab, began) == before + 1
    assert lab.audited(began)[-1] == "extend:15"
    assert taken(lab, OFFICE, began) == taken(lab, "person:per_1", began) == 9
    assert lab.found(began).claims == 3 * 9
    ask = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(1))
    assert lab.refused(holding.place_hold, lab.citizen(2), ask).code is RefusalCode.SLOT_TAKEN
    lab.write(extension.extend, lab.staff(name), began, QUARTER)
    assert lab.refused(extension.extend, lab.staff(name), began, FIVE).code is RefusalCode.LIMIT_REACHED


def test_the_next_audience_is_never_run_into(lab: Lab) -> None:
    following = lab.book(lab.citizen(2), slot(1)).id
    began = talk(lab)
    before = lab.owners(OFFICE)
    assert lab.refused(extension.extend, lab.staff("mayor"), began, FIVE).code is RefusalCode.SLOT_TAKEN
    assert lab.owners(OFFICE) == before
    assert lab.found(began).ends_at == slot(1)
    assert following in before.values()


def test_one_that_began_late_is_measured_by_when_it_will_really_end(lab: Lab) -> None:
    lab.book(lab.citizen(2), slot(2))
    began = talk(lab, late=timedelta(minutes=20))  # it ends twenty minutes before the next
    lab.write(extension.extend, lab.staff("mayor"), began, FIVE)
    assert lab.refused(extension.extend, lab.staff("mayor"), began, QUARTER).code is RefusalCode.SLOT_TAKEN


def test_what_the_office_has_blocked_is_not_run_into_either(lab: Lab) -> None:
    began = talk(lab)
    block(lab, slot(1) + timedelta(minutes=10))
    lab.write(extension.extend, lab.staff("mayor"), began, ExtensionAsk(minutes=10))
    assert lab.refused(extension.extend, lab.staff("mayor"), began, FIVE).code is RefusalCode.SLOT_UNAVAILABLE


def block(lab: Lab, starts_at: datetime) -> None:
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            insert(calendars.busy_time).values(
                id="b",
                office_id="mayor",
                kind="blocked",
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                reason_sealed=transaction.vault.seal("busy_time.reason", "b", ""),
                made_by="stf_mayor",
                made_at=transaction.now,
            )
        )
    )


def test_who_waits_is_given_a_later_range(lab: Lab) -> None:
    waits = AppointmentId(lab.book(lab.citizen(2), slot(2)).id)
    began = talk(lab, late=timedelta(minutes=20))
    put(lab, waits, AppointmentState.WAITING, starts_at=slot(0) + timedelta(minutes=5), queued_at=lab.clock.now())
    before = lab.read(queues.place, lab.citizen(2), waits)
    lab.write(extension.extend, lab.staff("mayor"), began, FIVE)
    after = lab.read(queues.place, lab.citizen(2), waits)
    assert after.latest_min == before.latest_min + 5
    assert after.earliest_min >= before.earliest_min


@pytest.mark.parametrize("state", [AppointmentState.WAITING, AppointmentState.PAUSED, AppointmentState.COMPLETED])
def test_only_a_talk_that_runs_is_extended_and_only_by_its_office(lab: Lab, state: AppointmentState) -> None:
    began = talk(lab)
    assert lab.refused(extension.extend, lab.citizen(1), began, FIVE).code is RefusalCode.FORBIDDEN
    assert lab.refused(extension.extend, lab.staff("roads-head"), began, FIVE).code is RefusalCode.NOT_FOUND
    put(lab, began, state)
    assert lab.refused(extension.extend, lab.staff("mayor"), began, FIVE).code is RefusalCode.ILLEGAL_TRANSITION
