"""A request (طلب) before it is an appointment: triage as a table, the ladder that it climbs, and how it is declined.

Triage answers it, routes it, escalates it up the ladder, gives a slot, or declines it naming unit, reason and next
step. What the table does not name is refused. Until it is settled it lies in exactly one work list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
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
    AWAITING_REPLY = "awaiting_reply"
    """The citizen was asked something, and has not answered yet."""
    MERGED = "merged"
    """The same person asked the same thing twice: another request keeps the thread."""
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
    TAKE = "take_request"
    """Somebody makes it theirs."""
    HAND = "hand_request"
    """It becomes a colleague's."""
    ASK_BACK = "ask_back"
    REPLY = "reply_request"
    """The citizen answers what they were asked."""
    MERGE = "merge_request"
    UNMERGE = "unmerge_request"


WITHIN_THE_HOUSE: Final = frozenset({RequestStep.TAKE, RequestStep.HAND})
"""Steps that are nothing to whoever asked: whose work it is."""

SAID_BETWEEN: Final = frozenset({RequestStep.ASK_BACK, RequestStep.REPLY})
"""Steps with words between the house and whoever asked. What is said with any other is a note of the house's own."""

BEFORE_TRIAGE: Final = frozenset({RequestState.SUBMITTED, RequestState.ROUTED, RequestState.ESCALATED})
"""States in which the next step is the house's."""

OPEN_STATES: Final = BEFORE_TRIAGE | {RequestState.AWAITING_REPLY}
"""States in which somebody owes the citizen an answer."""

FINAL_STATES: Final = frozenset({RequestState.ANSWERED, RequestState.DECLINED, RequestState.WITHDRAWN})
"""States that nothing follows. After SCHEDULED, an appointment that fell through may be followed by another."""

CLOSED_STATES: Final = FINAL_STATES | {RequestState.MERGED}
"""States in which nothing is owed under this number, and no appointment lies ahead."""

ANSWER_WITHIN: Final = timedelta(days=3)
"""After which a request is overdue, counted from when it was submitted, or from the citizen's reply."""
REPLY_WITHIN: Final = timedelta(days=7)
"""After which whoever asked the citizen something should look again."""

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
        **{(state, step): state for state in OPEN_STATES for step in (RequestStep.TAKE, RequestStep.HAND)},
        **{(state, RequestStep.MERGE): RequestState.MERGED for state in OPEN_STATES},
        **{(state, RequestStep.ASK_BACK): RequestState.AWAITING_REPLY for state in BEFORE_TRIAGE},
        # back to where it was before: `resumed`
        (RequestState.AWAITING_REPLY, RequestStep.REPLY): RequestState.SUBMITTED,
        (RequestState.MERGED, RequestStep.UNMERGE): RequestState.SUBMITTED,
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


_RESUMING: Final = frozenset({RequestStep.REPLY, RequestStep.UNMERGE})
"""Steps that lead back to the state before the request was set aside."""


def resumed(following: RequestState, step: RequestStep, before: RequestState | None) -> RequestState:
    """The state after a step, where it may lead back to the one before the request was set aside."""
    return before if before is not None and step in _RESUMING else following


class WorkList(StrEnum):
    """Where a request lies until it is settled: in exactly one of them. The value is the wire code."""

    MINE = "mine"
    """Somebody's own, whoever looks: they have taken it, or a colleague gave it to them."""
    UNOWNED = "unowned"
    """Nobody's yet, of the office or of the agency's coordinators with whom it lies."""
    UNATTENDED = "unattended"
    """Nobody's, and nobody works where it lies: whoever oversees the agency has to see to it."""


def work_list(state: RequestState, *, has_owner: bool, is_attended: bool) -> WorkList | None:
    """In which work list a request lies; None once it is settled.

    Args:
        state: where it stands.
        has_owner: whether it is somebody's whose account is open.
        is_attended: whether anybody who may triage it works where it lies.
    """
    if state not in OPEN_STATES:
        return None
    if has_owner:
        return WorkList.MINE
    return WorkList.UNOWNED if is_attended else WorkList.UNATTENDED


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
