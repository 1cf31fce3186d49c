"""A scanner that asks clamd, the daemon of ClamAV, over its Unix socket or TCP (`man clamd`, command INSTREAM).

The conversation is three lines of protocol, and we speak it ourselves: the client libraries that there are do not bound
every step in time, or are under licences that a bundle of ours could not carry.
"""

import logging
import re
import socket
import struct
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from desk_client.server.attachments.scanner import Clean, Infected, Unavailable, Verdict

_log = logging.getLogger(__name__)
_COMMAND: Final = b"zINSTREAM\0"
_CHUNK_BYTES: Final = 64 * 1024
_LONGEST_ANSWER: Final = 4096
_CLEAN: Final = "stream: OK"
_VERDICT: Final = re.compile(r"stream: (?P<signature>\S.*) FOUND")


class ClamdScanner:
    """Asks one clamd. Every scan has a connection of its own, so that a daemon that was restarted is found again."""

    def __init__(self, address: Path | tuple[str, int], *, timeout: timedelta) -> None:
        """`address` is the socket's path, or host and port; `timeout` is for the whole conversation."""
        self._address = address
        self._timeout_s = timeout.total_seconds()

    def scan(self, data: bytes) -> Verdict:
        """Send the bytes and read the verdict. Whatever is no clear verdict is `Unavailable`."""
        try:
            answer = self._asked(data)
        except OSError as error:
            return self._unavailable(f"the connection broke off: {error.strerror or type(error).__name__}")
        if answer == _CLEAN:
            return Clean()
        if (named := _VERDICT.fullmatch(answer)) is not None:
            return Infected(named["signature"])
        if "size limit exceeded" in answer:
            return self._unavailable("clamd's StreamMaxLength is below the largest attachment")
        return self._unavailable("clamd's answer is no verdict")

    def _asked(self, data: bytes) -> str:
        until = time.monotonic() + self._timeout_s
        with self._connected() as line:
            try:
                line.sendall(_COMMAND)
                for first in range(0, len(data), _CHUNK_BYTES):
                    line.settimeout(_left(until))
                    chunk = data[first : first + _CHUNK_BYTES]
                    line.sendall(struct.pack("!I", len(chunk)) + chunk)
                line.sendall(struct.pack("!I", 0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # clamd says why before it hangs up: its answer is still there to be read
            answer = b""
            while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
                line.settimeout(_left(until))
                if not (more := line.recv(_LONGEST_ANSWER)):
                    break
                answer += more
        return answer.rstrip(b"\0\n").decode("utf-8", errors="replace")

    def _connected(self) -> socket.socket:
        match self._address:
            case Path() as path:
                line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                line.settimeout(self._timeout_s)
                try:
                    line.connect(str(path))
                except BaseException:
                    line.close()
                    raise
                return line
            case address:
                return socket.create_connection(address, timeout=self._timeout_s)

    def _unavailable(self, reason: str) -> Unavailable:
        _log.warning("the scanner gives no verdict: %s", reason)
        return Unavailable(reason)


def _left(until: float) -> float:
    """What is left of the time, in seconds; TimeoutError where nothing is."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
