"""An audience's life as a table: which step may follow which state. Anything not in the table is refused."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.outcomes import Refusal, RefusalCode


class AppointmentState(StrEnum):
    """Where an audience stands. The value is the wire code."""

    HELD = "held"
    """The slot is claimed for a few minutes while the form is filled."""
    BOOKED = "booked"
    WAITING = "waiting"
    """The citizen has checked in and sits in the waiting room."""
    IN_SESSION = "in_session"
    """Admitted: both may enter the room."""
    COMPLETED = "completed"
    """The official ended the session; the outcome is still to be written."""
    OUTCOME_RECORDED = "outcome_recorded"
    CONFIRMED = "confirmed"
    """The citizen has read the outcome and confirmed it."""
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Step(StrEnum):
    """What may be done to an audience. The value names the step in the audit trail."""

    BOOK = "book"
    CHECK_IN = "check_in"
    ADMIT = "admit"
    SEND_BACK = "send_back"
    COMPLETE = "complete"
    RECORD_OUTCOME = "record_outcome"
    CONFIRM_OUTCOME = "confirm_outcome"
    CANCEL = "cancel"
    MARK_NO_SHOW = "mark_no_show"


TRANSITIONS: Final[Mapping[tuple[AppointmentState, Step], AppointmentState]] = MappingProxyType(
    {
        (AppointmentState.HELD, Step.BOOK): AppointmentState.BOOKED,
        (AppointmentState.HELD, Step.CANCEL): AppointmentState.CANCELLED,
        (AppointmentState.BOOKED, Step.CHECK_IN): AppointmentState.WAITING,
        (AppointmentState.BOOKED, Step.CANCEL): AppointmentState.CANCELLED,
        (AppointmentState.BOOKED, Step.MARK_NO_SHOW): AppointmentState.NO_SHOW,
        (AppointmentState.WAITING, Step.ADMIT): AppointmentState.IN_SESSION,
        (AppointmentState.WAITING, Step.CANCEL): AppointmentState.CANCELLED,
        (AppointmentState.IN_SESSION, Step.SEND_BACK): AppointmentState.WAITING,
        (AppointmentState.IN_SESSION, Step.COMPLETE): AppointmentState.COMPLETED,
        (AppointmentState.COMPLETED, Step.RECORD_OUTCOME): AppointmentState.OUTCOME_RECORDED,
        # until the citizen confirms, the official may still put the wording right
        (AppointmentState.OUTCOME_RECORDED, Step.RECORD_OUTCOME): AppointmentState.OUTCOME_RECORDED,
        (AppointmentState.OUTCOME_RECORDED, Step.CONFIRM_OUTCOME): AppointmentState.CONFIRMED,
    }
)

FINAL_STATES: Final = frozenset({AppointmentState.CONFIRMED, AppointmentState.CANCELLED, AppointmentState.NO_SHOW})
"""States that nothing follows."""

IN_HAND_STATES: Final = frozenset({AppointmentState.WAITING, AppointmentState.IN_SESSION, AppointmentState.COMPLETED})
"""States in which the office owes the citizen its next step, whatever the day."""


def after(state: AppointmentState, step: Step) -> AppointmentState | Refusal:
    """The state that a step leads to, or ILLEGAL_TRANSITION; OUTCOME_MISSING where a confirmation comes too soon."""
    following = TRANSITIONS.get((state, step))
    if following is not None:
        return following
    if step is Step.CONFIRM_OUTCOME and state in {AppointmentState.IN_SESSION, AppointmentState.COMPLETED}:
        return Refusal(RefusalCode.OUTCOME_MISSING)
    return Refusal(RefusalCode.ILLEGAL_TRANSITION)
