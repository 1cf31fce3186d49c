"""The line to the peer: the newest negotiation's connection and, until pictures flow on it, the one before it.

Make before break: a negotiation in the middle of a call takes nothing from it until the new connection carries it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

import av
from aiortc import RTCCertificate

from desk_client.rtc.addresses import AddressWatch
from desk_client.rtc.peer import Peer, PeerReading, PeerSinks
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    CreateOffer,
    DescriptionRefused,
    Event,
    IceServer,
    MediaFlowing,
    MediaStalled,
    PeerConnected,
    PeerDisconnected,
)
from desk_client.rtc.recording.tap import ConnectionTap, LegTap
from desk_client.rtc.streams.incoming_voice import IncomingVoice
from desk_client.rtc.streams.outgoing_picture import OutgoingPicture
from desk_client.rtc.streams.outgoing_voice import OutgoingVoice
from desk_client.rtc.watchdog import Flow, Watchdog
from desk_client.rtc.wire.descriptions import Refused, read_description

_log = logging.getLogger(__name__)

Outlets = tuple[OutgoingPicture, OutgoingVoice]


@dataclass(frozen=True)
class LineSinks:
    """Where the line puts what comes; all are called in the engine's loop and must return soon."""

    on_event: Callable[[Event], None]
    on_frame: Callable[[av.VideoFrame], None]
    on_voice: Callable[[IncomingVoice | None], None]
    """This is heard from now on; nothing, where there is none."""
    on_outlets: Callable[[tuple[Outlets, ...]], None]
    """To whom captured pictures and sound go from now on."""
    on_picture_wanted: Callable[[], None]
    """A peer waits for our picture."""
    wanted_bps: Callable[[], int]
    """What our picture would take if there were room."""
    on_quiet: Callable[[], None]
    """There is no connection any more: what it showed is over."""
    tap: LegTap
    """What passes is shown to it."""


@dataclass
class _Connection:
    peer: Peer
    tap: ConnectionTap
    watchdog: Watchdog | None = None
    """From the moment it stands."""


