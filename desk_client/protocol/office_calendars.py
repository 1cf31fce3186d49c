"""An office's calendar as its own people work with it: some days of it, and what is changed there.

The rules behind it (weeks, seasons, services) are a document of their own: `protocol.calendars`.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts

MOST_DAYS = 42
"""Six weeks: as many as a month's sheet has."""
MOST_BLOCKED_DAYS = 14
MAX_REASON_LENGTH = 200
MAX_FILE_LENGTH = 512 * 1024
"""Characters of a calendar file that is read in."""


class BusyKind(StrEnum):
    """Why an office does not receive although it is open. The value is the wire code."""

    BLOCKED = "blocked"
    """Somebody of the office said so."""
    IMPORTED = "imported"
    """Read from a calendar of its own, of which nothing else is kept."""


class Stretch(Answer):
    """From then to then."""

    starts_at: Instant
    ends_at: Instant


class BusyTime(Stretch):
    """The office does not receive then. `reason` is for the office alone; empty where it was imported."""

    id: Identifier
    kind: BusyKind
    reason: str = Field(repr=False)


class OfficeDay(Answer):
    """One day: when the office is open by its schedule, whatever was blocked, and who receives its visitors.

    `holiday` is the name of the administrator's day, null where none is known; `stand_in` is null where it is the
    office itself that receives.
    """

    date: date
    open: tuple[Stretch, ...]
    is_holiday: bool
    holiday: Texts | None
    stand_in: Texts | None


class CalendarAudience(AgendaItem):
    """An audience with what is needed to move it.

    `fits` is false where its time is not offered any more: it was blocked, or the schedule was changed since.
    """

    office_id: Identifier
    service_id: Identifier
    site_id: Identifier | None
    fits: bool


class OfficeDays(Answer):
    """``GET /v1/offices/{id}/days?first=YYYY-MM-DD&days=N`` (N ≤ 42): what lies on these days of the office's zone.

    `now` is the server's clock. `may_change` says whether the asker may block time and move audiences.
    """

    office_id: Identifier
    title: Texts
    zone: str
    now: Instant
    first: date
    days: tuple[OfficeDay, ...]
    audiences: tuple[CalendarAudience, ...]
    busy: tuple[BusyTime, ...]
    may_change: bool


class BlockAsk(Ask):
    """``POST /v1/offices/{id}/blocks`` with an ``Idempotency-Key``: the office does not receive then."""

    starts_at: Instant
    ends_at: Instant
    reason: str = Field(default="", max_length=MAX_REASON_LENGTH, repr=False)


class Blocked(Answer):
    """What became of it: `block` is null where audiences are in the way, and then nothing was changed."""

    block: BusyTime | None
    in_the_way: tuple[CalendarAudience, ...]


class ImportAsk(Ask):
    """``PUT /v1/offices/{id}/busy-times``: a calendar file (RFC 5545), in the place of the one that was read before."""

    file: Annotated[str, StringConstraints(min_length=1, max_length=MAX_FILE_LENGTH)] = Field(repr=False)


class Imported(Answer):
    """How often the office is busy until a day, how many events were not understood, and which audiences lie there.

    These stand; the office moves them or receives all the same.
    """

    stretches: int
    until: Instant
    not_understood: int
    in_the_way: tuple[CalendarAudience, ...]


class FeedAsk(Ask):
    """``PUT /v1/desk/calendar-feed``: a new address; a former one of the same person opens nothing any more."""

    language: Literal["ar", "en"] = "ar"
    shows_names: bool = False
    """Whether those who come are named, and the reasons of blocked time told, to whatever program has the address."""


class Feed(Answer):
    """Whether somebody has a feed, and how it is; ``url`` is told once, when it is made."""

    made_at: Instant | None = None
    shows_names: bool = False
    url: str | None = Field(default=None, repr=False)


__all__ = [
    "MAX_FILE_LENGTH",
    "MAX_REASON_LENGTH",
    "MOST_BLOCKED_DAYS",
    "MOST_DAYS",
    "BlockAsk",
    "Blocked",
    "BusyKind",
    "BusyTime",
    "CalendarAudience",
    "Feed",
    "FeedAsk",
    "ImportAsk",
    "Imported",
    "OfficeDay",
    "OfficeDays",
    "Stretch",
]
