"""What is marked on a document at the desk, and a mark that is being made."""

import secrets
from dataclasses import dataclass, field

from desk_client.domain.marks import MarkKind, Spot
from desk_client.protocol.marks import Mark, Marks

__all__ = ["Mark", "MarkDraft", "MarkKind", "Marks", "Spot"]


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
