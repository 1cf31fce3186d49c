"""A call's decisions, sans I/O: events in, commands out.

The server numbers negotiations and names the offerer, so two offers never meet; this machine follows it, carries
descriptions between the server and the media engine, and says when a negotiation is settled or has broken. It never
ends a call because the *server* went away: media is peer to peer, and the room's truth comes back with the server.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, assert_never

from desk_client.domain.call_commands import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    ClosePeer,
    Command,
    CreateOffer,
    JoinRoom,
    LeaveRoom,
    ReportDistrust,
    ReportSettled,
    ReportUnsettled,
    SendDescription,
    WatchNegotiation,
)
from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party

NEGOTIATION_TIMEOUT_S = 10.0
"""A negotiation that has not connected by then is given up for a new one."""

MAX_FAILED_NEGOTIATIONS = 3
"""After so many in a row this end stops and lets the person decide."""


class Phase(StrEnum):
    """What the person in front of the screen needs to know."""

    IDLE = "idle"
    JOINING = "joining"
    WAITING_FOR_PEER = "waiting_for_peer"
    CONNECTING = "connecting"
    TALKING = "talking"
    RECONNECTING = "reconnecting"
    PEER_AWAY = "peer_away"
    PEER_LEFT = "peer_left"
    UNVERIFIED = "unverified"
    FAILED = "failed"
    ENDED = "ended"


# --- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """The person is admitted: enter the room."""


@dataclass(frozen=True)
class SignallingUp:
    """The socket is welcomed; ``resumed`` when nothing was missed."""

    resumed: bool


@dataclass(frozen=True)
class SignallingDown:
    """The socket is gone; it will come back."""


@dataclass(frozen=True)
class RoomSnapshot:
    """The room as the server's store has it."""

    peer_present: bool
    negotiation: int
    settled: bool


@dataclass(frozen=True)
class NegotiationOrdered:
    """The server begins a negotiation."""

    negotiation: int
    offerer: Party


@dataclass(frozen=True)
class PeerEntered:
    """The other party is in the room."""


@dataclass(frozen=True)
class PeerGone:
    """The other party is out; unless ``for_good`` they are expected back.

    ``distrusts`` when they left because they could not make sure that we are who we should be.
    """

    for_good: bool
    distrusts: bool = False


@dataclass(frozen=True)
class DescriptionDistrusted:
    """What came as the other party's SDP is not vouched for by the server: nothing of it may be used."""

    negotiation: int
    reason: Distrust


@dataclass(frozen=True)
class RemoteDescription:
    """The other party's SDP (RFC 8829), which the server vouches for."""

    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


@dataclass(frozen=True)
class RemoteCandidate:
    """One of the other party's ICE candidates (RFC 8838)."""

    negotiation: int
    candidate: str
    sdp_mid: str | None
    sdp_mline_index: int | None


@dataclass(frozen=True)
class LocalDescription:
    """The engine's own SDP is ready."""

    negotiation: int
    kind: Literal["offer", "answer"]
    sdp: str


@dataclass(frozen=True)
class DescriptionRefused:
    """The engine cannot use what the other party described."""

    negotiation: int


@dataclass(frozen=True)
class MediaConnected:
    """ICE and DTLS stand under that negotiation."""

    negotiation: int


@dataclass(frozen=True)
class MediaDisconnected:
    """The media path of that negotiation ended."""

    negotiation: int


@dataclass(frozen=True)
class MediaFlowing:
    """The other party's picture is seen."""


@dataclass(frozen=True)
class SoundFlowing:
    """No picture comes, and yet the other party is heard: the talk goes on without one."""


@dataclass(frozen=True)
class MediaStalled:
    """Connected, but no picture comes."""


@dataclass(frozen=True)
class NegotiationTimedOut:
    """``NEGOTIATION_TIMEOUT_S`` passed since that negotiation began."""

    negotiation: int


@dataclass(frozen=True)
class Retry:
    """The person asks to try again: after ``Phase.FAILED``, or where the room was refused."""


@dataclass(frozen=True)
class HangUp:
    """The person leaves."""


@dataclass(frozen=True)
class RoomClosed:
    """The audience is over."""


Event = (
    Start
    | SignallingUp
    | SignallingDown
    | RoomSnapshot
    | NegotiationOrdered
    | PeerEntered
    | PeerGone
    | RemoteDescription
    | DescriptionDistrusted
    | RemoteCandidate
    | LocalDescription
    | DescriptionRefused
    | MediaConnected
    | MediaDisconnected
    | MediaFlowing
    | SoundFlowing
    | MediaStalled
    | NegotiationTimedOut
    | Retry
    | HangUp
    | RoomClosed
)


