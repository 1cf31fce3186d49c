"""An office's calendar from the inside, on both stores: seen, blocked, moved in, read by and filled from other ones."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as File
from sqlalchemy import select, update

from desk_client.domain.ids import AppointmentId, BusyTimeId, OfficeId, ServiceId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.calendars import DutyDays
from desk_client.protocol.office_calendars import BlockAsk, Blocked, BusyKind, FeedAsk, OfficeDays
from desk_client.protocol.slots import HoldAsk, MoveAsk
from desk_client.server.calendars.busy_file import read_busy
from desk_client.server.services.administration import calendars
from desk_client.server.services.booking import holding
from desk_client.server.services.calendar import blocks, days, feeds, imports
from desk_client.server.services.finding import availability
from desk_client.server.services.finding.availability import AvailabilityQuery
from desk_client.server.services.life import changes
from desk_client.server.storage.tables.bookkeeping import change
from desk_client.server.storage.tables.calendars import busy_time
from desk_client.server.storage.tables.people import staff
from tests.integration.life.lab import Lab, slot

MAYOR = OfficeId("mayor")
MONDAY = slot(0).date()
RIYADH = ZoneInfo("Asia/Riyadh")


def week(lab: Lab, who: str = "mayor", count: int = 7) -> OfficeDays:
    return lab.read(days.days, lab.staff(who), MAYOR, MONDAY - timedelta(days=1), count)


def starts(lab: Lab, day: date = MONDAY) -> list[str]:
    query = AvailabilityQuery(MAYOR, ServiceId("mayor-desk"), day, 1)
    found = lab.read(availability.availability, lab.kiosk(), query)
    return [f"{each.wall_time:%H:%M}" for each in found.days[0].slots]


def block(lab: Lab, first: datetime, beyond: datetime, reason: str = "", who: str = "mayor") -> Blocked:
    ask = BlockAsk(starts_at=first, ends_at=beyond, reason=reason)
    return lab.write(blocks.block, lab.staff(who), MAYOR, ask)


def calendar_file(*events: str) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN"]
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "SUMMARY:the dentist", *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def take_in(lab: Lab, text: str, who: str = "mayor") -> Any:
    how = lab.read(imports.reading, lab.staff(who), MAYOR)
    return lab.write(imports.put, lab.staff(who), MAYOR, read_busy(text, how.window, how.zone), how.window)


def test_a_week_holds_its_hours_audiences_and_stand_ins(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(2))
    lab.book(lab.citizen(2), slot(1), "roads")
    ask = lab.read(calendars.read, lab.staff("admin"), MAYOR)
    duty = DutyDays(stand_in_id="roads", first=MONDAY + timedelta(days=1), last=MONDAY + timedelta(days=1))
    lab.write(
        calendars.put, lab.staff("admin"), MAYOR, ask.calendar.model_copy(update={"duties": (duty,)}), ask.version
    )
    seen = week(lab)
    assert (seen.first, seen.zone, seen.now, seen.may_change) == (
        MONDAY - timedelta(days=1),
        "Asia/Riyadh",
        lab.clock.now(),
        True,
    )
    assert [(each.id, each.citizen_name, each.fits) for each in seen.audiences] == [(booked.id, "عبدالله المثال", True)]
    sunday, monday, tuesday, *_, friday, saturday = seen.days
    assert [(each.starts_at, each.ends_at) for each in monday.open] == [(slot(0), slot(6))]
    assert (friday.open, saturday.open, sunday.stand_in) == ((), (), None)
    assert tuesday.stand_in is not None
    assert tuesday.stand_in.en == "the roads"
    assert [each.id for each in week(lab, "mayor-manager").audiences] == [booked.id]


def test_a_block_takes_slots_out_and_moves_none(lab: Lab) -> None:
    made = block(lab, slot(1) + timedelta(minutes=10), slot(2), "مجلس المنطقة", who="mayor-manager").block
    assert made is not None
    assert starts(lab) == ["09:00", "10:00", "10:30", "11:00", "11:30"]
    (shown,) = week(lab).busy
    assert (shown.id, shown.kind, shown.reason) == (made.id, BusyKind.BLOCKED, "مجلس المنطقة")
    sealed = lab.house.read_now(lambda t: t.connection.execute(select(busy_time.c.reason_sealed)).scalar_one())
    assert "مجلس".encode() not in sealed
    ask = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(1))
    assert lab.refused(holding.place_hold, lab.citizen(1), ask).code is RefusalCode.SLOT_UNAVAILABLE
    told = lab.house.read_now(lambda t: t.connection.execute(select(change.c.office_id, change.c.appointment_id)).all())
    assert [tuple(row) for row in told] == [("mayor", made.id)]
    lab.house.write_now(lambda t: blocks.unblock(t, lab.staff("mayor"), MAYOR, BusyTimeId(made.id)))
    assert starts(lab)[1] == "09:30"
    block(lab, slot(1), slot(2))
    lab.at(slot(1, day=400))
    block(lab, slot(1, day=401), slot(2, day=401))
    left = lab.house.read_now(lambda t: t.connection.execute(select(busy_time.c.starts_at)).scalars().all())
    assert list(left) == [slot(1, day=401)], "what is long over is forgotten"
    assert lab.audited(made.id) == ["block_time", "unblock_time"]


def test_a_block_over_audiences_is_refused_with_their_list_and_nothing_is_lost(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(1))
    lab.book(lab.citizen(2), slot(4))
    answer = block(lab, slot(0), slot(3))
    assert (answer.block, [each.id for each in answer.in_the_way]) == (None, [booked.id])
    assert week(lab).busy == ()
    lab.write(
        changes.reschedule,
        lab.staff("mayor"),
        AppointmentId(booked.id),
        MoveAsk(starts_at=slot(0, day=2)),
        booked.version,
    )
    assert block(lab, slot(0), slot(3)).block is not None
    assert lab.purposes(1) == ["moved", "ticket"]
    assert "is now on\nTuesday 24 November" in dict(lab.messages(1))["moved"]
    assert starts(lab) == ["10:30", "11:30"]


def test_a_slot_that_is_just_being_booked_is_not_blocked(lab: Lab) -> None:
    lab.hold(lab.citizen(1), slot(1))
    ask = BlockAsk(starts_at=slot(0), ends_at=slot(2))
    assert lab.refused(blocks.block, lab.staff("mayor"), MAYOR, ask).code is RefusalCode.SLOT_TAKEN
    lab.at(lab.clock.now() + timedelta(minutes=30))
    assert block(lab, slot(0), slot(2)).block is not None


@pytest.mark.parametrize(
    ("first", "beyond"),
    [
        (slot(2), slot(2)),
        (slot(2), slot(1)),
        (slot(0), slot(0, day=16)),
        (slot(0, day=-3), slot(1, day=-3)),
        (slot(0, day=400), slot(1, day=400)),
    ],
)
def test_what_is_no_stretch_ahead_is_not_blocked(lab: Lab, first: datetime, beyond: datetime) -> None:
    refused = lab.refused(blocks.block, lab.staff("mayor"), MAYOR, BlockAsk(starts_at=first, ends_at=beyond))
    assert (refused.code, refused.field) == (RefusalCode.INVALID_REQUEST, "ends_at")


def test_nobody_else_sees_or_changes_it(lab: Lab) -> None:
    ask = BlockAsk(starts_at=slot(0), ends_at=slot(2))
    for who, code in (
        ("roads-head", RefusalCode.NOT_FOUND),
        ("roads-clerk", RefusalCode.FORBIDDEN),
        ("admin", RefusalCode.FORBIDDEN),
        ("hall-operator", RefusalCode.FORBIDDEN),
    ):
        actor = lab.staff(who)
        assert lab.refused(days.days, actor, MAYOR, MONDAY, 7).code is code
        assert lab.refused(blocks.block, actor, MAYOR, ask).code is code
        assert lab.refused(imports.reading, actor, MAYOR).code is code
    made = block(lab, slot(0), slot(2)).block
    assert made is not None
    lost = lab.refused(blocks.unblock, lab.staff("roads-head"), OfficeId("roads"), BusyTimeId(made.id))
    assert lost.code is RefusalCode.NOT_FOUND


def test_busy_times_are_taken_from_a_file_and_nothing_else_of_it(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(2))
    block(lab, slot(5), slot(6))
    answer = take_in(
        lab,
        calendar_file(
            f"DTSTART;TZID=Arab Standard Time:{MONDAY:%Y%m%d}T100000|DTEND:{MONDAY:%Y%m%d}T073000Z",
            f"DTSTART;TZID=Asia/Riyadh:{MONDAY:%Y%m%d}T090000|DURATION:PT30M|RRULE:FREQ=DAILY;COUNT=2",
            "DTSTART:20261123T060000Z|DURATION:PT1H|RRULE:FREQ=SECONDLY",
        ),
    )
    assert (answer.stretches, answer.not_understood) == (3, 1)
    assert [(each.id, each.fits) for each in answer.in_the_way] == [(booked.id, False)]
    assert starts(lab) == ["09:30", "10:30", "11:00"]
    assert starts(lab, MONDAY + timedelta(days=1))[0] == "09:30"
    assert {each.reason for each in week(lab).busy} == {""}
    lab.write(changes.cancel, lab.citizen(1), AppointmentId(booked.id), None)
    assert "10:00" not in starts(lab)  # the hour that it leaves is no more free than it was
    take_in(lab, calendar_file())
    assert starts(lab) == ["09:00", "09:30", "10:00", "10:30", "11:00"]  # and what was blocked stays blocked
    take_in(lab, calendar_file(f"DTSTART;VALUE=DATE:{MONDAY:%Y%m%d}"))
    assert starts(lab) == []
    lab.house.write_now(lambda t: imports.remove(t, lab.staff("mayor"), MAYOR))
    assert len(starts(lab)) == 5


def test_a_feed_is_read_without_a_session_and_names_nobody(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(1))
    gone = lab.book(lab.citizen(2), slot(2))
    lab.write(changes.cancel, lab.citizen(2), AppointmentId(gone.id), None)
    block(lab, slot(5), slot(6), "لقاء سري")
    made = lab.write(feeds.make, lab.staff("mayor"), FeedAsk())
    text = read(lab, made.url)
    for own in ("عبدالله", "طريق", "سري", "1000000008", booked.ticket_number):
        assert own not in text
    events = events_of(text)
    assert len(events) == 3
    assert events[booked.id].decoded("DTSTART") == slot(1)
    assert (events[booked.id]["STATUS"], events[booked.id]["SEQUENCE"]) == ("CONFIRMED", booked.version)
    assert (events[gone.id]["STATUS"], events[gone.id]["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    lab.write(
        changes.reschedule, lab.staff("mayor"), AppointmentId(booked.id), MoveAsk(starts_at=slot(3)), booked.version
    )
    again = events_of(read(lab, made.url))
    assert again[booked.id]["SEQUENCE"] > booked.version
    assert again[booked.id].decoded("DTSTART") == slot(3)


def test_a_feed_names_people_only_where_that_was_wished_and_is_revoked(lab: Lab) -> None:
    lab.book(lab.citizen(1), slot(1))
    block(lab, slot(5), slot(6), "لقاء سري")
    first = lab.write(feeds.make, lab.staff("mayor"), FeedAsk(shows_names=True))
    summaries = {str(each["SUMMARY"]) for each in File.from_ical(read(lab, first.url)).walk("VEVENT")}
    assert summaries == {"موعد مرئي: عبدالله المثال", "لقاء سري"}
    own = lab.read(feeds.own, lab.staff("mayor"))
    assert (own.shows_names, own.url) == (True, None)
    assert lab.read(feeds.own, lab.staff("mayor-manager")).made_at is None
    second = lab.write(feeds.make, lab.staff("mayor"), FeedAsk(language="en"))
    assert is_lost(lab, first.url)
    assert "Video audience" in read(lab, second.url)
    lab.house.write_now(
        lambda t: t.connection.execute(update(staff).where(staff.c.id == "stf_mayor").values(disabled_at=t.now))
    )
    assert is_lost(lab, second.url)
    third = lab.write(feeds.make, lab.staff("mayor-manager"), FeedAsk())
    lab.house.write_now(lambda t: feeds.end(t, lab.staff("mayor-manager")))
    assert is_lost(lab, third.url)


def events_of(text: str) -> dict[str, Any]:
    """By the id of what they are; the values are of icalendar's thirty types."""
    return {str(each["UID"]).partition("@")[0]: each for each in File.from_ical(text).walk("VEVENT")}


def read(lab: Lab, url: str | None) -> str:
    assert url is not None
    token = url.rpartition("/")[2].removesuffix(".ics")
    return lab.read(feeds.file_of, token).decode()


def is_lost(lab: Lab, url: str | None) -> bool:
    assert url is not None
    token = url.rpartition("/")[2].removesuffix(".ics")
    answer = lab.house.read_now(lambda t: feeds.file_of(t, token))
    return isinstance(answer, Refusal) and answer.code is RefusalCode.NOT_FOUND
