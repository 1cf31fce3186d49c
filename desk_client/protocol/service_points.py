"""Where people can be received: the halls with kiosks (مواقع الخدمة), public data all of it."""

from datetime import date
from enum import StrEnum

from desk_client.protocol.base import Answer, Identifier, Instant, Texts
from desk_client.protocol.slots import WallTime


class WhyClosed(StrEnum):
    """Why a hall is closed all day. The value is the wire code."""

    HOLIDAY = "holiday"
    NO_HOURS = "no_hours"
    """It is never open on this day of the week."""


class OpenSpan(Answer):
    """A stretch of a day in the zone's wall time; `closes` of 00:00 is the day's end."""

    opens: WallTime
    closes: WallTime


class PointDay(Answer):
    """One day of a hall; without spans it is closed, and `closed` says why."""

    day: date
    spans: tuple[OpenSpan, ...]
    closed: WhyClosed | None


class ServicePoint(Answer):
    """A hall, how far it is from the asking kiosk, when it is open in the coming days, and who receives there.

    `days` begins with today; it is empty where nobody has entered any hours. `is_here` is the asking kiosk's own hall.
    `phone` is in E.164; None where nobody has entered one.
    """

    id: Identifier
    name: Texts
    governorate: Texts
    address: Texts | None
    latitude: float | None
    longitude: float | None
    distance_km: float | None
    is_here: bool
    kiosks: int
    agencies: tuple[Texts, ...]
    days: tuple[PointDay, ...]
    phone: str | None = None


class ServicePoints(Answer):
    """``GET /v1/service-points``: the nearest first. `as_of` is when it was so."""

    zone: str
    as_of: Instant
    points: tuple[ServicePoint, ...]
