"""A call for the hall's operator: how it stands for whoever waits at the kiosk."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

UNANSWERED_AFTER: Final = timedelta(minutes=2)
"""Nobody is left to wait for longer without being told what else they can do."""


class HelpStage(StrEnum):
    """How a call stands."""

    CALLED = "called"
    ON_THE_WAY = "on_the_way"
    UNANSWERED = "unanswered"
    """Nobody has said that they come. The call still stands."""
    OVER = "over"
    """Somebody ended it: the operator, who was here, or whoever called."""


def stage(now: datetime, called_at: datetime, answered_at: datetime | None, ended_at: datetime | None) -> HelpStage:
    """How a call stands now."""
    if ended_at is not None:
        return HelpStage.OVER
    if answered_at is not None:
        return HelpStage.ON_THE_WAY
    return HelpStage.UNANSWERED if now - called_at >= UNANSWERED_AFTER else HelpStage.CALLED
