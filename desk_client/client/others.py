"""Everybody in the room besides whom one talks with first: a connection and a call machine of its own for each.

The first talk (`client.calls`) enters the room and leaves it; what happens here never ends it.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, assert_never

from desk_client.client.carrying import carried
from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.client.model import Model
from desk_client.client.signalling import SignallingSocket
from desk_client.client.stall import Finding, Stall
from desk_client.client.vouching import Vouching
from desk_client.domain import call, call_commands
from desk_client.domain.called_in import Capacity
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.protocol import signalling as wire
from desk_client.protocol.base import Texts
from desk_client.protocol.rooms import RoomToken
from desk_client.rtc import port
from desk_client.rtc.quality import LineJudge, LineQuality

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine

logger = logging.getLogger(__name__)

OfALeg = (
    port.LocalDescription
    | port.DescriptionRefused
    | port.PeerConnected
    | port.PeerDisconnected
    | port.MediaFlowing
    | port.MediaStalled
    | port.Measured
)
_OF_A_LEG: Final = (
    port.LocalDescription,
    port.DescriptionRefused,
    port.PeerConnected,
    port.PeerDisconnected,
    port.MediaFlowing,
    port.MediaStalled,
    port.Measured,
)


@dataclass(frozen=True)
class PersonView:
    """What a window shows of somebody else in the room.

    Attributes:
        name: of a member of staff; None of the citizen, whom each window knows by another way.
        title: of their office or agency.
        phase: as of a call: how the connection with them stands.
        shows, holds, is_sound_only: as `calls.CallView` has them.
        takes_over: they are there to take the talk over from the official.
        receives: they go on as the official, and have not left.
        is_apart: neither they nor we are heard or seen by the other: the house has a word among itself.
    """

    party: Party
    capacity: Capacity
    name: Texts | None = None
    title: Texts | None = None
    phase: call.Phase = call.Phase.CONNECTING
    shows: Showing = Showing.CAMERA
    holds: bool = False
    is_sound_only: bool = False
    quality: LineQuality = field(default_factory=LineQuality)
    takes_over: bool = False
    receives: bool = False
    is_apart: bool = False

    @property
    def stream(self) -> port.AnyStream:
        """Whose pictures a tile of theirs shows."""
        return port.stream_of(self.party.value)


@dataclass(frozen=True)
class _Ways:
    """The ways out of a talk, as its parts share them."""

    engine: "Engine"
    line: SignallingSocket
    ice_servers: Callable[[], tuple[port.IceServer, ...]]
    changed: Callable[[], None]


class _Other:
    """One of them."""

    def __init__(self, ours: Party, view: PersonView, vouching: Vouching, ways: _Ways) -> None:
        self.view = view
        self.vouching = vouching
        self._ways = ways
        self._judge = LineJudge()
        self._stall = Stall()
        self._watch: asyncio.TimerHandle | None = None
        self.state = call.CallState(ours, call.Phase.WAITING_FOR_PEER, signalling_up=True, in_room=True)

    @property
    def is_gone(self) -> bool:
        """Neither here nor heard; whoever is not believed stays, so that nothing is tried with them again."""
        state = self.state
        return not (state.peer_present or state.connected or state.distrusts)

    def close(self) -> None:
        """No connection and no timer is left."""
        self._unwatch()
        self._ways.engine.post(port.ClosePeer(self.view.party.value))

    def handle(self, event: call.Event) -> None:
        """Let the machine decide, and carry out what it says of this connection; the room is the first talk's."""
        self.state, commands = call.step(self.state, event)
        for command in commands:
            self._carry_out(command)
        self.show(phase=self.state.phase, is_sound_only=self._stall.is_sound_only)

    def show(self, **changes: object) -> None:
        """Show something else of them."""
        view = replace(self.view, **changes)  # type: ignore[arg-type]  # each by its own name, from this file alone
        if view != self.view:
            self.view = view
            self._ways.changed()

    def described(self, description: wire.PeerDescription) -> None:
        """Only what the server vouches for goes any further."""
        number = description.negotiation
        reason = self.vouching.doubt(description)
        if reason is None:
            self.handle(call.RemoteDescription(number, description.kind, description.sdp))
            return
        logger.warning("the %s of the %s is not believed: %s", description.kind, self.view.party.value, reason.value)
        self.handle(call.DescriptionDistrusted(number, reason))

    def on_engine(self, event: OfALeg) -> None:
        """An event of the leg to them."""
        match event:
            case port.LocalDescription(negotiation=number, kind=kind, sdp=sdp):
                self.handle(call.LocalDescription(number, kind, sdp))
            case port.DescriptionRefused(negotiation=number, reason=reason):
                logger.warning("the description of the %s cannot be used: %s", self.view.party.value, reason)
                self.handle(call.DescriptionRefused(number))
            case port.PeerConnected(negotiation=number):
                self.handle(call.MediaConnected(number))
            case port.PeerDisconnected(negotiation=number):
                self._stall.disconnected()
                self.handle(call.MediaDisconnected(number))
            case port.MediaFlowing():
                self._stall.flowing()
                self.handle(call.MediaFlowing())
            case port.MediaStalled():
                self._found(self._stall.stalled())
            case port.Measured(stats=stats):
                self._found(self._stall.second(stats))
                self.show(quality=self._judge.hear(stats))
            case _:
                assert_never(event)

    def _found(self, finding: Finding | None) -> None:
        match finding:
            case Finding.CUT:
                self.handle(call.MediaStalled())
            case Finding.SOUND_ONLY:
                self.handle(call.SoundFlowing())
            case None:
                self.show(is_sound_only=self._stall.is_sound_only)

    def _carry_out(self, command: call_commands.Command) -> None:
        party = self.view.party
        match command:
            case call_commands.JoinRoom() | call_commands.LeaveRoom():
                return
            case call_commands.WatchNegotiation(negotiation=number):
                self._unwatch()
                timed_out = call.NegotiationTimedOut(number)
                loop = asyncio.get_running_loop()
                self._watch = loop.call_later(call.NEGOTIATION_TIMEOUT_S, self.handle, timed_out)
            case call_commands.ClosePeer():
                self.close()
            case _:
                said = carried(command, self._ways.ice_servers(), party.value, party)
                if isinstance(said, port.Command):
                    self._ways.engine.post(said)
                elif said is not None:
                    self._ways.line.send(said)

    def _unwatch(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None


class Others:
    """All of them, in the order of their seats. Belongs to the application's loop."""

    def __init__(
        self,
        engine: "Engine",
        line: SignallingSocket,
        party: Party,
        vouching: Vouching,
        ice_servers: Callable[[], tuple[port.IceServer, ...]],
    ) -> None:
        """`party` is ours; `vouching` the first talk's, which knows the server's keys."""
        self._party = party
        self._vouching = vouching
        self._ways = _Ways(engine, line, ice_servers, self._show)
        self._others: dict[Party, _Other] = {}
        self._known: dict[Party, wire.Participant] = {}
        self._apart: frozenset[Party] = frozenset()
        self.people: Model[tuple[PersonView, ...]] = Model(())

    def entered(self, room: RoomToken) -> None:
        """A new key to the room came just now."""
        for other in self._others.values():
            other.vouching.entered(room)

    def keep_apart(self, parties: frozenset[Party]) -> None:
        """Show of whom nothing is heard and seen; the engine is told elsewhere."""
        self._apart = parties
        for party, other in self._others.items():
            other.show(is_apart=party in parties)

    def retry(self) -> None:
        """The person asks to try again."""
        for other in self._others.values():
            other.handle(call.Retry())

    def close(self) -> None:
        """We are out of the room."""
        for other in self._others.values():
            other.close()
        self._others.clear()
        self._show()

    def on_engine(self, event: port.Event) -> bool:
        """Take an event of a leg to one of them; False for what is none."""
        if not isinstance(event, _OF_A_LEG) or not event.peer:
            return False
        other = self._others.get(Party(event.peer))
        if other is not None:
            if isinstance(event, port.LocalDescription):
                other.vouching.described(event.negotiation, event.sdp)
            other.on_engine(event)
            self._let_go()
        return True

    def on_line(self, event: LineEvent) -> bool:
        """Take a frame about one of them; False for one that is about the first talk, or about all."""
        match event:
            case LineUp() | LineDown() | LineRefused():
                heard = call.SignallingUp(event.resumed) if isinstance(event, LineUp) else call.SignallingDown()
                for other in tuple(self._others.values()):
                    other.handle(heard)
                return False
            case wire.Snapshot():
                self._on_snapshot(event)
                return False
            case wire.RoomClosed():
                self.close()
                return False
            case wire.Negotiate(peer=party) | wire.PeerDescription(party=party) | wire.PeerCandidate(party=party):
                if party is None or party is self._party.other:
                    return False
            case wire.PeerJoined(party=party) | wire.PeerLeft(party=party):
                if party in {self._party, self._party.other}:
                    return False
            case _:
                return False
        self._about(party, event)
        self._let_go()
        return True

    def _about(self, party: Party, event: LineEvent) -> None:
        if isinstance(event, wire.PeerJoined) and event.picture is None:
            if event.who is not None:
                self._known[party] = event.who
            self._made(party).handle(call.PeerEntered())
        other = self._made(party) if isinstance(event, wire.Negotiate) else self._others.get(party)
        if other is None:
            return
        match event:
            case wire.Negotiate(negotiation=number, offerer=offerer):
                other.handle(call.NegotiationOrdered(number, offerer))
            case wire.PeerJoined(picture=picture, on_hold=on_hold):
                other.show(shows=picture or Showing.CAMERA, holds=on_hold)
            case wire.PeerLeft(receives=True):
                other.show(receives=True)
                self._drop(party)
            case wire.PeerLeft(for_good=for_good, distrusted=distrusted):
                other.handle(call.PeerGone(for_good, distrusted))
                if for_good:
                    self._drop(party)
            case wire.PeerDescription():
                other.described(event)
            case wire.PeerCandidate():
                candidate = (event.candidate, event.sdp_mid, event.sdp_mline_index)
                other.handle(call.RemoteCandidate(event.negotiation, *candidate))
            case _:
                return

    def _on_snapshot(self, snapshot: wire.Snapshot) -> None:
        self._known.update({who.party: who for who in snapshot.people})
        for pair in snapshot.pairs:
            here = call.RoomSnapshot(pair.peer in snapshot.members, pair.negotiation, pair.settled)
            self._made(pair.peer).handle(here)
        for party, other in self._others.items():
            if party not in snapshot.members:
                other.handle(call.PeerGone(for_good=False))
        self._let_go()

    def _made(self, party: Party) -> _Other:
        """Theirs, made now where they are new."""
        if party not in self._others:
            who = self._known.get(party)
            view = (
                PersonView(party, Capacity.CITIZEN)
                if who is None
                else PersonView(party, who.capacity, who.name, who.title, takes_over=who.takes_over)
            )
            vouching = self._vouching.beside(party)
            view = replace(view, is_apart=party in self._apart)
            self._others[party] = _Other(self._party, view, vouching, self._ways)
        return self._others[party]

    def _let_go(self) -> None:
        """Whoever is neither here nor heard has no tile."""
        for party in [party for party, other in self._others.items() if other.is_gone]:
            self._drop(party)
        self._show()

    def _drop(self, party: Party) -> None:
        self._others.pop(party).close()
        self._show()

    def _show(self) -> None:
        seats = [party for party in Party if party in self._others]
        self.people.set(tuple(self._others[party].view for party in seats))
