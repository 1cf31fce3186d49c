"""A screen for tests that open windows: the one that is there, or a virtual one of their own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1920x1920x24"
"""Large enough for the kiosk upright and for the desk lying."""

_START_LIMIT_S = 20.0


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a display, set in DISPLAY as well; a virtual one ends with the block.

    Xvfb chooses a free number itself and says so through a pipe once it listens: two runs at once never meet.
    """
    present = os.environ.get("DISPLAY")
    if present:
        yield present
        return
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        raise RuntimeError("there is no screen and no Xvfb; `make setup` installs it")
    readable, writable = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writable), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    try:
        with os.fdopen(readable) as pipe:
            number = pipe.readline().strip()  # ends at once if Xvfb ends
        if not number:
            raise RuntimeError(f"Xvfb ended with {server.wait(_START_LIMIT_S)} before it showed a screen")
        os.environ["DISPLAY"] = f":{number}"
        yield f":{number}"
    finally:
        os.environ.pop("DISPLAY", None)
        server.terminate()
        server.wait(_START_LIMIT_S)
