"""The call with one peer, as the engine keeps it: the line to it, what is heard and seen of it, and how good it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import av

from desk_client.rtc.line import Line, LineSinks, Outlets
from desk_client.rtc.peer import PeerReading
from desk_client.rtc.picture.screens import Screens
from desk_client.rtc.port import (
    CallStats,
    DescriptionRefused,
    Event,
    LocalDescription,
    MediaFlowing,
    MediaStalled,
    PeerConnected,
    PeerDisconnected,
    PeerId,
    stream_of,
)
from desk_client.rtc.recording.tap import LegTap
from desk_client.rtc.sound.meter import level_dbfs, tone_hz
from desk_client.rtc.stats import Counters, rates
from desk_client.rtc.streams.incoming_voice import IncomingVoice


@dataclass(frozen=True)
class LegSinks:
    """What a leg shares with the others; all are called in the engine's loop."""

    on_event: Callable[[Event], None]
    on_outlets: Callable[[], None]
    """To whom captured pictures and sound go has changed."""
    on_voice: Callable[[IncomingVoice | None, IncomingVoice | None], None]
    """The second is heard from now on in place of the first."""
    on_picture_wanted: Callable[[], None]
    wanted_bps: Callable[[], int]


@dataclass(frozen=True)
class OwnSide:
    """What does not depend on the peer, of the second that is over."""

    at_s: float
    captured: int
    encoded: int
    audio_dbfs: float | None
    cpu_share: float | None
    lateness_ms: float


class Leg:
    """Lives in the engine's loop."""

    def __init__(self, peer: PeerId, screens: Screens, sinks: LegSinks, tap: LegTap) -> None:
        self.outlets: tuple[Outlets, ...] = ()
        """Where our picture and sound go."""
        self._peer = peer
        self._screens = screens
        self._sinks = sinks
        self.voice: IncomingVoice | None = None
        """What is heard of the peer."""
        self._is_apart = False
        self._remote_size: tuple[int, int] | None = None
        self._before: Counters | None = None
        self._concealed = 0
        self.line = Line(
            LineSinks(
                on_event=self._tell,
                on_frame=self._frame_came,
                on_voice=self._voice_changed,
                on_outlets=self._outlets_changed,
                on_picture_wanted=sinks.on_picture_wanted,
                wanted_bps=sinks.wanted_bps,
                on_quiet=self._quiet,
                tap=tap,
            )
        )

    def keep_apart(self, *, on: bool) -> None:
        """Neither play nor show anything of the peer's, or do so again; its connection stays as it is."""
        if on is self._is_apart:
            return
        self._is_apart = on
        if self.voice is not None:
            self.voice.hush(on=on)
        if on:
            self._screens.clear(stream_of(self._peer))

    def measure(self, own: OwnSide, *, audio_only: bool = False) -> CallStats:
        """What the last second was like; `audio_only`: whether our picture finds no room on the way there."""
        reading = self.line.read()
        counters = _counters(own, reading)
        before, self._before = self._before, counters
        second = rates(before or counters, counters)
        heard = self.voice.heard.take() if self.voice is not None else None
        width, height = self._remote_size or (None, None)
        stats = CallStats(
            connected=self.line.connected,
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
            local_audio_dbfs=own.audio_dbfs,
            codec=reading.codec.value if reading and reading.codec else None,
            engine_lateness_ms=own.lateness_ms,
            cpu_share=own.cpu_share,
            audio_only=audio_only,
        )
        return stats if reading is None else self._completed(stats, own, reading)

    def _completed(self, stats: CallStats, own: OwnSide, reading: PeerReading) -> CallStats:
        """With what only a connection knows."""
        played, self._concealed = reading.sound_concealed_samples - self._concealed, reading.sound_concealed_samples
        return replace(
            stats,
            frames_encoded=own.encoded,
            frames_dropped=reading.frames_dropped,
            freezes=reading.freezes,
            freeze_s=reading.freeze_s,
            available_bps=reading.available_bps,
            estimate=reading.estimate,
            loss_out=reading.loss_out,
            picture_delay_ms=reading.picture_delay_ms,
            sound_delay_ms=reading.sound_delay_ms,
            sound_target_ms=reading.sound_target_ms,
            sound_concealed=min(1.0, max(0, played) / 48_000),
            candidate_kind=reading.candidate_kind,
        )

    # What the line brings

    def _tell(self, event: Event) -> None:
        match event:
            case (
                LocalDescription()
                | DescriptionRefused()
                | PeerConnected()
                | PeerDisconnected()
                | MediaFlowing()
                | MediaStalled()
            ):
                self._sinks.on_event(replace(event, peer=self._peer))
            case _:
                self._sinks.on_event(event)

    def _frame_came(self, frame: av.VideoFrame) -> None:
        self._remote_size = frame.width, frame.height
        if not self._is_apart:
            self._screens.show(stream_of(self._peer), frame)

    def _voice_changed(self, voice: IncomingVoice | None) -> None:
        before, self.voice = self.voice, voice
        if voice is not None:
            voice.hush(on=self._is_apart)
        if voice is not before:
            self._sinks.on_voice(before, voice)

    def _outlets_changed(self, outlets: tuple[Outlets, ...]) -> None:
        self.outlets = outlets
        self._sinks.on_outlets()

    def _quiet(self) -> None:
        self._remote_size = None
        self._screens.clear(stream_of(self._peer))


def _counters(own: OwnSide, reading: PeerReading | None) -> Counters:
    if reading is None:
        return Counters(own.at_s, own.captured)
    return Counters(
        at_s=own.at_s,
        captured=own.captured,
        sent=reading.frames_sent,
        received=reading.frames_received,
        decoded=reading.frames_decoded,
        bytes_in=reading.bytes_in,
        bytes_out=reading.bytes_out,
        packets_in=reading.packets_in,
        packets_lost=reading.packets_lost,
    )
