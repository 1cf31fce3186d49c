"""The frames of ``/v1/signalling``: JSON text, one object a frame, told apart by ``type``.

A client says ``hello`` first. What the server sends after ``welcome`` carries a rising ``seq``; a client that comes
back names the last one it saw, and gets what it missed or, when that is gone, ``welcome`` with ``resumed`` false:
it then re-reads its state by REST and joins its room again. ``changed`` is a hint, never a truth.

In a room the server alone numbers negotiations and names the offerer, so that two offers never meet. A description
or candidate of an older negotiation is passed over by whoever gets it. Each two in a room are a pair with numbers of
their own; what is about a pair names the other party, except between the official and the citizen. Those who are
called in are told of to ends alone that joined as able to talk with ``several``.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from desk_client.domain.called_in import Capacity
from desk_client.domain.distrust import Distrust
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.protocol.base import WHEN_NEEDED, Answer, Ask, Identifier, Texts

PATH = "/v1/signalling"
MAX_FRAME_BYTES = 64 * 1024
MAX_SDP_CHARACTERS = 48 * 1024
CLOSE_PROTOCOL_UNSUPPORTED = 4400
CLOSE_UNAUTHENTICATED = 4401
CLOSE_SLOW_READER = 4408
CLOSE_REPLACED = 4409
CLOSE_FRAME_TOO_LARGE = 1009


class Resume(Ask):
    """Where a client left off."""

    session_id: Identifier
    last_seq: int = Field(ge=0)


class Hello(Ask):
    """The first frame: which protocol, who (a session token), and where it left off."""

    type: Literal["hello"] = "hello"
    protocol: int
    token: str = Field(min_length=1, max_length=256, repr=False)
    resume: Resume | None = None


class Join(Ask):
    """Enter a room. A newer join by the same party takes the place of the older."""

    type: Literal["join"] = "join"
    room_token: str = Field(min_length=1, max_length=2048, repr=False)
    several: bool = False
    """This end can be connected with more than one other, and is told of those who are called in."""
    asides: bool = False
    """This end keeps apart from whom it is told to: see :class:`Aside`."""


class Leave(Ask):
    """Leave the room for good; the other end is told."""

    type: Literal["leave"] = "leave"


class _OfAPair(Ask):
    """What is about the connection with one other party."""

    peer: Party | None = None
    """With whom; None between the official and the citizen."""


class Description(_OfAPair):
    """An SDP offer or answer (RFC 8829) of one negotiation; relayed to the other party as it is."""

    type: Literal["description"] = "description"
    message_id: Identifier
    negotiation: int = Field(ge=1)
    kind: Literal["offer", "answer"]
    sdp: str = Field(min_length=1, max_length=MAX_SDP_CHARACTERS)


class Candidate(_OfAPair):
    """One ICE candidate (RFC 8838), relayed."""

    type: Literal["candidate"] = "candidate"
    message_id: Identifier
    negotiation: int = Field(ge=1)
    candidate: str = Field(max_length=2048)
    sdp_mid: str | None = Field(default=None, max_length=64)
    sdp_mline_index: int | None = Field(default=None, ge=0, le=64)


class Shows(Ask):
    """What this end's picture is of; relayed, and said again to whoever comes in."""

    type: Literal["shows"] = "shows"
    picture: Showing
    on_hold: bool = False
    """Neither sound nor picture is sent for a while; this end will be back."""


class Settled(_OfAPair):
    """This end's media is connected under that negotiation; when both have said so, it is settled."""

    type: Literal["settled"] = "settled"
    negotiation: int = Field(ge=1)


class Unsettled(_OfAPair):
    """This end's media broke under that negotiation: the server starts a new one."""

    type: Literal["unsettled"] = "unsettled"
    negotiation: int = Field(ge=1)


class Distrusted(_OfAPair):
    """This end does not believe that a description of that negotiation is the other party's, and leaves the room.

    Of somebody who was called in: it is connected with them no longer, and stays.
    """

    type: Literal["distrusted"] = "distrusted"
    negotiation: int = Field(ge=1)
    reason: Distrust


class Ping(Ask):
    """Asks for a ``pong``; either side may send it."""

    type: Literal["ping"] = "ping"


class Pong(Ask):
    """Answers a ``ping``."""

    type: Literal["pong"] = "pong"


ClientFrame = Annotated[
    Hello | Join | Leave | Description | Candidate | Shows | Settled | Unsettled | Distrusted | Ping | Pong,
    Field(discriminator="type"),
]


