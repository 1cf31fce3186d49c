"""A process for a stranger's file: how it is started, and what it gives up before it reads the first byte.

A decoder that is led astray ends with its process and takes nothing along (docs/adr/0014, docs/adr/0062).
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Final

READY: Final = b"ready\n"
"""What such a process says once it has given up its rights: whatever comes before is a fault of the installation."""
_SOURCES: Final = Path(__file__).parents[2]
_NEEDED: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""Variables without which a Python may not start. The others may hold secrets."""


def started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a module of ours with a pipe to each of its ends, and with nothing of this process's environment."""
    # -P and -s: nothing is imported from the present directory or from somebody's home
    return subprocess.Popen(  # noqa: S603 - our own program, and what our own callers say
        [sys.executable, "-P", "-s", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(_SOURCES), **{name: os.environ[name] for name in _NEEDED if name in os.environ}},
        start_new_session=True,
    )


def pipes_of(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Where to write what it reads, and where to read what it writes."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("both ends were asked for")
    return process.stdin, process.stdout


def give_up_rights(*, memory_bytes: int, cpu_s: int) -> None:
    """Confine this process for good. On Windows only its life is limited, by who started it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_NOFILE, 3),  # those that are open stay; no other, and no socket, can be
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),  # it would hold the file
    ):
        resource.setrlimit(what, (most, most))
