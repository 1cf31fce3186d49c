"""Virtual sound devices for the ends of a call, what is said into them, and recordings of what they are given.

All of them are PulseAudio's, at 48 kHz, mono. What is recorded from two of them can be laid beside each other: both
recordings are timed in the same way, by the monotonic clock when their parts are read.
"""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.media_rooms.ends import Devices
from benchmarks.media_rooms.listening import Recorded
from desk_client.rtc.sound.meter import SAMPLE_RATE
from tests.fakes.sound_server import SoundServer

FORMAT: Final = ("--raw", "--rate=48000", "--channels=1", "--format=s16le")
_READ_BYTES: Final = 960
_LATENCY_MS: Final = 10
_MOUTH: Final = "mouth"
_EAR: Final = "ear"
_QUIET: Final = "quiet"


class SoundServerError(RuntimeError):
    """The sound server is gone, and with it what it was to record."""


class Recording:
    """What a virtual device is given, from its making until `end`."""

    def __init__(self, server: SoundServer, device: str) -> None:
        self._process = subprocess.Popen(
            ["parec", *FORMAT, f"--device={device}.monitor", f"--latency-msec={_LATENCY_MS}"],
            env=server.environment(),
            stdout=subprocess.PIPE,
        )
        self._parts: list[tuple[float, bytes]] = []
        self._thread = threading.Thread(target=self._read, name="recording")
        self._thread.start()

    def end(self) -> Recorded:
        """All of it; empty if nothing came."""
        self._process.terminate()
        self._thread.join()
        self._process.wait()
        counted = np.cumsum([len(part) // 2 for _, part in self._parts])
        # A part may be read late, never early: the earliest tells
        moments = [at_s - end / SAMPLE_RATE for (at_s, _), end in zip(self._parts, counted, strict=True)]
        return Recorded(min(moments, default=0.0), np.frombuffer(b"".join(part for _, part in self._parts), np.int16))

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while part := os.read(stream.fileno(), _READ_BYTES):
                self._parts.append((time.monotonic(), part))


class Booths:
    """One end's mouth and the other's ear. Nobody speaks to that other end, and what the first is sent nobody hears."""

    def __init__(self, server: SoundServer) -> None:
        self._server = server

    def devices(self, *, processed: bool) -> tuple[Devices, Devices]:
        """For the end that is spoken to, and for the one that is listened to."""
        return self._devices(_MOUTH, _QUIET, processed=processed), self._devices(_QUIET, _EAR, processed=processed)

    @contextmanager
    def listening(self, words: Path) -> Iterator[None]:
        """Say what is in a file (raw samples) from now until the block ends; then there is `said`, and `heard`."""
        with words.open("rb") as said:
            saying = subprocess.Popen(
                ["pacat", *FORMAT, f"--device={_MOUTH}"], env=self._server.environment(), stdin=said
            )
        recordings = [Recording(self._server, name) for name in (_MOUTH, _EAR)]
        try:
            yield
        finally:
            saying.terminate()
            saying.wait()
            self.said, self.heard = (each.end() for each in recordings)

    def _devices(self, mouth: str, ear: str, *, processed: bool) -> Devices:
        chosen = {"PULSE_SOURCE": f"{mouth}.microphone", "PULSE_SINK": ear}
        return Devices(self._server.environment() | chosen, processed)


@contextmanager
def booths() -> Iterator[Booths]:
    """Have them there until the block ends."""
    with (
        tempfile.TemporaryDirectory() as folder,
        SoundServer(Path(folder), (_MOUTH, _EAR, _QUIET), microphones=(_MOUTH, _QUIET)) as server,
    ):
        server.start()
        yield Booths(server)
