"""Carries the call machine's commands to the media engine and the signalling line, and their events back to it."""

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import assert_never

from desk_client.client.model import Model
from desk_client.client.signalling import LineDown, LineEvent, LineRefused, LineUp, SignallingSocket
from desk_client.domain import call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol import signalling as wire
from desk_client.protocol.rooms import RoomToken
from desk_client.rtc import port
from desk_client.rtc.engine import Engine

logger = logging.getLogger(__name__)

FetchRoomToken = Callable[[], Awaitable[RoomToken | Refusal]]

_RETRY_TOKEN_S = 2.0
_PASSING = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED})


@dataclass(frozen=True)
class CallView:
    """What a window shows of a call.

    Attributes:
        talking_since_s: the monotonic clock at the first picture of the other end; None before.
        refusal: why the room could not be entered, when it could not.
    """

    phase: call.Phase = call.Phase.IDLE
    signalling_up: bool = False
    microphone_on: bool = True
    camera_on: bool = True
    talking_since_s: float | None = None
    stats: port.CallStats | None = None
    refusal: Refusal | None = None


class CallRunner:
    """One audience's call at one end. All methods belong to the application's loop."""

    def __init__(self, engine: Engine, line: SignallingSocket, party: Party, fetch_room_token: FetchRoomToken) -> None:
        """The engine has been started and its events are given to :meth:`on_engine`; the line's to :meth:`on_line`."""
        self._engine = engine
        self._line = line
        self._fetch_room_token = fetch_room_token
        self._state = call.CallState(party, signalling_up=line.is_up)
        self._ice_servers: tuple[port.IceServer, ...] = ()
        self._join: asyncio.Task[None] | None = None
        self._watch: asyncio.TimerHandle | None = None
        self.view: Model[CallView] = Model(CallView(signalling_up=line.is_up))

    def start(self) -> None:
        """Enter the room."""
        self.handle(call.Start())

    def hang_up(self) -> None:
        """Leave the room for good."""
        self.handle(call.HangUp())

    def retry(self) -> None:
        """Try again after the call could not be set up."""
        self.view.set(replace(self.view.value, refusal=None))
        self.handle(call.Retry())

    def set_microphone(self, *, on: bool) -> None:
        """Mute (silence is sent) or unmute."""
        self._engine.post(port.SetMicrophone(on))
        self.view.set(replace(self.view.value, microphone_on=on))

    def set_camera(self, *, on: bool) -> None:
        """Stop or resume sending our picture."""
        self._engine.post(port.SetCamera(on))
        self.view.set(replace(self.view.value, camera_on=on))

    async def close(self) -> None:
        """Forget the call: no timer and no task of it is left."""
        self._cancel_watch()
        if self._join is not None:
            self._join.cancel()
            await asyncio.gather(self._join, return_exceptions=True)
            self._join = None

    # --- events in ---------------------------------------------------------------------------------------------

    def on_line(self, event: LineEvent) -> None:
        """A signalling event; those that are not about the room are passed over."""
        match event:
            case LineUp(resumed=resumed):
                self.handle(call.SignallingUp(resumed))
            case LineDown() | LineRefused():
                self.handle(call.SignallingDown())
            case wire.Snapshot(members=members, negotiation=number, settled=settled):
                self.handle(call.RoomSnapshot(self._state.party.other in members, number, settled))
            case wire.Negotiate(negotiation=number, offerer=offerer):
                self.handle(call.NegotiationOrdered(number, offerer))
            case wire.PeerJoined(party=party) if party is not self._state.party:
                self.handle(call.PeerEntered())
            case wire.PeerLeft(party=party, for_good=for_good) if party is not self._state.party:
                self.handle(call.PeerGone(for_good))
            case wire.PeerDescription(negotiation=number, kind=kind, sdp=sdp):
                self.handle(call.RemoteDescription(number, kind, sdp))
            case wire.PeerCandidate():
                self.handle(
                    call.RemoteCandidate(event.negotiation, event.candidate, event.sdp_mid, event.sdp_mline_index)
                )
            case wire.RoomClosed():
                self.handle(call.RoomClosed())
            case wire.Failed(code=code):
                logger.warning("the server refused a frame: %s", code)
                self.view.set(replace(self.view.value, refusal=Refusal(code)))
            case _:
                return

    def on_engine(self, event: port.Event) -> None:
        """An event of the media engine."""
        match event:
            case port.LocalDescription(negotiation=number, kind=kind, sdp=sdp):
                self.handle(call.LocalDescription(number, kind, sdp))
            case port.DescriptionRefused(negotiation=number, reason=reason):
                logger.warning("the peer's description cannot be used: %s", reason)
                self.handle(call.DescriptionRefused(number))
            case port.PeerConnected(negotiation=number):
                self.handle(call.MediaConnected(number))
            case port.PeerDisconnected(negotiation=number):
                self.handle(call.MediaDisconnected(number))
            case port.MediaFlowing():
                self.handle(call.MediaFlowing())
            case port.MediaStalled():
                self.handle(call.MediaStalled())
            case port.Measured(stats=stats):
                self.view.set(replace(self.view.value, stats=stats))
            case port.DeviceFailed() | port.DeviceRestored():
                return  # the conference shows them: they matter before a call as well
            case _:
                assert_never(event)

    def handle(self, event: call.Event) -> None:
        """Let the machine decide, and carry out what it says."""
        self._state, commands = call.step(self._state, event)
        for command in commands:
            self._carry_out(command)
        view = replace(self.view.value, phase=self._state.phase, signalling_up=self._state.signalling_up)
        if view.phase is call.Phase.TALKING and view.talking_since_s is None:
            view = replace(view, talking_since_s=time.monotonic())
        self.view.set(view)

    # --- commands out ------------------------------------------------------------------------------------------

    def _carry_out(self, command: call.Command) -> None:
        match command:
            case call.JoinRoom():
                if self._join is None or self._join.done():
                    self._join = asyncio.get_running_loop().create_task(self._enter_room(), name="join-room")
            case call.LeaveRoom():
                self._line.send(wire.Leave())
            case call.CreateOffer(negotiation=number):
                self._engine.post(port.CreateOffer(number, self._ice_servers))
            case call.AcceptOffer(negotiation=number, sdp=sdp):
                self._engine.post(port.AcceptOffer(number, sdp, self._ice_servers))
            case call.AcceptAnswer(negotiation=number, sdp=sdp):
                self._engine.post(port.AcceptAnswer(number, sdp))
            case call.AddCandidate():
                self._engine.post(
                    port.AddCandidate(command.negotiation, command.candidate, command.sdp_mid, command.sdp_mline_index)
                )
            case call.SendDescription(negotiation=number, kind=kind, sdp=sdp):
                self._line.send(wire.Description(message_id=uuid.uuid4().hex, negotiation=number, kind=kind, sdp=sdp))
            case call.ReportSettled(negotiation=number) if number > 0:
                self._line.send(wire.Settled(negotiation=number))
            case call.ReportUnsettled(negotiation=number) if number > 0:
                self._line.send(wire.Unsettled(negotiation=number))
            case call.ReportSettled() | call.ReportUnsettled():
                return
            case call.WatchNegotiation(negotiation=number):
                self._cancel_watch()
                self._watch = asyncio.get_running_loop().call_later(
                    call.NEGOTIATION_TIMEOUT_S, self.handle, call.NegotiationTimedOut(number)
                )
            case call.ClosePeer():
                self._cancel_watch()
                self._engine.post(port.ClosePeer())
            case _:
                assert_never(command)

    async def _enter_room(self) -> None:
        """Get a fresh token and join; a server that is away is asked again, one that says no is believed."""
        answer = await self._fetch_room_token()
        while isinstance(answer, Refusal):
            logger.info("no room token: %s", answer.code)
            self.view.set(replace(self.view.value, refusal=answer))
            if answer.code not in _PASSING:
                return
            await asyncio.sleep(_RETRY_TOKEN_S)
            answer = await self._fetch_room_token()
        self._ice_servers = tuple(
            port.IceServer(server.urls, server.username, server.credential) for server in answer.ice_servers
        )
        self.view.set(replace(self.view.value, refusal=None))
        self._line.send(wire.Join(room_token=answer.token))

    def _cancel_watch(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
