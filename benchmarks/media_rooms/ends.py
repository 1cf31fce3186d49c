"""What an end of a call says and hears, in lines of JSON: whoever drives a call does not know which kind it is.

Each end is a process of its own. It reads orders from its standard input and tells on its standard output what
happened. Moments are seconds of CLOCK_MONOTONIC, which all processes of a machine share.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import psutil

from benchmarks.media_rooms.clip import Clip

ROOT: Final = Path(__file__).resolve().parent.parent.parent
_END_S: Final = 5.0

Message = dict[str, Any]


class Kind(Enum):
    """Whose end."""

    OURS = "our_end"
    CHROMIUM = "chromium_end"


@dataclass(frozen=True)
class Devices:
    """A microphone and a loudspeaker of the system's.

    Attributes:
        environment: leads a program to them.
        processed: echo is cancelled, noise suppressed and gain controlled; otherwise what is heard is sent as it is.
    """

    environment: dict[str, str]
    processed: bool


@dataclass(frozen=True)
class Setting:
    """What an end is told when it starts.

    Attributes:
        clip: what it shows.
        codec: `H264` or `VP8`: what it offers where it can choose.
        most_bps: the most that its pictures may take; None leaves that to it.
        keep_size: a browser would rather show fewer pictures than smaller ones (`degradationPreference`).
        keep_every: every so-many-th picture that comes is kept as it is, for its likeness to be measured; 0 is none.
        kept: the folder for them; each end makes one of its own in it.
        devices: what it hears and plays by; None has it send a tone, and play for nobody.
    """

    clip: Clip
    codec: str
    most_bps: int | None
    keep_size: bool
    keep_every: int
    kept: str
    devices: Devices | None = None

    def dumped(self) -> str:
        """For a command line."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def loaded(cls, text: str) -> Self:
        """From a command line."""
        values = json.loads(text)
        clip, devices = values.pop("clip"), values.pop("devices")
        return cls(clip=Clip(**(clip | {"path": Path(clip["path"])})), devices=devices and Devices(**devices), **values)


@dataclass(frozen=True)
class Sent:
    """A picture that was captured: its number in the clip, and when."""

    number: int
    at_s: float


@dataclass(frozen=True)
class Seen:
    """A picture that came: what its stamp tells (None: it cannot be read), when it was handed over, its size."""

    source: int | None
    number: int | None
    at_s: float
    width: int
    height: int


@dataclass(frozen=True)
class Kept:
    """A picture that came and was kept: its number, when it came, the file with its luma, `stride` bytes a row."""

    number: int
    at_s: float
    file: str
    width: int
    height: int
    stride: int


@dataclass(frozen=True)
class Report:
    """What one end captured and saw."""

    sent: list[Sent]
    seen: list[Seen]
    kept: list[Kept]
    notes: Message
    """Whatever else it tells, such as its codec."""

    def since(self, at_s: float) -> "Report":
        """What it did from then on; pictures that were captured before may still come."""
        return replace(
            self,
            seen=[each for each in self.seen if each.at_s >= at_s],
            kept=[each for each in self.kept if each.at_s >= at_s],
        )


class EndFailedError(RuntimeError):
    """An end did not do what it should; the message has what it said last."""


class End:
    """A running end. Use it in a `with` block."""

    def __init__(self, kind: Kind, setting: Setting, name: str, prefix: Sequence[str] = ()) -> None:
        self.name = name
        self.kind = kind
        self.codec = setting.codec
        setting = replace(setting, kept=str(Path(setting.kept) / name))
        Path(setting.kept).mkdir(parents=True, exist_ok=True)
        self._log = Path(setting.kept) / "log"
        with self._log.open("wb") as errors:
            self._process = subprocess.Popen(
                [*prefix, sys.executable, "-m", f"benchmarks.media_rooms.{kind.value}", setting.dumped()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=ROOT,
                env={**(setting.devices.environment if setting.devices else os.environ), "PYTHONPATH": str(ROOT)},
            )
        self.said: queue.Queue[Message] = queue.Queue()
        self._reader = threading.Thread(target=self._read, name=f"end-{name}")
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self.order(do="end")
            self._process.wait(_END_S)
        except (EndFailedError, subprocess.TimeoutExpired):
            for process in psutil.Process(self._process.pid).children(recursive=True):
                process.kill()
            self._process.kill()
            self._process.wait()
        self._reader.join(_END_S)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):  # what it was told last is lost with it
                stream.close()

    def order(self, **words: object) -> None:
        """Have it do something.

        Raises:
            EndFailedError: it is gone.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(words).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise EndFailedError(f"{self.name} is gone; {self.last_words()}") from error

    def hears(self, did: str, patience_s: float) -> Message:
        """Wait until it says that; what it says meanwhile is passed over.

        Raises:
            EndFailedError: it does not, or it is gone.
        """
        until_s = time.monotonic() + patience_s
        while (left_s := until_s - time.monotonic()) > 0:
            try:
                message = self.said.get(timeout=left_s)
            except queue.Empty:
                break
            if message["did"] == did:
                return message
            if message["did"] == "ended":
                raise EndFailedError(f"{self.name} is gone; {self.last_words()}")
        raise EndFailedError(f"{self.name} did not say {did!r} in {patience_s} s; {self.last_words()}")

    def report(self) -> Report:
        """What it captured and saw until now."""
        self.order(do="report")
        told = self.hears("reported", 20.0)
        return Report(
            [Sent(*each) for each in told["sent"]],
            [Seen(*each) for each in told["seen"]],
            [Kept(*each) for each in told["kept"]],
            told["notes"],
        )

    def cpu_s(self) -> float:
        """Processor time, user's and system's, of all that belongs to it but what only drives or looks."""
        process = psutil.Process(self._process.pid)
        processes = process.children(recursive=True) if self.kind is Kind.CHROMIUM else [process]
        times = [each.cpu_times() for each in processes]
        return sum(each.user + each.system for each in times)

    def last_words(self) -> str:
        """The end of what it wrote to its log."""
        return self._log.read_text(errors="replace")[-2000:]

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said.put(json.loads(line))
        self.said.put({"did": "ended"})
