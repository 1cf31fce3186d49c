"""Real sound through PortAudio, to devices that come and go while the program runs."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.sound_server import SoundServer

# In a process of its own: what PortAudio knows of devices is the whole process's
PROGRAM = """
import os
import sys
import threading
import numpy as np
from desk_client.rtc.port import MediaChoice
from desk_client.rtc.sound.meter import level_dbfs
from desk_client.rtc.sound.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.sound import portaudio
from desk_client.rtc.sound.portaudio import PortAudioCard
from desk_client.rtc.sound.processing import PassThrough
from desk_client.rtc.sound.speaker import Speaker, SpeakerEvents

class Noise:
    def pull(self, length):
        return np.random.default_rng(1).integers(-9000, 9000, length, dtype=np.int16)

def say(*words):
    os.write(1, (" ".join(words) + "\\n").encode())  # at once: two threads speak

plugged = 1
portaudio.plugged_in = lambda: plugged  # stands for the system, where nothing can be plugged in
is_loud = False
loud = threading.Event()

def block(samples):  # the noise that the speaker plays is louder than the tone that stands in
    global is_loud
    if level_dbfs(samples) > -18:
        loud.set()
    if (level_dbfs(samples) > -18) is not is_loud:
        is_loud = not is_loud
        say("loud" if is_loud else "quiet")

card, plain = PortAudioCard(), PassThrough()
speaker = Speaker(
    card,
    Noise(),
    SpeakerEvents(lambda fault: say("speaker", fault.value), lambda: say("speaker serves")),
    retry_s=1,
)
microphone = Microphone(
    MediaChoice(1, 440, "synthetic", "auto", "auto"),
    card,
    plain,
    MicrophoneEvents(block, lambda fault: say("microphone", fault.value), lambda: say("microphone serves")),
    retry_s=1,
)
for _line in sys.stdin:
    import sounddevice
    initialize, listed = sounddevice._initialize, threading.Event()
    sounddevice._initialize = lambda: (initialize(), listed.set())
    plugged += 1
    assert listed.wait(20)
    say("listed anew")
    loud.clear()
    assert loud.wait(20)
    say("loud again")
for part in (speaker, microphone):
    part.close()
for part in (speaker, microphone):
    assert part.join(5)
say("ended")
"""


class Watched:
    """The program, and what it has said."""

    def __init__(self, server: SoundServer) -> None:
        self.said: list[str] = []
        self.ever_said: list[str] = []
        self._changed = threading.Condition()
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            env=server.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # ALSA complains there, on its own
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def until(self, *lines: str, patience_s: float = 15) -> None:
        """All of them were said since the last time, in whatever order."""
        with self._changed:
            told = self._changed.wait_for(lambda: set(lines) <= set(self.said), patience_s)
            assert told, f"{lines} were not said, but {self.said}"
            self.said.clear()

    def plug(self) -> None:
        """As if something were plugged in."""
        assert self._process.stdin is not None
        self._process.stdin.write("plug\n")
        self._process.stdin.flush()

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            assert self._process.wait(15) == 0
        finally:
            self._process.kill()
            self._reader.join()
            self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._changed:
                self.said.append(line.strip())
                self.ever_said.append(line.strip())
                self._changed.notify_all()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    with SoundServer(tmp_path) as made:
        yield made


def test_devices_that_come_go_and_come_back_are_used_without_a_restart(server: SoundServer) -> None:
    watched = Watched(server)
    try:
        watched.until("speaker absent", "microphone absent")
        server.start()
        watched.until("speaker serves", "microphone serves", "loud")
        server.stop()
        watched.until("speaker lost", "microphone lost")
        server.start()
        watched.until("speaker serves", "microphone serves", "loud")
    finally:
        watched.end()


def test_something_that_is_plugged_in_is_looked_for_without_anybody_losing_their_device(server: SoundServer) -> None:
    server.start()
    watched = Watched(server)
    try:
        watched.until("loud")
        watched.plug()
        watched.until("listed anew", "loud again")
        assert not any("lost" in line or "serves" in line for line in watched.ever_said)
    finally:
        watched.end()
