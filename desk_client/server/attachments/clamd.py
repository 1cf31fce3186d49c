"""A scanner that asks clamd, the daemon of ClamAV, over its Unix socket or TCP (INSTREAM, `man clamd`)."""

import io
import logging
from datetime import timedelta
from pathlib import Path
from typing import Final

from clamav_client.clamd import BufferTooLongError, ClamdError, ClamdNetworkSocket, ClamdUnixSocket

from desk_client.server.attachments.scanner import Clean, Infected, Unavailable, Verdict

_log = logging.getLogger(__name__)
_STREAM: Final = "stream"


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
        match answer.get(_STREAM):
            case ("OK", None):
                return Clean()
            case ("FOUND", str(signature)):
                return Infected(signature)
            case _:
                return self._unavailable("clamd's answer is no verdict")

    def ping(self) -> bool:
        """Whether the daemon answers."""
        try:
            return str(self._client().ping()) == "PONG"
        except (ClamdError, OSError):
            return False

    def _client(self) -> ClamdNetworkSocket:
        match self._address:
            case Path() as path:
                # the library's annotation says whole seconds, its code hands the value to settimeout
                return ClamdUnixSocket(str(path), timeout=self._timeout_s)  # type: ignore[arg-type]  # the line above
            case (host, port):
                return ClamdNetworkSocket(host, port, timeout=self._timeout_s)

    def _unavailable(self, reason: str) -> Unavailable:
        _log.warning("the scanner gives no verdict: %s", reason)
        return Unavailable(reason)
