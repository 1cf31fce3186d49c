"""A talk of two real engines that is recorded at one of them, composed, and measured: how far light and sound are off.

Both ends flash and beep at the same moments of one clock. In the file all four must then happen at once: two tiles that
turn bright, and two tones that begin.
"""

import os
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from desk_client.rtc.composing.canvas import TILE_WIDTH
from desk_client.rtc.composing.composer import Composed, compose
from desk_client.rtc.port import MediaChoice, OpenMedia
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.sealed_file import BlockReader, sealed_block
from desk_client.rtc.recording_port import Record, RecordingEnded, StopRecording
from desk_client.rtc.sound.meter import SAMPLE_RATE
from tests.fakes.call_end import CallEnd, negotiate
from tests.fakes.flash_and_beep import BRIGHT, DARK, flashing

OWN_HZ, PEER_HZ = 1000.0, 2500.0
_WINDOW = SAMPLE_RATE // 1000
"""One millisecond: a whole number of both tones' periods would be 2 ms."""
_NEAR_S = 0.4


@dataclass(frozen=True)
class Onsets:
    """When each of the four began, again and again, in seconds of the file."""

    own_light: list[float]
    peer_light: list[float]
    own_sound: list[float]
    peer_sound: list[float]

    def apart_ms(self, one: str, other: str) -> list[float]:
        """How much later the other was than the one, each time that both were."""
        found = []
        for at_s in getattr(self, one):
            near = [each - at_s for each in getattr(self, other) if abs(each - at_s) < _NEAR_S]
            if near:
                found.append(1000 * min(near, key=abs))
        return found


class FlashingEnd(CallEnd):
    """One end that flashes and beeps."""

    def __init__(self, source: int, tone_hz: float) -> None:
        super().__init__(source, camera="auto", hardware=flashing(tone_hz))
        self._choice = MediaChoice(source, tone_hz, "auto", "auto", "none")

    def open_media(self) -> None:
        """With the camera and the microphone that flash and beep."""
        self.engine.post(OpenMedia(self._choice))


def record(root: Path, seconds: float, recording_id: str = "r1") -> tuple[Folder, bytes]:
    """Talk and record for so long; the folder of what was recorded, and its key."""
    key = os.urandom(32)
    with FlashingEnd(1, PEER_HZ) as citizen, FlashingEnd(2, OWN_HZ) as official:
        negotiate(official, citizen, 1)
        official.engine.post(Record(recording_id, key, root))
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            time.sleep(0.1)
        official.forget()
        official.engine.post(StopRecording())
        ended = official.next_event(RecordingEnded)
        if ended.fault is not None:
            raise RuntimeError(f"the recording ended by itself: {ended.fault}")
    return Folder(root, recording_id), key


def composed(folder: Folder, key: bytes) -> tuple[Composed, Path, float]:
    """What was composed, where, and how long it took."""
    into = folder.root / f"{folder.recording_id}.sealed"
    begun_s = time.monotonic()
    made = compose(folder, key, into)
    return made, into, time.monotonic() - begun_s


def onsets(made: Composed, path: Path, key: bytes, recording_id: str = "r1") -> Onsets:
    """Play the file, as the desk does, and note when there was light and sound."""
    with path.open("rb") as file:
        return onsets_of(BlockReader(recording_id, key, made.size, lambda number: sealed_block(file, number)))


def onsets_of(reader: BlockReader) -> Onsets:
    """The same of one that is fetched block by block."""
    own_light: list[float] = []
    peer_light: list[float] = []
    sound: list[npt.NDArray[np.float32]] = []
    begins_s: float | None = None
    with av.open(reader, "r") as container:
        was = [False, False]
        for frame in container.decode(video=0, audio=0):
            if isinstance(frame, av.AudioFrame):
                begins_s = float(frame.time or 0) if begins_s is None else begins_s
                sound.append(frame.to_ndarray().reshape(-1).astype(np.float32))
            elif isinstance(frame, av.VideoFrame):
                luma = frame.to_ndarray()[: frame.height]
                for place, light in enumerate((own_light, peer_light)):
                    level = luma[160:200, place * TILE_WIDTH + 300 : place * TILE_WIDTH + 340].mean()
                    bright = level > (DARK + BRIGHT) / 2
                    if bright and not was[place]:
                        light.append(float(frame.time or 0))
                    was[place] = bright
    heard = np.concatenate(sound)
    return Onsets(
        own_light, peer_light, _begins(heard, OWN_HZ, begins_s or 0.0), _begins(heard, PEER_HZ, begins_s or 0.0)
    )


def _begins(heard: npt.NDArray[np.float32], tone_hz: float, begins_s: float) -> list[float]:
    """When that tone began: half of its full strength, measured in windows of 4 ms, each millisecond."""
    phase = np.exp(-2j * np.pi * tone_hz * np.arange(heard.size) / SAMPLE_RATE)
    summed = np.concatenate(([0], np.cumsum(heard * phase)))
    length = 4 * _WINDOW
    starts = np.arange(0, heard.size - length, _WINDOW)
    strength = np.abs(summed[starts + length] - summed[starts])
    if strength.max() <= 0:
        return []
    loud = strength > np.percentile(strength, 99) / 2
    found = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    times = [begins_s + (int(starts[at]) + length / 2) / SAMPLE_RATE for at in found]
    return [at_s for place, at_s in enumerate(times) if place == 0 or at_s - times[place - 1] > _NEAR_S]


def worst_ms(apart: list[float]) -> float:
    """The largest, whichever way; more than any bound where nothing was found."""
    return max((abs(each) for each in apart), default=float("inf"))


def middle_ms(apart: list[float]) -> float:
    """The usual one."""
    return statistics.median(apart)
