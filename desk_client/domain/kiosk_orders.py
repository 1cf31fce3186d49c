"""What a hall's operator may ask of a kiosk from their desk, and what becomes of it.

    asked → taken → done | failed        each end is final; whatever is not ended in time has failed

A kiosk hears of an order with the answer to its next report. One that is asked again is the same order: it has an id.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

TAKEN_WITHIN: Final = timedelta(seconds=30)
"""Six reports: a kiosk that has not heard of it by then is silent."""
ENDED_WITHIN: Final = timedelta(seconds=90)
"""From the asking; the longest is a restart on a slow machine."""
MOST_MESSAGE_LENGTH: Final = 200
"""Characters: what somebody who stands reads at a glance."""
STILL_COUNTDOWN_S: Final = 5
"""So long somebody at the kiosk is told before their picture is taken, and may say no."""
_SPACES: Final = frozenset({"Zs", "Zl", "Zp", "Cc"})
_UNSEEN: Final = frozenset({"Cf", "Cs", "Co", "Cn"})
_JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible, and part of how some words are written; they direct nothing."""


class OrderKind(StrEnum):
    """What is asked. The value is the wire code."""

    RESTART = "restart"
    LOCK = "lock"
    UNLOCK = "unlock"
    MESSAGE = "message"
    TEST = "test"
    """Look at camera, microphone, loudspeaker and network."""
    STILL = "still"
    """Take one picture, of which everybody who is in it is told before."""


class OrderState(StrEnum):
    """How far it is. The value is the wire code."""

    ASKED = "asked"
    TAKEN = "taken"
    DONE = "done"
    FAILED = "failed"


class OrderFailure(StrEnum):
    """Why it was not done. The value is the wire code."""

    NO_ANSWER = "no_answer"
    """The kiosk did not hear of it, or did not say what became of it, in time."""
    IN_USE = "in_use"
    """Somebody is there, and this cannot be done then."""
    PRIVATE = "private"
    """Somebody types who they are, or is in a talk: no picture is taken then."""
    DECLINED = "declined"
    """The person at the kiosk said no."""
    NO_CAMERA = "no_camera"
    NO_SCREEN = "no_screen"
    """No page shows at the kiosk, so nobody can be told anything."""
    INTERNAL = "internal"


ENDS: Final = frozenset({OrderState.DONE, OrderState.FAILED})
_NEXT: Final = {
    OrderState.ASKED: {OrderState.TAKEN, *ENDS},
    OrderState.TAKEN: ENDS,
    OrderState.DONE: frozenset[OrderState](),
    OrderState.FAILED: frozenset[OrderState](),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How an order stands at a moment."""

    state: OrderState
    failure: OrderFailure | None = None

    @property
    def is_open(self) -> bool:
        """Whether the kiosk may still do it."""
        return self.state not in ENDS


def may_become(state: OrderState, wanted: OrderState) -> bool:
    """Whether a kiosk may say so now; what it said before it may say again."""
    return wanted is state or wanted in _NEXT[state]


def standing(state: OrderState, failure: OrderFailure | None, asked_at: datetime, now: datetime) -> Standing:
    """How it stands now: an order that was not taken, or not ended, in time has failed, whoever wrote that down."""
    within = {OrderState.ASKED: TAKEN_WITHIN, OrderState.TAKEN: ENDED_WITHIN}.get(state)
    if within is not None and now - asked_at >= within:
        return Standing(OrderState.FAILED, OrderFailure.NO_ANSWER)
    return Standing(state, failure)


def plain_message(text: str) -> str:
    """The text on one line, without anything that is not seen: nothing in it can turn the words around it.

    Empty where nothing is left. It may still be longer than `MOST_MESSAGE_LENGTH`.
    """
    return " ".join("".join(map(_plain, text)).split())


def _plain(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in _SPACES:
        return " "
    return "" if kind in _UNSEEN and character not in _JOINERS else character
