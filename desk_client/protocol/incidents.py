"""Faults of ours: when and where nobody could be received, and what is done for those who came."""

from enum import StrEnum

from desk_client.domain.kiosk_health import KioskPart
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page


class IncidentKind(StrEnum):
    """What went wrong. The value is the wire code."""

    SERVER_DOWN = "server_down"
    """Recorded by the server itself, when it comes back."""
    NETWORK = "network"
    POWER = "power"
    KIOSK = "kiosk"
    OFFICE_AWAY = "office_away"
    OTHER = "other"


class IncidentAsk(Ask):
    """``POST /v1/incidents``: without `starts_at` from now on, without `ends_at` until somebody ends it.

    Without a site it is everywhere, without an office it is all of them, as far as the asker may say so.
    """

    kind: IncidentKind
    site_id: Identifier | None = None
    office_id: Identifier | None = None
    starts_at: Instant | None = None
    ends_at: Instant | None = None


class Incident(Answer):
    """A stretch of time in which the fault was ours: nobody is a no-show then.

    One with a `kiosk_id` is a call for help from there, and `failed` is what did not serve. It is what a machine says:
    until a member of staff has `confirmed` it by an incident of their own, it excuses nobody.
    """

    number: int
    kind: IncidentKind
    site_id: Identifier | None
    office_id: Identifier | None
    starts_at: Instant
    ends_at: Instant | None
    kiosk_id: Identifier | None = None
    failed: tuple[KioskPart, ...] = ()
    confirmed: bool = True


class Incidents(Page):
    """``GET /v1/incidents?after=&limit=``: the latest first, those of one's own place and those of everywhere."""

    incidents: tuple[Incident, ...]


class Unserved(Answer):
    """``POST /v1/appointments/{id}/unserved``: what was done for them.

    Either the next free time, with priority, or a place at the head of the waitlist.
    """

    appointment: Appointment
    rebooked: Appointment | None
    wait_id: Identifier | None
