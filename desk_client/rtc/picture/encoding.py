"""From captured pictures to encoded ones: one encode for all who receive them, and a second one for poor lines."""

import logging
import threading
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final, Protocol

import av
from av.video.reformatter import Interpolation, VideoReformatter

from desk_client.rtc.picture.encoders import Encoded, VideoEncoder
from desk_client.rtc.picture.parting import Parting
from desk_client.rtc.rate.ladder import FACE, Ladder, Rung
from desk_client.rtc.wire.payloads import VideoCodec

_log = logging.getLogger(__name__)

_END_S: Final = 1.0
_FRESH_S: Final = 0.25
_KEY_FRAME_PAUSE_S: Final = 0.12
"""Between key frames that are asked for: one answers all who ask within it."""
_EARLY: Final = 0.5
"""Of the distance between pictures: one may come so much early and still be sent."""
_PATIENCE_S: Final = 0.1
"""For how long others wait for one whose path is full: the key frame that it needs once it was left out costs more."""
_NEXT_S: Final = 0.001
_MOST_BPS: Final = ((180, 250_000), (270, 450_000), (360, 1_200_000), (540, 1_800_000), (720, 2_500_000))
_MOST_OF_ALL_BPS: Final = 4_000_000


class PictureOutlet(Protocol):
    """One who receives. All of it may be called in the encoder's thread."""

    @property
    def codec(self) -> VideoCodec | None:
        """What it takes; None while it takes nothing yet."""

    def rate_bps(self) -> int:
        """What there is for pictures on its path."""

    def has_room(self) -> bool:
        """Whether a picture that is given now would leave soon."""

    def take_key_frame_request(self) -> bool:
        """Whether it wants a key frame; it does so no longer after that."""

    def take(self, picture: Encoded, captured_s: float) -> None:
        """Take a picture that was captured at that time (monotonic seconds)."""


@dataclass
class _Taker:
    """What is remembered of one who receives."""

    ladder: Ladder
    """Whether its path carries pictures at all."""
    stream: "_Stream | None" = None
    """Whose pictures it has: with those of another one it begins with a key frame."""
    full_since_s: float | None = None


@dataclass
class _Stream:
    """One encode: all who are sent it have the same pictures."""

    ladder: Ladder
    least_bps: int
    """A path with less is not among those of the receivers for long."""
    encoder: VideoEncoder | None = None
    reformatter: VideoReformatter = field(default_factory=VideoReformatter)
    next_s: float = 0.0
    captured_s: float = float("-inf")
    key_frame_s: float = float("-inf")
    key_frame_due: bool = True


@dataclass
class _Codec:
    """What is encoded with one codec: the good picture and, where lines differ much, the poor one."""

    parting: Parting[PictureOutlet] = field(default_factory=Parting)
    good: _Stream | None = None
    poor: _Stream | None = None


