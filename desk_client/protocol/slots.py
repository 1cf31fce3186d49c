"""Free intervals (فترة متاحة), holds on them (حجز مؤقت), and the search for the first free one."""

from datetime import date, time
from typing import Annotated

from pydantic import Field, WithJsonSchema

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay
from desk_client.protocol.base import Answer, Ask, Identifier, Instant

WallTime = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"})]
"""What a clock on a wall shows: a time without an offset, which JSON Schema's `time` (RFC 3339) does not know."""


class Slot(Answer):
    """An interval that may be claimed; ``wall_time`` is what the clock on the site's wall shows then."""

    starts_at: Instant
    ends_at: Instant
    wall_time: WallTime


class Day(Answer):
    """One day of an office's calendar. ``capacity`` counts all its slots, taken or free; 0 is a closed day."""

    date: date
    capacity: int
    slots: tuple[Slot, ...]


class Availability(Answer):
    """``GET /v1/offices/{id}/availability?service_id=&first=YYYY-MM-DD&days=N`` (N ≤ 62)."""

    zone: str
    days: tuple[Day, ...]


class MonthOfService(Answer):
    """How many slots of a service are free on each day, and how many there are; as many numbers as days were asked."""

    office_id: Identifier
    service_id: Identifier
    free: tuple[int, ...]
    capacity: tuple[int, ...]


class Month(Answer):
    """``GET /v1/availability?first=YYYY-MM-DD&days=N``: all offices and services at one glance."""

    first: date
    days: int
    services: tuple[MonthOfService, ...]


class FoundSlot(Answer):
    """One result of a search: whom, where, when, and how."""

    office_id: Identifier
    service_id: Identifier
    site_id: Identifier | None
    kind: AppointmentKind
    slot: Slot
    zone: str
    distance_km: float | None


class FoundSlots(Answer):
    """``POST /v1/slots/search``: the first free ones, the earliest first."""

    slots: tuple[FoundSlot, ...]


class HoldAsk(Ask):
    """``POST /v1/holds`` with an ``Idempotency-Key``.

    ``site_id`` is the asking kiosk's own where it is left out; ``person_id`` is for staff, who book for somebody.
    """

    office_id: Identifier
    service_id: Identifier
    starts_at: Instant
    kind: AppointmentKind = AppointmentKind.VIDEO_KIOSK
    site_id: Identifier | None = None
    interpreter: bool = False
    person_id: Identifier | None = None
    request_id: Identifier | None = None


class Hold(Answer):
    """A slot that is this person's until ``expires_at``."""

    id: Identifier
    slot: Slot
    expires_at: Instant


class MoveAsk(Ask):
    """``POST /v1/appointments/{id}/reschedule`` with an ``Idempotency-Key``: another slot of the same service."""

    starts_at: Instant
    site_id: Identifier | None = None


class SearchAsk(Ask):
    """``POST /v1/slots/search``: what is looked for; every field but the services narrows it.

    Without ``site_id`` all sites are looked at, the nearest to the asking kiosk first.
    """

    service_ids: tuple[Identifier, ...] = Field(min_length=1, max_length=32)
    kind: AppointmentKind = AppointmentKind.VIDEO_KIOSK
    site_id: Identifier | None = None
    part_of_day: PartOfDay | None = None
    interpreter: bool = False
    most: int = Field(default=10, ge=1, le=50)
