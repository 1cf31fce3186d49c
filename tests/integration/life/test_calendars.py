"""Calendars as one document, on both stores: who may change them, what is refused, what is said about bookings."""

from datetime import date, timedelta

import pytest

from desk_client.domain.ids import OfficeId, ServiceId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.schedule import Weekday
from desk_client.protocol.calendars import (
    Calendar,
    CalendarAsk,
    DayOff,
    DutyDays,
    HolidaysAsk,
    Names,
    PauseHours,
    SeasonHours,
    SingleStretch,
    WeekHours,
)
from desk_client.server.services.administration import calendars
from desk_client.server.services.finding import availability
from desk_client.server.services.finding.availability import AvailabilityQuery
from tests.integration.life.lab import Lab, slot

MAYOR = OfficeId("mayor")
RAMADAN = Names(ar="رمضان", en="Ramadan")
MORNINGS = WeekHours(days=(Weekday.SUNDAY, Weekday.MONDAY), opens="10:00", closes="11:00")


def calendar(lab: Lab, who: str = "mayor-manager", office: OfficeId = MAYOR) -> Calendar:
    return lab.read(calendars.read, lab.staff(who), office)


def put(lab: Lab, ask: CalendarAsk, who: str = "mayor-manager", office: OfficeId = MAYOR) -> Calendar:
    return lab.write(calendars.put, lab.staff(who), office, ask, calendar(lab, who, office).version)


def changed(lab: Lab, office: OfficeId = MAYOR, **named: object) -> CalendarAsk:
    return calendar(lab, "admin", office).calendar.model_copy(update=named)


def starts(lab: Lab, day: date, office: str = "mayor") -> list[str]:
    query = AvailabilityQuery(OfficeId(office), ServiceId(f"{office}-desk"), day, 1)
    found = lab.read(availability.availability, lab.kiosk(), query)
    return [f"{each.wall_time:%H:%M}" for each in found.days[0].slots]


def test_a_calendar_that_is_put_back_as_it_was_changes_nothing(lab: Lab) -> None:
    before, free = calendar(lab), starts(lab, slot(0).date())
    assert free == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
    after = put(lab, before.calendar)
    assert after == before.model_copy(update={"version": before.version + 1})
    assert starts(lab, slot(0).date()) == free
    assert lab.audited("mayor") == ["change_calendar"]


def test_every_part_of_a_calendar_is_kept_and_counts(lab: Lab) -> None:
    monday = slot(0).date()
    terms = calendar(lab).calendar.services[0].model_copy(update={"slot_minutes": 20, "buffer_minutes": 10})
    ask = changed(
        lab,
        weekly=(WeekHours(days=tuple(Weekday(day) for day in (0, 1, 2, 3, 6)), opens="08:00", closes="10:00"),),
        pauses=(PauseHours(opens="08:30", closes="09:00", days=(Weekday.MONDAY,)),),
        exceptions=(
            SingleStretch(kind="opening", starts_at=slot(-4), ends_at=slot(-3)),  # 07:00
            SingleStretch(kind="closure", starts_at=slot(1, day=2), ends_at=slot(6, day=2)),
        ),
        services=(terms,),
        shows_position=False,
    )
    assert put(lab, ask).calendar == ask
    assert starts(lab, monday) == ["07:00", "08:00", "09:00", "09:30"]
    assert starts(lab, monday + timedelta(days=1)) == ["08:00", "08:30", "09:00"]


def test_ramadan_is_named_by_its_hijri_year_and_its_days_may_be_edited(lab: Lab) -> None:
    put(lab, changed(lab, seasons=(SeasonHours(name=RAMADAN, ramadan=1448, weekly=(MORNINGS,)),)))
    (season,) = calendar(lab).calendar.seasons
    assert (season.first, season.last, season.ramadan) == (date(2027, 2, 8), date(2027, 3, 8), None)
    terms = calendar(lab).calendar.services[0].model_copy(update={"horizon_minutes": 200 * 24 * 60})
    moved = season.model_copy(update={"first": date(2027, 2, 9)})
    put(lab, changed(lab, seasons=(moved,), services=(terms,)))
    assert len(starts(lab, date(2027, 2, 8))) == 6
    assert starts(lab, date(2027, 2, 14)) == ["10:00", "10:30"]
    assert starts(lab, date(2027, 2, 9)) == []


def test_bookings_that_do_not_fit_any_more_are_told_and_stand(lab: Lab) -> None:
    early = lab.book(lab.citizen(1), slot(0))
    lab.book(lab.citizen(2), slot(2))
    ask = changed(lab, weekly=(WeekHours(days=(Weekday.MONDAY,), opens="10:00", closes="12:00"),))
    after = put(lab, ask)
    assert (after.stranded_count, [each.appointment_id for each in after.stranded]) == (1, [early.id])
    assert lab.found(early.id).starts_at == slot(0)
    assert calendar(lab).stranded_count == 1
    in_person_only = after.calendar.services[0].model_copy(update={"kinds": (AppointmentKind.IN_PERSON,)})
    assert put(lab, changed(lab, services=(in_person_only,))).stranded_count == 2


