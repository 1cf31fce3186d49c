"""Calling somebody into an audience: who may be, in what capacity, and what became of it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.access import Role, Standing


class Capacity(StrEnum):
    """As what somebody takes part in an audience."""

    CITIZEN = "citizen"
    OFFICIAL = "official"
    DELEGATE = "delegate"
    """Takes the minutes."""
    DEPARTMENT_HEAD = "department_head"
    INTERPRETER = "interpreter"
    """Speaks for both."""
    SIGN_INTERPRETER = "sign_interpreter"
    """Signs for both, on a tile that no layout displaces."""


class Call(StrEnum):
    """How it stands with somebody who was called in."""

    RINGING = "ringing"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LEFT = "left"
    TAKEN_OUT = "taken_out"
    """Their seat was wanted back: by the official, or since the citizen's end shows one person alone."""

    @property
    def is_open(self) -> bool:
        """Whether the seat is theirs."""
        return self in {Call.RINGING, Call.ACCEPTED}


WRITES_CAPTIONS: Final = frozenset({Capacity.DELEGATE, Capacity.INTERPRETER, Capacity.SIGN_INTERPRETER})
"""Who may type what the citizen reads large while somebody speaks."""

SHOWS_SCREENS: Final = frozenset({Capacity.OFFICIAL, Capacity.DELEGATE, Capacity.DEPARTMENT_HEAD, Capacity.INTERPRETER})
"""Who may show a screen in place of their camera's picture: not whoever signs, of whom nothing would be seen then."""

OF_THE_HOUSE: Final = frozenset({Capacity.OFFICIAL, Capacity.DELEGATE, Capacity.DEPARTMENT_HEAD})
"""Who sits on the official's side of the table; who interprets is the visitor's."""

_OF_ROLE: Final[Mapping[Role, tuple[Capacity, ...]]] = MappingProxyType(
    {
        Role.OFFICIAL: (Capacity.DEPARTMENT_HEAD,),
        Role.DELEGATE: (Capacity.DELEGATE,),
        Role.INTERPRETER: (Capacity.INTERPRETER, Capacity.SIGN_INTERPRETER),
    }
)
CALLABLE_ROLES: Final = frozenset(_OF_ROLE)
_ANY_AGENCY: Final = frozenset({Role.INTERPRETER})
"""There are few of them, and they help everywhere."""


def capacities(caller: Standing, callee: Standing) -> tuple[Capacity, ...]:
    """In what capacities `caller` may call `callee` into an audience of their office; none: they may not.

    Officials and delegates of the same agency, and interpreters of any; a governorate that one is confined to counts.
    """
    if callee.staff_id is None or callee.staff_id == caller.staff_id:
        return ()
    if callee.role not in _ANY_AGENCY and (caller.agency_id is None or callee.agency_id != caller.agency_id):
        return ()
    return _OF_ROLE.get(callee.role, ())
