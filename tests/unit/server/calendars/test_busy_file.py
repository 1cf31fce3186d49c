"""Busy times out of files of other programs: what counts, in which zone, and what a hostile file costs."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk_client.domain.intervals import Interval
from desk_client.server.calendars.busy_file import BusyFile, NotACalendarError, read_busy

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
    return [f"{each.starts_at:%m%dT%H:%M}-{each.ends_at:%H:%M}" for each in read(events(*written)).busy]


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
