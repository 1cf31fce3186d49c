"""One socket's way out: a bounded queue, and the moment at which the socket is to be closed."""

import asyncio

from desk_client.protocol.signalling import CLOSE_SLOW_READER


class Line:
    """What waits to be sent on one socket. Belongs to the event loop's thread."""

    def __init__(self, limit: int) -> None:
        """At most `limit` frames wait; whoever reads more slowly is cut, and may resume."""
        self._waiting: asyncio.Queue[str] = asyncio.Queue(limit)
        self._closing: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def offer(self, text: str) -> None:
        """Send a frame after those that wait."""
        try:
            self._waiting.put_nowait(text)
        except asyncio.QueueFull:
            self.close(CLOSE_SLOW_READER)

    def close(self, code: int) -> None:
        """Close the socket with this code; only the first call counts."""
        if not self._closing.done():
            self._closing.set_result(code)

    async def next(self) -> str:
        """The frame to send next."""
        return await self._waiting.get()

    async def closed(self) -> int:
        """Wait until the socket is to be closed; the code."""
        return await asyncio.shield(self._closing)

    @property
    def parting(self) -> list[str]:
        """What still waits, taken out, to be sent before a close that the peer can still read."""
        frames = []
        while not self._waiting.empty():
            frames.append(self._waiting.get_nowait())
        return frames
