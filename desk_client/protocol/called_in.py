"""Calling others into an audience: ``/v1/appointments/{id}/called-in`` and ``/v1/desk/called-in``."""

from pydantic import Field

from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.notes import MAX_NOTE_LENGTH
from desk_client.domain.party import Party
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page, Texts
from desk_client.protocol.handovers import HandoverOffer
from desk_client.protocol.recordings import RecordingTerms


class Callable(Answer):
    """Somebody who may be called in."""

    staff_id: Identifier
    name: Texts
    title: Texts
    """Of their office or agency."""
    capacities: tuple[Capacity, ...]
    is_signed_in: bool
    """Whether a desk of theirs is there that shows the call."""


class Callables(Page):
    """``GET /v1/appointments/{id}/called-in/possible``: who may be called in and is not, by name."""

    items: tuple[Callable, ...]


class CallInAsk(Ask):
    """``POST /v1/appointments/{id}/called-in``: call somebody in."""

    staff_id: Identifier
    capacity: Capacity


class CalledIn(Answer):
    """Somebody who was called in: the newest call of one seat."""

    party: Party
    staff_id: Identifier
    name: Texts
    title: Texts
    capacity: Capacity
    state: Call
    called_at: Instant
    takes_over: bool = False
    """They were asked to take the talk over, and not only into it."""


class CalledIns(Page):
    """``GET /v1/appointments/{id}/called-in``: who was called into the room that is open, by seat."""

    items: tuple[CalledIn, ...]


class Invitation(Answer):
    """One is called in: by whom, and into whose audience."""

    appointment_id: Identifier
    capacity: Capacity
    state: Call
    called_at: Instant
    caller_name: Texts
    office_title: Texts
    honorific: Texts
    citizen_name: str = Field(repr=False)
    service_name: Texts
    kind: AppointmentKind
    handover: HandoverOffer | None = None
    """One is asked to take the talk over."""
    recording: RecordingTerms | None = None
    """The talk is recorded: a yes to the call needs one to these words as well."""
    ends_at: Instant | None = None
    """Until when the talk is planned."""
    is_own_office: bool = False
    """It is one's own office that receives: brief, messages, documents and minutes are open by one's rights there."""


class Invitations(Page):
    """``GET /v1/desk/called-in``: the calls that ring, or into whose audience one has said yes; the newest first."""

    items: tuple[Invitation, ...]


class InvitationAnswer(Ask):
    """``PUT /v1/appointments/{id}/called-in/mine``: yes or no; no also of whoever has said yes and does not come."""

    accepts: bool
    agrees_to: str | None = Field(default=None, min_length=1, max_length=16)
    """The version of the words by which they agree to be recorded, where the invitation has such."""


class CaptionAsk(Ask):
    """``POST /v1/appointments/{id}/called-in/mine/captions``: what the citizen is to read large."""

    text: str = Field(min_length=1, max_length=MAX_NOTE_LENGTH, repr=False)
