"""What an office writes to somebody during their audience's hour."""

from enum import StrEnum
from typing import Final

from desk_client.domain.appointment import QUEUED_STATES, AppointmentState

MAX_NOTE_LENGTH: Final = 300


class NoteKind(StrEnum):
    """Where it is read. The value is the wire code."""

    WAITING = "waiting"
    """In the waiting room: "we are sorry, ten minutes"."""
    CAPTION = "caption"
    """In the talk, large, by somebody who hears badly."""


class Prepared(StrEnum):
    """Sentences that an office sends with one press; each kiosk words them in its visitor's language."""

    SOON = "soon"
    """A moment yet: you are received at once."""
    TEN_MINUTES = "ten_minutes"
    """We are sorry: ten minutes."""
    DELAYED = "delayed"
    """It takes longer: half an hour or so; your turn is kept."""


def may_be_written(kind: NoteKind, state: AppointmentState) -> bool:
    """Whether somebody is there who reads it."""
    if kind is NoteKind.WAITING:
        return state in QUEUED_STATES or state is AppointmentState.PAUSED
    return state is AppointmentState.IN_SESSION
