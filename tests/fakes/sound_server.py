"""A sound server of the test's own, with a virtual device: what is played on it is what its microphone hears."""

import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.fakes.call_end import soon

_ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""

_DAEMON = """
default-sample-rate = 48000
default-sample-channels = 1
rlimit-rttime = -1
"""
"""What programs take for the devices' own format; and a busy machine does not end the server for want of a pause."""


class SoundServer:
    """PulseAudio, started and ended at will; programs reach it through ALSA's default device.

    Args:
        folder: for its socket and files; its own.
        sinks: names of virtual devices; what is played on each is recorded from `NAME.monitor`.
        microphones: which of them are heard by `NAME.microphone` as well; browsers take no monitor for a microphone.
    """

    def __init__(self, folder: Path, sinks: tuple[str, ...] = ("room",), *, microphones: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._sinks = sinks
        self._microphones = microphones
        self._socket = folder / "native"
        self._process: subprocess.Popen[bytes] | None = None
        folder.chmod(0o700)
        (folder / "asound.conf").write_text(_ALSA)
        (folder / "daemon.conf").write_text(_DAEMON)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def environment(self) -> dict[str, str]:
        """For programs that are to use it, whether it runs or not; `PULSE_SINK` and `PULSE_SOURCE` choose for them."""
        return {
            **os.environ,
            "PULSE_CONFIG": str(self._folder / "daemon.conf"),
            "ALSA_CONFIG_PATH": str(self._folder / "asound.conf"),
            "PULSE_SERVER": f"unix:{self._socket}",
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder),
        }

    def start(self) -> None:
        """From here on there is a device."""
        modules = (
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
            *(f"module-null-sink sink_name={name} rate=48000 format=s16le channels=1" for name in self._sinks),
            *(f"module-remap-source master={name}.monitor source_name={name}.microphone" for name in self._microphones),
        )
        self._process = subprocess.Popen(
            ["pulseaudio", "-n", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=null"]
            + [f"--load={module}" for module in modules],
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        soon(self._answers, "the sound server answers", 10)

    def stop(self) -> None:
        """From here on there is none."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(10)
            self._socket.unlink(missing_ok=True)

    def _answers(self) -> bool:
        asked = ["pactl", "list", "short", "sinks"]
        done = subprocess.run(asked, env=self.environment(), capture_output=True, text=True, timeout=10, check=False)
        return all(name in done.stdout for name in self._sinks)
