"""What the fakes of other people's servers have in common: a real HTTP server, in threads of its own, while entered."""

import json
import threading
from abc import ABC, abstractmethod
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, Self


class Exchange(BaseHTTPRequestHandler):
    """One request, and what it is answered."""

    fake: ClassVar["HttpFake"]

    def do_GET(self) -> None:
        self.__dict__.pop("content", None)  # on a line that is kept, each request has its own
        self.fake.answer(self)

    do_POST = do_PUT = do_GET  # noqa: N815 - the names that the library looks for

    @cached_property
    def content(self) -> bytes:
        """The request's body."""
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def reply(self, status: int, document: object) -> None:
        """Answer with JSON; with bytes as they are, under the same name."""
        content = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def redirect(self, where: str) -> None:
        """302."""
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drop(self) -> None:
        """Break the line off; what was not said by now, is not said."""
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class HttpFake(ABC):
    """Somebody else's server on a free port of the loopback."""

    keeps_lines: ClassVar[bool] = False
    """Whether a line serves more than one request; its end is then not waited for."""

    def __enter__(self) -> Self:
        self.closing = threading.Event()
        version = "HTTP/1.1" if self.keeps_lines else "HTTP/1.0"
        handler = type("Handler", (Exchange,), {"fake": self, "protocol_version": version})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._server.daemon_threads = self.keeps_lines
        name = type(self).__name__.lower()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name=name)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def origin(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @abstractmethod
    def answer(self, exchange: Exchange) -> None:
        """Meet one request, in a thread of its own or of its line."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a caller that was killed."""
