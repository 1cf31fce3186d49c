"""A real CUPS of Debian's package with one queue: its own scheduler on a Unix socket, in its own directory.

The queue's printer is a small program of ours that CUPS runs as a back end: it writes down what it is sent, and says
that it has no paper, gives pages back, or takes for ever, when a test wants it to. The scheduler is ended by its
process id.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest

QUEUE: Final = "Ticket"
_UP_WITHIN_S: Final = 10.0
_ENDS_WITHIN_S: Final = 10.0
_LONGEST_SOCKET: Final = 100
_SERVER_BIN: Final = Path("/usr/lib/cups")

Manner = Literal["prints", "has no paper", "gives it back", "takes for ever"]

_CONFIGURATION: Final = """\
Listen {root}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
LogLevel debug
MaxLogSize 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES: Final = """\
ServerRoot {root}
ServerBin {root}/bin
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
ErrorLog {root}/error_log
AccessLog {root}/access_log
PageLog {root}/page_log
FatalErrors none
"""
_BACK_END: Final = """\
#!/bin/sh
# CUPS asks without arguments what there is; with them: job user title copies options [file]
[ $# -gt 0 ] || {{ echo 'direct ticket:/ "Ticket" "Ticket"'; exit 0; }}
manner=$(cat {root}/manner)
case $manner in
    "has no paper")
        echo 'STATE: +media-empty-error' >&2
        while [ "$(cat {root}/manner)" = "has no paper" ]; do sleep 0.1; done ;;
    "takes for ever") while :; do sleep 0.1; done ;;
    "gives it back") exit 1 ;;
esac
echo 'STATE: -media-empty-error' >&2
cat "${{6:--}}" >{root}/printed.part && mv {root}/printed.part {root}/printed
"""


class Cups:
    """One scheduler, one queue. `stop` and `start` may be called again and again."""

    def __init__(self, root: Path) -> None:
        assert len(str(root)) < _LONGEST_SOCKET, "a Unix socket's path is short"
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("spool/tmp", "cache", "state", "ppd", "bin/backend"):
            (root / name).mkdir(parents=True)
        for part in _SERVER_BIN.iterdir():
            if part.name != "backend":
                (root / "bin" / part.name).symlink_to(part)
        self._write("cupsd.conf", _CONFIGURATION)
        self._write("cups-files.conf", _FILES)
        # what only its owner may run, CUPS runs as its own user, and all else as somebody who may not write here
        self._write("bin/backend/ticket", _BACK_END).chmod(0o700)
        self.behaves("prints")

    @property
    def server(self) -> str:
        """What CUPS_SERVER is to be, for libcups to find it."""
        return str(self._root / "cups.sock")

    @property
    def printed(self) -> bytes:
        """What came out of the printer last; nothing where nothing did."""
        came_out = self._root / "printed"
        return came_out.read_bytes() if came_out.exists() else b""

    @property
    def spooled(self) -> list[str]:
        """Documents that lie in the queue."""
        return sorted(file.name for file in (self._root / "spool").iterdir() if file.name.startswith("d"))

    @property
    def jobs(self) -> int:
        """How many pages it was ever handed."""
        return len(self.admin("lpstat", "-W", "all", "-o", QUEUE).splitlines())

    def behaves(self, manner: Manner) -> None:
        """What the printer does from now on; what it has printed so far is taken away."""
        (self._root / "printed").unlink(missing_ok=True)
        (self._root / "manner.part").write_text(manner)
        (self._root / "manner.part").replace(self._root / "manner")

    def start(self) -> None:
        """Return once it answers and has its queue."""
        program = shutil.which("cupsd") or "/usr/sbin/cupsd"
        if not Path(program).exists():
            raise FileNotFoundError("CUPS is not installed; installer/debian/packages-test.txt names its package")
        self._process = subprocess.Popen(
            [program, "-f", "-c", self._root / "cupsd.conf", "-s", self._root / "cups-files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.add_queue()

    def add_queue(self, name: str = QUEUE, about: str = QUEUE) -> None:
        """Make the queue, where there is none; all are of one printer."""
        policy = "printer-error-policy=abort-job"
        self.admin("lpadmin", "-p", name, "-v", "ticket:/", "-m", "raw", "-E", "-D", about, "-o", policy)

    def remove_queue(self, name: str) -> None:
        """Take it away."""
        self.admin("lpadmin", "-x", name)

    def admin(self, *command: str) -> str:
        """Run one of CUPS's own commands on it, once it answers; what it says."""
        deadline_s = time.monotonic() + _UP_WITHIN_S
        while True:
            done = subprocess.run(
                command, env={**os.environ, "CUPS_SERVER": self.server}, capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                return done.stdout
            log = self._root / "error_log"
            said = log.read_text(errors="replace")[-3000:] if log.exists() else ""
            assert time.monotonic() < deadline_s, f"{done.stderr}\n{said}"
            # the command itself tries to connect, and that takes its time

    def stand_still(self) -> None:
        """Answer nothing, though it is there, until `go_on`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """As before."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """As if it had been switched off, with whatever it runs."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(_ENDS_WITHIN_S)

    def _write(self, name: str, text: str) -> Path:
        path = self._root / name
        path.write_text(text.format(root=self._root))
        return path


@pytest.fixture(scope="module")
def running_cups() -> Iterator[Cups]:
    """One for a module's tests."""
    with tempfile.TemporaryDirectory(prefix="cups-") as root:  # pytest's own paths are too long for a Unix socket
        scheduler = Cups(Path(root))
        scheduler.start()
        yield scheduler
        scheduler.stop()


@pytest.fixture
def scheduler(running_cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """The one that libcups finds, with a printer that prints."""
    monkeypatch.setenv("CUPS_SERVER", running_cups.server)
    running_cups.behaves("prints")
    return running_cups
