"""The methods that every path has: HEAD where there is a GET, and OPTIONS (RFC 9110, sections 9.3.2 and 9.3.7).

A path that has other methods than the one asked for names them all (section 10.2.1); the routes by themselves would
name only the first of them.
"""

from collections.abc import Callable, Sequence
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk_client.server.web.endpoints import Endpoint


class Methods:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, *, endpoints: Callable[[], Sequence[Endpoint]]) -> None:
        """Stand before `app`; what it has is asked for with the first request, when all of it is there."""
        self._app = app
        self._ask = endpoints
        self._endpoints: Sequence[Endpoint] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer OPTIONS, turn HEAD into a GET without its body, and say what is allowed where a method is not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        match scope["method"]:
            case "OPTIONS" if allowed := self._allowed(scope["path"]):
                headers = [(b"allow", allowed.encode())]
                await send({"type": "http.response.start", "status": HTTPStatus.NO_CONTENT, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
            case "HEAD":
                await self._app({**scope, "method": "GET"}, receive, self._without_body(scope, send))
            case _:
                await self._app(scope, receive, self._with_allowed(scope, send))

    def _allowed(self, path: str) -> str:
        if self._endpoints is None:
            self._endpoints = self._ask()
        methods = {endpoint.method for endpoint in self._endpoints if endpoint.pattern.match(path)}
        if "GET" in methods:
            methods.add("HEAD")
        return ", ".join(sorted({*methods, "OPTIONS"})) if methods else ""

    def _with_allowed(self, scope: Scope, send: Send) -> Send:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.METHOD_NOT_ALLOWED:
                MutableHeaders(scope=message)["Allow"] = self._allowed(scope["path"])
            await send(message)

        return sent

    def _without_body(self, scope: Scope, send: Send) -> Send:
        sent = self._with_allowed(scope, send)

        async def emptied(message: Message) -> None:
            await sent({**message, "body": b""} if message["type"] == "http.response.body" else message)

        return emptied
