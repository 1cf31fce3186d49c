"""Marks that an office leaves on a document that was brought to an audience."""

from pydantic import Field

from desk_client.domain.marks import LONGEST_MARK, MarkKind, Spot
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts

MOST_PAGES = 10_000


class MarkAsk(Ask):
    """``POST /v1/appointments/{id}/attachments/{id}/marks`` with an ``Idempotency-Key``: leave a mark.

    `page` counts from 1; the place is told in parts of the page as it lies unturned, from its left and its top.
    """

    kind: MarkKind
    page: int = Field(ge=1, le=MOST_PAGES)
    x: float = Field(ge=0, le=1, allow_inf_nan=False)
    y: float = Field(ge=0, le=1, allow_inf_nan=False)
    width: float = Field(default=0, ge=0, le=1, allow_inf_nan=False)
    height: float = Field(default=0, ge=0, le=1, allow_inf_nan=False)
    text: str = Field(default="", max_length=LONGEST_MARK, repr=False)

    @property
    def spot(self) -> Spot:
        """Where it is."""
        return Spot(self.x, self.y, self.width, self.height)


class Mark(Answer):
    """One mark: what, where, who and when; `is_own`: the asker's office made it, and may take it away.

    One that was taken away is still told, with who did that, and can be put back.
    """

    id: Identifier
    kind: MarkKind
    page: int
    x: float
    y: float
    width: float
    height: float
    text: str = Field(repr=False)
    author: Texts
    office_title: Texts
    made_at: Instant
    is_own: bool
    removed_at: Instant | None = None
    removed_by: Texts | None = None

    @property
    def spot(self) -> Spot:
        """Where it is."""
        return Spot(self.x, self.y, self.width, self.height)


class Marks(Answer):
    """``GET /v1/appointments/{id}/attachments/{id}/marks``: of all offices that see the document, by page."""

    marks: tuple[Mark, ...]
