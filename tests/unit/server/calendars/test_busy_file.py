"""Busy times out of files of other programs: what counts, in which zone, and what a hostile file costs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk_client.domain.intervals import Interval
from desk_client.server.calendars.busy_file import BusyFile, NotACalendarError, read_busy
from tests import libical

RIYADH = ZoneInfo("Asia/Riyadh")
NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
WINDOW = Interval(NOW, NOW + timedelta(days=180))


def events(*written: str) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN"]
    for each in written:
        lines += ["BEGIN:VEVENT", "UID:one", *each.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def read(text: str) -> BusyFile:
    return read_busy(text, WINDOW, RIYADH)


def spans(*written: str) -> list[str]:
    """In UTC: "1201T06:00-07:00"."""
    return [_told(each.starts_at, each.ends_at) for each in read(events(*written)).busy]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART:20261201T060000Z|DTEND:20261201T070000Z", ["1201T06:00-07:00"]),
        ("DTSTART:20261201T090000|DURATION:PT1H", ["1201T06:00-07:00"]),  # floating: the office's own zone
        ("DTSTART;TZID=Arab Standard Time:20261201T090000|DURATION:PT1H", ["1201T06:00-07:00"]),  # Outlook's name
        ("DTSTART;TZID=Europe/Berlin:20261201T090000|DURATION:PT1H", ["1201T08:00-09:00"]),
        ("DTSTART;VALUE=DATE:20261201", ["1130T21:00-21:00"]),
        ("DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261203", ["1130T21:00-21:00"]),
        ("DTSTART:20261201T060000Z", []),  # takes no time
        ("DTSTART:20261201T060000Z|DURATION:PT1H|TRANSP:TRANSPARENT", []),
        ("DTSTART:20261201T060000Z|DURATION:PT1H|STATUS:CANCELLED", []),
        ("DTSTART:20261201T060000Z|DURATION:PT1H|X-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        ("DTSTART:20251201T060000Z|DURATION:PT1H", []),  # over
        ("DTSTART:20261122T050000Z|DURATION:PT2H", ["1122T06:00-07:00"]),  # what is left of it
    ],
)
def test_what_counts_as_busy(event: str, expected: list[str]) -> None:
    assert spans(event) == expected


def test_what_returns_returns_but_for_what_was_taken_out_or_moved() -> None:
    weekly = "DTSTART;TZID=Europe/Berlin:20270314T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=4"
    assert spans(weekly) == [
        "0314T08:00-09:00",
        "0321T08:00-09:00",
        "0328T07:00-08:00",  # by the clock on the wall: summer time
        "0404T07:00-08:00",
    ]
    without = f"{weekly}|EXDATE;TZID=Europe/Berlin:20270321T090000|RDATE:20270315T100000Z"
    moved = "RECURRENCE-ID;TZID=Europe/Berlin:20270328T090000|DTSTART:20270329T120000Z|DURATION:PT30M"
    cancelled = "RECURRENCE-ID;TZID=Europe/Berlin:20270404T090000|DTSTART:20270404T070000Z|STATUS:CANCELLED"
    assert spans(without, moved, cancelled) == ["0314T08:00-09:00", "0315T10:00-11:00", "0329T12:00-12:30"]
    assert len(spans("DTSTART:20251201T060000Z|DURATION:PT1H|RRULE:FREQ=DAILY;UNTIL=20261124T060000Z")) == 3


def test_lists_of_busy_times_count_too() -> None:
    busy = "FREEBUSY;FBTYPE=BUSY:20261201T090000Z/PT1H,20261202T090000Z/20261202T100000Z"
    free = "FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT1H"
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nUID:one\r\n{busy}\r\n{free}\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    assert [f"{each.starts_at:%d}" for each in read(text).busy] == ["01", "02"]


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        "\0\1\2",
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        events("DTSTART:99999999|DURATION:PT1H"),
        events("DTSTART:20261201T060000Z|DURATION:P99999999D"),
        events(*["DTSTART:20261201T060000Z"] * 3001),
        events(*["DTSTART:19000101T060000Z|DURATION:PT1H|RRULE:FREQ=DAILY"] * 5),
    ],
    ids=["words", "bytes", "cut off", "no calendar", "no date", "no end", "too many", "too long ago"],
)
def test_what_is_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(NotACalendarError):
        read(text)


def test_what_is_not_understood_is_counted_and_the_rest_is_read() -> None:
    good = "DTSTART:20261201T060000Z|DURATION:PT1H"
    found = read(events(good, f"{good}|RRULE:FREQ=SECONDLY", f"{good}|RRULE:FREQ=DAILY;BYWEEKNO=3", "SUMMARY:empty"))
    assert (len(found.busy), found.not_understood) == (1, 3)


def test_a_zone_that_is_nowhere_described_is_not_taken_for_the_offices_own() -> None:
    nowhere = "Customized Time Zone"
    for event in (
        f'DTSTART;TZID="{nowhere}":20261201T090000|DURATION:PT1H',
        f"DTSTART:20261201T090000Z|DTEND;TZID={nowhere}:20261201T100000",
        f"DTSTART:20261201T090000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2|EXDATE;TZID={nowhere}:20261202T120000",
    ):
        found = read(events(event, "DTSTART:20261202T060000Z|DURATION:PT1H"))
        assert (len(found.busy), found.not_understood) == (1, 1), event


@pytest.mark.parametrize(
    ("name", "expected", "beside"),
    [
        (
            "outlook",  # names of Windows, quoted, with commas, and of nobody but this file
            [
                *("1201T06:00-07:00", "1202T11:00-11:30", "1203T08:00-09:00", "1205T21:00-21:00", "1216T08:00-09:00"),
                *("1222T06:00-07:00", "0325T14:00-15:00", "0401T13:00-14:00"),
            ],
            {"1215T06:00-07:00"},  # in its row; it was moved
        ),
        (
            "thunderbird",  # zones by the second, and what was taken out told of in UTC
            [
                *("1125T07:00-08:30", "1212T21:00-21:00", "1231T05:00-05:30", "0224T07:00-08:30", "0315T08:00-09:00"),
                *("0329T07:00-08:00", "0412T07:00-08:00"),
            ],
            {"1230T07:00-08:30", "1126T07:00-08:30"},  # moved, and cancelled: of neither libical thinks
        ),
    ],
)
def test_what_outlook_and_thunderbird_export_is_read_as_libical_reads_it(
    name: str, expected: list[str], beside: set[str]
) -> None:
    file = (Path(__file__).parent / "files" / f"{name}.ics").read_text(encoding="utf-8").replace("\n", "\r\n")
    found = read(file)
    assert ([_told(each.starts_at, each.ends_at) for each in found.busy], found.not_understood) == (expected, 0)
    theirs = libical.times(file.encode(), WINDOW.starts_at, WINDOW.ends_at)
    hours = [_told(starts_at, ends_at) for starts_at, ends_at in theirs if ends_at - starts_at < timedelta(hours=23)]
    whole_days = {each for each in expected if each.endswith("T21:00-21:00")}
    assert {*hours} - beside == {*expected} - whole_days  # a whole day has no zone for libical
    assert len(hours) == len({*hours})
    assert beside < {*hours}


def _told(starts_at: datetime, ends_at: datetime) -> str:
    return f"{starts_at:%m%dT%H:%M}-{ends_at:%H:%M}"