class Line:
    """Lives in the engine's loop. Negotiation numbers rise; `close` lets them begin anew."""

    def __init__(self, sinks: LineSinks) -> None:
        self._sinks = sinks
        self._negotiation = 0
        self._newest: _Connection | None = None
        self._standing: _Connection | None = None
        self._endings: set[asyncio.Task[None]] = set()
        self._certificate = RTCCertificate.generateCertificate()
        """The same for each connection of a call: who compared the short code need not do so again after a break."""

    @property
    def connected(self) -> bool:
        """Whether a connection stands."""
        return any(each.peer.connected for each in self._connections())

    def create_offer(self, command: CreateOffer) -> None:
        """Begin a negotiation as the one who offers."""
        peer = self._begun(command.negotiation, command.ice_servers)
        if peer is not None:
            peer.offer()

    def accept_offer(self, command: AcceptOffer) -> None:
        """Begin a negotiation with the peer's offer; junk neither begins one nor ends the one before."""
        match read_description("offer", command.sdp):
            case Refused(reason):
                self._sinks.on_event(DescriptionRefused(command.negotiation, reason))
            case offer:
                peer = self._begun(command.negotiation, command.ice_servers)
                if peer is not None:
                    peer.answer(offer)

    def accept_answer(self, command: AcceptAnswer) -> None:
        """Take the answer to our newest offer."""
        if self._newest is None or self._newest.peer.negotiation != command.negotiation:
            _log.info("an answer to a negotiation that is over was left out")
            return
        match read_description("answer", command.sdp):
            case Refused(reason):
                self._sinks.on_event(DescriptionRefused(command.negotiation, reason))
            case answer:
                self._newest.peer.accept(answer)

    def add_candidate(self, command: AddCandidate) -> None:
        """Take a candidate of the newest negotiation."""
        if self._newest is not None and self._newest.peer.negotiation == command.negotiation:
            self._newest.peer.add_candidate(command)

    def read(self) -> PeerReading | None:
        """Counters of the connection whose pictures are shown."""
        connections = self._connections()
        return connections[0].peer.read() if connections else None

    def watch(self, now: float) -> None:
        """Look whether pictures still come; ten times a second or so."""
        for each in self._connections():
            if each.watchdog is None:
                continue
            match each.watchdog.tick(now, each.peer.packets_received):
                case Flow.STALLED if not self._is_waiting_in_the_wings(each):
                    self._sinks.on_event(MediaStalled())
                case Flow.DEAD:
                    _log.warning("nothing comes from the peer any more")
                    self._lost(each)
                case _:
                    pass

    def look(self, addresses: AddressWatch) -> None:
        """A connection whose own address is gone is dead, though nobody has told it."""
        for each in self._connections():
            if each.watchdog is None or not addresses.lost(each.peer.local_address):
                continue
            if each.watchdog.cut() is Flow.STALLED and not self._is_waiting_in_the_wings(each):
                _log.info("this machine has lost the address that a call was held from")
                self._sinks.on_event(MediaStalled())

    async def close(self) -> None:
        """Leave the call, within two seconds."""
        self._negotiation = 0
        self._certificate = RTCCertificate.generateCertificate()
        for each in self._connections():
            self._end(each)
        if self._endings:
            await asyncio.wait(self._endings)

    def _connections(self) -> list[_Connection]:
        """The one that is shown first."""
        return [each for each in (self._standing, self._newest) if each is not None]

    def _is_waiting_in_the_wings(self, connection: _Connection) -> bool:
        return connection is self._newest and self._standing is not None

    def _begun(self, negotiation: int, ice_servers: tuple[IceServer, ...]) -> Peer | None:
        """A fresh connection; None for a negotiation that is not newer."""
        if negotiation <= self._negotiation:
            _log.info("a negotiation that is not newer was left out")
            return None
        self._negotiation = negotiation
        before = self._newest
        if before is not None and self._standing is None and before.peer.connected:
            self._standing = before
        elif before is not None:
            self._end(before)
        tap = self._sinks.tap.connection()
        sinks = PeerSinks(
            on_event=lambda event: self._told(connection, event),
            on_frame=lambda frame: self._frame_came(connection, frame),
            on_picture_wanted=self._sinks.on_picture_wanted,
            tap=tap,
        )
        connection = _Connection(Peer(negotiation, ice_servers, self._certificate, self._sinks.wanted_bps, sinks), tap)
        self._newest = connection
        self._outlets_changed()
        return connection.peer

    def _told(self, connection: _Connection, event: Event) -> None:
        if connection not in self._connections():
            return
        match event:
            case PeerConnected():
                connection.watchdog = Watchdog(time.monotonic())
                self._sinks.on_event(event)
            case PeerDisconnected():
                self._lost(connection)
            case DescriptionRefused() if not connection.peer.connected:
                self._end(connection)
                self._sinks.on_event(event)
            case _:
                self._sinks.on_event(event)

    def _lost(self, connection: _Connection) -> None:
        """It ended without our asking. Of one that is being replaced nobody needs to know."""
        replaced = connection is self._standing
        self._end(connection)
        if not replaced:
            self._sinks.on_event(PeerDisconnected(connection.peer.negotiation))

    def _frame_came(self, connection: _Connection, frame: av.VideoFrame) -> None:
        if connection not in self._connections():
            return
        if connection is self._newest and self._standing is not None:
            self._end(self._standing)
        self._sinks.on_frame(frame)
        if connection.watchdog is not None and connection.watchdog.picture(time.monotonic()) is Flow.FLOWING:
            self._sinks.on_event(MediaFlowing())

    def _end(self, connection: _Connection) -> None:
        """Let go of a connection at once, and close it behind what is done now."""
        if connection is self._newest:
            self._newest = None
        if connection is self._standing:
            self._standing = None
        self._sinks.tap.gone(connection.tap)
        self._behind(connection.peer.close())
        self._outlets_changed()
        if not self._connections():
            self._sinks.on_quiet()

    def _outlets_changed(self) -> None:
        connections = self._connections()
        self._sinks.on_voice(connections[0].peer.heard if connections else None)
        self._sinks.on_outlets(tuple((each.peer.picture, each.peer.voice) for each in self._connections()))

    def _behind(self, ending: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(ending, name="rtc-ending")
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)
