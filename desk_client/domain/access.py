"""Who may do what to whose things: the one table of roles, actions and ownership."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Final

from desk_client.domain.ids import OfficeId, PersonId


class Role(StrEnum):
    """In what capacity somebody asks."""

    KIOSK = "kiosk"
    CITIZEN = "citizen"
    OFFICIAL = "official"
    DELEGATE = "delegate"
    """The office's manager, who acts for the official under their own, audited name."""
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What somebody asks for. The value is the permission's wire code."""

    START_CITIZEN_SESSION = "start_citizen_session"
    SEE_OFFICES = "see_offices"
    BOOK = "book"
    SEE_APPOINTMENT = "see_appointment"
    CHECK_IN = "check_in"
    CANCEL = "cancel"
    CONFIRM_OUTCOME = "confirm_outcome"
    SEE_AGENDA = "see_agenda"
    SEE_BRIEF = "see_brief"
    ADMIT = "admit"
    SEND_BACK = "send_back"
    COMPLETE = "complete"
    RECORD_OUTCOME = "record_outcome"
    SEE_OUTCOME = "see_outcome"
    ENTER_ROOM = "enter_room"
    ADMINISTER = "administer"


class Scope(Enum):
    """On whose things an action is allowed."""

    ANY = auto()
    OWN = auto()
    """What belongs to the person themself."""
    OFFICE = auto()
    """What belongs to the office that the person serves."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who asks: a role and what it is bound to."""

    role: Role
    person_id: PersonId | None = None
    office_id: OfficeId | None = None


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose the thing is that an action touches."""

    person_id: PersonId | None = None
    office_id: OfficeId | None = None


NOBODYS: Final = Ownership()
"""For what is everybody's: the list of offices, the free slots."""

_OFFICE_WORK: Final[Mapping[Action, Scope]] = {
    Action.SEE_OFFICES: Scope.ANY,
    Action.SEE_APPOINTMENT: Scope.OFFICE,
    Action.SEE_AGENDA: Scope.OFFICE,
    Action.SEE_BRIEF: Scope.OFFICE,
    Action.ADMIT: Scope.OFFICE,
    Action.SEND_BACK: Scope.OFFICE,
    Action.COMPLETE: Scope.OFFICE,
    Action.CANCEL: Scope.OFFICE,
    Action.RECORD_OUTCOME: Scope.OFFICE,
    Action.SEE_OUTCOME: Scope.OFFICE,
}

TABLE: Final[Mapping[Role, Mapping[Action, Scope]]] = MappingProxyType(
    {
        Role.KIOSK: {Action.START_CITIZEN_SESSION: Scope.ANY, Action.SEE_OFFICES: Scope.ANY},
        Role.CITIZEN: {
            Action.SEE_OFFICES: Scope.ANY,
            Action.BOOK: Scope.OWN,
            Action.SEE_APPOINTMENT: Scope.OWN,
            Action.CHECK_IN: Scope.OWN,
            Action.CANCEL: Scope.OWN,
            Action.SEE_OUTCOME: Scope.OWN,
            Action.CONFIRM_OUTCOME: Scope.OWN,
            Action.ENTER_ROOM: Scope.OWN,
        },
        # the delegate prepares and records, but only the official sits opposite the citizen
        Role.OFFICIAL: {**_OFFICE_WORK, Action.ENTER_ROOM: Scope.OFFICE},
        Role.DELEGATE: _OFFICE_WORK,
        Role.ADMINISTRATOR: {Action.SEE_OFFICES: Scope.ANY, Action.ADMINISTER: Scope.ANY},
    }
)


def may(standing: Standing, action: Action, ownership: Ownership = NOBODYS) -> bool:
    """Whether this person may do this to a thing of that owner. What the table does not name is not allowed."""
    match TABLE[standing.role].get(action):
        case None:
            return False
        case Scope.ANY:
            return True
        case Scope.OWN:
            return standing.person_id is not None and standing.person_id == ownership.person_id
        case Scope.OFFICE:
            return standing.office_id is not None and standing.office_id == ownership.office_id


def permissions(role: Role) -> frozenset[Action]:
    """Every action that the role may take on something."""
    return frozenset(TABLE[role])
