"""A server in a process of its own, whose log is heard line by line."""

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Server:
    """A running one; see `started`."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.lines: list[str] = []
        self._heard: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "desk_client", "server", "--data-dir", str(data_dir), "--port", str(self.port)],
            env={**os.environ, "DESK_SERVER_SECRETS": "file", **environment},
            stderr=subprocess.PIPE,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, name="server-log")
        self._listener.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self, words: str) -> str:
        """Wait for a line with these words."""
        while (line := self._heard.get(timeout=30)) is not None:
            if words in line:
                return line
        raise AssertionError("\n".join(self.lines))

    def signal(self, which: signal.Signals) -> None:
        self._process.send_signal(which)

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        code = self._process.wait(timeout=30)
        self._listener.join()
        return code

    def kill(self) -> None:
        self._process.kill()
        self.ended()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as told:
            for line in told:
                self.lines.append(line)
                self._heard.put(line)
        self._heard.put(None)


@contextmanager
def started(data_dir: Path, **environment: str) -> Iterator[Server]:
    """One that serves, and is gone afterwards."""
    server = Server(data_dir, **environment)
    try:
        server.said("serving on")
        yield server
    finally:
        server.kill()
