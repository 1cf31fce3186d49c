"""A scanner that asks clamd, the daemon of ClamAV, over its Unix socket or TCP (INSTREAM, `man clamd`)."""

import io
import logging
import socket
from datetime import timedelta
from pathlib import Path
from typing import Final

from clamav_client.clamd import BufferTooLongError, ClamdError, ClamdNetworkSocket, ClamdUnixSocket

from desk_client.server.attachments.scanner import Clean, Infected, Unavailable, Verdict

_log = logging.getLogger(__name__)
_STREAM: Final = "stream"


class _PatientUnixSocket(ClamdUnixSocket):
    """The library's bounds every step but the first: a daemon that hangs with a full queue would hold us for ever."""

    def __init__(self, path: Path, timeout_s: float) -> None:
        super().__init__(str(path))
        self._timeout_s = timeout_s

    def _init_socket(self) -> None:
        self.clamd_socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.clamd_socket.settimeout(self._timeout_s)
        self.clamd_socket.connect(self.unix_socket)


class ClamdScanner:
    """Asks one clamd. Every scan has a connection of its own, so that a daemon that was restarted is found again."""

    def __init__(self, address: Path | tuple[str, int], *, timeout: timedelta) -> None:
        """`address` is the socket's path, or host and port; `timeout` is for each step of the conversation."""
        self._address = address
        self._timeout_s = timeout.total_seconds()

    def scan(self, data: bytes) -> Verdict:
        """Send the bytes and read the verdict. Whatever is no clear verdict is `Unavailable`."""
        try:
            answer = self._client().instream(io.BytesIO(data))
        except BufferTooLongError:
            return self._unavailable("clamd's StreamMaxLength is below the largest attachment")
        except ClamdError as error:
            return self._unavailable(str(error) or type(error).__name__)
        except OSError as error:  # the library lets those of sending through
            return self._unavailable(f"the connection broke off: {error.strerror or type(error).__name__}")
        except UnicodeDecodeError:
            return self._unavailable("clamd's answer is no text")
        match answer.get(_STREAM):
            case ("OK", None):
                return Clean()
            case ("FOUND", str(signature)):
                return Infected(signature)
            case _:
                return self._unavailable("clamd's answer is no verdict")

    def _client(self) -> ClamdNetworkSocket:
        match self._address:
            case Path() as path:
                return _PatientUnixSocket(path, self._timeout_s)
            case (host, port):
                return ClamdNetworkSocket(host, port, timeout=self._timeout_s)

    def _unavailable(self, reason: str) -> Unavailable:
        _log.warning("the scanner gives no verdict: %s", reason)
        return Unavailable(reason)
