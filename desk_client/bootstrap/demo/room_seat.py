"""One person in the demonstration's room: an engine, and what it agrees with each of the others."""

import argparse
import asyncio
import json
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from desk_client.bootstrap.demo.room_broker import LONGEST_BYTES
from desk_client.bootstrap.demo.room_people import PLACE, TURN_S, RoomPlace, media_of, speaks
from desk_client.rtc.engine import Engine
from desk_client.rtc.handover import Handover
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    ClosePeer,
    CreateOffer,
    Event,
    LocalDescription,
    OpenMedia,
    PeerDisconnected,
    SetMicrophone,
)

_AGAIN_S: Final = 1.0
_LOOK_S: Final = TURN_S / 10


class RoomSeat:
    """Belongs to one loop; the engine is started already, and given :meth:`told` for its events, in this loop.

    Of two people the one with the lower number offers, in rising numbers, and nobody else ever does: offers never meet.
    """

    def __init__(self, seat: int, engine: Engine, on_left: Callable[[int], None] = lambda _seat: None) -> None:
        self.microphone_on = True
        """Whether the person wants to be heard when it is its turn."""
        self._seat = seat
        self._engine = engine
        self._on_left = on_left
        self._writer: asyncio.StreamWriter | None = None
        self._negotiations: dict[int, int] = {}
        """The newest with each of those who are here."""

    async def sit(self, place: RoomPlace) -> None:
        """Talk with whoever is here, until the room is closed."""
        reader, writer = await asyncio.open_connection("127.0.0.1", place.port, limit=LONGEST_BYTES)
        self._writer = writer
        self._say({"token": place.token, "seat": self._seat})
        try:
            with suppress(ConnectionError):
                while line := await reader.readline():
                    self._heard(json.loads(line))
        finally:
            writer.close()

    async def speak_in_turn(self, count: int) -> None:
        """Sound the tone whenever it is our turn among so many, for ever."""
        sounding: bool | None = None
        while True:
            wanted = self.microphone_on and speaks(self._seat, count, time.time())
            if wanted is not sounding:
                sounding = wanted
                self._engine.post(SetMicrophone(on=wanted))
            await asyncio.sleep(_LOOK_S)

    def told(self, event: Event) -> None:
        """What the engine has to say, of whichever peer."""
        match event:
            case LocalDescription(negotiation, kind, sdp, peer):
                self._say({"to": int(peer), "kind": kind, "negotiation": negotiation, "sdp": sdp})
            case PeerDisconnected(negotiation, peer) if self._negotiations.get(int(peer)) == negotiation:
                asyncio.get_running_loop().call_later(_AGAIN_S, self._offer, int(peer), negotiation)
            case _:
                pass

    def _heard(self, word: dict[str, Any]) -> None:
        match word:
            case {"here": int(other)}:
                self._negotiations[other] = 0
                self._offer(other, 0)
            case {"left": int(other)}:
                self._negotiations.pop(other, None)
                self._engine.post(ClosePeer(str(other)))
                self._on_left(other)
            case {"kind": "offer", "from": int(other), "negotiation": int(negotiation), "sdp": str(sdp)}:
                self._negotiations[other] = negotiation
                self._engine.post(AcceptOffer(negotiation, sdp, (), str(other)))
            case {"kind": "answer", "from": int(other), "negotiation": int(negotiation), "sdp": str(sdp)}:
                self._engine.post(AcceptAnswer(negotiation, sdp, str(other)))
            case _:
                pass

    def _offer(self, other: int, after: int) -> None:
        """Begin a negotiation, if it is ours to begin and that one was the newest."""
        if self._seat < other and self._negotiations.get(other) == after:
            self._negotiations[other] = after + 1
            self._engine.post(CreateOffer(after + 1, (), str(other)))

    def _say(self, word: dict[str, Any]) -> None:
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(json.dumps(word).encode() + b"\n")


def run_guest(options: argparse.Namespace) -> int:
    """A person without a window, until the room is closed. The exit code."""
    asyncio.run(_sit(options.seat, options, RoomPlace.of(os.environ[PLACE])))
    return 0


async def _sit(number: int, options: argparse.Namespace, place: RoomPlace) -> None:
    loop = asyncio.get_running_loop()
    engine = Engine()
    seat = RoomSeat(number, engine)
    engine.start(Handover(loop, seat.told))
    engine.post(OpenMedia(media_of(number, options.fps)))
    sitting = asyncio.create_task(seat.sit(place))
    speaking = asyncio.create_task(seat.speak_in_turn(options.room))
    for number_ in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # a Windows loop has none: there the process is ended
            loop.add_signal_handler(number_, sitting.cancel)
    await asyncio.wait([sitting])
    speaking.cancel()
    await asyncio.wait([speaking])
    await asyncio.to_thread(engine.stop)
