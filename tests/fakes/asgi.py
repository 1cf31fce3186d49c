"""Somebody who asks an ASGI application without a socket between: one request in, one answer out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.types import ASGIApp, Message


@dataclass
class Heard:
    """An answer."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def code(self) -> str | None:
        """Of the problem that it is, if it is one."""
        if self.headers.get("content-type") != "application/problem+json":
            return None
        code: str = json.loads(self.body)["code"]
        return code


async def ask(
    app: ASGIApp,
    method: str,
    path: str,
    body: object = None,
    *,
    headers: Mapping[str, str] | None = None,
    query: str = "",
    raw: bytes | None = None,
) -> Heard:
    """Ask it; `body` goes as JSON, `raw` as it is."""
    content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
    named = {"host": "majlis", **({"content-type": "application/json"} if body is not None else {}), **(headers or {})}
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in named.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 80),
    }
    heard = Heard()
    messages: list[Message] = [{"type": "http.request", "body": content, "more_body": False}]

    async def receive() -> Message:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            heard.status = message["status"]
            heard.headers = {name.decode().lower(): value.decode() for name, value in message["headers"]}
        elif message["type"] == "http.response.body":
            heard.body += message.get("body", b"")

    await app(scope, receive, send)
    return heard