# --- the machine ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CallState:
    """Everything that a call remembers.

    Attributes:
        party: which end we are.
        phase: what the person sees.
        signalling_up: whether the server can be reached; a talk goes on without it.
        in_room: whether the server has confirmed our join since the socket came up.
        peer_present: whether the other party is in the room, as far as is known.
        negotiation: the newest negotiation we follow; 0 before the first.
        connected: whether our media stands under ``negotiation``.
        given_up: whether we have told the server that ``negotiation`` broke.
        failures: negotiations in a row that never connected.
        distrusts: a description was not believed: this end is out of the room until the person tries again.
    """

    party: Party
    phase: Phase = Phase.IDLE
    signalling_up: bool = False
    in_room: bool = False
    peer_present: bool = False
    negotiation: int = 0
    connected: bool = False
    given_up: bool = False
    failures: int = 0
    distrusts: bool = False


Step = tuple[CallState, tuple[Command, ...]]


def step(state: CallState, event: Event) -> Step:
    """The next state and what is to be done, for one event."""
    match event:
        case SignallingUp() | SignallingDown():
            return _on_line(state, event)
        case RoomClosed():
            return _ended(state, leave=False)
        case HangUp():
            return _ended(state, leave=state.phase not in {Phase.IDLE, Phase.ENDED})
        case _ if state.phase is Phase.ENDED:
            return state, ()
        case Start():
            return replace(state, phase=Phase.JOINING), (JoinRoom(),) if state.signalling_up else ()
        case _ if state.phase is Phase.IDLE:
            return state, ()
        case Retry():
            return _retry(state)
        case _ if state.distrusts:
            return state, ()
        case RoomSnapshot() | NegotiationOrdered() | PeerEntered() | PeerGone():
            return _on_room(state, event)
        case DescriptionDistrusted(negotiation=number, reason=reason):
            return (state, ()) if number < state.negotiation else _distrusted(state, number, reason)
        case RemoteDescription() | RemoteCandidate() | LocalDescription() | DescriptionRefused():
            return _on_description(state, event)
        case (
            MediaConnected()
            | MediaDisconnected()
            | MediaFlowing()
            | SoundFlowing()
            | MediaStalled()
            | NegotiationTimedOut()
        ):
            return _on_media(state, event)
    assert_never(event)


def _on_line(state: CallState, event: SignallingUp | SignallingDown) -> Step:
    match event:
        case SignallingDown():
            return replace(state, signalling_up=False, in_room=False), ()
        case SignallingUp(resumed=resumed):
            up = replace(state, signalling_up=True, in_room=resumed and state.in_room)
            wants_room = state.phase not in {Phase.IDLE, Phase.ENDED, Phase.FAILED} and not state.distrusts
            return up, (JoinRoom(),) if wants_room else ()


def _on_room(state: CallState, event: RoomSnapshot | NegotiationOrdered | PeerEntered | PeerGone) -> Step:
    match event:
        case RoomSnapshot():
            return _on_snapshot(state, event)
        case NegotiationOrdered(negotiation=number, offerer=offerer):
            if number <= state.negotiation:
                return state, ()
            begun = _begin(state, number)
            watch = WatchNegotiation(number)
            return begun, (CreateOffer(number), watch) if offerer is state.party else (watch,)
        case PeerEntered():
            phase = Phase.CONNECTING if state.phase in _WITHOUT_PEER else state.phase
            return replace(state, peer_present=True, phase=phase), ()
        case PeerGone(for_good=True, distrusts=distrusts):
            phase = Phase.UNVERIFIED if distrusts else Phase.PEER_LEFT
            left = replace(state, peer_present=False, connected=False, phase=phase)
            return left, (ClosePeer(),)
        case PeerGone():
            # Their line to the server broke; the talk itself may well go on.
            phase = state.phase if state.phase is Phase.TALKING else Phase.PEER_AWAY
            return replace(state, peer_present=False, phase=phase), ()


def _on_snapshot(state: CallState, snapshot: RoomSnapshot) -> Step:
    state = replace(state, in_room=True, peer_present=snapshot.peer_present)
    if snapshot.settled:
        ours = snapshot.negotiation == state.negotiation and state.connected
        if ours and state.given_up:
            # What we said of it was lost with the line that it was said on
            return state, (ReportUnsettled(state.negotiation),)
        if ours:
            return state, ()
        # The store believes in a connection that this process does not have: it is a fresh one.
        lost = replace(state, negotiation=max(state.negotiation, snapshot.negotiation), given_up=True)
        return _waiting(lost), (ReportUnsettled(snapshot.negotiation),)
    if state.connected and snapshot.negotiation == state.negotiation:
        return state, (ReportSettled(state.negotiation),)
    return _waiting(state), ()


