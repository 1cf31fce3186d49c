"""A carrier of SMS behind HTTP: a real server that keeps its own record of what it was asked, and misbehaves on demand.

`with Carrier() as carrier`: it serves in threads of its own.
"""

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl


class Manner(Enum):
    """How a request is met."""

    ACCEPT = auto()
    REFUSE = auto()
    """422: this message, never."""
    BUSY = auto()
    """503: not now."""
    KEY_REFUSED = auto()
    """401: your credential is wrong."""
    HANG = auto()
    """No answer, until the carrier is closed."""
    DROP = auto()
    """The line breaks before anything was taken."""
    ACCEPT_AND_DROP = auto()
    """It is taken, and the line breaks before the answer."""
    SAY_FAILED = auto()
    """200, and the document says otherwise."""
    DRIP = auto()
    """An answer that comes a byte at a time, without end."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    fields: dict[str, Any]


@dataclass
class Carrier:
    """Answers 200 with {"result": {"code": "ok"}} unless `manners` says otherwise; then one manner a request.

    `taken` are the texts that it sent on, by message id; a repeated id is answered 409 and counted in `repeated`.
    """

    asked: list[Asked] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    repeated: int = 0
    manners: deque[Manner] = field(default_factory=deque)
    on_asked: Callable[[], None] | None = None
    """Called before a message would be taken; the one that is asked for then is not."""
    on_taken: Callable[[], None] | None = None
    """Called after a message was taken, before its sender hears so."""

    def __enter__(self) -> Self:
        self._closing = threading.Event()
        self._lock = threading.Lock()
        carrier = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                carrier.answer(self)

            do_PUT = do_POST  # noqa: N815 - the same

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="carrier")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/messages"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Meet one request."""
        content = request.rfile.read(int(request.headers["Content-Length"]))
        is_json = request.headers.get_content_type() == "application/json"
        fields = json.loads(content) if is_json else dict(parse_qsl(content.decode(), strict_parsing=True))
        with self._lock:
            self.asked.append(Asked(request.command, request.path, dict(request.headers.items()), fields))
            manner = self.manners.popleft() if self.manners else Manner.ACCEPT
            if self.on_asked is not None:
                self.on_asked()
                self.on_asked, manner = None, Manner.DROP
        match manner:
            case Manner.ACCEPT:
                self._reply(request, *(200, "ok") if self._take(fields) else (409, "repeated"))
            case Manner.SAY_FAILED:
                self._reply(request, 200, "blocked")
            case Manner.REFUSE:
                self._reply(request, 422, "refused")
            case Manner.BUSY:
                self._reply(request, 503, "busy")
            case Manner.KEY_REFUSED:
                self._reply(request, 401, "key")
            case Manner.HANG:
                self._closing.wait()
                request.close_connection = True
            case Manner.DROP:
                request.close_connection = True
            case Manner.ACCEPT_AND_DROP:
                self._take(fields)
                request.close_connection = True
            case Manner.DRIP:
                request.send_response(200)
                request.send_header("Content-Length", "1000000")
                request.end_headers()
                while not self._closing.wait(0.02):
                    try:
                        request.wfile.write(b" ")
                    except OSError:
                        break
                request.close_connection = True

    def _take(self, fields: dict[str, Any]) -> bool:
        with self._lock:
            if fields["id"] in self.taken:
                self.repeated += 1
                return False
            self.taken[fields["id"]] = fields.get("text", "")
            if self.on_taken is not None:
                self.on_taken()
            return True

    @staticmethod
    def _reply(request: BaseHTTPRequestHandler, status: int, code: str) -> None:
        content = json.dumps({"result": {"code": code}}).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a caller that was killed."""