class Welcome(Answer):
    """Signed in. ``resumed`` tells whether everything since ``last_seq`` follows."""

    type: Literal["welcome"] = "welcome"
    session_id: Identifier
    protocol: int
    resumed: bool
    seq: int


class Changed(Answer):
    """Something behind ``topic`` (``office:ID``, ``appointment:ID``) changed: read it again by REST."""

    type: Literal["changed"] = "changed"
    seq: int
    topic: str


class Participant(Answer):
    """A member of staff in the room, and as what they are there."""

    party: Party
    capacity: Capacity
    name: Texts
    title: Texts
    """Of their office or agency."""
    takes_over: bool = False
    """They are there to take the talk over."""


class PairStanding(Answer):
    """How the connection with somebody stands, as the store has it."""

    peer: Party
    negotiation: int
    settled: bool


class Snapshot(Answer):
    """The room as the store has it: who is in, which negotiation runs, whether it is settled.

    The negotiation is the one with whom this end talks first (`Party.other`); those with everybody else are `pairs`.
    """

    type: Literal["snapshot"] = "snapshot"
    seq: int
    room_id: Identifier
    members: tuple[Party, ...]
    negotiation: int
    settled: bool
    people: tuple[Participant, ...] = ()
    """Everybody else of the house who is in."""
    pairs: tuple[PairStanding, ...] = ()
    apart_from: tuple[Party, ...] = ()
    """As :class:`Aside` has it."""


class Aside(Answer):
    """Keep apart from these from now on: send them neither sound nor picture, and play and show none of theirs.

    The house has a word among itself; each is told from whom they are apart, where they joined as able to be. Nobody:
    it is over.
    """

    type: Literal["aside"] = "aside"
    seq: int
    apart_from: tuple[Party, ...]


class Negotiate(Answer):
    """Begin that negotiation; ``offerer`` makes the offer, the other waits for it."""

    type: Literal["negotiate"] = "negotiate"
    seq: int
    negotiation: int
    offerer: Party
    peer: Party | None = None
    """With whom; None between the official and the citizen."""


class PeerJoined(Answer):
    """Another party is in the room; with a picture: it was already, and says that it :class:`Shows` this."""

    type: Literal["peer_joined"] = "peer_joined"
    seq: int
    party: Party
    who: Participant | None = None
    """None for the citizen, and where they were there already."""
    picture: Showing | None = None
    on_hold: bool = False


class PeerLeft(Answer):
    """Another party is out; ``for_good`` when they left, else their line broke and they may come back."""

    type: Literal["peer_left"] = "peer_left"
    seq: int
    party: Party
    for_good: bool
    distrusted: bool = False
    """They left because they could not make sure that we are who we should be."""
    receives: bool = False
    """They left that seat for the official's: the talk was handed over to them."""


class PeerDescription(Answer):
    """The other party's :class:`Description`, with what the server vouches for (``attestations``)."""

    type: Literal["peer_description"] = "peer_description"
    seq: int
    message_id: Identifier
    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str
    attestation: str | None = None
    party: Party | None = None
    """Whose it is; None between the official and the citizen."""


class PeerCandidate(Answer):
    """The other party's :class:`Candidate`."""

    type: Literal["peer_candidate"] = "peer_candidate"
    seq: int
    message_id: Identifier
    negotiation: int
    candidate: str
    sdp_mid: str | None
    sdp_mline_index: int | None
    party: Party | None = None
    """Whose it is; None between the official and the citizen."""


class RoomClosed(Answer):
    """The audience is over, or we were taken out of it: leave the call."""

    type: Literal["room_closed"] = "room_closed"
    seq: int
    taken_out: bool = False
    """The audience goes on without us."""


class Failed(Answer):
    """A frame was refused; the socket stays unless a close code follows."""

    type: Literal["error"] = "error"
    code: RefusalCode
    oldest: int | None = None
    current: int | None = None


ServerFrame = Annotated[
    Welcome
    | Changed
    | Snapshot
    | Aside
    | Negotiate
    | PeerJoined
    | PeerLeft
    | PeerDescription
    | PeerCandidate
    | RoomClosed
    | Failed
    | Ping
    | Pong,
    Field(discriminator="type"),
]

CLIENT_FRAME: TypeAdapter[ClientFrame] = TypeAdapter(ClientFrame, config=WHEN_NEEDED)
SERVER_FRAME: TypeAdapter[ServerFrame] = TypeAdapter(ServerFrame, config=WHEN_NEEDED)
