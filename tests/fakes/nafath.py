"""The national sign-on as a real HTTP server, with the people who hold its app; and its bad days.

`with Nafath() as nafath`: it serves in threads of its own. A person may `pick` or `reject` in the app, or do nothing.
"""

import json
import secrets
import uuid
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from tests.fakes.http_server import Exchange, HttpFake


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
class Nafath(HttpFake):
    """`people` are the IDs that have the app; `asked` is every request's path, headers and body."""

    people: set[str] = field(default_factory=set)
    day: Day = Day.GOOD
    app_key: str = "the-key-of-this-test"
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    transactions: dict[str, Transaction] = field(default_factory=dict)

    def answer(self, exchange: Exchange) -> None:
        body = json.loads(exchange.content)
        self.asked.append((exchange.path, dict(exchange.headers), body))
        match self.day:
            case Day.SLOW:
                self.closing.wait(30)
                exchange.drop()
            case Day.DOWN:
                exchange.reply(503, b"<html>maintenance</html>")
            case Day.BROKEN:
                exchange.drop()
            case Day.MALFORMED:
                exchange.reply(200, {"status": "PERHAPS", "transId": "../../etc", "random": "seven"})
            case Day.REDIRECTING:
                exchange.redirect(exchange.path)
            case Day.GOOD:
                exchange.reply(*self._good(exchange.path, dict(exchange.headers), body))

    @property
    def url(self) -> str:
        return self.origin

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
