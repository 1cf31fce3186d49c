"""Carries out the engine's commands, in its loop: who captures, who is connected, and what is told of it."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Final, assert_never

import av

from desk_client.rtc.descriptions import Refused, read_description
from desk_client.rtc.meter import LastSecond, Samples, level_dbfs, tone_hz
from desk_client.rtc.peer import Peer, PeerReading, PeerSinks
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    CallStats,
    CloseMedia,
    ClosePeer,
    Command,
    CreateOffer,
    DescriptionRefused,
    Device,
    DeviceFailed,
    DeviceFault,
    DeviceRestored,
    Event,
    IceServer,
    Measured,
    MediaChoice,
    MediaFlowing,
    MediaStalled,
    OpenMedia,
    PeerConnected,
    PeerDisconnected,
    SetCamera,
    SetMicrophone,
    Stream,
)
from desk_client.rtc.screens import Screens
from desk_client.rtc.stats import Counters, rates
from desk_client.rtc.studio import Hardware, Studio, StudioEvents
from desk_client.rtc.watchdog import Flow, Watchdog

_log = logging.getLogger(__name__)

_TICK_S: Final = 0.1
_TICKS_A_SECOND: Final = 10
_DEFAULT_FPS: Final = 30


class Conductor:
    """Everything here runs in the engine's loop, except where a name says otherwise.

    Args:
        emit: is given each event, in the loop.
    """

    def __init__(self, hardware: Hardware, screens: Screens, emit: Callable[[Event], None]) -> None:
        self._hardware = hardware
        self._screens = screens
        self._emit = emit
        self._loop = asyncio.get_running_loop()
        self._studio: Studio | None = None
        self._peer: Peer | None = None
        self._negotiation = 0
        self._microphone_on = self._camera_on = True
        self._watchdog: Watchdog | None = None
        self._heard = LastSecond()
        self._remote_size: tuple[int, int] | None = None
        self._lateness_s = 0.0
        self._before: Counters | None = None
        self._endings: set[asyncio.Task[None]] = set()
        self._ticking = asyncio.create_task(self._tick(), name="rtc-tick")

    async def carry_out(self, command: Command) -> None:
        """Do what a command asks; what takes long goes on behind it."""
        match command:
            case OpenMedia(choice):
                await self._close_studio()
                self._open_studio(choice)
            case CreateOffer(negotiation, ice_servers):
                peer = await self._replacement(negotiation, ice_servers)
                if peer is not None:
                    peer.offer()
            case AcceptOffer(negotiation, sdp, ice_servers):
                await self._accept_offer(negotiation, sdp, ice_servers)
            case AcceptAnswer(negotiation, sdp):
                self._accept_answer(negotiation, sdp)
            case AddCandidate():
                if self._peer is not None and self._peer.negotiation == command.negotiation:
                    self._peer.add_candidate(command)
            case SetMicrophone(on):
                self._microphone_on = on
                if self._studio is not None:
                    self._studio.set_microphone(on=on)
            case SetCamera(on):
                self._camera_on = on
                if self._studio is not None:
                    self._studio.set_camera(on=on)
            case ClosePeer():
                await self._close_peer()
                self._negotiation = 0
            case CloseMedia():
                await self._close_peer()
                self._negotiation = 0
                await self._close_studio()
            case _:
                assert_never(command)

    async def close(self) -> None:
        """End everything, within two seconds."""
        self._ticking.cancel()
        await asyncio.gather(self._ticking, self._close_peer(), self._close_studio(), return_exceptions=True)
        if self._endings:
            await asyncio.wait(self._endings, timeout=1.5)

    # Negotiations

    async def _accept_offer(self, negotiation: int, sdp: str, ice_servers: tuple[IceServer, ...]) -> None:
        # The offer is read before the connection that it would replace is let go: junk ends no call
        match read_description("offer", sdp):
            case Refused(reason):
                self._emit(DescriptionRefused(negotiation, reason))
            case offer:
                peer = await self._replacement(negotiation, ice_servers)
                if peer is not None:
                    peer.answer(offer)

    def _accept_answer(self, negotiation: int, sdp: str) -> None:
        if self._peer is None or self._peer.negotiation != negotiation:
            _log.info("an answer to a negotiation that is over was left out")
            return
        match read_description("answer", sdp):
            case Refused(reason):
                self._emit(DescriptionRefused(negotiation, reason))
            case answer:
                self._peer.accept(answer)

    async def _replacement(self, negotiation: int, ice_servers: tuple[IceServer, ...]) -> Peer | None:
        """A fresh connection in the place of the current one; None for a negotiation that is not newer."""
        if negotiation <= self._negotiation:
            _log.info("a negotiation that is not newer was left out")
            return None
        await self._close_peer()
        self._negotiation = negotiation
        fps = self._studio.choice.fps if self._studio is not None else _DEFAULT_FPS
        sinks = PeerSinks(
            on_event=lambda event: self._peer_told(peer, event),
            on_frame=lambda frame: self._frame_came(peer, frame),
            on_sound=lambda block: self._sound_came(peer, block),
        )
        peer = Peer(negotiation, ice_servers, fps, sinks)
        self._peer = peer
        self._connect_studio()
        return peer

    def _peer_told(self, peer: Peer, event: Event) -> None:
        if peer is not self._peer:
            return
        match event:
            case PeerConnected():
                self._watchdog = Watchdog(time.monotonic())
            case PeerDisconnected():
                self._end(self._close_peer())
            case DescriptionRefused() if not peer.connected:
                self._end(self._close_peer())
            case _:
                pass
        self._emit(event)

    def _frame_came(self, peer: Peer, frame: av.VideoFrame) -> None:
        if peer is not self._peer:
            return
        self._remote_size = frame.width, frame.height
        self._screens.show(Stream.REMOTE, frame)
        if self._watchdog is not None and self._watchdog.picture(time.monotonic()) is Flow.FLOWING:
            self._emit(MediaFlowing())

    def _sound_came(self, peer: Peer, block: Samples) -> None:
        if peer is not self._peer:
            return
        self._heard.add(block)
        if self._studio is not None:
            self._studio.play(block)

    async def _close_peer(self) -> None:
        peer, self._peer = self._peer, None
        if peer is None:
            return
        self._watchdog = self._remote_size = None
        self._heard = LastSecond()
        self._connect_studio()
        self._screens.clear(Stream.REMOTE)
        await peer.close()

    # Capture

    def _open_studio(self, choice: MediaChoice) -> None:
        events = StudioEvents(
            on_picture=partial(self._screens.show, Stream.LOCAL),
            on_device=self._device_told_from_its_thread,
        )
        self._studio = Studio(choice, self._hardware, events)
        self._studio.set_microphone(on=self._microphone_on)
        self._studio.set_camera(on=self._camera_on)
        self._connect_studio()

    async def _close_studio(self) -> None:
        studio, self._studio = self._studio, None
        if studio is not None:
            await asyncio.to_thread(studio.close)
            self._screens.clear(Stream.LOCAL)

    def _connect_studio(self) -> None:
        if self._studio is not None:
            peer = self._peer
            self._studio.send_to(peer.picture if peer else None, peer.voice if peer else None)

    def _device_told_from_its_thread(self, device: Device, fault: DeviceFault | None) -> None:
        event = DeviceRestored(device) if fault is None else DeviceFailed(device, fault)
        with suppress(RuntimeError):  # the loop has ended before a slow driver
            self._loop.call_soon_threadsafe(self._emit, event)

    # Watching and measuring

    async def _tick(self) -> None:
        count = 0
        while True:
            planned = time.monotonic() + _TICK_S
            await asyncio.sleep(_TICK_S)
            now = time.monotonic()
            self._lateness_s = max(self._lateness_s, now - planned)
            self._watch(now)
            count += 1
            if count % _TICKS_A_SECOND == 0:
                await self._measure(now)

    def _watch(self, now: float) -> None:
        if self._watchdog is None or self._peer is None:
            return
        match self._watchdog.tick(now, self._peer.packets_received):
            case Flow.STALLED:
                self._emit(MediaStalled())
            case Flow.DEAD:
                _log.warning("nothing comes from the peer any more")
                self._emit(PeerDisconnected(self._peer.negotiation))
                self._end(self._close_peer())
            case Flow.FLOWING | None:
                pass

    async def _measure(self, now: float) -> None:
        studio, peer = self._studio, self._peer
        reading = await peer.read() if peer is not None else None
        counters = _counters(now, studio, reading)
        before, self._before = self._before, counters
        lateness_s, self._lateness_s = self._lateness_s, 0.0
        if studio is None and reading is None:
            return
        second = rates(before or counters, counters)
        heard, said = self._heard.take(), studio.sound.take() if studio is not None else None
        width, height = self._remote_size or (None, None)
        stats = CallStats(
            connected=peer is not None and peer.connected,
            rtt_ms=reading.rtt_ms if reading else None,
            loss=second.loss,
            jitter_ms=reading.jitter_ms if reading else None,
            bitrate_in_bps=second.bitrate_in_bps,
            bitrate_out_bps=second.bitrate_out_bps,
            frames_captured=counters.captured,
            frames_sent=counters.sent,
            frames_received=counters.received,
            frames_decoded=counters.decoded,
            fps_captured=second.fps_captured,
            fps_sent=second.fps_sent,
            fps_decoded=second.fps_decoded,
            remote_width=width,
            remote_height=height,
            remote_audio_dbfs=None if heard is None else level_dbfs(heard),
            remote_tone_hz=None if heard is None else tone_hz(heard),
            local_audio_dbfs=None if said is None else level_dbfs(said),
            codec=reading.codec.value if reading and reading.codec else None,
            engine_lateness_ms=lateness_s * 1000,
        )
        self._emit(Measured(stats))

    def _end(self, ending: Coroutine[None, None, None]) -> None:
        """Let something end behind what is done now; `close` waits for it."""
        task = self._loop.create_task(ending)
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)


def _counters(now: float, studio: Studio | None, reading: PeerReading | None) -> Counters:
    captured = studio.captured if studio is not None else 0
    if reading is None:
        return Counters(now, captured)
    return Counters(
        at_s=now,
        captured=captured,
        sent=reading.frames_sent,
        received=reading.frames_received,
        decoded=reading.frames_decoded,
        bytes_in=reading.bytes_in,
        bytes_out=reading.bytes_out,
        packets_in=reading.packets_in,
        packets_lost=reading.packets_lost,
    )
