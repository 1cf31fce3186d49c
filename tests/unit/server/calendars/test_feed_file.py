"""A feed, read back by a reader of its own, made by the rules of RFC 5545 alone, by libical, and by what wrote it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from desk_client.server.calendars.feed_file import FeedEvent, Status, feed
from tests import libical

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
LONG = "مجلس المنطقة، البند الأول؛ والثاني\nثم نقاش طويل جدًا لا ينتهي في سطر واحد مهما حاول كاتبه أن يختصر"


# sections 3.1 and 3.2: a name, parameters whose values are quoted where they need it, a value without control signs
_NAME = r"[A-Za-z0-9-]+"
_PLAIN, _QUOTED = r'[^\x00-\x08\x0a-\x1f\x7f";:,]*', r'"[^\x00-\x08\x0a-\x1f\x7f"]*"'
_PARAMETER = rf"{_NAME}=(?:{_QUOTED}|{_PLAIN})(?:,(?:{_QUOTED}|{_PLAIN}))*"
_LINE = re.compile(rf"(?P<name>{_NAME})(?P<parameters>(?:;{_PARAMETER})*):(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)")
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")  # section 3.3.11
_TEXTS = {"SUMMARY", "LOCATION", "NAME", "X-WR-CALNAME"}
_MOMENTS = {"DTSTAMP", "DTSTART", "DTEND"}
_ONCE = _MOMENTS | {"UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "CLASS", "TRANSP"}


def made() -> bytes:
    def event(number: int, status: Status) -> FeedEvent:
        starts_at = NOW + timedelta(days=number)
        return FeedEvent(
            f"apt_{number}@majlis.example", number, starts_at, starts_at + timedelta(hours=1), LONG, "صبيا", status
        )

    return feed(
        "مكتب الأمير", "emir@majlis.example", "ar", [event(1, Status.CONFIRMED), event(2, Status.CANCELLED)], NOW
    )


def unfolded(file: bytes) -> list[str]:
    """RFC 5545, section 3.1: without a library, and as strictly as a calendar may be."""
    assert file.endswith(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    lines = file.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is torn in two
    return re.sub(r"\r\n[ \t]", "", file.decode()).split("\r\n")


def test_its_lines_are_those_of_the_rfc() -> None:
    lines = unfolded(made())
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "REFRESH-INTERVAL;VALUE=DURATION:PT15M", "X-PUBLISHED-TTL:PT15M"} <= set(lines)
    assert "NAME;LANGUAGE=ar:مكتب الأمير" in lines
    for event in "\n".join(lines).split("BEGIN:VEVENT")[1:]:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"):
            assert len(re.findall(rf"^{name}[;:]", event, re.MULTILINE)) == 1
        assert re.search(r"^DTSTART:\d{8}T\d{6}Z$", event, re.MULTILINE)
    assert any(line.startswith("SUMMARY;LANGUAGE=ar:مجلس المنطقة، البند الأول؛ والثاني\\nثم") for line in lines)


def read(file: bytes) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The calendar's own properties and each event's, their texts unescaped: nothing here knows who wrote it."""
    calendar: dict[str, str] = {}
    events: list[dict[str, str]] = []
    within: list[str] = []
    *lines, last = unfolded(file)
    assert last == ""
    for line in lines:
        parts = _LINE.fullmatch(line)
        assert parts is not None, line
        name, value = parts["name"].upper(), parts["value"]
        if name == "BEGIN":
            assert [*within, value] in (["VCALENDAR"], ["VCALENDAR", "VEVENT"])
            within.append(value)
            if value == "VEVENT":
                events.append({})
            continue
        if name == "END":
            assert within.pop() == value
            continue
        there = events[-1] if within == ["VCALENDAR", "VEVENT"] else calendar
        assert within, "nothing stands outside the calendar"
        assert name not in there, f"{name} stands once"
        if name in _TEXTS:
            assert _TEXT.fullmatch(value), line
            value = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
        assert name not in _MOMENTS or not parts["parameters"], "section 3.2.19: a moment in UTC names no zone"
        there[name] = value
    assert within == []
    return calendar, events


