"""The two ends of a call, as far as the server sees them: real sockets that speak the protocol."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

_PATIENCE_S = 5


class Line:
    """One signalling socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.session_id = ""
        self.seq = 0

    async def say(self, kind: str, /, **fields: object) -> None:
        await self.socket.send(json.dumps({"type": kind, **fields}))

    async def hear(self) -> dict[str, Any]:
        """The next frame, pings left out."""
        while True:
            frame: dict[str, Any] = json.loads(await asyncio.wait_for(self.socket.recv(), _PATIENCE_S))
            if frame["type"] != "ping":
                self.seq = frame.get("seq", self.seq)
                return frame

    async def until(self, kind: str, /, **fields: object) -> dict[str, Any]:
        """The next frame of that type and with those values; what comes before it is passed over."""
        while True:
            frame = await self.hear()
            if frame["type"] == kind and fields.items() <= frame.items():
                return frame

    async def close_code(self) -> int:
        """Read to the end; the code with which the server closed."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                await self.hear()
        assert self.socket.close_code is not None
        return self.socket.close_code


@asynccontextmanager
async def raw_line(url: str) -> AsyncIterator[Line]:
    address = f"{url.replace('http', 'ws', 1)}/v1/signalling"
    async with connect(address, compression=None, ping_interval=None, max_size=2**20, proxy=None) as socket:
        yield Line(socket)


@asynccontextmanager
async def line(url: str, token: str | None, resume: dict[str, object] | None = None) -> AsyncIterator[Line]:
    """A socket that was welcomed."""
    async with raw_line(url) as opened:
        await opened.say("hello", protocol=1, token=token, resume=resume)
        welcome = await opened.hear()
        assert welcome["type"] == "welcome", welcome
        opened.session_id = welcome["session_id"]
        opened.seq = welcome["seq"]
        yield opened
