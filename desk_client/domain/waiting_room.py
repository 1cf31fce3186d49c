"""How an office runs its waiting room: its breaks, and whom it takes before others and why."""

from enum import StrEnum
from typing import Final

MOST_BREAK_MIN: Final = 120
"""Minutes: whoever is away for longer has closed, which is the calendar's business."""

MOST_DELAY_MIN: Final = 120
"""Minutes that an office may say that it takes longer."""


class TurnReason(StrEnum):
    """Why somebody is received before others. The value is the wire code, and part of what the audit trail says."""

    ELDERLY = "elderly"
    """Old, or hard on their feet."""
    UNWELL = "unwell"
    FROM_AFAR = "from_afar"
    """A long way home, or a journey that leaves at an hour."""
    URGENT = "urgent"
    """The matter itself does not wait."""
    OUR_FAULT = "our_fault"
    """They have waited longer than they should through a fault of ours."""
