"""Carries the words of those who sit in one room, each to whom it is meant for, and tells who comes and goes.

One JSON object a line. A person says first ``{"token": …, "seat": n}``, and after that ``{"to": n, …}``, which that one
receives as ``{"from": n, …}``. ``{"here": n}`` and ``{"left": n}`` are the broker's own.
"""

import asyncio
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from desk_client.bootstrap.demo.room_people import RoomPlace

LONGEST_BYTES: Final = 256 * 1024
"""Of a line: a description with its candidates has a few thousand."""


class RoomBroker:
    """Belongs to one loop."""

    def __init__(self) -> None:
        self._token = secrets.token_urlsafe(16)
        self._seats: dict[int, asyncio.StreamWriter] = {}
        self._server: asyncio.Server | None = None
        self._serving: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def open(self) -> RoomPlace:
        """Listen at a free port of this machine's own address."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=LONGEST_BYTES)
        return RoomPlace(self._server.sockets[0].getsockname()[1], self._token)

    async def close(self) -> None:
        """Send everybody away."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
        for writer in self._serving.values():
            writer.close()
        if self._serving:
            await asyncio.wait(self._serving)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._serving[task] = writer
        task.add_done_callback(self._serving.pop)
        seat = None
        with suppress(ConnectionError, ValueError, KeyError, TypeError):  # who speaks nonsense is sent away
            seat = await self._seated(reader, writer)
            while seat is not None and (line := await reader.readline()):
                word = json.loads(line)
                _say(self._seats.get(word.pop("to")), {**word, "from": seat})
        if seat is not None and self._seats.get(seat) is writer:
            del self._seats[seat]
            for other in self._seats.values():
                _say(other, {"left": seat})
        writer.close()

    async def _seated(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int | None:
        first = json.loads(await reader.readline())
        seat = int(first["seat"])
        if not secrets.compare_digest(str(first["token"]), self._token) or seat in self._seats:
            return None
        for other, theirs in self._seats.items():
            _say(theirs, {"here": seat})
            _say(writer, {"here": other})
        self._seats[seat] = writer
        return seat


def _say(writer: asyncio.StreamWriter | None, word: Mapping[str, Any]) -> None:
    if writer is not None and not writer.is_closing():
        writer.write(json.dumps(word).encode() + b"\n")
