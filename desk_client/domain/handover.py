"""Handing a talk over to another office while it goes on: who can take it, and what they read before they answer."""

from enum import StrEnum
from typing import Final

from desk_client.domain.access import Action

MAX_NOTE_LENGTH: Final = 500
"""Of what the one writes to the other: it is read while a visitor waits."""


class Readiness(StrEnum):
    """What whoever may take a talk over does at the moment."""

    FREE = "free"
    IN_TALK = "in_talk"
    ON_BREAK = "on_break"
    BLOCKED = "blocked"
    """Their office's calendar is blocked now."""


READ_BEFORE: Final = frozenset({Action.SEE_BRIEF, Action.SEE_ATTACHMENT, Action.MARK_DOCUMENT})
"""What whoever is asked to take a talk over may do with it before, for as long as the question stands."""

READ_AFTER: Final = frozenset({Action.SEE_BRIEF, Action.SEE_ATTACHMENT, Action.SEE_APPOINTMENT, Action.SEE_OUTCOME})
"""What an office may still do with a talk that it gave away: read, and decide nothing."""
