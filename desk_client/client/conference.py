"""The media engine as one end of a conversation uses it: opened ahead, shared by one call after another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar, assert_never

from desk_client.client.calls import CallRunner, FetchRoomToken
from desk_client.client.fallback import FallbackWatch
from desk_client.client.last_resorts import LastResorts
from desk_client.client.line_events import LineEvent
from desk_client.client.loading import load
from desk_client.client.model import Model
from desk_client.client.signalling import SignallingSocket
from desk_client.domain.fallback import CallBackResult, Fallback
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.call_summaries import CallSummary, CallSummaryAsk
from desk_client.protocol.rooms import Relays
from desk_client.rtc import port
from desk_client.rtc.background_port import Background, BackgroundSeen, BlurBackground
from desk_client.rtc.handover import Handover
from desk_client.rtc.port import (
    AnyStream,
    CallStats,
    Device,
    DeviceFault,
    Devices,
    MediaChoice,
    ScreenArea,
    SharingFault,
    Shown,
    SoundLevels,
    Stream,
)
from desk_client.rtc.quality import Level, LineQuality
from desk_client.rtc.recording_port import (
    RecordingCommand,
    RecordingEnded,
    RecordingEvent,
    RecordingGap,
    RecordingStarted,
)
from desk_client.rtc.server_probe import ServerProbe

if TYPE_CHECKING:
    from desk_client.client.pictures import Shareable, TileScaler
    from desk_client.rtc.engine import Engine

__all__ = [
    "AnyStream",
    "Background",
    "CallStats",
    "Conference",
    "Device",
    "DeviceFault",
    "Devices",
    "Level",
    "LineQuality",
    "MediaChoice",
    "ScreenArea",
    "ServerProbe",
    "SharedScreen",
    "SharingFault",
    "SoundLevels",
    "Stream",
]

logger = logging.getLogger(__name__)

_Told = TypeVar("_Told")
_NO_RESORTS: Final = LastResorts()
SendSummary = Callable[[CallSummaryAsk], Awaitable[CallSummary | Refusal]]

_SUMMARY_WAITED_FOR_S: Final = 1.0
_SUMMARY_AGAIN_S: Final = (1.0, 5.0, 20.0)
_PASSING: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED})


@dataclass(frozen=True)
class SharedScreen:
    """What is sent in place of the camera's picture.

    Attributes:
        source: None: nothing, the camera's picture is sent.
        fault: why it ended or could not begin, until something is shared again.
    """

    source: Shown | None = None
    fault: SharingFault | None = None


@dataclass(frozen=True)
class Hearing:
    """What came of probing the loudspeaker: how often it was, and whether the microphone heard it the last time."""

    probes: int = 0
    heard: bool = False


class Conference:
    """Owns the engine. ``call`` is the call that runs, or None. All methods belong to the application's loop."""

    def __init__(self, make_engine: Callable[[], "Engine"], media: MediaChoice, party: Party) -> None:
        """``make_engine`` is called when a camera is first wanted: a kiosk that only books never starts one."""
        self._make_engine = make_engine
        self._media = media
        self._party = party
        self._engine: Engine | None = None
        self._is_open = False
        self._blurs = False
        self._send_summary: SendSummary | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self._watch: FallbackWatch | None = None
        self._network_listeners: list[Callable[[], None]] = []
        self._tiles: list[tuple[AnyStream, TileScaler]] = []
        self._painted = 0
        self.call: Model[CallRunner | None] = Model(None)
        self.fallback: Model[Fallback] = Model(Fallback())
        """What is tried while the line does not carry the call that runs."""
        self.faults: Model[Mapping[Device, DeviceFault]] = Model(MappingProxyType({}))
        """Devices that do not serve, and why; a substitute is in their place."""
        self.devices: Model[Devices | None] = Model(None)
        """Those that there are, from `list_devices` on; None while nobody looks."""
        self.in_use: Model[Mapping[Device, str]] = Model(MappingProxyType({}))
        """The names of those that serve now."""
        self.background: Model[Background] = Model(Background.SHARP)
        """What is seen behind us, by ourselves and by the other end."""
        self.relays: Model[tuple[ServerProbe, ...]] = Model(())
        """What the STUN and TURN servers answered that were asked last."""
        self._asking: asyncio.Task[None] | None = None
        self.sharing: Model[SharedScreen] = Model(SharedScreen())
        self.echo_is_cancelled: Model[bool] = Model(True)
        """False where the other side may hear itself."""
        self.spoke_while_muted: Model[int] = Model(0)
        """How often it was noticed that somebody speaks into the microphone that is switched off."""
        self.hearing: Model[Hearing] = Model(Hearing())
        """Whether the microphone hears the loudspeaker, as far as that was asked."""
        self.recording_told: Model[RecordingEvent | None] = Model(None)
        """What the engine told last of a recording."""
        self.levels: Model[SoundLevels | None] = Model(None)
        """Of what is sent and of what is played, ten times a second; None while no media is open."""

    @property
    def media(self) -> MediaChoice:
        """What is captured and played: a document is photographed by the same camera."""
        return self._media

    @property
    def is_sending(self) -> bool:
        """Whether what a call was like is still on its way to the server."""
        return bool(self._sending)

    async def load(self) -> None:
        """Load beside the loop, before it is needed, what a call needs: its libraries take most of a second."""
        await load("desk_client.rtc.engine", "desk_client.client.pictures")

    @property
    def camera(self) -> MediaChoice | None:
        """The choice of a real camera that may serve; None where pictures are drawn, or it is known not to serve."""
        return None if self._media.camera == "synthetic" or Device.CAMERA in self.faults.value else self._media

    @property
    def can_hear_itself(self) -> bool:
        """Whether there are to be a loudspeaker and a microphone that can hear it: a drawn one cannot."""
        return self._media.speaker == "auto" and self._media.microphone == "auto"

    def open_media(self) -> "Engine":
        """Start camera and microphone, so that they are warm when the call begins. Idempotent."""
        engine = self._started()
        if not self._is_open:
            self._is_open = True
            self.echo_is_cancelled.set(True)
            engine.post(port.OpenMedia(self._media))
        return engine

    def reopen_media(self) -> None:
        """Let go of the devices and open them again: one that does not serve may have come back."""
        self._is_open = False
        self._forget_devices()
        self.open_media()
        if self.devices.value is not None:
            self.list_devices()

    def close_media(self) -> None:
        """Let go of the devices where no call needs them: the camera's light goes out."""
        if self._engine is None or not self._is_open or self.call.value is not None:
            return
        self._is_open = False
        self._engine.post(port.CloseMedia())
        self.devices.set(None)
        self._forget_devices()

    def list_devices(self) -> None:
        """Open media, and keep ``devices`` true while they are open."""
        self.open_media().post(port.ListDevices())

    def chosen(self, device: Device) -> str | None:
        """The name of the one that was chosen; None leaves it to the system."""
        match device:
            case Device.CAMERA:
                return self._media.camera_device
            case Device.MICROPHONE:
                return self._media.microphone_device
            case Device.SPEAKER:
                return self._media.speaker_device
        assert_never(device)

    def choose(self, *, camera: str | None, microphone: str | None, speaker: str | None) -> None:
        """Use these from now on, by their names, also in a call that runs; None leaves one to the system."""
        before = {device: self.chosen(device) for device in Device}
        self._media = replace(self._media, camera_device=camera, microphone_device=microphone, speaker_device=speaker)
        for device in Device:
            if self._engine is not None and self._is_open and self.chosen(device) != before[device]:
                self._engine.post(port.ChooseDevice(device, self.chosen(device)))

    def blur_background(self, *, on: bool) -> None:
        """Blur what is behind us from now on, or no longer, also in a call that runs; see ``background``."""
        if on != self._blurs:
            self._blurs = on
            if self._engine is not None:
                self._engine.post(BlurBackground(on))

    def _forget_devices(self) -> None:
        self.background.set(Background.SHARP)
        self.faults.set(MappingProxyType({}))
        self.in_use.set(MappingProxyType({}))
        self.levels.set(None)

    def probe_loudspeaker(self) -> None:
        """Play two notes, and listen for them; what comes of it is in `hearing`."""
        if self._engine is not None:
            self._engine.post(port.ProbeLoudspeaker())

    def try_relays(self, fetch: Callable[[], Awaitable[Relays | Refusal]]) -> None:
        """Ask the servers that a call may be relayed by, before it is wanted; behind whatever else is done."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.get_running_loop().create_task(self._try_relays(fetch), name="try-relays")

    def on_network_change(self, listener: Callable[[], None]) -> None:
        """Have ``listener`` called when this machine's addresses are others than before, while media are open."""
        self._network_listeners.append(listener)

    def attach(self, stream: AnyStream, scaler: "TileScaler") -> None:
        """Let a tile have a stream's pictures, now or once there are any."""
        self._tiles.append((stream, scaler))
        if self._engine is not None:
            self._engine.attach(stream, scaler)

    def detach(self, stream: AnyStream, scaler: "TileScaler") -> None:
        """Take them away again."""
        self._tiles.remove((stream, scaler))
        if self._engine is not None:
            self._engine.detach(stream, scaler)

    def begin(
        self,
        line: SignallingSocket,
        fetch_room_token: FetchRoomToken,
        send_summary: SendSummary | None = None,
        resorts: LastResorts = _NO_RESORTS,
        party: Party | None = None,
    ) -> CallRunner:
        """Enter a room; a call that still runs is an error of the caller's.

        ``party`` is who we are in it, where that is another one than usual: we were called in.

        ``send_summary`` is given at the end what the call was like, and asked again where the server was away.
        ``resorts`` is what is asked for where the line does not carry the talk: see ``fallback``.
        """
        if self.call.value is not None:
            raise RuntimeError("one call at a time")
        runner = CallRunner(self.open_media(), line, party or self._party, fetch_room_token)
        runner.set_sharing(is_sharing=self.sharing.value.source is not None)
        self._send_summary = send_summary
        self._painted = 0
        if self.sharing.value.source is None:
            self.sharing.set(SharedScreen())  # why it failed in an earlier call is old news
        self._watch = FallbackWatch(runner, self.fallback, resorts)
        self.call.set(runner)
        runner.start()
        return runner

    async def shareable(self) -> "tuple[Shareable, ...]":
        """What can be shown in place of the camera's picture, screens first; empty if nothing, see ``sharing``."""
        from desk_client.client import pictures  # noqa: PLC0415 - loaded with the first person who is received

        try:
            return await asyncio.get_running_loop().run_in_executor(None, pictures.shareable)
        except pictures.ScreenLostError as error:
            self.sharing.set(SharedScreen())
            self.sharing.set(SharedScreen(None, error.fault))
            return ()

    def share(self, source: Shown) -> None:
        """Send a screen or window in place of the camera's picture, until the call ends; see ``sharing``.

        Nothing is shown while the talk is on hold.
        """
        if self.call.value is not None and self.call.value.view.value.is_held:
            return
        self.sharing.set(SharedScreen())
        self.open_media().post(port.ShareScreen(source))

    def stop_sharing(self) -> None:
        """Send the camera's picture again."""
        if self._engine is not None:
            self._engine.post(port.StopSharing())

    def hold(self, *, on: bool) -> None:
        """Send the other end neither sound nor picture for a while, and no screen any more; or both again."""
        if (runner := self.call.value) is None:
            return
        if on:
            self.stop_sharing()
        runner.set_held(held=on)

    def record(self, command: RecordingCommand) -> None:
        """Have the engine record, pause or end; what comes of it is in ``recording_told``."""
        if self._engine is not None:
            self._engine.post(command)

    def called_back(self, result: CallBackResult | None) -> None:
        """Take in what became of the call by phone that the office owed."""
        if self._watch is not None:
            self._watch.told(result)

    def count_painted(self) -> None:
        """One more of the other end's pictures was really painted: the engine cannot know."""
        self._painted += 1

    def on_line(self, event: LineEvent) -> None:
        """Hand a signalling event to the call that runs."""
        if self.call.value is not None:
            self.call.value.on_line(event)

    async def end(self, *, leave: bool) -> None:
        """Forget the call that runs; ``leave`` tells the other end that we went for good.

        What the call was like is on its way to the server when this returns, or there already.
        """
        runner = self.call.value
        if runner is None:
            return
        summary, send = runner.summary(), self._send_summary
        if leave:
            runner.hang_up()
        self.call.set(None)
        if (watch := self._watch) is not None:
            self._watch = None
            await watch.close()
        self.fallback.set(Fallback())
        await runner.close()
        if self._engine is not None:
            self._engine.post(port.ClosePeer())
        if summary is not None and send is not None:
            task = asyncio.get_running_loop().create_task(_sent(send, summary), name="call-summary")
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
            # whoever signs out after this would take the right to send away
            await asyncio.wait((task,), timeout=_SUMMARY_WAITED_FOR_S)

    async def close(self) -> None:
        """End the call and the engine's thread."""
        await self.end(leave=True)
        behind = [*self._sending, *(() if self._asking is None else (self._asking,))]
        for task in behind:
            task.cancel()
        await asyncio.gather(*behind, return_exceptions=True)
        if self._engine is not None:
            self._is_open = False
            engine, self._engine = self._engine, None
            await asyncio.get_running_loop().run_in_executor(None, engine.stop)
            self.levels.set(None)

    def _started(self) -> "Engine":
        if self._engine is None:
            loop = asyncio.get_running_loop()
            engine = self._make_engine()
            engine.start(Handover(loop, self._on_engine))
            if self._blurs:
                engine.post(BlurBackground(on=True))  # before there are pictures: none is to be sharp for a moment
            for stream, scaler in self._tiles:
                engine.attach(stream, scaler)
            self._engine = engine
        return self._engine

    def _share_seen(self, sharing: SharedScreen) -> None:
        self.sharing.set(sharing)
        if self.call.value is not None:
            self.call.value.set_sharing(is_sharing=sharing.source is not None)

    async def _try_relays(self, fetch: Callable[[], Awaitable[Relays | Refusal]]) -> None:
        answer = await fetch()
        if isinstance(answer, Refusal):
            logger.info("the relays are not known: %s", answer.code)
            return
        servers = tuple(port.IceServer(server.urls) for server in answer.ice_servers)
        if servers:
            self._started().post(port.ProbeServers(servers))

    def _on_engine(self, event: port.Event) -> None:
        match event:
            case port.ServersProbed(probes=probes):
                asked = {probe.url for probe in probes}
                self.relays.set((*(probe for probe in self.relays.value if probe.url not in asked), *probes))
            case port.DeviceFailed(device=device, fault=fault):
                self.faults.set(MappingProxyType({**self.faults.value, device: fault}))
                self.in_use.set(_without(self.in_use.value, device))
            case port.DeviceRestored(device=device):
                self.faults.set(_without(self.faults.value, device))
            case port.DeviceInUse(device=device, name=name):
                self.in_use.set(MappingProxyType({**self.in_use.value, device: name}))
            case port.Devices():
                self.devices.set(event)
            case BackgroundSeen(background=background):
                self.background.set(background)
            case port.SharingStarted(source=source):
                self._share_seen(SharedScreen(source))
            case port.SharingEnded(fault=fault):
                self._share_seen(SharedScreen(None, fault))
            case port.Measured(stats=stats, peer=""):
                event = port.Measured(replace(stats, frames_painted=self._painted))
            case port.NetworkChanged():
                for listener in self._network_listeners:
                    listener()
            case port.LoudspeakerProbed(heard=heard):
                self.hearing.set(Hearing(self.hearing.value.probes + 1, heard))
            case port.EchoNotCancelled():
                self.echo_is_cancelled.set(False)
            case port.SpeakingWhileMuted():
                self.spoke_while_muted.set(self.spoke_while_muted.value + 1)
            case port.SoundLevels():
                self.levels.set(event)
            case RecordingStarted() | RecordingEnded() | RecordingGap():
                self.recording_told.set(event)
            case _:
                pass
        if self.call.value is not None:
            self.call.value.on_engine(event)


def _without(known: Mapping[Device, _Told], device: Device) -> Mapping[Device, _Told]:
    return MappingProxyType({each: told for each, told in known.items() if each is not device})


async def _sent(send: SendSummary, summary: CallSummaryAsk) -> None:
    """Send it, again where the server was away. Nobody waits for it: a no is only noted."""
    for again_s in (*_SUMMARY_AGAIN_S, None):
        answer = await send(summary)
        if not isinstance(answer, Refusal):
            return
        if answer.code not in _PASSING or again_s is None:
            logger.info("the call's summary was not taken: %s", answer.code)
            return
        await asyncio.sleep(again_s)
