"""A screen that exists in memory only (Xvfb), for machines that have none."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_START_LIMIT_S: Final = 20.0


class NoScreenError(RuntimeError):
    """There is no Xvfb, or it did not start; the message says what to do."""


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """Yield the name of a new display (``:7``), which ends with the block.

    Xvfb chooses a free number itself and says so through a pipe once it listens: two at once never meet.

    Raises:
        NoScreenError: it cannot be had.
    """
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        raise NoScreenError("there is no screen and no Xvfb: `make setup` installs it")
    readable, writable = os.pipe()
    server = subprocess.Popen(  # noqa: S603 - the system's own program, with our arguments
        [xvfb, "-displayfd", str(writable), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    try:
        with os.fdopen(readable) as pipe:
            number = pipe.readline().strip()  # ends at once if Xvfb ends
        if not number:
            raise NoScreenError(f"Xvfb ended with {server.wait(_START_LIMIT_S)} before it showed a screen")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(_START_LIMIT_S)
