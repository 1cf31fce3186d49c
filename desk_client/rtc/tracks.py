"""Tracks that hand ready-encoded packets to aiortc's sender (upstream would encode each frame in a thread pool)."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

if TYPE_CHECKING:
    from av.packet import Packet

AnyPacket: TypeAlias = "Packet[Any]"  # generic for the type checker alone

_MOST_WAITING: Final = 60


class PacketTrack(MediaStreamTrack):
    """Packets in from any thread, out to the sender in the engine's loop."""

    def __init__(self, kind: Literal["audio", "video"]) -> None:
        super().__init__()
        self.kind = kind
        self.wanted = False
        """Whether a sender has begun to take packets: before that there is no use in encoding any."""
        self.given = 0
        """Packets taken by the sender."""
        self._engine_loop = asyncio.get_running_loop()  # the base class uses `_loop` for its own
        self._packets: asyncio.Queue[AnyPacket] = asyncio.Queue(_MOST_WAITING)

    def put(self, packet: AnyPacket) -> None:
        """Any thread, never blocks; without effect once the loop is closed."""
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self._engine_loop.call_soon_threadsafe(self._keep, packet)

    async def recv(self) -> AnyPacket:
        """The next packet, for aiortc's sender.

        Raises:
            MediaStreamError: the track was stopped.
        """
        if self.readyState != "live":
            raise MediaStreamError
        self.wanted = True
        packet = await self._packets.get()
        self.given += 1
        return packet

    def _keep(self, packet: AnyPacket) -> None:
        with suppress(asyncio.QueueFull):  # the sender has ended
            self._packets.put_nowait(packet)
