"""How the people of the demonstration's room find each other: who offers, in which order, and who is not let in."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from desk_client.bootstrap.demo.room_broker import RoomBroker
from desk_client.bootstrap.demo.room_people import RoomPlace, speaks
from desk_client.bootstrap.demo.room_seat import RoomSeat
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    ClosePeer,
    Command,
    CreateOffer,
    LocalDescription,
    PeerDisconnected,
    SetMicrophone,
)

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


@dataclass
class FakeEngine:
    """Answers each negotiation at once, in a few words."""

    told: Callable[[LocalDescription], None] = lambda _event: None
    posted: list[Command] = field(default_factory=list)

    def post(self, command: Command) -> None:
        self.posted.append(command)
        match command:
            case CreateOffer(negotiation, _, peer):
                self.told(LocalDescription(negotiation, "offer", f"offer to {peer}", peer))
            case AcceptOffer(negotiation, _, _, peer):
                self.told(LocalDescription(negotiation, "answer", f"answer to {peer}", peer))
            case _:
                pass


class Sitting:
    """A seat that is taken."""

    def __init__(self, number: int, place: RoomPlace) -> None:
        self.left: list[int] = []
        self.engine = FakeEngine()
        self.seat = RoomSeat(number, cast("Engine", self.engine), self.left.append)
        self.engine.told = self.seat.told
        self.task = asyncio.create_task(self.seat.sit(place))

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not holds():  # noqa: ASYNC110 (what is looked at tells nobody)
                await asyncio.sleep(0.005)

    def has(self, *commands: Command) -> bool:
        return all(command in self.engine.posted for command in commands)

    async def leave(self) -> None:
        self.task.cancel()
        await asyncio.wait([self.task])


def in_a_room(play: Callable[[RoomPlace], Awaitable[None]]) -> None:
    async def run() -> None:
        broker = RoomBroker()
        try:
            await play(await broker.open())
        finally:
            await broker.close()

    asyncio.run(run())


def test_of_two_the_lower_offers_whoever_came_first() -> None:
    async def play(place: RoomPlace) -> None:
        third = Sitting(3, place)
        await asyncio.sleep(0.05)
        first, second = Sitting(1, place), Sitting(2, place)
        await first.until(
            lambda: (
                first.has(AcceptAnswer(1, "answer to 1", "2"), AcceptAnswer(1, "answer to 1", "3"))
                and third.has(AcceptOffer(1, "offer to 3", (), "1"), AcceptOffer(1, "offer to 3", (), "2"))
                and second.has(AcceptOffer(1, "offer to 2", (), "1"), AcceptAnswer(1, "answer to 2", "3"))
            )
        )
        assert not [each for each in third.engine.posted if isinstance(each, CreateOffer)]
        for one in (first, second, third):
            await one.leave()

    in_a_room(play)


def test_who_leaves_is_told_of_and_may_come_again() -> None:
    async def play(place: RoomPlace) -> None:
        first, second = Sitting(1, place), Sitting(2, place)
        await first.until(lambda: first.has(AcceptAnswer(1, "answer to 1", "2")))
        await second.leave()
        await first.until(lambda: first.left == [2])
        assert first.has(ClosePeer("2"))
        first.engine.posted.clear()
        again = Sitting(2, place)
        await first.until(lambda: first.has(CreateOffer(1, (), "2"), AcceptAnswer(1, "answer to 1", "2")))
        for one in (first, again):
            await one.leave()

    in_a_room(play)


def test_a_connection_that_is_lost_is_negotiated_anew_by_who_offers() -> None:
    async def play(place: RoomPlace) -> None:
        first, second = Sitting(1, place), Sitting(2, place)
        await first.until(lambda: first.has(AcceptAnswer(1, "answer to 1", "2")))
        for one, peer in ((second, "1"), (first, "2")):
            one.seat.told(PeerDisconnected(1, peer))
        await first.until(lambda: first.has(CreateOffer(2, (), "2"), AcceptAnswer(2, "answer to 1", "2")))
        assert not [each for each in second.engine.posted if isinstance(each, CreateOffer)]
        for one in (first, second):
            await one.leave()

    in_a_room(play)


def test_nobody_is_let_in_without_the_room_s_word_or_to_a_seat_that_is_taken() -> None:
    async def play(place: RoomPlace) -> None:
        first = Sitting(1, place)
        await asyncio.sleep(0.05)
        for said in ({"token": "guessed", "seat": 2}, {"token": place.token, "seat": 1}, {"seat": 2}, "nonsense"):
            reader, writer = await asyncio.open_connection("127.0.0.1", place.port)
            writer.write(json.dumps(said).encode() + b"\n")
            assert await asyncio.wait_for(reader.read(), 5) == b""
            writer.close()
        assert first.engine.posted == []
        await first.leave()

    in_a_room(play)


def test_each_speaks_in_turn_and_only_who_wants_to() -> None:
    turns = [[seat for seat in range(1, 5) if speaks(seat, 4, at_s)] for at_s in (0.0, 1.6, 3.1, 4.6, 6.1)]
    assert turns == [[1], [2], [3], [4], [1]]

    async def play(place: RoomPlace) -> None:
        alone = Sitting(1, place)
        speaking = asyncio.create_task(alone.seat.speak_in_turn(1))
        await alone.until(lambda: alone.has(SetMicrophone(on=True)))
        alone.seat.microphone_on = False
        await alone.until(lambda: alone.has(SetMicrophone(on=False)))
        speaking.cancel()
        await asyncio.wait([speaking])
        await alone.leave()

    in_a_room(play)
