"""The sound card through PortAudio itself, on ALSA's null device: it takes and gives sound as fast as we do."""

import os
import subprocess
import sys
from pathlib import Path

ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default { type null }
"""

NO_DEVICES = """
</usr/share/alsa/alsa.conf>
pcm.!default { type hw card 99 }
"""

# In a process of its own: ALSA reads its configuration once, and PortAudio lists the devices once
PROGRAM = """
import threading
import time
import numpy as np
from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import FRAME, StreamState
from desk_client.rtc.sound.portaudio import PortAudioCard

card, heard, wanted = PortAudioCard(), threading.Event(), threading.Event()

def hear(block, at_s):
    assert block.shape == (FRAME,) and block.dtype == np.int16
    assert abs(at_s - time.monotonic()) < 2
    heard.set()

def give(length, at_s):
    assert length == FRAME
    assert abs(at_s - time.monotonic()) < 2
    wanted.set()
    return np.zeros(length, dtype=np.int16)

for opening, came in ((lambda: card.open_microphone(hear), heard), (lambda: card.open_speaker(give), wanted)):
    opened = opening()
    assert not isinstance(opened, DeviceFault), opened
    assert came.wait(5)
    assert opened.state() is StreamState.SERVING
    opened.close()
    came.clear()
    assert not came.wait(0.1)
print("heard and played")
"""


def run(alsa: str, folder: Path, program: str) -> str:
    configuration = folder / "asound.conf"
    configuration.write_text(alsa)
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "ALSA_CONFIG_PATH": str(configuration)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_microphone_is_heard_and_a_speaker_played(tmp_path: Path) -> None:
    assert "heard and played" in run(ALSA, tmp_path, PROGRAM)


def test_a_machine_without_devices_says_so(tmp_path: Path) -> None:
    program = """
from desk_client.rtc.sound.portaudio import PortAudioCard
card = PortAudioCard()
print(card.open_microphone(print), card.open_speaker(lambda length, at_s: None))
"""
    assert run(NO_DEVICES, tmp_path, program).split() == ["DeviceFault.ABSENT", "DeviceFault.ABSENT"]