class PictureEncoding:
    """Encodes in a thread of its own; a picture that comes while it is busy replaces the one that waits."""

    def __init__(self, most_bps: int | None = None) -> None:
        self.encoded = 0
        """Pictures so far, of all codecs."""
        self._ceiling_bps = _MOST_OF_ALL_BPS if most_bps is None else most_bps
        self._stopped: frozenset[PictureOutlet] = frozenset()
        self._outlets: tuple[PictureOutlet, ...] = ()
        self._codecs: dict[VideoCodec, _Codec] = {}
        self._takers: dict[PictureOutlet, _Taker] = {}
        self._rungs: tuple[Rung, ...] = FACE
        self._height = 0
        self._changed = threading.Condition()
        self._picture: tuple[av.VideoFrame, float] | None = None
        self._fresh = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="rtc-encoder", daemon=True)
        self._thread.start()

    @property
    def wanted_bps(self) -> int:
        """What would be sent to each if there were room."""
        return min(self._ceiling_bps, _most_bps(self._height))

    def stopped_to(self, outlets: Collection[PictureOutlet]) -> bool:
        """Whether there is no room for pictures on any of these paths (any thread)."""
        return bool(outlets) and self._stopped.issuperset(outlets)

    def send_to(self, outlets: tuple[PictureOutlet, ...]) -> None:
        """From the next picture on (any thread)."""
        with self._changed:
            newcomers = set(outlets) - set(self._outlets)
            self._outlets = outlets
        if newcomers:
            self.hurry()

    def climb(self, rungs: tuple[Rung, ...]) -> None:
        """What to give up first where there is little room: see `ladder` (any thread)."""
        with self._changed:
            self._rungs = rungs

    def offer(self, frame: av.VideoFrame) -> None:
        """Give the newest picture (any thread, never blocks)."""
        with self._changed:
            self._picture, self._fresh = (frame, time.monotonic()), True
            self._changed.notify()

    def hurry(self) -> None:
        """Someone waits for a picture: the last one will do, if it is not too old (any thread)."""
        with self._changed:
            if self._picture is not None and time.monotonic() - self._picture[1] < _FRESH_S:
                self._fresh = True
                self._changed.notify()

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(_END_S)

    def _run(self) -> None:
        rungs = self._rungs
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._fresh)
                if self._closing or self._picture is None:
                    return
                (frame, captured_s), self._fresh = self._picture, False
                outlets = self._outlets
                if rungs is not self._rungs:
                    rungs = self._rungs
                    self._codecs.clear()
                    self._takers.clear()
            self._height = frame.height
            self._send(outlets, rungs, frame, captured_s)

    def _send(
        self, outlets: tuple[PictureOutlet, ...], rungs: tuple[Rung, ...], frame: av.VideoFrame, captured_s: float
    ) -> None:
        now = time.monotonic()
        waiting: dict[VideoCodec, dict[PictureOutlet, int]] = {}
        stopped = set()
        takers = {outlet: self._takers.get(outlet) or _Taker(Ladder(rungs)) for outlet in outlets}
        self._takers = takers
        for outlet, taker in takers.items():
            if (codec := outlet.codec) is None:
                continue
            rate_bps = min(self._ceiling_bps, outlet.rate_bps())
            taker.ladder.step(rate_bps, now)
            if taker.ladder.stopped:
                stopped.add(outlet)
                taker.stream = None
            else:
                waiting.setdefault(codec, {})[outlet] = rate_bps
        self._stopped = frozenset(stopped)
        for codec in set(self._codecs) - set(waiting):
            del self._codecs[codec]
        for codec, rates in waiting.items():
            streams = self._codecs.setdefault(codec, _Codec())
            good, poor = self._parted(streams, rates, now)
            streams.good = (streams.good or _Stream(Ladder(rungs), rungs[0].from_bps)) if good else None
            streams.poor = (streams.poor or _Stream(Ladder(rungs), rungs[0].from_bps)) if poor else None
            for stream, receivers in ((streams.good, good), (streams.poor, poor)):
                if stream is not None:
                    self._encode(stream, codec, receivers, frame, captured_s)

    def _parted(
        self, streams: _Codec, rates: dict[PictureOutlet, int], now: float
    ) -> tuple[dict[PictureOutlet, int], dict[PictureOutlet, int]]:
        """Who is sent the good picture and who the poor one, with their rates."""
        held_up = set()
        for outlet in rates:
            taker = self._takers[outlet]
            if outlet.has_room():
                taker.full_since_s = None
            elif taker.full_since_s is None:
                taker.full_since_s = now
            elif now - taker.full_since_s >= _PATIENCE_S:
                held_up.add(outlet)
        most_bps = _most_bps(self._height)
        poor = streams.parting.step({outlet: min(rate, most_bps) for outlet, rate in rates.items()}, now, held_up)
        return (
            {outlet: rate for outlet, rate in rates.items() if outlet not in poor},
            {outlet: rate for outlet, rate in rates.items() if outlet in poor},
        )

    def _encode(
        self,
        stream: _Stream,
        codec: VideoCodec,
        rates: dict[PictureOutlet, int],
        frame: av.VideoFrame,
        captured_s: float,
    ) -> None:
        now = time.monotonic()
        rate_bps = min(rates.values())
        rung = stream.ladder.step(max(rate_bps, stream.least_bps), now)
        for outlet in rates:
            taker = self._takers[outlet]
            stream.key_frame_due |= outlet.take_key_frame_request() or taker.stream is not stream
        key_frame = stream.key_frame_due and now - stream.key_frame_s >= _KEY_FRAME_PAUSE_S
        period_s = 1 / rung.fps if rung is not None else 1.0
        early = captured_s < stream.next_s - _EARLY * period_s and not key_frame
        if rung is None or early or not all(outlet.has_room() for outlet in rates):
            return
        captured_s = max(captured_s, stream.captured_s + _NEXT_S)  # a picture that is sent again is another one
        stream.next_s = max(stream.next_s + period_s, captured_s - period_s)
        try:
            fitted = _fitted(stream.reformatter, frame, rung.height)
            most_bps = min(rung.most_bps, _most_bps(fitted.height))
            if stream.encoder is None or not stream.encoder.is_for(fitted.width, fitted.height, rung.fps, most_bps):
                stream.encoder = VideoEncoder(codec, fitted.width, fitted.height, rung.fps, most_bps)
            picture = stream.encoder.encode(fitted, bitrate_bps=rate_bps, key_frame=key_frame)
        except av.FFmpegError as error:
            _log.warning("a picture could not be encoded: %s", error)
            stream.encoder, stream.key_frame_due = None, True
            return
        if picture is None:
            return
        stream.captured_s = captured_s
        if picture.key_frame:
            stream.key_frame_s, stream.key_frame_due = now, False
        self.encoded += 1
        for outlet in rates:
            taker = self._takers[outlet]
            if picture.key_frame:
                taker.stream = stream
            if taker.stream is stream:
                outlet.take(picture, captured_s)


def _most_bps(height: int) -> int:
    """What a picture of that height is worth at the most."""
    return next((bps for up_to, bps in _MOST_BPS if height <= up_to), _MOST_OF_ALL_BPS)


def _fitted(reformatter: VideoReformatter, frame: av.VideoFrame, height: int) -> av.VideoFrame:
    """No higher than that, its shape kept, both sides even."""
    if frame.height <= height and frame.width % 2 == 0 and frame.height % 2 == 0:
        return frame
    scale = min(1.0, height / frame.height)
    return reformatter.reformat(
        frame,
        width=max(2, round(frame.width * scale / 2) * 2),
        height=max(2, round(frame.height * scale / 2) * 2),
        format="yuv420p",
        interpolation=Interpolation.FAST_BILINEAR,
        threads=1,
    )