def test_a_duty_moves_the_slots_and_tells_whose_bookings_are_with_the_wrong_one(lab: Lab) -> None:
    own = lab.book(lab.citizen(1), slot(0))
    lab.book(lab.citizen(2), slot(1), "roads")
    monday = slot(0).date()
    stand_in = DutyDays(stand_in_id="roads", first=monday, last=monday + timedelta(days=1))
    after = put(lab, changed(lab, duties=(stand_in,)))
    assert [each.appointment_id for each in after.stranded] == [own.id]
    assert starts(lab, monday) == ["09:00", "10:00", "10:30", "11:00", "11:30"]  # the stand-in's own are taken
    booked = lab.book(lab.citizen(3), slot(3))
    assert lab.found(booked.id).attending_id == "roads"
    back = DutyDays(stand_in_id="mayor", first=monday, last=monday)
    circle = lab.refused(
        calendars.put, lab.staff("admin"), OfficeId("roads"), changed(lab, OfficeId("roads"), duties=(back,)), 1
    )
    assert (circle.code, circle.field) == (RefusalCode.INVALID_REQUEST, "duties")
    twice = changed(lab, duties=(stand_in, stand_in.model_copy(update={"stand_in_id": "deputy"})))
    refused = lab.refused(calendars.put, lab.staff("admin"), MAYOR, twice, after.version)
    assert (refused.code, refused.field) == (RefusalCode.ALREADY_EXISTS, "duties")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weekly", (WeekHours(days=(Weekday.MONDAY,), opens="10:00", closes="09:00"),)),
        ("weekly", (MORNINGS, MORNINGS)),
        ("seasons", (SeasonHours(name=RAMADAN),)),
        ("seasons", (SeasonHours(name=RAMADAN, first=date(2027, 2, 9), last=date(2027, 2, 8)),)),
        ("seasons", (SeasonHours(name=RAMADAN, ramadan=1448),) * 2),
        ("pauses", (PauseHours(opens="12:30", closes="12:00"),)),
        ("pauses", (PauseHours(opens="12:00", closes="12:30"),) * 2),
        ("exceptions", (SingleStretch(kind="closure", starts_at=slot(1), ends_at=slot(1)),)),
        ("duties", (DutyDays(stand_in_id="nobody", first=date(2027, 1, 1), last=date(2027, 1, 1)),)),
        ("duties", (DutyDays(stand_in_id="mayor", first=date(2027, 1, 1), last=date(2027, 1, 1)),)),
        ("services", ()),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_field_and_nothing_is_written(
    lab: Lab, field: str, value: object
) -> None:
    before = calendar(lab)
    wrong = before.calendar.model_copy(update={field: value})
    refused = lab.refused(calendars.put, lab.staff("mayor-manager"), MAYOR, wrong, before.version)
    assert (refused.code, refused.field) == (RefusalCode.INVALID_REQUEST, field)
    assert calendar(lab) == before


def test_only_the_office_itself_and_administrators_change_it_and_only_what_they_saw(lab: Lab) -> None:
    ask = calendar(lab).calendar
    for stranger, code in (
        ("roads-head", RefusalCode.NOT_FOUND),
        ("town-desk", RefusalCode.FORBIDDEN),
        ("hall-operator", RefusalCode.FORBIDDEN),
    ):
        assert lab.refused(calendars.put, lab.staff(stranger), MAYOR, ask, 1).code is code, stranger
        assert lab.refused(calendars.read, lab.staff(stranger), MAYOR).code is code, stranger
    assert lab.refused(calendars.put, lab.staff("admin"), MAYOR, ask, None).code is RefusalCode.PRECONDITION_REQUIRED
    put(lab, ask, "admin")
    assert lab.refused(calendars.put, lab.staff("admin"), MAYOR, ask, 1).code is RefusalCode.PRECONDITION_FAILED
    assert lab.refused(calendars.read, lab.staff("admin"), OfficeId("nobody")).code is RefusalCode.NOT_FOUND


def test_the_administrators_own_days_win_and_tell_whom_they_hit(lab: Lab) -> None:
    lab.book(lab.citizen(1), slot(0))
    monday = slot(0).date()
    known = lab.read(calendars.holidays, lab.staff("admin"))
    assert (known.version, known.days) == (0, ())
    assert date(2027, 9, 23) in known.computed
    ask = HolidaysAsk(days=(DayOff(day=monday, name=Names(ar="عطلة", en="a day off")),))
    after = lab.write(calendars.put_holidays, lab.staff("admin"), ask, 0)
    assert (after.version, after.stranded_count) == (1, 1)
    assert starts(lab, monday) == []
    assert lab.refused(calendars.put_holidays, lab.staff("admin"), ask, 0).code is RefusalCode.PRECONDITION_FAILED
    assert lab.refused(calendars.put_holidays, lab.staff("mayor"), ask, 1).code is RefusalCode.NOT_FOUND
    lab.write(calendars.put_holidays, lab.staff("admin"), HolidaysAsk(days=()), 1)
    assert len(starts(lab, monday)) == 5
