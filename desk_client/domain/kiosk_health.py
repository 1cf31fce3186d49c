"""How a kiosk is, judged from what it last said of itself: fine, in need of somebody, or silent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

REPORT_EVERY: Final = timedelta(seconds=5)
"""How often a kiosk says how it is."""
SILENT_AFTER: Final = timedelta(seconds=30)
"""Six reports that did not come: no longer a slow line."""
SLOW_TRIP_MS: Final = 300
"""Beyond it people begin to talk into each other's words (ITU-T G.114 has 150 ms each way)."""
ERROR_MATTERS_FOR: Final = timedelta(minutes=10)
"""An error that has not come again for so long has passed."""


class Activity(StrEnum):
    """What a kiosk is being used for, never by whom. The value is the wire code."""

    IDLE = "idle"
    IN_USE = "in_use"
    WAITING = "waiting"
    """Somebody has checked in there and waits to be received."""
    IN_CALL = "in_call"
    LOCKED = "locked"
    OPERATOR = "operator"
    """The operator stands at it, past its lock."""
    STARTING = "starting"
    """No page shows yet."""


_NOBODY: Final = frozenset({Activity.IDLE, Activity.LOCKED, Activity.STARTING})


class PrinterCondition(StrEnum):
    """What a kiosk's printer says. The value is the wire code."""

    NONE = "none"
    """None was given to it."""
    READY = "ready"
    OUT_OF_PAPER = "out_of_paper"
    FAULTY = "faulty"
    """Stopped, open, switched off, or not there."""


class KioskPart(StrEnum):
    """What a talk at a kiosk needs. The value is the wire code."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    LOUDSPEAKER = "loudspeaker"
    NETWORK = "network"


class Health(StrEnum):
    """How a kiosk is, in one word. The value is the wire code."""

    FINE = "fine"
    NEEDS_ATTENTION = "needs_attention"
    SILENT = "silent"
    NEVER_HEARD = "never_heard"


class Complaint(StrEnum):
    """Why a kiosk needs somebody; the most urgent first. The value is the wire code."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    LOUDSPEAKER = "loudspeaker"
    NETWORK = "network"
    PAPER = "paper"
    PRINTER = "printer"
    ERROR = "error"
    UNSENT = "unsent"
    """Something that people did there has not reached the server yet."""


class Presence(StrEnum):
    """How who waits at a kiosk, or at a page of their own, can be reached there. The value is the wire code."""

    GOOD = "good"
    POOR = "poor"
    """The line is slow, or its last test failed: the talk may suffer."""
    LOST = "lost"
    """The kiosk, or the page, has not been heard of."""
    AWAY = "away"
    """The kiosk says that nobody is at it any more, or the page's session is over."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a kiosk last said of itself.

    Attributes:
        failed: the parts that did not serve at the last check of its devices.
        round_trip_ms: how long a question to the server took; None before one was answered.
        unsent: how many entries wait to be sent.
        set_aside: how many entries nobody could do anything with, and no operator has dealt with yet.
        error_at: when something last went wrong there.
    """

    activity: Activity
    printer: PrinterCondition = PrinterCondition.NONE
    failed: Collection[KioskPart] = ()
    round_trip_ms: int | None = None
    unsent: int = 0
    set_aside: int = 0
    error_at: datetime | None = None


def complaints(report: Report, now: datetime) -> tuple[Complaint, ...]:
    """What somebody should look after at the kiosk, the most urgent first."""
    is_slow = report.round_trip_ms is not None and report.round_trip_ms > SLOW_TRIP_MS
    found = {
        Complaint.CAMERA: KioskPart.CAMERA in report.failed,
        Complaint.MICROPHONE: KioskPart.MICROPHONE in report.failed,
        Complaint.LOUDSPEAKER: KioskPart.LOUDSPEAKER in report.failed,
        Complaint.NETWORK: KioskPart.NETWORK in report.failed or is_slow,
        Complaint.PAPER: report.printer is PrinterCondition.OUT_OF_PAPER,
        Complaint.PRINTER: report.printer is PrinterCondition.FAULTY,
        Complaint.ERROR: report.error_at is not None and now - report.error_at < ERROR_MATTERS_FOR,
        Complaint.UNSENT: report.unsent > 0,
    }
    return tuple(complaint for complaint in Complaint if found[complaint])


def health(report: Report | None, heard_at: datetime | None, now: datetime) -> Health:
    """How the kiosk is; `heard_at` is when the server last heard of it."""
    if report is None or heard_at is None:
        return Health.NEVER_HEARD
    if now - heard_at >= SILENT_AFTER:
        return Health.SILENT
    return Health.NEEDS_ATTENTION if report.set_aside or complaints(report, now) else Health.FINE


def presence(report: Report | None, heard_at: datetime | None, now: datetime, since: datetime) -> Presence | None:
    """How somebody can be reached who has waited at a kiosk since then; None where it never said anything."""
    if report is None or heard_at is None:
        return None
    if now - heard_at >= SILENT_AFTER:
        return Presence.LOST
    # a report that was under way when they sat down speaks of the time before
    if report.activity in _NOBODY and heard_at - since > 2 * REPORT_EVERY:
        return Presence.AWAY
    is_poor = KioskPart.NETWORK in report.failed or (report.round_trip_ms or 0) > SLOW_TRIP_MS
    return Presence.POOR if is_poor else Presence.GOOD
