"""Plays a recorded file: decoded in a thread of its own, by the clock of the loudspeaker, or by the machine's."""

import io
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

import av
import numpy as np

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import SoundCard, SoundStream, StreamState
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

_log = logging.getLogger(__name__)

_AHEAD_S: Final = 0.6
"""So much is decoded before it is due."""
_LOOK_S: Final = 0.008
_TELL_S: Final = 0.2
_END_S: Final = 3.0
_US: Final = 1_000_000


class Player:
    """Opens paused, at the beginning, with its first picture. Made in any thread; closed once.

    Args:
        open_file: gives the file, in the player's thread; what it raises, now or while it is read, ends the playing.
        duration_s: as long as it is.
        card: where it is heard; None: nowhere.
        on_frame: called in the player's thread with each picture when it is due.
        on_position: called in it with the place, a few times a second and at each change, and whether it plays.
        on_fault: called in it once where it cannot go on.
    """

    def __init__(
        self,
        open_file: Callable[[], io.RawIOBase],
        duration_s: float,
        card: SoundCard | None,
        on_frame: Callable[[av.VideoFrame], None],
        on_position: Callable[[float, bool], None],
        on_fault: Callable[[], None],
    ) -> None:
        self._open_file = open_file
        self._duration_s = duration_s
        self._card = card
        self._on_frame, self._on_position, self._on_fault = on_frame, on_position, on_fault
        self._lock = threading.Lock()
        self._sound: deque[Samples] = deque()
        self._wanted_s: float | None = 0.0
        """Where to go, once."""
        self._plays = False
        self._closing = threading.Event()
        self._changed = threading.Event()
        self._position_s = 0.0
        self._ticked_s = 0.0
        self._frames: deque[tuple[float, av.VideoFrame]] = deque()
        self._decoded_s = 0.0
        self._told_s = float("-inf")
        self._thread = threading.Thread(target=self._run, name="rtc-player", daemon=True)
        self._thread.start()

    def play(self, *, on: bool) -> None:
        """Go on, or stand still; at the end, begin anew."""
        with self._lock:
            if on and self._position_s >= self._duration_s - _LOOK_S:
                self._wanted_s = 0.0
            self._plays = on
        self._changed.set()

    def seek(self, to_s: float) -> None:
        """Go there, and play or stand still as before."""
        with self._lock:
            self._wanted_s = min(max(0.0, to_s), self._duration_s)
        self._changed.set()

    def close(self) -> None:
        """End it; within three seconds."""
        self._closing.set()
        self._changed.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(_END_S)

    def _run(self) -> None:
        speaker = self._opened_speaker()
        try:
            with av.open(self._open_file(), "r") as container:
                self._serve(container, speaker)
        except (av.FFmpegError, OSError, ValueError, TimeoutError) as error:
            if not self._closing.is_set():
                _log.warning("a recording cannot be played on: %s", type(error).__name__)
                self._on_fault()
        finally:
            if speaker is not None:
                speaker.close()

    def _serve(self, container: av.container.InputContainer, speaker: SoundStream | None) -> None:
        pieces: Iterator[tuple[float, av.VideoFrame]] = iter(())
        while not self._closing.is_set():
            with self._lock:
                to_s, self._wanted_s = self._wanted_s, None
                plays = self._plays
            if to_s is not None:
                pieces = self._gone_to(container, to_s)
            self._fill(pieces)
            now = time.monotonic()
            passed_s, self._ticked_s = now - self._ticked_s, now
            if plays and (speaker is None or speaker.state() is not StreamState.SERVING):
                self._advance(passed_s)
            self._show(plays=plays)
            if not plays and to_s is None and (self._frames or self._decoded_s >= self._duration_s):
                self._changed.wait()
                self._changed.clear()
                self._ticked_s = time.monotonic()
            else:
                self._closing.wait(_LOOK_S)

    def _gone_to(self, container: av.container.InputContainer, to_s: float) -> Iterator[tuple[float, av.VideoFrame]]:
        with self._lock:
            self._sound.clear()
            self._position_s = to_s
        self._frames.clear()
        self._decoded_s = to_s
        container.seek(int(to_s * _US))
        self._told_s = float("-inf")
        return self._pieces(container, to_s)

    def _pieces(self, container: av.container.InputContainer, from_s: float) -> Iterator[tuple[float, av.VideoFrame]]:
        """Pictures with their times; sound goes to where it is played."""
        resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
        before: tuple[float, av.VideoFrame] | None = None
        for frame in container.decode(video=0, audio=0):
            if not isinstance(frame, av.AudioFrame | av.VideoFrame):
                continue
            at_s = float(frame.time or 0.0)
            if isinstance(frame, av.AudioFrame):
                if at_s >= from_s:
                    sound = [each.to_ndarray().reshape(-1) for each in resampler.resample(frame)]
                    with self._lock:
                        self._sound.extend(np.asarray(each, dtype=np.int16) for each in sound)
                    self._decoded_s = at_s
            elif at_s < from_s:
                before = at_s, frame
            else:
                if before is not None:
                    yield from_s, before[1]
                    before = None
                yield at_s, frame
        self._decoded_s = self._duration_s
        if before is not None:
            yield from_s, before[1]

    def _fill(self, pieces: Iterator[tuple[float, av.VideoFrame]]) -> None:
        while not self._closing.is_set():
            ahead_s = self._frames[-1][0] if self._frames else 0.0
            if self._frames and ahead_s - self._position_s > _AHEAD_S:
                return
            found = next(pieces, None)
            if found is None:
                return
            self._frames.append(found)

    def _advance(self, passed_s: float) -> None:
        """By the machine's clock; what would have been heard is passed over."""
        with self._lock:
            self._position_s += passed_s
            self._pulled(round(passed_s * SAMPLE_RATE))

    def _show(self, *, plays: bool) -> None:
        due: av.VideoFrame | None = None
        while self._frames and self._frames[0][0] <= self._position_s + _LOOK_S / 2:
            due = self._frames.popleft()[1]
        if due is not None:
            self._on_frame(due)
        if plays and self._position_s >= self._duration_s:
            with self._lock:
                self._plays, self._position_s = False, self._duration_s
            self._told_s = float("-inf")
        now = time.monotonic()
        if now - self._told_s >= _TELL_S:
            self._told_s = now
            self._on_position(self._position_s, self._plays)

    def _opened_speaker(self) -> SoundStream | None:
        self._ticked_s = time.monotonic()
        if self._card is None:
            return None
        opened = self._card.open_speaker(self._wanted)
        return None if isinstance(opened, DeviceFault) else opened

    def _wanted(self, count: int, _at_s: float) -> Samples:
        """In the device's thread: what is to be heard next, which is what moves the clock."""
        with self._lock:
            if not self._plays or self._wanted_s is not None or not self._sound:
                return np.zeros(count, dtype=np.int16)
            sound = self._pulled(count)
            self._position_s += count / SAMPLE_RATE
            return np.pad(sound, (0, count - sound.size))

    def _pulled(self, count: int) -> Samples:
        parts, size = [], 0
        while self._sound and size < count:
            part = self._sound.popleft()
            if part.size > count - size:
                self._sound.appendleft(part[count - size :])
                part = part[: count - size]
            parts.append(part)
            size += part.size
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int16)
