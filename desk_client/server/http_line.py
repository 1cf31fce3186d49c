"""HTTP/1.1 as the web server reads it: uvicorn with llhttp, and a limit to a request's head, which those do not set."""

from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEAD_BYTES: Final = 64 * 1024
_TOO_LARGE: Final = (  # RFC 6585, section 5
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)


class HttpLine(HttpToolsProtocol):
    """One connection. Whoever never ends a request's head would otherwise fill the memory with it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # as uvicorn makes one
        """See uvicorn."""
        super().__init__(*arguments, **named)
        self._left: int | None = MOST_HEAD_BYTES  # of the head that is being read; None: a body is
        self._ends = 0  # of heads and of messages, so far

    def data_received(self, data: bytes) -> None:
        """Read on, no further than a head may go; close the connection where it goes on from there."""
        while data and not self.transport.is_closing():
            part, data = data[: self._left], data[self._left :] if self._left is not None else b""
            before = self._ends
            super().data_received(part)
            if self._left is not None and self._ends == before:
                self._left -= len(part)
                if self._left <= 0:
                    self.transport.write(_TOO_LARGE)
                    self.transport.close()

    def on_headers_complete(self) -> None:
        """The head has ended; what follows is a body, which the application limits."""
        self._left = None
        self._ends += 1
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The next head may begin."""
        self._left = MOST_HEAD_BYTES
        self._ends += 1
        super().on_message_complete()
