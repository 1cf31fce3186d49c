"""What holds for every request before any route sees it: whose page may ask, and what browsers may do with answers."""

from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.web.problems import problem_response

_HSTS: Final = ("Strict-Transport-Security", "max-age=31536000")  # RFC 6797; a year
_ALWAYS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),  # RFC 9111, section 5.2.2.5: answers hold personal data
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
)


def own_origin(public_url: str | None) -> tuple[str, ...]:
    """Where the pages come from that this server serves itself: to them it is not foreign."""
    if public_url is None:
        return ()
    parts = urlsplit(public_url)
    return (f"{parts.scheme}://{parts.netloc}",)


class ForeignOrigin:
    """ASGI middleware: a request that a web page of another origin makes is refused (RFC 6454), sockets included.

    Browsers send `Origin` with every such request and native programs never do; without this any page that a member
    of staff has open could speak to the server from within their network.
    """

    def __init__(self, app: ASGIApp, allowed: Iterable[str]) -> None:
        """Stand before `app`; `allowed` are origins such as "https://majlis.example"."""
        self._app = app
        self._allowed: Collection[bytes] = frozenset(each.lower().rstrip("/").encode() for each in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        origins = [value for name, value in scope.get("headers", ()) if name == b"origin"]
        if all(origin.lower() in self._allowed for origin in origins):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()  # the handshake, which is answered with 403 when it is closed before it is accepted
            await send({"type": "websocket.close"})
        else:
            await problem_response(Refusal(RefusalCode.FORBIDDEN))(scope, receive, send)


class SafeHeaders:
    """ASGI middleware: headers that keep browsers and caches from making more of an answer than it is."""

    def __init__(self, app: ASGIApp, *, over_tls: bool) -> None:
        """Stand before `app`; `over_tls` whether clients come by TLS, so that they may be told to keep to it."""
        self._app = app
        headers = (*_ALWAYS, _HSTS) if over_tls else _ALWAYS
        self._headers = [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in headers]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a header that the route has set itself stays as it is."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = message.get("headers", ())
                names = {name for name, _ in said}
                message["headers"] = [*said, *(header for header in self._headers if header[0] not in names)]
            await send(message)

        await self._app(scope, receive, with_headers)
