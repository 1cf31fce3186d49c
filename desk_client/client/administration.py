"""What an administrator's workspace shows: one read model for each of its sections."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from desk_client.client.model import Model
from desk_client.client.office_hours import Calendar, CalendarPreview, Holidays
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import StaffAccount
from desk_client.protocol.audit_checks import AuditCheck, AuditFinding
from desk_client.protocol.backups import BackupRun, Backups, BackupShown
from desk_client.protocol.base import Texts
from desk_client.protocol.messages import DeadMessage, MessagePreview, MessageTemplate
from desk_client.protocol.privacy import AuditEntry, BreachReport, PersonHeld, PersonLook
from desk_client.protocol.recordings import OfficeRecordingRule
from desk_client.protocol.regions import (
    Agency,
    Closing,
    PlaceKind,
    Region,
    RegionKiosk,
    RegionOffice,
    RegionService,
    RegionSite,
)
from desk_client.protocol.retention import Kept

__all__ = [
    "Administration",
    "Agency",
    "AuditCheck",
    "AuditEntry",
    "AuditFinding",
    "BackupRun",
    "BackupShown",
    "Backups",
    "BreachReport",
    "CalendarPreview",
    "Closing",
    "DeadMessage",
    "Kept",
    "Listed",
    "MessagePreview",
    "MessageTemplate",
    "OfficeRecordingRule",
    "OfficeSchedule",
    "PersonHeld",
    "PersonLook",
    "PlaceKind",
    "Region",
    "RegionKiosk",
    "RegionOffice",
    "RegionService",
    "RegionSite",
    "Shown",
    "StaffAccount",
    "Texts",
]

T = TypeVar("T")


@dataclass(frozen=True)
class Listed(Generic[T]):
    """A list as it was last read.

    Attributes:
        rows: None before it was read.
        trouble: why the last reading failed; what is shown is then old.
        next: where the rest of it begins, where it is read in pages; None: that is all.
    """

    rows: tuple[T, ...] | None = None
    trouble: Refusal | None = None
    next: str | None = None

    def failed(self, refusal: Refusal) -> "Listed[T]":
        """The same rows, marked as old."""
        return replace(self, trouble=refusal)


@dataclass(frozen=True)
class Shown(Generic[T]):
    """One thing as it was last read; None before that. `trouble`: why the last reading failed."""

    content: T | None = None
    trouble: Refusal | None = None


@dataclass(frozen=True)
class OfficeSchedule:
    """An office's calendar, and what its services are called."""

    calendar: Calendar
    services: Mapping[str, Texts]


class Administration:
    """The read models; actions set them, sections subscribe."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self.region: Model[Region | None] = Model(None)
        """The places by name; every section that names one reads it with its own list."""
        self.places: Model[Refusal | None] = Model(None)
        """Why the places could not be read."""
        self.staff: Model[Listed[StaffAccount]] = Model(Listed())
        self.templates: Model[Listed[MessageTemplate]] = Model(Listed())
        self.preview: Model[MessagePreview | None] = Model(None)
        """How the text that is being worded reads."""
        self.dead: Model[Listed[DeadMessage]] = Model(Listed())
        self.kept: Model[Listed[Kept]] = Model(Listed())
        self.trail: Model[Listed[AuditEntry]] = Model(Listed())
        self.backups: Model[Shown[Backups]] = Model(Shown())
        self.audit_check: Model[Shown[AuditCheck]] = Model(Shown())
        self.looks: Model[Listed[PersonLook]] = Model(Listed())
        self.holder: Model[Shown[PersonHeld]] = Model(Shown())
        """Who asked about their data, found by their papers."""
        self.recording_rules: Model[Listed[OfficeRecordingRule]] = Model(Listed())

        self.schedule: Model[Shown[OfficeSchedule]] = Model(Shown())
        self.slots: Model[Shown[CalendarPreview]] = Model(Shown())
        """What the calendar that is being changed would make."""
        self.holidays: Model[Shown[Holidays]] = Model(Shown())

    def clear(self) -> None:
        """Forget everything: whoever signs in next may be nobody's administrator."""
        self.region.set(None)
        self.places.set(None)
        self.staff.set(Listed())
        self.templates.set(Listed())
        self.preview.set(None)
        self.dead.set(Listed())
        self.kept.set(Listed())
        self.trail.set(Listed())
        self.backups.set(Shown())
        self.audit_check.set(Shown())
        self.looks.set(Listed())
        self.holder.set(Shown())
        self.recording_rules.set(Listed())
        self.schedule.set(Shown())
        self.slots.set(Shown())
        self.holidays.set(Shown())
