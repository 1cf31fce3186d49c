"""What the call machine (`domain.call`) orders: of the media engine, of the signalling line, and of the clock."""

from dataclasses import dataclass
from typing import Literal

from desk_client.domain.distrust import Distrust


@dataclass(frozen=True)
class JoinRoom:
    """Get a fresh room token and say ``join``."""


@dataclass(frozen=True)
class LeaveRoom:
    """Say ``leave``."""


@dataclass(frozen=True)
class CreateOffer:
    """Engine: begin as the offerer, and watch the time."""

    negotiation: int


@dataclass(frozen=True)
class AcceptOffer:
    """Engine: answer this offer."""

    negotiation: int
    sdp: str


@dataclass(frozen=True)
class AcceptAnswer:
    """Engine: complete with this answer."""

    negotiation: int
    sdp: str


@dataclass(frozen=True)
class AddCandidate:
    """Engine: one more way to reach the other end."""

    negotiation: int
    candidate: str
    sdp_mid: str | None
    sdp_mline_index: int | None


@dataclass(frozen=True)
class SendDescription:
    """Signalling: relay our SDP."""

    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


@dataclass(frozen=True)
class ReportSettled:
    """Signalling: our media stands."""

    negotiation: int


@dataclass(frozen=True)
class ReportUnsettled:
    """Signalling: our media broke; order a new negotiation."""

    negotiation: int


@dataclass(frozen=True)
class ReportDistrust:
    """Signalling: we do not believe that description, and leave the room."""

    negotiation: int
    reason: Distrust


@dataclass(frozen=True)
class WatchNegotiation:
    """Clock: send ``NegotiationTimedOut`` after ``NEGOTIATION_TIMEOUT_S``."""

    negotiation: int


@dataclass(frozen=True)
class ClosePeer:
    """Engine: end the media path."""


Command = (
    JoinRoom
    | LeaveRoom
    | CreateOffer
    | AcceptOffer
    | AcceptAnswer
    | AddCandidate
    | SendDescription
    | ReportSettled
    | ReportUnsettled
    | ReportDistrust
    | WatchNegotiation
    | ClosePeer
)
