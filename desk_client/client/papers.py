"""What is marked on a document at the desk, and a mark that is being made."""

import secrets
from dataclasses import dataclass, field

from desk_client.domain.marks import MarkKind, Spot
from desk_client.protocol.marks import Mark, Marks

__all__ = ["Mark", "MarkDraft", "MarkKind", "Marks", "PaperPlace", "Spot", "of_audience", "of_request"]


@dataclass(frozen=True)
class PaperPlace:
    """What documents lie beside. Those of a request are read and not marked: marks belong to who receives."""

    path: str
    has_marks: bool


def of_audience(appointment_id: str) -> PaperPlace:
    """Beside an audience."""
    return PaperPlace(f"/v1/appointments/{appointment_id}/attachments", has_marks=True)


def of_request(request_id: str) -> PaperPlace:
    """Beside a request."""
    return PaperPlace(f"/v1/requests/{request_id}/attachments", has_marks=False)


@dataclass(frozen=True)
class MarkDraft:
    """A mark that is not left yet.

    Attributes:
        page: from 1 on.
        key: under which it is left once, however often it is sent.
    """

    kind: MarkKind
    page: int
    spot: Spot
    text: str = field(default="", repr=False)
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