def _on_description(
    state: CallState, event: RemoteDescription | RemoteCandidate | LocalDescription | DescriptionRefused
) -> Step:
    match event:
        case RemoteDescription(negotiation=number, kind="offer", sdp=sdp) if number >= state.negotiation:
            if number == state.negotiation:
                return state, (AcceptOffer(number, sdp),)
            return _begin(state, number), (AcceptOffer(number, sdp), WatchNegotiation(number))
        case RemoteDescription(negotiation=number, kind="answer", sdp=sdp) if number == state.negotiation:
            return state, (AcceptAnswer(number, sdp),)
        case RemoteCandidate(negotiation=number) if number == state.negotiation:
            return state, (AddCandidate(number, event.candidate, event.sdp_mid, event.sdp_mline_index),)
        case LocalDescription(negotiation=number, kind=kind, sdp=sdp) if number == state.negotiation:
            return state, (SendDescription(number, kind, sdp),)
        case DescriptionRefused(negotiation=number) if number == state.negotiation:
            return _give_up(state)
        case _:
            return state, ()


def _on_media(
    state: CallState,
    event: MediaConnected | MediaDisconnected | MediaFlowing | SoundFlowing | MediaStalled | NegotiationTimedOut,
) -> Step:
    match event:
        case MediaConnected(negotiation=number) if number == state.negotiation:
            return replace(state, connected=True, given_up=False, failures=0), (ReportSettled(number),)
        case MediaFlowing() | SoundFlowing() if state.connected:
            return replace(state, phase=Phase.TALKING), ()
        case MediaStalled() if state.connected:
            return _broken(state)
        case MediaDisconnected() if state.phase is Phase.PEER_LEFT:
            return state, ()  # of course: who left has said so, and that is what the person should read
        case MediaDisconnected(negotiation=number) if number == state.negotiation:
            return _broken(replace(state, connected=False))
        case NegotiationTimedOut(negotiation=number) if number == state.negotiation and not state.connected:
            return _give_up(state)
        case _:
            return state, ()


_WITHOUT_PEER = frozenset({Phase.JOINING, Phase.WAITING_FOR_PEER, Phase.PEER_AWAY, Phase.PEER_LEFT, Phase.UNVERIFIED})


def _waiting(state: CallState) -> CallState:
    """In the room, media not standing: what is being waited for."""
    if state.phase is Phase.TALKING or state.phase is Phase.RECONNECTING:
        return replace(state, phase=Phase.RECONNECTING if state.peer_present else Phase.PEER_AWAY)
    return replace(state, phase=Phase.CONNECTING if state.peer_present else Phase.WAITING_FOR_PEER)


def _begin(state: CallState, number: int) -> CallState:
    """Follow a new negotiation; the picture of the old one, if any, stays until the new one flows."""
    had_talk = state.phase in {Phase.TALKING, Phase.RECONNECTING}
    phase = Phase.RECONNECTING if had_talk else Phase.CONNECTING
    return replace(
        state, negotiation=number, connected=False, given_up=False, peer_present=True, in_room=True, phase=phase
    )


def _broken(state: CallState) -> Step:
    """Media stopped: say so once, and wait for the server's next negotiation."""
    phase = Phase.RECONNECTING if state.peer_present else Phase.PEER_AWAY
    said = state.given_up
    broken = replace(state, phase=phase, given_up=True)
    return broken, () if said else (ReportUnsettled(state.negotiation),)


def _give_up(state: CallState) -> Step:
    """This negotiation never connected: order another, until there were too many."""
    failures = state.failures + 1
    if failures >= MAX_FAILED_NEGOTIATIONS:
        return replace(state, phase=Phase.FAILED, failures=failures, given_up=True), (ClosePeer(),)
    return replace(state, failures=failures, given_up=True), (ReportUnsettled(state.negotiation),)


def _distrusted(state: CallState, number: int, reason: Distrust) -> Step:
    """Somebody may sit in between: no media with them, and none with whoever was believed before."""
    out = replace(
        state, phase=Phase.UNVERIFIED, distrusts=True, in_room=False, peer_present=False, connected=False, failures=0
    )
    return out, (ReportDistrust(number, reason), LeaveRoom(), ClosePeer())


def _retry(state: CallState) -> Step:
    if state.distrusts:
        anew = replace(state, phase=Phase.JOINING, distrusts=False)
        return anew, (JoinRoom(),) if state.signalling_up else ()
    if state.phase is Phase.UNVERIFIED:
        return replace(state, phase=Phase.WAITING_FOR_PEER), ()
    if state.phase is Phase.JOINING and state.signalling_up:
        return state, (JoinRoom(),)
    if state.phase is not Phase.FAILED:
        return state, ()
    fresh = replace(state, phase=Phase.CONNECTING, failures=0)
    return fresh, (ReportUnsettled(state.negotiation),) if state.in_room else (JoinRoom(),)


def _ended(state: CallState, *, leave: bool) -> Step:
    if state.phase is Phase.ENDED:
        return state, ()
    ended = replace(state, phase=Phase.ENDED, connected=False)
    return ended, (LeaveRoom(), ClosePeer()) if leave else (ClosePeer(),)
