"""The minutes of a talk: words that are written while it goes on, and become an outcome's once that is recorded."""

from typing import Final

from desk_client.domain.appointment import AppointmentState

WRITTEN_IN: Final = frozenset(
    {
        AppointmentState.WAITING,  # sent back: the last words are still on their way
        AppointmentState.IN_SESSION,
        AppointmentState.PAUSED,
        AppointmentState.COMPLETED,
    }
)
"""From the talk until the outcome is recorded, with which they go."""
