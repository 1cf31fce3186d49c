"""Carries out the engine's commands, in its loop: the studio on one side, the line to the peer on the other."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final, assert_never

import av

from desk_client.rtc.line import Line, LineSinks, Senders
from desk_client.rtc.meter import LastSecond, Samples, level_dbfs, tone_hz
from desk_client.rtc.peer import PeerReading
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    CallStats,
    CloseMedia,
    ClosePeer,
    Command,
    CreateOffer,
    Device,
    DeviceFailed,
    DeviceFault,
    DeviceRestored,
    Event,
    Measured,
    MediaChoice,
    OpenMedia,
    SetCamera,
    SetMicrophone,
    Stream,
)
from desk_client.rtc.screens import Screens
from desk_client.rtc.stats import Counters, rates
from desk_client.rtc.studio import Hardware, Studio, StudioEvents

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
        self._senders: tuple[Senders, ...] = ()
        self._microphone_on = self._camera_on = True
        self._heard = LastSecond()
        self._remote_size: tuple[int, int] | None = None
        self._lateness_s = 0.0
        self._before: Counters | None = None
        self._line = Line(LineSinks(emit, self._frame_came, self._sound_came, self._send_to, self._peer_gone))
        self._ticking = asyncio.create_task(self._tick(), name="rtc-tick")

    async def carry_out(self, command: Command) -> None:
        """Do what a command asks; what takes long goes on behind it."""
        match command:
            case OpenMedia(choice):
                await self._close_studio()
                self._open_studio(choice)
            case CreateOffer():
                self._line.create_offer(command, self._fps())
            case AcceptOffer():
                self._line.accept_offer(command, self._fps())
            case AcceptAnswer():
                self._line.accept_answer(command)
            case AddCandidate():
                self._line.add_candidate(command)
            case SetMicrophone(on):
                self._microphone_on = on
                if self._studio is not None:
                    self._studio.set_microphone(on=on)
            case SetCamera(on):
                self._camera_on = on
                if self._studio is not None:
                    self._studio.set_camera(on=on)
            case ClosePeer():
                await self._line.close()
            case CloseMedia():
                await self._line.close()
                await self._close_studio()
            case _:
                assert_never(command)

    async def close(self) -> None:
        """End everything, within two seconds."""
        self._ticking.cancel()
        await asyncio.gather(self._ticking, self._line.close(), self._close_studio(), return_exceptions=True)

    # What is captured

    def _fps(self) -> int:
        return self._studio.choice.fps if self._studio is not None else _DEFAULT_FPS

    def _open_studio(self, choice: MediaChoice) -> None:
        events = StudioEvents(
            on_picture=partial(self._screens.show, Stream.LOCAL), on_device=self._device_told_from_its_thread
        )
        self._studio = Studio(choice, self._hardware, events)
        self._studio.set_microphone(on=self._microphone_on)
        self._studio.set_camera(on=self._camera_on)
        self._studio.send_to(self._senders)

    async def _close_studio(self) -> None:
        studio, self._studio = self._studio, None
        if studio is not None:
            await asyncio.to_thread(studio.close)
            self._screens.clear(Stream.LOCAL)

    def _device_told_from_its_thread(self, device: Device, fault: DeviceFault | None) -> None:
        event = DeviceRestored(device) if fault is None else DeviceFailed(device, fault)
        with suppress(RuntimeError):  # the loop has ended before a slow driver
            self._loop.call_soon_threadsafe(self._emit, event)

    # What the line brings

    def _send_to(self, senders: tuple[Senders, ...]) -> None:
        self._senders = senders
        if self._studio is not None:
            self._studio.send_to(senders)

    def _frame_came(self, frame: av.VideoFrame) -> None:
        self._remote_size = frame.width, frame.height
        self._screens.show(Stream.REMOTE, frame)

    def _sound_came(self, block: Samples) -> None:
        self._heard.add(block)
        if self._studio is not None:
            self._studio.play(block)

    def _peer_gone(self) -> None:
        self._remote_size = None
        self._heard = LastSecond()
        self._screens.clear(Stream.REMOTE)

    # Watching and measuring

    async def _tick(self) -> None:
        count = 0
        while True:
            planned = time.monotonic() + _TICK_S
            await asyncio.sleep(_TICK_S)
            now = time.monotonic()
            self._lateness_s = max(self._lateness_s, now - planned)
            self._line.watch(now)
            count += 1
            if count % _TICKS_A_SECOND == 0:
                await self._measure(now)

    async def _measure(self, now: float) -> None:
        studio = self._studio
        reading = await self._line.read()
        counters = _counters(now, studio, reading)
        before, self._before = self._before, counters
        lateness_s, self._lateness_s = self._lateness_s, 0.0
        if studio is None and reading is None:
            return
        second = rates(before or counters, counters)
        heard = self._heard.take()
        said = studio.sound.take() if studio is not None else None
        width, height = self._remote_size or (None, None)
        stats = CallStats(
            connected=self._line.connected,
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
