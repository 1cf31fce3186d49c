"""A feed, read back by the rules of the RFC alone and by another program's parser."""

import re
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from desk_client.server.calendars.feed_file import FeedEvent, Status, feed

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
LONG = "مجلس المنطقة، البند الأول؛ والثاني\nثم نقاش طويل جدًا لا ينتهي في سطر واحد مهما حاول كاتبه أن يختصر"


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
    assert {"VERSION:2.0", "METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT15M", "X-PUBLISHED-TTL:PT15M"} <= set(
        lines
    )
    assert "NAME;LANGUAGE=ar:مكتب الأمير" in lines
    for event in "\n".join(lines).split("BEGIN:VEVENT")[1:]:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"):
            assert len(re.findall(rf"^{name}[;:]", event, re.MULTILINE)) == 1
        assert re.search(r"^DTSTART:\d{8}T\d{6}Z$", event, re.MULTILINE)
    assert any(line.startswith("SUMMARY;LANGUAGE=ar:مجلس المنطقة، البند الأول؛ والثاني\\nثم") for line in lines)


def test_another_program_reads_what_was_written() -> None:
    first, second = Calendar.from_ical(made()).walk("VEVENT")
    assert (str(first["SUMMARY"]), first["SEQUENCE"], first["TRANSP"]) == (LONG, 1, "OPAQUE")
    assert first.decoded("DTSTART") == NOW + timedelta(days=1)
    assert (second["STATUS"], second["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
