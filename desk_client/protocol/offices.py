"""Who can be met, and about what: ``GET /v1/offices``."""

from typing import Final

from pydantic import TypeAdapter

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.triage import Question
from desk_client.protocol.base import WHEN_NEEDED, Answer, Identifier, Texts


class Service(Answer):
    """What a visit is about (خدمة)."""

    id: Identifier
    name: Texts
    slot_minutes: int
    kinds: tuple[AppointmentKind, ...] = (AppointmentKind.VIDEO_KIOSK,)
    group: Identifier | None = None
    """What the same service of several offices shares: whoever of them is free first may receive."""
    questions: tuple[Question, ...] = ()
    """Asked before it is booked; the first of them first."""
    horizon_days: int | None = None
    """So far ahead it is offered; an older server does not say."""


class Office(Answer):
    """An office (مكتب) and its official. ``order`` is the rank in which offices are listed."""

    id: Identifier
    title: Texts
    honorific: Texts
    holder: Texts
    agency: Texts
    order: int
    services: tuple[Service, ...]


class Offices(Answer):
    """All offices that receive people through kiosks."""

    offices: tuple[Office, ...]


QUESTIONS: Final = TypeAdapter(tuple[Question, ...], config=WHEN_NEEDED)
"""As they are kept, and travel."""
