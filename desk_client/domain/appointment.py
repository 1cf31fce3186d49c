"""An audience's life as a table: which step may follow which state. Anything not in the table is refused."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.outcomes import Refusal, RefusalCode


class AppointmentState(StrEnum):
    """Where an audience stands. The value is the wire code."""

    HELD = "held"
    """The slot is claimed for a few minutes while the form is filled, or while an offer is open."""
    BOOKED = "booked"
    REMINDED = "reminded"
    CHECKED_IN = "checked_in"
    """The citizen is here, or their computer is."""
    WAITING = "waiting"
    """In the waiting room: the office may admit them."""
    IN_SESSION = "in_session"
    """Admitted: both may enter the room."""
    PAUSED = "paused"
    """A break: the session goes on later, with the same room."""
    COMPLETED = "completed"
    """The official ended the session; the outcome is still to be written."""
    OUTCOME_RECORDED = "outcome_recorded"
    CONFIRMED = "confirmed"
    """The citizen has read the outcome and confirmed it."""
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    UNSERVED = "unserved"
    """Not held through a fault of ours; the citizen is booked again with priority."""


class Step(StrEnum):
    """What may be done to an audience. The value names the step in the audit trail."""

    BOOK = "book"
    RESCHEDULE = "reschedule"
    REMIND = "remind"
    CHECK_IN = "check_in"
    WAIT = "wait"
    ADMIT = "admit"
    SEND_BACK = "send_back"
    TRANSFER = "transfer"
    """To another office; the place in the queue is kept."""
    HAND_OVER = "hand_over"
    """To another office, while the talk goes on: who received until now leaves it to whoever joined."""
    DECLINE = "decline"
    """Not received: unit, reason and next step are the outcome that they read."""
    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    RECORD_OUTCOME = "record_outcome"
    TAKE_BACK_OUTCOME = "take_back_outcome"
    """Within minutes (`domain.decision.UNDO_WITHIN`): the office writes it anew."""
    CONFIRM_OUTCOME = "confirm_outcome"
    CANCEL = "cancel"
    MARK_NO_SHOW = "mark_no_show"
    MARK_UNSERVED = "mark_unserved"
    LIFT_NO_SHOW = "lift_no_show"
    """They had come, to a kiosk that could not say so in time (`domain.deposits`)."""


_State, _Step = AppointmentState, Step

_LIFE: Final[Mapping[AppointmentState, Mapping[Step, AppointmentState]]] = {
    _State.HELD: {_Step.BOOK: _State.BOOKED, _Step.CANCEL: _State.CANCELLED},
    _State.BOOKED: {
        _Step.RESCHEDULE: _State.BOOKED,
        _Step.REMIND: _State.REMINDED,
        _Step.CHECK_IN: _State.CHECKED_IN,
        _Step.CANCEL: _State.CANCELLED,
        _Step.MARK_NO_SHOW: _State.NO_SHOW,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.REMINDED: {
        _Step.RESCHEDULE: _State.BOOKED,  # the new hour deserves reminders of its own
        _Step.REMIND: _State.REMINDED,
        _Step.CHECK_IN: _State.CHECKED_IN,
        _Step.CANCEL: _State.CANCELLED,
        _Step.MARK_NO_SHOW: _State.NO_SHOW,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.CHECKED_IN: {
        _Step.WAIT: _State.WAITING,
        _Step.CANCEL: _State.CANCELLED,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.WAITING: {
        _Step.ADMIT: _State.IN_SESSION,
        _Step.TRANSFER: _State.WAITING,
        _Step.DECLINE: _State.OUTCOME_RECORDED,
        _Step.CANCEL: _State.CANCELLED,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.IN_SESSION: {
        _Step.SEND_BACK: _State.WAITING,
        _Step.TRANSFER: _State.WAITING,
        _Step.HAND_OVER: _State.IN_SESSION,
        _Step.PAUSE: _State.PAUSED,
        _Step.COMPLETE: _State.COMPLETED,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.PAUSED: {
        _Step.RESUME: _State.IN_SESSION,
        _Step.COMPLETE: _State.COMPLETED,
        _Step.MARK_UNSERVED: _State.UNSERVED,
    },
    _State.COMPLETED: {_Step.RECORD_OUTCOME: _State.OUTCOME_RECORDED},
    _State.OUTCOME_RECORDED: {
        _Step.TAKE_BACK_OUTCOME: _State.COMPLETED,
        _Step.CONFIRM_OUTCOME: _State.CONFIRMED,
    },
    _State.CONFIRMED: {_Step.TAKE_BACK_OUTCOME: _State.COMPLETED},
    _State.NO_SHOW: {_Step.LIFT_NO_SHOW: _State.UNSERVED},
}

TRANSITIONS: Final[Mapping[tuple[AppointmentState, Step], AppointmentState]] = MappingProxyType(
    {(state, step): following for state, steps in _LIFE.items() for step, following in steps.items()}
)

FINAL_STATES: Final = frozenset(_State) - frozenset(_LIFE) | {_State.NO_SHOW, _State.CONFIRMED}
"""States that nothing follows, but for a no-show that was none, and an outcome that is taken back within minutes."""

AHEAD_STATES: Final = frozenset({_State.BOOKED, _State.REMINDED})
"""Booked, and the citizen has yet to come."""

OPEN_STATES: Final = AHEAD_STATES | {_State.CHECKED_IN, _State.WAITING, _State.IN_SESSION, _State.PAUSED}
"""A booking that still owns its time."""

QUEUED_STATES: Final = frozenset({_State.CHECKED_IN, _State.WAITING})
"""Present, and not yet admitted."""

TOOK_PLACE_STATES: Final = frozenset({_State.COMPLETED, _State.OUTCOME_RECORDED, _State.CONFIRMED})
"""The audience was held: citizen and official have met, and are done."""

IN_HAND_STATES: Final = frozenset(
    {_State.CHECKED_IN, _State.WAITING, _State.IN_SESSION, _State.PAUSED, _State.COMPLETED}
)
"""States in which the office owes the citizen its next step, whatever the day."""


def after(state: AppointmentState, step: Step) -> AppointmentState | Refusal:
    """The state that a step leads to, or ILLEGAL_TRANSITION; OUTCOME_MISSING where a confirmation comes too soon."""
    following = TRANSITIONS.get((state, step))
    if following is not None:
        return following
    if step is Step.CONFIRM_OUTCOME and state in {_State.IN_SESSION, _State.PAUSED, _State.COMPLETED}:
        return Refusal(RefusalCode.OUTCOME_MISSING)
    return Refusal(RefusalCode.ILLEGAL_TRANSITION)
