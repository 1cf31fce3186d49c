"""An office's calendar for its people's own calendar programs: one file that is read again and again (RFC 5545, 7986).

Times are in UTC, so that no program has to know a zone's rules. It has no METHOD: nobody is invited, and what is
published by one names an organizer (RFC 5546, section 3.2.1). An event keeps its UID for ever, and its SEQUENCE grows
with each change, so that a program that knows an earlier state puts the newer one in its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from icalendar import Calendar, Event, vDuration, vText

_READ_AGAIN: Final = timedelta(minutes=15)


class Status(StrEnum):
    """Whether an event takes place; the value is the RFC's own word."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event of a feed.

    Attributes:
        uid: the same for ever, unique in the world.
        sequence: grows with each change.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    place: str
    status: Status


def feed(name: str, uid: str, language: str, events: Iterable[FeedEvent], at: datetime) -> bytes:
    """The file, made `at`; folded, with the line ends that the RFC wants."""
    calendar = Calendar()
    calendar.add("prodid", "-//Majlis//Calendar//AR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name), parameters={"LANGUAGE": language})
    calendar.add("x-wr-calname", vText(name))  # what Outlook and Thunderbird read
    calendar.add("uid", uid)
    calendar.add("refresh-interval", vDuration(_READ_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_READ_AGAIN))
    for each in events:
        event = Event()
        event.add("uid", each.uid)
        event.add("sequence", each.sequence)
        event.add("dtstamp", at)
        event.add("dtstart", each.starts_at)
        event.add("dtend", each.ends_at)
        event.add("summary", each.summary, parameters={"LANGUAGE": language})
        if each.place:
            event.add("location", each.place, parameters={"LANGUAGE": language})
        event.add("status", each.status.value)
        is_off = each.status is Status.CANCELLED
        event.add("transp", "TRANSPARENT" if is_off else "OPAQUE")
        event.add("x-microsoft-cdo-busystatus", "FREE" if is_off else "BUSY")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    file: bytes = calendar.to_ical()
    return file
