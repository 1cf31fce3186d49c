"""The inbox of those who triage, as a read model: a work list page by page, the request that is read, and drafts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from desk_client.client.visit import Office, Slot
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.request import RequestStep
from desk_client.domain.request import WorkList as Shelf
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.requests import Colleague, DecidedIn, Inbox, InboxItem, Request, RequestFile, StepTaken

__all__ = [
    "Attachment",
    "Colleague",
    "DecidedIn",
    "FreeTimes",
    "Inbox",
    "InboxItem",
    "InboxView",
    "Request",
    "RequestFile",
    "Shelf",
    "StepDraft",
    "StepTaken",
]


@dataclass(frozen=True)
class StepDraft:
    """A step that is being written: the words of its fields and what was chosen, in their order."""

    step: RequestStep
    words: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class FreeTimes:
    """When a service has time for the citizen, some days at a time.

    Attributes:
        kind: how they would be received.
        trail: the first day of each page up to the shown one.
        slots: the times of the shown page; None while they are being read.
        next: the first day of the page after it; None where the service is offered no further ahead.
    """

    service_id: str
    kind: AppointmentKind
    trail: tuple[date, ...]
    slots: tuple[Slot, ...] | None = None
    next: date | None = None


@dataclass(frozen=True)
class InboxView:
    """What the inbox's page shows.

    Attributes:
        shelf: the work list that is looked at; None: all that is open.
        trail: where each page up to the shown one began: the first begins nowhere.
        listed: the newest answer for them; None while it is read for the first time.
        trouble: why the newest question was not answered; None where it was.
        opening: the request whose file was asked for last.
        file: the file that is read; for a moment it may be that of the one before.
        documents: what was brought with that request, the oldest first.
        offices: who there is to route to, and their services; empty before anybody asked.
        times: the free times that are offered.
        drafts: steps begun and not taken, by the request's id; they outlive a session that expires.
        drafts_by: whose they are: nobody else who signs in sees them.
    """

    shelf: Shelf | None = None
    trail: tuple[str | None, ...] = (None,)
    listed: Inbox | None = None
    trouble: Refusal | None = None
    opening: str | None = None
    file: RequestFile | None = None
    documents: tuple[Attachment, ...] = ()
    offices: tuple[Office, ...] = ()
    times: FreeTimes | None = None
    drafts: Mapping[str, StepDraft] = field(default_factory=lambda: MappingProxyType({}))
    drafts_by: str | None = None

    @property
    def put_away(self) -> "InboxView":
        """Nothing of what was read, and all that was being written."""
        return InboxView(shelf=self.shelf, drafts=self.drafts, drafts_by=self.drafts_by)

    @property
    def read(self) -> RequestFile | None:
        """The file of the request that is open; None while another one's is still there."""
        if self.file is None or self.file.item.request.id != self.opening:
            return None
        return self.file

    @property
    def draft(self) -> StepDraft | None:
        """The step that was begun with the request that is open."""
        return None if self.opening is None else self.drafts.get(self.opening)
