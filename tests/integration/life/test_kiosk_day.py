"""When a kiosk is next needed, and which others of its hall are free: on both stores, and without a name in it."""

from datetime import timedelta

from sqlalchemy import update

from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.kiosks import FreeKiosk
from desk_client.server.services.finding.kiosk_day import kiosk_day
from desk_client.server.services.life import audiences, changes
from desk_client.server.storage.tables.region import kiosk
from tests.integration.life.lab import Lab, slot
from tests.stores import BOTH

STORES = BOTH


def enrol(lab: Lab, *kiosks: str) -> None:
    lab.house.write_now(
        lambda each: (
            each.connection.execute(update(kiosk).where(kiosk.c.id.in_(kiosks)).values(enrolled_at=each.now)).rowcount
        )
    )


def test_the_kiosk_that_was_booked_is_needed_and_the_others_are_free(lab: Lab) -> None:
    enrol(lab, "hall-1", "hall-2", "hall-3")
    assert lab.read(kiosk_day, lab.kiosk()).next_at is None
    for number, office in ((1, "mayor"), (2, "roads")):  # at the same time: two kiosks
        lab.book(lab.citizen(number), slot(0), office=office)
    lab.at(slot(0) - timedelta(minutes=20))
    days = {number: lab.read(kiosk_day, lab.kiosk(f"hall-{number}")) for number in (1, 2, 3)}
    assert {number: day.next_at for number, day in days.items()} == {1: slot(0), 2: slot(0), 3: None}
    assert days[1].free == (FreeKiosk(number=2, until=slot(0)), FreeKiosk(number=3, until=None))
    lab.at(slot(0) - timedelta(minutes=8))
    near = lab.read(kiosk_day, lab.kiosk("hall-1"))
    assert near.free == (FreeKiosk(number=3, until=None),), "the second is needed itself"


def test_one_s_own_audience_keeps_nobody_from_the_kiosk(lab: Lab) -> None:
    lab.book(lab.citizen(1), slot(0))
    lab.at(slot(0) - timedelta(minutes=5))
    days = [lab.read(kiosk_day, lab.kiosk(f"hall-{number}")) for number in (1, 2, 3)]
    (busy,) = [number for number, day in enumerate(days, 1) if day.next_at is not None]
    assert busy == 1
    assert lab.read(kiosk_day, lab.citizen(1)).next_at is None
    assert lab.read(kiosk_day, lab.citizen(2)).next_at == slot(0)


def test_what_is_cancelled_moved_to_another_kiosk_or_over_needs_it_no_more(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(0))
    lab.at(slot(0) - timedelta(minutes=10))
    assert lab.read(kiosk_day, lab.kiosk()).next_at == slot(0)
    elsewhere = lab.citizen(1)
    lab.write(audiences.check_in, lab.kiosk_of(elsewhere, "hall-3"), AppointmentId(booked.id))
    assert lab.read(kiosk_day, lab.kiosk()).next_at is None
    assert lab.read(kiosk_day, lab.kiosk("hall-3")).next_at == slot(0)
    lab.at(slot(1))
    assert lab.read(kiosk_day, lab.kiosk("hall-3")).next_at is None
    other = lab.book(lab.citizen(2), slot(3))
    assert lab.read(kiosk_day, lab.kiosk()).next_at == slot(3)
    lab.write(changes.cancel, lab.citizen(2), AppointmentId(other.id), None)
    assert lab.read(kiosk_day, lab.kiosk()).next_at is None


def test_a_kiosk_at_which_somebody_stands_or_that_was_never_enrolled_is_not_free(lab: Lab) -> None:
    assert lab.read(kiosk_day, lab.kiosk("hall-3")).free == ()
    enrol(lab, "hall-1", "hall-2")
    assert lab.read(kiosk_day, lab.kiosk("hall-3")).free == (
        FreeKiosk(number=1, until=None),
        FreeKiosk(number=2, until=None),
    )
    lab.token(lab.citizen(1))  # stands at hall-1
    assert [each.number for each in lab.read(kiosk_day, lab.kiosk("hall-3")).free] == [2]


def test_only_who_stands_at_a_kiosk_asks(lab: Lab) -> None:
    for name in ("hall-operator", "admin"):
        assert lab.refused(kiosk_day, lab.staff(name)).code is RefusalCode.FORBIDDEN
