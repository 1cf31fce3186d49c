"""A carrier of SMS behind HTTP: a real server that keeps its own record of what it was asked, and misbehaves on demand.

`with Carrier() as carrier`: it serves in threads of its own.
"""

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, ClassVar, Self
from urllib.parse import parse_qsl

from tests.fakes.http_server import Exchange, HttpFake


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
class Carrier(HttpFake):
    """Answers 200 with {"result": {"code": "ok"}} unless `manners` says otherwise; then one manner a request.

    `taken` are the texts that it sent on, by message id; a repeated id is answered 409 and counted in `repeated`.
    """

    keeps_lines: ClassVar[bool] = True

    asked: list[Asked] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    repeated: int = 0
    manners: deque[Manner] = field(default_factory=deque)
    on_asked: Callable[[], None] | None = None
    """Called before a message would be taken; the one that is asked for then is not."""
    on_taken: Callable[[], None] | None = None
    """Called after a message was taken, before its sender hears so."""

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        return super().__enter__()

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"{self.origin}/messages"

    def answer(self, exchange: Exchange) -> None:
        content = exchange.content
        is_json = exchange.headers.get_content_type() == "application/json"
        fields = json.loads(content) if is_json else dict(parse_qsl(content.decode(), strict_parsing=True))
        with self._lock:
            self.asked.append(Asked(exchange.command, exchange.path, dict(exchange.headers.items()), fields))
            manner = self.manners.popleft() if self.manners else Manner.ACCEPT
            if self.on_asked is not None:
                self.on_asked()
                self.on_asked, manner = None, Manner.DROP
        match manner:
            case Manner.ACCEPT:
                exchange.reply(*(200, _said("ok")) if self._take(fields) else (409, _said("repeated")))
            case Manner.SAY_FAILED:
                exchange.reply(200, _said("blocked"))
            case Manner.REFUSE:
                exchange.reply(422, _said("refused"))
            case Manner.BUSY:
                exchange.reply(503, _said("busy"))
            case Manner.KEY_REFUSED:
                exchange.reply(401, _said("key"))
            case Manner.HANG:
                self.closing.wait()
                exchange.drop()
            case Manner.DROP:
                exchange.drop()
            case Manner.ACCEPT_AND_DROP:
                self._take(fields)
                exchange.drop()
            case Manner.DRIP:
                exchange.send_response(200)
                exchange.send_header("Content-Length", "1000000")
                exchange.end_headers()
                while not self.closing.wait(0.02):
                    try:
                        exchange.wfile.write(b" ")
                    except OSError:
                        break
                exchange.drop()

    def _take(self, fields: dict[str, Any]) -> bool:
        with self._lock:
            if fields["id"] in self.taken:
                self.repeated += 1
                return False
            self.taken[fields["id"]] = fields.get("text", "")
            if self.on_taken is not None:
                self.on_taken()
            return True


def _said(code: str) -> dict[str, object]:
    return {"result": {"code": code}}
