"""The national sign-on as a real HTTP server, with the people who hold its app; and its bad days.

`with Nafath() as nafath`: it serves in threads of its own. A person may `pick` or `reject` in the app, or do nothing.
"""

import json
import secrets
import threading
import uuid
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Day(Enum):
    """How it is doing."""

    GOOD = auto()
    SLOW = auto()
    """It answers, but later than anybody waits: once `Nafath` ends."""
    DOWN = auto()
    """503 with a page that is no JSON."""
    BROKEN = auto()
    """The line is dropped without an answer."""
    MALFORMED = auto()
    """200 with words that are not in the guide."""
    REDIRECTING = auto()
    """302 to somewhere else, which must not be followed: the request holds an ID."""


@dataclass
class Transaction:
    """One request to a person's app."""

    national_id: str
    number: str
    state: str = "WAITING"


@dataclass
class Nafath:
    """`people` are the IDs that have the app; `asked` is every request's path, headers and body."""

    people: set[str] = field(default_factory=set)
    day: Day = Day.GOOD
    app_key: str = "the-key-of-this-test"
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    transactions: dict[str, Transaction] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._closing = threading.Event()
        nafath = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                nafath.asked.append((self.path, dict(self.headers), body))
                match nafath.day:
                    case Day.SLOW:
                        nafath._closing.wait(30)
                        self.close_connection = True
                    case Day.DOWN:
                        self._answer(503, b"<html>maintenance</html>")
                    case Day.BROKEN:
                        self.close_connection = True
                    case Day.MALFORMED:
                        self._answer(200, b'{"status": "PERHAPS", "transId": "../../etc", "random": "seven"}')
                    case Day.REDIRECTING:
                        self.send_response(302)
                        self.send_header("Location", self.path)
                        self.send_header("Content-Length", "0")
                        self.end_headers()
                    case Day.GOOD:
                        status, said = nafath._good(self.path, dict(self.headers), body)
                        self._answer(status, json.dumps(said).encode())

            def _answer(self, status: int, content: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="nafath")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def pick(self, national_id: str, number: str) -> None:
        """The person picks a number in the app: the right one completes, a wrong one rejects, as the real one does."""
        waiting = self._waiting(national_id)
        waiting.state = "COMPLETED" if number == waiting.number else "REJECTED"

    def reject(self, national_id: str) -> None:
        self._waiting(national_id).state = "REJECTED"

    def expire(self, national_id: str) -> None:
        self._waiting(national_id).state = "EXPIRED"

    def _waiting(self, national_id: str) -> Transaction:
        return next(
            each
            for each in reversed(self.transactions.values())
            if each.national_id == national_id and each.state == "WAITING"
        )

    def _good(self, path: str, headers: dict[str, str], body: dict[str, Any]) -> tuple[int, dict[str, str]]:
        if headers.get("APP-KEY") != self.app_key:
            return 401, {"message": "unknown application"}
        if path == "/api/v1/mfa/request":
            if body["nationalId"] not in self.people:
                return 400, {"message": "no such user"}
            reference = str(uuid.uuid4())
            number = f"{10 + secrets.randbelow(90)}"
            self.transactions[reference] = Transaction(body["nationalId"], number)
            return 201, {"transId": reference, "random": number}
        if path == "/api/v1/mfa/request/status":
            found = self.transactions.get(body["transId"])
            if found is None or found.national_id != body["nationalId"]:
                return 404, {"message": "no such transaction"}
            return 200, {"status": found.state}
        return 404, {}
