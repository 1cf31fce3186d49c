"""A real clamd of Debian's packages with signatures of our own, in a temporary directory; ended by its process id."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# put together here, so that no scanner takes this file for what it names (https://www.eicar.org/download-anti-malware-testfile)
EICAR: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE" + b"!$H+H*"
SIGNATURE: Final = "Test.Eicar"
_UP: Final = "Self checking"


class Clamd:
    """One daemon on a Unix socket and a port of the loopback. `stop` and `start` may be called again and again."""

    def __init__(self, root: Path, *, stream_most: str = "25M") -> None:
        self._root = root
        self._process: subprocess.Popen[str] | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.socket = root / "clamd.ctl"
        signatures = root / "signatures"
        signatures.mkdir()
        # name, any kind of file, anywhere in it, bytes
        (signatures / "tests.ndb").write_text(f"{SIGNATURE}:0:*:{EICAR.hex()}\n")
        lines = (
            f"DatabaseDirectory {signatures}",
            f"LocalSocket {self.socket}",
            "TCPAddr 127.0.0.1",
            f"TCPSocket {self.port}",
            f"TemporaryDirectory {root}",
            f"StreamMaxLength {stream_most}",
            "Foreground yes",
            "Bytecode no",
            "MaxThreads 2",
        )
        (root / "clamd.conf").write_text("\n".join(lines) + "\n")

    def start(self) -> None:
        """Return once it answers."""
        program = shutil.which("clamd") or "/usr/sbin/clamd"  # the path of an ordinary user has no sbin
        if not Path(program).exists():
            raise FileNotFoundError("clamd is not installed; installer/debian/packages-test.txt names its package")
        self._process = subprocess.Popen(
            [program, f"--config-file={self._root / 'clamd.conf'}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line)
            if line.startswith(_UP):
                return
        raise AssertionError("".join(said))

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=30)
            self._process = None


@contextlib.contextmanager
def running_clamd(*, stream_most: str = "25M") -> Iterator[Clamd]:
    """A running daemon in a directory of its own, with a path short enough for a Unix socket."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as root:
        daemon = Clamd(Path(root), stream_most=stream_most)
        daemon.start()
        try:
            yield daemon
        finally:
            daemon.stop()
