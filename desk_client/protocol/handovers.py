"""Handing a talk over while it goes on: ``/v1/appointments/{id}/handover``. Its call is one of ``called_in``."""

from pydantic import Field

from desk_client.domain.handover import MAX_NOTE_LENGTH, Readiness
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page, Texts


class Successor(Answer):
    """Somebody who can take the talk over: their office receives today, and they are at their desk."""

    staff_id: Identifier
    name: Texts
    office_title: Texts
    readiness: Readiness
    waiting: int
    """How many wait for their office; each keeps their turn."""


class Successors(Page):
    """``GET …/handover/possible``: who can take the talk over; who is free comes first."""

    items: tuple[Successor, ...]


class HandoverAsk(Ask):
    """``POST …/handover``: ask somebody to take the talk over; it rings at their desk."""

    staff_id: Identifier
    note: str = Field(max_length=MAX_NOTE_LENGTH, repr=False)


class HandoverOffer(Answer):
    """What whoever is asked reads before they answer."""

    note: str = Field(repr=False)
    ends_at: Instant
    """Until when the talk is planned."""
    documents: int
    """How many the visitor brought."""
    is_done: bool
    """It was handed over: whoever joined receives from now on, and enters the room as that."""


class HandedOver(Answer):
    """That a talk was handed over, for whoever reads its brief."""

    at: Instant
    by: Texts
    office_title: Texts
    """Who gave it away."""
    to_title: Texts
    note: str = Field(repr=False)
