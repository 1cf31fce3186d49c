"""Carries the call machine's commands to the media engine and the signalling line, and their events back to it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from pydantic import ValidationError

from desk_client.client.call_summary import CallTally
from desk_client.client.carrying import carried
from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.client.model import Model
from desk_client.client.others import Others, PersonView
from desk_client.client.signalling import SignallingSocket
from desk_client.client.stall import Finding, Stall
from desk_client.client.vouching import Vouching
from desk_client.domain import call, call_commands
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import AUDIENCE, Pair, Party
from desk_client.domain.showing import Showing
from desk_client.protocol import signalling as wire
from desk_client.protocol.call_summaries import CallSummaryAsk
from desk_client.protocol.rooms import RoomToken
from desk_client.rtc import background_port, port, recording_port
from desk_client.rtc.apart_port import KeepApart
from desk_client.rtc.quality import LineJudge, LineQuality

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine

logger = logging.getLogger(__name__)

FetchRoomToken = Callable[[], Awaitable[RoomToken | Refusal]]

_RETRY_TOKEN_S = 2.0
_SETTLES_WITHIN_S = 1.0
_ENTERING = frozenset({call.Phase.IDLE, call.Phase.JOINING, call.Phase.WAITING_FOR_PEER, call.Phase.CONNECTING})
FIRST_PEER: port.PeerId = ""
"""Whom the engine knows without a name: the end with whom we talk first."""
_PASSING = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED})


@dataclass(frozen=True)
class CallView:
    """What a window shows of a call.

    Attributes:
        talking_since_s: the monotonic clock at the first picture of the other end; None before.
        quality: how the line has been of late, each way; ``stats`` is its last second.
        refusal: why the room could not be entered, when it could not.
        code: the short code that both ends see, of the connection that carries the talk; None before it stands.
        is_sound_only: the other side is heard, and no picture of it comes.
        picture_rests: our camera is on, and our picture is not sent so that the sound has the line.
        peer_shows: what the other side's picture is of, as it says.
        is_held: we send neither sound nor picture for a while, whatever the person chose.
        peer_holds: the other side does so, and will be back.
        people: everybody else in the room.
        is_taken_out: the audience goes on without us.
        is_apart: so is whom we talk with first.
        apart_from: neither they nor we are heard or seen by the other, as the house has a word among itself.
    """

    phase: call.Phase = call.Phase.IDLE
    signalling_up: bool = False
    microphone_on: bool = True
    camera_on: bool = True
    talking_since_s: float | None = None
    stats: port.CallStats | None = None
    quality: LineQuality = field(default_factory=LineQuality)
    refusal: Refusal | None = None
    code: str | None = None
    is_sound_only: bool = False
    picture_rests: bool = False
    peer_shows: Showing = Showing.CAMERA
    is_held: bool = False
    peer_holds: bool = False
    people: tuple[PersonView, ...] = ()
    is_taken_out: bool = False
    apart_from: frozenset[Party] = frozenset()
    is_apart: bool = False

    @property
    def is_private(self) -> bool:
        """Whether we are of the house, which has a word among itself."""
        return Party.CITIZEN in self.apart_from


class CallRunner:
    """One audience's call at one end. All methods belong to the application's loop.

    It talks with one other end first, on whom the call depends; with `others` it talks besides.
    """

    def __init__(
        self, engine: "Engine", line: SignallingSocket, party: Party, fetch_room_token: FetchRoomToken
    ) -> None:
        """The engine has been started and its events are given to :meth:`on_engine`; the line's to :meth:`on_line`."""
        self._engine = engine
        self._line = line
        self._fetch_room_token = fetch_room_token
        self._state = call.CallState(party, signalling_up=line.is_up)
        self._vouching = Vouching(party)
        self._peer = None if Pair.of(party, party.other) == AUDIENCE else party.other
        self._others = Others(engine, line, party, self._vouching, lambda: self._ice_servers)
        self._others.people.subscribe(lambda people: self.view.set(replace(self.view.value, people=people)))
        self._coding: asyncio.Task[None] | None = None
        self._ice_servers: tuple[port.IceServer, ...] = ()
        self._join: asyncio.Task[None] | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._judge = LineJudge()
        self._stall = Stall()
        self._is_sharing = False
        self._said: wire.Shows | None = None
        self._tally = CallTally(time.monotonic())
        self._first_token: str | None = None
        self.view: Model[CallView] = Model(CallView(signalling_up=line.is_up))

    def start(self) -> None:
        """Enter the room; an engine that was silenced in an earlier call is so no longer."""
        self._capture()
        self._engine.post(KeepApart())
        self.handle(call.Start())

    def hang_up(self) -> None:
        """Leave the room for good."""
        self.handle(call.HangUp())

    def retry(self) -> None:
        """Try again after the call could not be set up."""
        self.view.set(replace(self.view.value, refusal=None))
        self.handle(call.Retry())
        self._others.retry()

    def set_microphone(self, *, on: bool) -> None:
        """Mute (silence is sent) or unmute."""
        self.view.set(replace(self.view.value, microphone_on=on))
        self._capture()

    def set_camera(self, *, on: bool) -> None:
        """Stop or resume sending our picture."""
        self.view.set(replace(self.view.value, camera_on=on))
        self._capture()
        self._say_what_shows()

    def set_held(self, *, held: bool) -> None:
        """Send neither sound nor picture for a while, whatever the person chose; or both again, as they chose."""
        self.view.set(replace(self.view.value, is_held=held))
        self._capture()
        self._say_what_shows()

    def rest_picture(self, *, rests: bool) -> None:
        """Leave the line to the sound for a while, whatever the person chose; or send the picture again."""
        if rests is self.view.value.picture_rests:
            return
        self.view.set(replace(self.view.value, picture_rests=rests))
        self._capture()
        self._say_what_shows()

    def set_sharing(self, *, is_sharing: bool) -> None:
        """A screen is shown in place of the camera's picture, or is no longer."""
        self._is_sharing = is_sharing
        self._say_what_shows()

    def _capture(self) -> None:
        """Have the engine send what is chosen, and may be sent now."""
        view = self.view.value
        self._engine.post(port.SetMicrophone(view.microphone_on and not view.is_held))
        self._engine.post(port.SetCamera(view.camera_on and not view.picture_rests and not view.is_held))

    def summary(self) -> CallSummaryAsk | None:
        """What the call was like until now; None where the room was never entered."""
        if self._first_token is None:
            return None
        try:
            return CallSummaryAsk(room_token=self._first_token, figures=self._tally.figures(time.monotonic()))
        except ValidationError as error:  # an engine's figure beyond all bounds is no reason to trouble anybody
            logger.warning("the call's figures are not of the protocol: %d errors", error.error_count())
            return None

    async def settling(self) -> None:
        """Wait for a moment until the talk stands: whatever else is asked of the server meanwhile would delay it."""
        stands = asyncio.Event()
        leave = self.view.subscribe(lambda view: None if view.phase in _ENTERING else stands.set())
        try:
            if self.view.value.phase in _ENTERING:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_SETTLES_WITHIN_S):
                        await stands.wait()
        finally:
            leave()

    async def close(self) -> None:
        """Forget the call: no timer and no task of it is left."""
        self._cancel_watch()
        self._others.close()
        tasks = [task for task in (self._join, self._coding) if task is not None]
        self._join = self._coding = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- events in ---------------------------------------------------------------------------------------------

    def on_line(self, event: LineEvent) -> None:
        """A signalling event; those that are not about the room are passed over."""
        if isinstance(event, wire.Snapshot):
            self._keep_apart(event.apart_from)  # before anybody is connected
        if self._others.on_line(event):
            if isinstance(event, wire.PeerJoined) and event.picture is None:
                self._say_what_shows(again=True)  # they cannot know
            return
        if isinstance(event, wire.Aside):
            self._keep_apart(event.apart_from)
            return
        match event:
            case LineUp(resumed=resumed):
                self.handle(call.SignallingUp(resumed))
            case LineDown() | LineRefused():
                self.handle(call.SignallingDown())
            case wire.Snapshot(members=members, negotiation=number, settled=settled):
                self.handle(call.RoomSnapshot(self._state.party.other in members, number, settled))
                self._say_what_shows(again=True)
            case wire.Negotiate(negotiation=number, offerer=offerer):
                self.handle(call.NegotiationOrdered(number, offerer))
            case wire.PeerJoined(party=party, picture=picture) if party is not self._state.party:
                shows = picture or Showing.CAMERA
                self.view.set(replace(self.view.value, peer_shows=shows, peer_holds=event.on_hold))
                self.handle(call.PeerEntered())
                if picture is None:
                    self._say_what_shows(again=True)  # they cannot know
            case wire.PeerLeft(party=party, for_good=for_good, distrusted=distrusted) if party is not self._state.party:
                self.handle(call.PeerGone(for_good, distrusted))
            case wire.PeerDescription():
                self._on_description(event)
            case wire.PeerCandidate():
                self.handle(
                    call.RemoteCandidate(event.negotiation, event.candidate, event.sdp_mid, event.sdp_mline_index)
                )
            case wire.RoomClosed(taken_out=is_taken_out):
                self.view.set(replace(self.view.value, is_taken_out=is_taken_out))
                self.handle(call.RoomClosed())
            case wire.Failed(code=code):
                logger.warning("the server refused a frame: %s", code)
                self.view.set(replace(self.view.value, refusal=Refusal(code)))
            case _:
                return

    def _keep_apart(self, parties: tuple[Party, ...]) -> None:
        """As the server has it; while its line is down, as it was last: nobody is heard by accident."""
        apart = frozenset(parties)
        first = self._state.party.other
        self._engine.post(KeepApart(frozenset(FIRST_PEER if each is first else each.value for each in apart)))
        self._others.keep_apart(apart)
        self.view.set(replace(self.view.value, apart_from=apart, is_apart=first in apart))

    def _on_description(self, description: wire.PeerDescription) -> None:
        """Only what the server vouches for goes any further."""
        number = description.negotiation
        reason = self._vouching.doubt(description)
        if reason is None:
            self.handle(call.RemoteDescription(number, description.kind, description.sdp))
            return
        logger.warning("the %s of negotiation %d is not believed: %s", description.kind, number, reason.value)
        self.handle(call.DescriptionDistrusted(number, reason))

    def on_engine(self, event: port.Event) -> None:
        """An event of the media engine."""
        if self._others.on_engine(event):
            return
        match event:
            case port.LocalDescription(negotiation=number, kind=kind, sdp=sdp):
                self._vouching.described(number, sdp)
                self.handle(call.LocalDescription(number, kind, sdp))
            case port.DescriptionRefused(negotiation=number, reason=reason):
                logger.warning("the peer's description cannot be used: %s", reason)
                self.handle(call.DescriptionRefused(number))
            case port.PeerConnected(negotiation=number):
                self.handle(call.MediaConnected(number))
                self._compute_code(number)
            case port.PeerDisconnected(negotiation=number):
                self._stall.disconnected()
                self._found(None)
                self.handle(call.MediaDisconnected(number))
            case port.MediaFlowing():
                self._stall.flowing()
                self._found(None)
                self.handle(call.MediaFlowing())
            case port.MediaStalled():
                self._found(self._stall.stalled())
            case port.NetworkChanged():
                return  # the conference tells whoever keeps a line
            case port.Measured(stats=stats):
                quality = self._judge.hear(stats)
                self._tally.second(stats, quality)
                self.view.set(replace(self.view.value, stats=stats, quality=quality))
                self._found(self._stall.second(stats))
                self._say_what_shows()
            case port.DeviceFailed():
                self._tally.device_failed()
            case (
                port.DeviceRestored()
                | port.ServersProbed()
                | port.Devices()
                | port.DeviceInUse()
                | port.LoudspeakerProbed()
                | port.EchoNotCancelled()
                | port.SpeakingWhileMuted()
                | port.SoundLevels()
                | background_port.BackgroundSeen()
                | port.SharingStarted()
                | port.SharingEnded()
                | recording_port.RecordingStarted()
                | recording_port.RecordingEnded()
                | recording_port.RecordingGap()
            ):
                return  # the conference shows them: they matter before a call, or to whatever call runs
            case _:
                assert_never(event)

    def _found(self, finding: Finding | None) -> None:
        """Why no picture comes, where that is newly known."""
        self.view.set(replace(self.view.value, is_sound_only=self._stall.is_sound_only))
        match finding:
            case Finding.CUT:
                self.handle(call.MediaStalled())
            case Finding.SOUND_ONLY:
                self.handle(call.SoundFlowing())
            case None:
                pass

    def _say_what_shows(self, *, again: bool = False) -> None:
        """Tell the other end what our picture is of, where that has changed or it cannot know."""
        view = self.view.value
        is_out_of_room = view.picture_rests or (view.stats is not None and view.stats.audio_only)
        if self._is_sharing and not view.is_held:
            shows = Showing.SCREEN
        elif not view.camera_on or view.is_held:
            shows = Showing.OFF
        else:
            shows = Showing.RESTING if is_out_of_room else Showing.CAMERA
        said = wire.Shows(picture=shows, on_hold=view.is_held)
        if self._state.in_room and (again or said != self._said) and self._line.send(said):
            self._said = said

    def handle(self, event: call.Event) -> None:
        """Let the machine decide, and carry out what it says."""
        self._state, commands = call.step(self._state, event)
        for command in commands:
            self._carry_out(command)
        self._tally.phase(self._state.phase, time.monotonic())
        view = replace(self.view.value, phase=self._state.phase, signalling_up=self._state.signalling_up)
        if view.phase is call.Phase.TALKING and view.talking_since_s is None:
            view = replace(view, talking_since_s=time.monotonic())
        self.view.set(view)

    # --- commands out ------------------------------------------------------------------------------------------

    def _carry_out(self, command: call_commands.Command) -> None:
        match command:
            case call_commands.JoinRoom():
                if self._join is None or self._join.done():
                    self._join = asyncio.get_running_loop().create_task(self._enter_room(), name="join-room")
            case call_commands.LeaveRoom():
                self._others.close()
                self._line.send(wire.Leave())
            case call_commands.WatchNegotiation(negotiation=number):
                self._cancel_watch()
                self._watch = asyncio.get_running_loop().call_later(
                    call.NEGOTIATION_TIMEOUT_S, self.handle, call.NegotiationTimedOut(number)
                )
            case call_commands.ClosePeer():
                self._cancel_watch()
                self._engine.post(port.ClosePeer(FIRST_PEER))  # the others stay
                self.view.set(replace(self.view.value, code=None))
            case _:
                said = carried(command, self._ice_servers, FIRST_PEER, self._peer)
                if isinstance(said, port.Command):
                    self._engine.post(said)
                elif said is not None:
                    self._line.send(said)

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
        self._vouching.entered(answer)
        self._others.entered(answer)
        self._first_token = self._first_token or answer.token
        self._ice_servers = tuple(
            port.IceServer(server.urls, server.username, server.credential) for server in answer.ice_servers
        )
        self._engine.post(port.ProbeServers(self._ice_servers))
        self.view.set(replace(self.view.value, refusal=None))
        self._line.send(wire.Join(room_token=answer.token, several=True, asides=True))

    def _compute_code(self, negotiation: int) -> None:
        """Have the code of a connection that stands made elsewhere: it is dear on purpose."""
        code = self._vouching.code(negotiation)
        if self._coding is not None:
            self._coding.cancel()
        if code is not None:
            self._coding = asyncio.get_running_loop().create_task(self._show_code(negotiation, code), name="short-code")

    async def _show_code(self, negotiation: int, code: Callable[[], str]) -> None:
        made = await asyncio.to_thread(code)
        if self._state.connected and self._state.negotiation == negotiation:
            self.view.set(replace(self.view.value, code=made))

    def _cancel_watch(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
