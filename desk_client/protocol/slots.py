"""Free intervals (فترة متاحة) and holds on them (حجز مؤقت)."""

from datetime import date, time

from desk_client.protocol.base import Answer, Ask, Identifier, Instant


class Slot(Answer):
    """An interval that may be claimed; ``wall_time`` is what the clock on the site's wall shows then."""

    starts_at: Instant
    ends_at: Instant
    wall_time: time


class Day(Answer):
    """One day of an office's calendar. ``capacity`` counts all its slots, taken or free; 0 is a closed day."""

    date: date
    capacity: int
    slots: tuple[Slot, ...]


class Availability(Answer):
    """``GET /v1/offices/{id}/availability?service_id=&first=YYYY-MM-DD&days=N`` (N ≤ 62)."""

    zone: str
    days: tuple[Day, ...]


class HoldAsk(Ask):
    """``POST /v1/holds`` with an ``Idempotency-Key``."""

    office_id: Identifier
    service_id: Identifier
    starts_at: Instant


class Hold(Answer):
    """A slot that is this person's until ``expires_at``."""

    id: Identifier
    slot: Slot
    expires_at: Instant
