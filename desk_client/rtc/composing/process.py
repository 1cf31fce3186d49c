"""The process in which a recording is composed, and which starts it: `python -m desk_client.rtc.composing.process`.

What it is asked, the key included, comes as one line of JSON by standard input, never on a command line; how far it is
goes out line by line. A decoder that is led astray ends with its process; the chunks stay, and it is done again.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desk_client.rtc.composing.composer import Composed, NothingRecordedError, compose
from desk_client.rtc.recording.chunks import BrokenSealError, Folder

_SOURCES: Final = Path(__file__).parents[3]
_NEEDED: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "PATH")
_NICE: Final = 10
"""A talk that runs meanwhile comes first."""


@dataclass(frozen=True)
class ComposingFailedError(Exception):
    """It came to no file; what was recorded is still there."""

    reason: str
    """`nothing`, `broken`, `disk`, or `crashed`."""


def compose_apart(
    folder: Folder,
    key: bytes,
    into: Path,
    on_progress: Callable[[float], None] = lambda _share: None,
    on_started: Callable[["subprocess.Popen[bytes]"], None] = lambda _process: None,
) -> Composed:
    """Compose in a process of its own; blocks until that has ended. See `compose`.

    Args:
        folder: of its chunks; they stay.
        key: its own.
        into: a sealed file.
        on_progress: told the share that is done, in the calling thread.
        on_started: given the process, for whoever may want to end it before it is done.

    Raises:
        ComposingFailedError: see there.
    """
    asked = {"root": str(folder.root), "id": folder.recording_id, "key": key.hex(), "into": str(into)}
    environment = {"PYTHONPATH": str(_SOURCES), **{name: os.environ[name] for name in _NEEDED if name in os.environ}}
    with subprocess.Popen(
        [sys.executable, "-P", "-s", "-m", "desk_client.rtc.composing.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        on_started(process)
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("both ends were asked for")
        with suppress(OSError):  # it may have ended already
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.close()
        answer: dict[str, float | str] = {}
        for line in process.stdout:
            answer = _read(line)
            if "progress" in answer:
                on_progress(float(answer["progress"]))
    if "failed" in answer:
        raise ComposingFailedError(str(answer["failed"]))
    if process.returncode != 0 or "size" not in answer:
        raise ComposingFailedError("crashed")
    return Composed(int(answer["size"]), int(answer["duration_ms"]))


def _read(line: bytes) -> dict[str, float | str]:
    try:
        read = json.loads(line)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _say(**words: float | str) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Compose what standard input asks for."""
    asked = json.loads(sys.stdin.readline())
    if sys.platform != "win32":
        os.nice(_NICE)
    folder = Folder(Path(asked["root"]), asked["id"])
    try:
        made = compose(folder, bytes.fromhex(asked["key"]), Path(asked["into"]), lambda share: _say(progress=share))
    except NothingRecordedError:
        _say(failed="nothing")
    except BrokenSealError:
        _say(failed="broken")
    except OSError:
        _say(failed="disk")
    else:
        _say(**asdict(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
