"""Guests: who joins their audience from a browser, by a link that is sent to their mobile. When a link lets in."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from desk_client.domain.appointment import AHEAD_STATES, OPEN_STATES, AppointmentState
from desk_client.domain.kiosk_health import Presence

PAGE_ASKS_EVERY: Final = timedelta(minutes=1)
"""So often a guest's page asks the server at least: while nobody looks at it, browsers let it do so once a minute."""


class GuestStage(StrEnum):
    """What a link is good for now. The value is the wire code."""

    EARLY = "early"
    """Check-in has not opened yet."""
    OPEN = "open"
    """It lets its person in, with a code."""
    USED = "used"
    """It let somebody in, or another one was sent in its place. It may have another one sent, to the same mobile."""
    OVER = "over"
    """The audience was held, was given up, or its time has passed."""


def stage_of(
    state: AppointmentState, opens_at: datetime, ends_at: datetime, now: datetime, *, is_spent: bool
) -> GuestStage:
    """By its audience, and by whether it was spent: `opens_at` is when check-in opens.

    Who has checked in in time comes back in after a lost line, however long they wait.
    """
    if state not in OPEN_STATES or (state in AHEAD_STATES and now >= ends_at):
        return GuestStage.OVER
    if is_spent:
        return GuestStage.USED
    return GuestStage.EARLY if state in AHEAD_STATES and now < opens_at else GuestStage.OPEN


def page_presence(seen_at: datetime, now: datetime, noted_every: timedelta, *, is_over: bool) -> Presence:
    """How somebody can be reached who waits at a page of their own; `seen_at` is as exact as `noted_every`.

    One question may go astray before the page is said not to answer. `is_over`: they went away, or have been gone for
    so long that their session is over.
    """
    if is_over:
        return Presence.AWAY
    return Presence.GOOD if now - seen_at < noted_every + 2 * PAGE_ASKS_EVERY else Presence.LOST
