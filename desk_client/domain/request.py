"""A request (طلب) before it is an appointment: triage as a table, the ladder that it climbs, and how it is declined.

Triage answers it, routes it, escalates it up the ladder, gives a slot, or declines it naming unit, reason and next
step. What the table does not name is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.words import is_readable


class RequestState(StrEnum):
    """Where a request stands. The value is the wire code."""

    SUBMITTED = "submitted"
    """Nobody has looked at it yet."""
    ROUTED = "routed"
    """It lies with a department."""
    ESCALATED = "escalated"
    """It lies with a higher rung of the ladder than the one that had it."""
    ANSWERED = "answered"
    """The answer was all that was needed."""
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    """An appointment was given; from here on that has a life of its own (`domain.appointment`)."""
    WITHDRAWN = "withdrawn"
    """The citizen no longer asks."""


class RequestStep(StrEnum):
    """What may be done with a request. The value names the step in the audit trail."""

    ANSWER = "answer_request"
    ROUTE = "route_request"
    ESCALATE = "escalate_request"
    GIVE_SLOT = "give_slot"
    DECLINE = "decline_request"
    WITHDRAW = "withdraw_request"


OPEN_STATES: Final = frozenset({RequestState.SUBMITTED, RequestState.ROUTED, RequestState.ESCALATED})
"""States in which somebody owes the citizen an answer."""

FINAL_STATES: Final = frozenset({RequestState.ANSWERED, RequestState.DECLINED, RequestState.WITHDRAWN})
"""States that nothing follows. After SCHEDULED, an appointment that fell through may be followed by another."""

_FOLLOWING: Final[Mapping[RequestStep, RequestState]] = {
    RequestStep.ANSWER: RequestState.ANSWERED,
    RequestStep.ROUTE: RequestState.ROUTED,
    RequestStep.ESCALATE: RequestState.ESCALATED,
    RequestStep.GIVE_SLOT: RequestState.SCHEDULED,
    RequestStep.DECLINE: RequestState.DECLINED,
    RequestStep.WITHDRAW: RequestState.WITHDRAWN,
}

TRANSITIONS: Final[Mapping[tuple[RequestState, RequestStep], RequestState]] = MappingProxyType(
    {
        # as long as it is open, everything may be done with it; routing and escalating also once more
        **{(state, step): following for state in OPEN_STATES for step, following in _FOLLOWING.items()},
        # only where its appointment is no longer before the citizen, which the service knows
        (RequestState.SCHEDULED, RequestStep.GIVE_SLOT): RequestState.SCHEDULED,
        (RequestState.SCHEDULED, RequestStep.ANSWER): RequestState.ANSWERED,
        (RequestState.SCHEDULED, RequestStep.WITHDRAW): RequestState.WITHDRAWN,
    }
)


def after_step(state: RequestState, step: RequestStep) -> RequestState | Refusal:
    """The state that a step leads to, or ILLEGAL_TRANSITION."""
    following = TRANSITIONS.get((state, step))
    return Refusal(RefusalCode.ILLEGAL_TRANSITION) if following is None else following


class Rung(StrEnum):
    """Who may have a request on their table (glossary "escalation"). The value is the wire code."""

    SPECIALIST = "specialist"
    DEPARTMENT_HEAD = "department_head"
    MAYOR = "mayor"
    DEPUTY_EMIR = "deputy_emir"
    EMIR = "emir"


LADDER: Final = (Rung.SPECIALIST, Rung.DEPARTMENT_HEAD, Rung.MAYOR, Rung.DEPUTY_EMIR, Rung.EMIR)
"""The way up, from the lowest rung."""


def next_rung(rung: Rung, ladder: Sequence[Rung] = LADDER) -> Rung | Refusal:
    """Where a request goes when it is escalated; ILLEGAL_TRANSITION at the top, above which there is nobody.

    Args:
        rung: who has it now.
        ladder: the way up, where an agency leaves a rung out. Whoever is not on it hands on to the lowest rung of it
            that stands above them.
    """
    height = LADDER.index(rung)
    above = [each for each in ladder if LADDER.index(each) > height]
    return min(above, key=LADDER.index) if above else Refusal(RefusalCode.ILLEGAL_TRANSITION)


MOST_CHARACTERS: Final = 500
"""How long each part of a rejection may be: it is read aloud, printed and sent."""
_FEWEST_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Decline:
    """A rejection that helps (domain rule "A rejection names …"). Made by `parse_decline`.

    Attributes:
        unit: who rejects.
        reason: why.
        next_step: where the person goes next.
    """

    unit: str
    reason: str
    next_step: str


def parse_decline(unit: str, reason: str, next_step: str) -> Decline | Refusal:
    """A rejection from what somebody wrote: each part has a few letters at least, and at most 500 characters.

    Refusal: INVALID_REASON with the field that is missing or too long.
    """
    parts = {"unit": " ".join(unit.split()), "reason": reason.strip(), "next_step": next_step.strip()}
    for field, text in parts.items():
        letters = sum(sign.isalpha() for sign in text)
        if letters < _FEWEST_LETTERS or len(text) > MOST_CHARACTERS or not is_readable(text):
            return Refusal(RefusalCode.INVALID_REASON, field=field)
    return Decline(**parts)