def moment(value: str) -> datetime:
    """Section 3.3.5, form 2: in UTC, and so no zone's rules are needed."""
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def test_a_reader_that_knows_the_rfc_alone_reads_what_was_written() -> None:
    calendar, (first, second) = read(made())
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "مكتب الأمير")
    assert calendar["PRODID"]
    assert "METHOD" not in calendar, "RFC 5546, section 3.2.1: it would have to name an organizer"
    assert set(first) == set(second) == _ONCE | {"X-MICROSOFT-CDO-BUSYSTATUS"}
    assert (first["SUMMARY"], first["LOCATION"], first["SEQUENCE"]) == (LONG, "صبيا", "1")
    assert (moment(first["DTSTAMP"]), moment(first["DTSTART"])) == (NOW, NOW + timedelta(days=1))
    assert moment(first["DTEND"]) - moment(first["DTSTART"]) == timedelta(hours=1)
    assert [(each["STATUS"], each["TRANSP"]) for each in (first, second)] == [
        ("CONFIRMED", "OPAQUE"),
        ("CANCELLED", "TRANSPARENT"),
    ]
    assert first["UID"] != second["UID"]


@pytest.mark.parametrize(
    "text", ["a;b,c", "back\\slash \\n stays", "two\nlines", '«نصّ»، ثم: "شرح"', "x" * 200, "😀" * 40]
)
def test_no_text_is_mistaken_for_the_files_own_signs(text: str) -> None:
    event = FeedEvent("a@majlis.example", 0, NOW, NOW + timedelta(hours=1), text, text, Status.CONFIRMED)
    calendar, (found,) = read(feed(text, "u@majlis.example", "en", [event], NOW))
    assert (found["SUMMARY"], found["LOCATION"]) == (text, text)
    assert (calendar["NAME"], calendar["X-WR-CALNAME"]) == (text, text)


@pytest.mark.parametrize("text", [LONG, "a;b,c", "back\\slash \\n stays", '«نصّ»، ثم: "شرح"', "😀" * 40, "رجب ١٤٤٨ هـ"])
def test_a_program_of_somebody_elses_reads_it_and_finds_no_rule_broken(text: str) -> None:
    starts_at = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)  # while Europe changes its clocks
    written = [
        FeedEvent("a@majlis.example", 0, starts_at, starts_at + timedelta(hours=1), text, text, Status.CONFIRMED),
        FeedEvent("b@majlis.example", 7, NOW, NOW + timedelta(days=1), "x", "", Status.CANCELLED),
    ]
    found = libical.read_events(feed(text, "u@majlis.example", "ar", written, NOW))
    assert found == [
        libical.Read(each.uid, each.sequence, each.status, each.summary, each.place, each.starts_at, each.ends_at)
        for each in written
    ]


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        (b"END:VEVENT\r\nEND:VCALENDAR", b"END:VCALENDAR", "no calendar at all"),
        (b"END:VCALENDAR\r\n", b"", "no calendar at all"),
        (b"DTSTART:2026", b"DTSTART:20x6", "DATE-TIME"),
        (b"VERSION:2.0\r\n", b"", "VERSION"),
        (b"PRODID:", b"X-MADE-BY:", "PRODID"),
        (b"CALSCALE:", b"METHOD:PUBLISH\r\nCALSCALE:", "ORGANIZER"),
        (b"SEQUENCE:1", b"SEQUENCE:1\r\nSEQUENCE:2", "SEQUENCE"),
        (b"STATUS:CONFIRMED", b"STATUSCONFIRMED", "STATUSCONFIRMED"),
        (b"CLASS:PRIVATE", b"CLASS:PRIVATE\r\nDURATION:PT1H", "both DURATION and DTEND"),
        (b"\r\n ", b"\r\n", "property name"),
        ("مجلس".encode(), "مجلس".encode()[1:], "torn"),
    ],
)
def test_it_would_find_what_is_broken(good: bytes, bad: bytes, said: str) -> None:
    assert good in made()
    with pytest.raises(libical.BrokenCalendarError, match=said):
        libical.read_events(made().replace(good, bad))


def test_the_library_that_wrote_it_reads_it_back() -> None:
    first, second = Calendar.from_ical(made()).walk("VEVENT")
    assert (str(first["SUMMARY"]), first["SEQUENCE"], first["TRANSP"]) == (LONG, 1, "OPAQUE")
    assert first.decoded("DTSTART") == NOW + timedelta(days=1)
    assert (second["STATUS"], second["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
