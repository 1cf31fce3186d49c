"""Every request has an id, one line in the log and one measure. None of them says who asked, or for whom.

The id is what a trusted proxy says in `X-Request-ID`, where it is well formed; else it is drawn here. It goes back in
the answer's header, so that somebody who complains can name it, and stands in every line that the request causes.
"""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from desk_client.server.security.randomness import Randomness

_log = logging.getLogger("desk_client.access")
_HEADER: Final = b"x-request-id"
_WELL_FORMED: Final = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_NOWHERE: Final = "-"
_API: Final = "/v1/"
_QUIET: Final = frozenset({"/health", "/ready", "/metrics"})
"""Asked every few seconds by machines: their lines would be most of the log. Measured they are."""


@dataclass(slots=True)
class Asked:
    """What is learnt about a request while it is answered."""

    role: str | None = None
    refusal: str | None = None


_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


def note_role(role: str) -> None:
    """The role of whoever asks, once it is known."""
    if (asked := _asked.get()) is not None:
        asked.role = role


def note_refusal(code: str) -> None:
    """The code that the request is refused with."""
    if (asked := _asked.get()) is not None:
        asked.refusal = code


Measure = Callable[[str, str, int, float, str | None], None]
"""Told of each answer: method, route's template, status, seconds, and the code of a refusal."""


class Requests:
    """ASGI middleware; stands before all others."""

    def __init__(self, app: ASGIApp, *, measure: Measure, trusts_proxy: bool) -> None:
        """`trusts_proxy`: a proxy's word on ids is taken, where the request came by one."""
        self._app = app
        self._measure = measure
        self._trusts_proxy = trusts_proxy
        self._random = Randomness()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell how it went."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        request_id = self._id(scope)
        asked = Asked()
        status = 0
        began = time.perf_counter()

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message.setdefault("headers", [])
                message["headers"] = [*message["headers"], (_HEADER, request_id.encode("ascii"))]
            await send(message)

        token = _asked.set(asked)
        with bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, with_id)
            finally:
                took_s = time.perf_counter() - began
                _asked.reset(token)
                if scope["type"] == "http":
                    self._tell(scope, asked, status, took_s)

    def _tell(self, scope: Scope, asked: Asked, status: int, took_s: float) -> None:
        route: str = getattr(scope.get("route"), "path", _NOWHERE)
        if route != _NOWHERE and scope["path"].startswith(_API) and not route.startswith(_API):
            route = _API + route.removeprefix("/")  # a router that was included knows its own part alone
        method = scope["method"] if route != _NOWHERE else _NOWHERE  # anybody may invent methods
        self._measure(method, route, status, took_s, asked.refusal)
        if route in _QUIET or not _log.isEnabledFor(logging.INFO):
            return
        fields = {
            "method": method,
            "route": route,
            "status": status,
            "duration_ms": round(took_s * 1000, 2),
            "role": asked.role,
            "refusal": asked.refusal,
        }
        _log.info("request", extra={"access": {name: value for name, value in fields.items() if value is not None}})

    def _id(self, scope: Scope) -> str:
        # the web server has put the forwarded address in the place of a trusted proxy's, and no port with it
        client = scope.get("client")
        if self._trusts_proxy and client is not None and client[1] == 0:
            said = next((value for name, value in scope["headers"] if name == _HEADER), b"")
            if _WELL_FORMED.fullmatch(said):
                return str(said, "ascii")
        return self._random(12).hex()
