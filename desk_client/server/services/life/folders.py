"""What people's files lie beside: an audience or a request; and who may do what there."""

from dataclasses import dataclass
from typing import Final, assert_never

from sqlalchemy import ColumnElement, and_, or_, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, CaseId, OfficeId, PersonId, RequestId, UploadLinkId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import OPEN_STATES as OPEN_REQUESTS
from desk_client.domain.request import RequestState
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.life import links
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment, request

_OPEN: Final = frozenset(
    {
        AppointmentState.BOOKED,
        AppointmentState.REMINDED,
        AppointmentState.CHECKED_IN,
        AppointmentState.WAITING,
        AppointmentState.IN_SESSION,
        AppointmentState.PAUSED,
    }
)
"""While an audience lies ahead or goes on. A held one may vanish; what was decided on stays as it was."""
_OPEN_REQUESTS: Final = OPEN_REQUESTS | {RequestState.SCHEDULED}
"""While somebody owes an answer, or has given a slot that may be prepared for."""


@dataclass(frozen=True, slots=True)
class OfAudience:
    """What is brought to an audience."""

    id: AppointmentId


@dataclass(frozen=True, slots=True)
class OfTalk:
    """What an office gives the visitor of an audience, while they talk."""

    id: AppointmentId


@dataclass(frozen=True, slots=True)
class OfRequest:
    """What is brought with a request."""

    id: RequestId


@dataclass(frozen=True, slots=True)
class OfLink:
    """What a visitor's telephone sends by a link: beside nothing yet, and seen in the link's own visit alone."""

    id: UploadLinkId


Beside = OfAudience | OfTalk | OfRequest | OfLink


@dataclass(frozen=True, slots=True)
class Folder:
    """What files lie beside.

    Attributes:
        is_open: whether any may still be brought or taken away.
        told: the offices that hear of it: those of an audience; a request is looked at when its turn comes.
        case_id: whose requests' files are shown to the office here as well: what was brought when it was asked for.
        given_by: the office that gives; None where the visitor brings. Neither takes the other's away, nor its room.
        is_guests: of what lies here a guest's browser is shown what was given in the talk alone.
    """

    beside: Beside
    person_id: PersonId
    is_open: bool
    told: frozenset[OfficeId]
    case_id: CaseId | None = None
    given_by: OfficeId | None = None
    is_guests: bool = False

    @property
    def id(self) -> str:
        """Of the audience, the request or the link."""
        return self.beside.id

    @property
    def _column(self) -> str:
        match self.beside:
            case OfAudience() | OfTalk():
                return "appointment_id"
            case OfRequest():
                return "request_id"
            case OfLink():
                return "upload_link_id"
            case _:
                assert_never(self.beside)

    @property
    def columns(self) -> dict[str, str | None]:
        """What a row of theirs says of where it belongs."""
        return {self._column: self.id, "given_by": self.given_by}

    @property
    def holds(self) -> ColumnElement[bool]:
        """The condition on rows that they are here, and of the side that asks."""
        side = attachment.c.given_by.is_(None) if self.given_by is None else attachment.c.given_by == self.given_by
        return and_(self._lies, side)

    @property
    def shows(self) -> ColumnElement[bool]:
        """The condition on rows that they are seen here."""
        if self.is_guests:
            return and_(self._lies, attachment.c.given_by.is_not(None))
        if self.case_id is None:
            return self._lies
        asked = select(request.c.id).where(request.c.case_id == self.case_id)
        return or_(self._lies, attachment.c.request_id.in_(asked))

    @property
    def _lies(self) -> ColumnElement[bool]:
        return attachment.c[self._column] == self.id


def open_folder(transaction: Transaction, actor: Actor, beside: Beside) -> Folder | Refusal:
    """Where the actor may bring a file, or take one away. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (over)."""
    action = Action.GIVE_DOCUMENT if isinstance(beside, OfTalk) else Action.ATTACH
    found = folder_of(transaction, actor, action, beside)
    return Refusal(RefusalCode.ILLEGAL_TRANSITION) if isinstance(found, Folder) and not found.is_open else found


def folder_of(transaction: Transaction, actor: Actor, action: Action, beside: Beside) -> Folder | Refusal:
    """What the files are beside, where the actor may do this to it. Refusals: FORBIDDEN, NOT_FOUND."""
    match beside:
        case OfAudience():
            audience = reachable(transaction, actor, action, beside.id)
            if isinstance(audience, Refusal):
                return audience
            return Folder(
                beside,
                audience.person_id,
                audience.state in _OPEN,
                frozenset({audience.office_id, audience.attending_id}),
                audience.case_id if actor.is_staff else None,
                is_guests=actor.appointment_id is not None,
            )
        case OfTalk():
            talk = reachable(transaction, actor, action, beside.id)
            if isinstance(talk, Refusal):
                return talk
            return Folder(
                beside,
                talk.person_id,
                talk.state is AppointmentState.IN_SESSION,
                frozenset({talk.office_id, talk.attending_id}),
                given_by=actor.office_id,
            )
        case OfRequest():
            asked = requests.within_reach(transaction, actor, action, beside.id)
            if isinstance(asked, Refusal):
                return asked
            return Folder(beside, asked.person_id, asked.state in _OPEN_REQUESTS, frozenset())
        case OfLink():
            link = links.of_session(transaction, actor, action, beside.id)
            if isinstance(link, Refusal):
                return link
            return Folder(beside, link.person_id, link.is_open, frozenset())
        case _:
            assert_never(beside)


def noted(transaction: Transaction, actor: Actor, found: Folder, action: str, attachment_id: str) -> None:
    """Put on record what was done there, and let those know who look at it."""
    record(transaction, actor, action, attachment_id)
    for office_id in found.told:
        announce(transaction, AppointmentId(found.id), office_id, found.person_id)
