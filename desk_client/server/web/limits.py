"""No request's body may be larger than any that we ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY_BYTES: Final = 64 * 1024
_TOO_LARGE: Final = 413


@dataclass(frozen=True, slots=True)
class LargerBody:
    """A route that takes more. The whole path must match."""

    method: str
    path: re.Pattern[str]
    most_bytes: int

    def is_meant(self, scope: Scope) -> bool:
        """Whether a request goes to that route."""
        return scope["method"] == self.method and self.path.fullmatch(scope["path"]) is not None


class BodyLimit:
    """ASGI middleware that counts a body as it comes in, so that a false Content-Length gains nothing."""

    def __init__(self, app: ASGIApp, larger: Sequence[LargerBody] = ()) -> None:
        """Stand before `app`; `larger` are the exceptions."""
        self._app = app
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; reading beyond the limit raises HTTPException 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = next((one.most_bytes for one in self._larger if one.is_meant(scope)), MOST_BODY_BYTES)
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(_TOO_LARGE)
            return message

        await self._app(scope, counted, send)
