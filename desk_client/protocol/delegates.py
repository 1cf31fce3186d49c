"""What is left to an office's managers."""

from datetime import date

from pydantic import Field

from desk_client.domain.delegation import DelegateRight
from desk_client.protocol.base import Answer, Ask, CalendarDay, Identifier, Texts


class DelegateAsk(Ask):
    """``PUT /v1/offices/{id}/delegates/{staff_id}`` with ``If-Match``; no right at all takes every one away, at once.

    From `first` to `last`, both included; without them, without that end.
    """

    rights: tuple[DelegateRight, ...] = Field(max_length=4)
    first: CalendarDay | None = None
    last: CalendarDay | None = None


class Delegate(Answer):
    """A manager of the office and what they may; `version` is the entity tag."""

    staff_id: Identifier
    name: Texts
    rights: tuple[DelegateRight, ...]
    first: date | None
    last: date | None
    version: int


class Delegates(Answer):
    """``GET /v1/offices/{id}/delegates``, by name."""

    items: tuple[Delegate, ...]
