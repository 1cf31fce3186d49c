"""What an official lets their office's manager do, and for how long: all that the role may, or some of it.

A right is a handful of actions that make sense together. To see the calendar is part of each: nobody receives, books or
signs who cannot see what lies before the office.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.access import Action


class DelegateRight(StrEnum):
    """The value is the wire code."""

    SEE_CALENDAR = "see_calendar"
    MANAGE_BOOKINGS = "manage_bookings"
    """Book, move and cancel, block time, and see to requests."""
    RECEIVE = "receive"
    """Run the waiting room and the audience itself, and call back."""
    SIGN_OUTCOMES = "sign_outcomes"
    """Record what was decided, in the office's name and under their own."""


EVERY_RIGHT: Final = frozenset(DelegateRight)
_ALWAYS: Final = frozenset(
    {
        Action.SEE_OFFICES,
        Action.SEE_OWN_ACCOUNT,
    }
)
_SEEN: Final = frozenset({Action.SEE_AGENDA, Action.SEE_APPOINTMENT, Action.SEE_QUEUE})
_BRIEFED: Final = frozenset({Action.SEE_BRIEF, Action.SEE_ATTACHMENT, Action.MARK_DOCUMENT})

ACTIONS: Final[Mapping[DelegateRight, frozenset[Action]]] = MappingProxyType(
    {
        DelegateRight.SEE_CALENDAR: _SEEN,
        DelegateRight.MANAGE_BOOKINGS: _SEEN
        | {
            Action.CANCEL,
            Action.RESCHEDULE,
            Action.BOOK_FOR,
            Action.JOIN_WAITLIST,
            Action.MANAGE_CALENDAR,
            Action.FIND_PERSON,
            Action.SUBMIT_REQUEST,
            Action.SEE_REQUEST,
            Action.TRIAGE,
            Action.SEE_ATTACHMENT,
        },
        DelegateRight.RECEIVE: _SEEN
        | _BRIEFED
        | {
            Action.ADMIT,
            Action.SEND_BACK,
            Action.TRANSFER,
            Action.PAUSE,
            Action.DECLINE,
            Action.RUN_WAITING_ROOM,
            Action.COMPLETE,
            Action.GIVE_DOCUMENT,
            Action.TAKE_MINUTES,
            Action.EXTEND,
            Action.MARK_NO_SHOW,
            Action.MARK_UNSERVED,
            Action.RECORD_INCIDENT,
            Action.WRITE_NOTE,
            Action.SEE_NOTES,
            Action.WRITE_CHAT,
            Action.SEE_CHAT,
            Action.ASK_CALL_BACK,
            Action.CALL_BACK,
            Action.BE_CALLED_IN,
            Action.FOLLOW_RECORDING,
            Action.SEE_RECORDING,
        },
        DelegateRight.SIGN_OUTCOMES: _SEEN
        | _BRIEFED
        | {Action.TAKE_MINUTES, Action.RECORD_OUTCOME, Action.SEE_OUTCOME},
    }
)


@dataclass(frozen=True, slots=True)
class Delegation:
    """Which rights, from which day until which; without a day, without that end."""

    rights: frozenset[DelegateRight]
    first: date | None = None
    last: date | None = None

    def on(self, day: date) -> frozenset[DelegateRight]:
        """The rights on a day of the office."""
        begun = self.first is None or self.first <= day
        over = self.last is not None and self.last < day
        return self.rights if begun and not over else frozenset()


def actions_of(rights: Iterable[DelegateRight]) -> frozenset[Action]:
    """Every action that these rights are, beside what everybody who works here may."""
    return _ALWAYS.union(*(ACTIONS[right] for right in rights))
