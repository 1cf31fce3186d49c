"""The signalling line against a real WebSocket server that plays a script."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from desk_client.client import signalling
from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.client.signalling import SignallingSocket
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.signalling import Changed, Description, Failed, Leave

Play = Callable[[ServerConnection], Awaitable[None]]
Frame = dict[str, object]


def welcome(seq: int = 0, *, resumed: bool = False) -> str:
    return json.dumps({"type": "welcome", "session_id": "s1", "protocol": 1, "resumed": resumed, "seq": seq})


async def hello_of(socket: ServerConnection) -> Frame:
    frame: Frame = json.loads(await socket.recv())
    return frame


class Line:
    """A line under test, and what it told."""

    def __init__(self, url: str) -> None:
        self.events: asyncio.Queue[LineEvent] = asyncio.Queue()
        self.socket = SignallingSocket(url, "token", self.events.put_nowait)

    async def next(self) -> LineEvent:
        return await asyncio.wait_for(self.events.get(), 5)


@asynccontextmanager
async def line_to(play: Play) -> AsyncIterator[Line]:
    async with serve(play, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        line = Line(f"http://127.0.0.1:{port}")
        line.socket.start()
        try:
            yield line
        finally:
            await line.socket.stop()


async def stay(socket: ServerConnection) -> None:
    await socket.wait_closed()


async def test_hello_then_frames_both_ways() -> None:
    heard: asyncio.Queue[Frame] = asyncio.Queue()

    async def play(socket: ServerConnection) -> None:
        heard.put_nowait(await hello_of(socket))
        await socket.send(welcome())
        await socket.send(json.dumps({"type": "changed", "seq": 1, "topic": "appointment:a"}))
        heard.put_nowait(json.loads(await socket.recv()))
        await stay(socket)

    async with line_to(play) as line:
        assert not line.socket.send(Leave())
        assert await line.next() == LineUp(resumed=False)
        assert await line.next() == Changed(seq=1, topic="appointment:a")
        assert line.socket.send(Description(message_id="m", negotiation=1, kind="offer", sdp="v=0"))
        hello, description = await heard.get(), await heard.get()
        assert (hello["type"], hello["token"], hello["resume"]) == ("hello", "token", None)
        assert (description["type"], description["sdp"]) == ("description", "v=0")
    assert await line.next() == LineDown()


async def test_after_a_break_it_comes_back_and_names_the_last_frame_it_saw() -> None:
    hellos: list[Frame] = []

    async def play(socket: ServerConnection) -> None:
        hellos.append(await hello_of(socket))
        await socket.send(welcome(seq=4, resumed=len(hellos) > 1))
        if len(hellos) == 1:
            await socket.send(json.dumps({"type": "changed", "seq": 5, "topic": "t"}))
            socket.transport.abort()
            return
        await stay(socket)

    async with line_to(play) as line:
        seen = [await line.next() for _ in range(4)]
    assert seen == [LineUp(resumed=False), Changed(seq=5, topic="t"), LineDown(), LineUp(resumed=True)]
    assert hellos[1]["resume"] == {"session_id": "s1", "last_seq": 5}


async def test_on_another_network_it_begins_anew_at_once_though_nothing_has_failed() -> None:
    hellos: asyncio.Queue[Frame] = asyncio.Queue()

    async def play(socket: ServerConnection) -> None:
        hellos.put_nowait(await hello_of(socket))
        await socket.send(welcome(resumed=hellos.qsize() > 1))
        await stay(socket)

    async with line_to(play) as line:
        assert await line.next() == LineUp(resumed=False)
        before = asyncio.get_running_loop().time()
        line.socket.hurry()
        assert [await line.next(), await line.next()] == [LineDown(), LineUp(resumed=True)]
        assert asyncio.get_running_loop().time() - before < 0.9  # a farewell would be waited for a whole second


async def test_the_pause_before_the_next_attempt_ends_with_a_change_of_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signalling, "_BACKOFF_FIRST_S", 60.0)

    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        await socket.close()

    async with line_to(play) as line:
        assert [await line.next(), await line.next()] == [LineUp(resumed=False), LineDown()]
        while line.socket._attempt is None:  # noqa: ASYNC110 - until it rests, which nothing tells
            await asyncio.sleep(0)
        line.socket.hurry()
        assert await line.next() == LineUp(resumed=False)


@pytest.mark.parametrize(
    "garbage",
    [
        "not json",
        '{"type": "of a newer server"}',
        '{"type": "changed"}',
        '{"type": "snapshot", "seq": "many"}',
        "[]",
        b"\x00\xff",
    ],
)
async def test_a_frame_that_is_not_of_the_protocol_is_passed_over(garbage: str | bytes) -> None:
    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        await socket.send(garbage)
        await socket.send(json.dumps({"type": "changed", "seq": 1, "topic": "t"}))
        await stay(socket)

    async with line_to(play) as line:
        assert await line.next() == LineUp(resumed=False)
        assert await line.next() == Changed(seq=1, topic="t")


async def test_an_oversize_frame_breaks_the_line_and_it_comes_back() -> None:
    visits = 0

    async def play(socket: ServerConnection) -> None:
        nonlocal visits
        visits += 1
        await hello_of(socket)
        await socket.send(welcome())
        if visits == 1:
            await socket.send("x" * 1024 * 1024)
        await stay(socket)

    async with line_to(play) as line:
        assert [await line.next() for _ in range(3)] == [
            LineUp(resumed=False),
            LineDown(),
            LineUp(resumed=False),
        ]


@pytest.mark.parametrize(
    ("close", "code"),
    [
        (4400, RefusalCode.PROTOCOL_UNSUPPORTED),
        (4401, RefusalCode.UNAUTHENTICATED),
        (4409, RefusalCode.SESSION_EXPIRED),
    ],
)
async def test_a_final_no_is_believed(close: int, code: RefusalCode) -> None:
    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(json.dumps({"type": "error", "code": code, "oldest": 2, "current": 3}))
        await socket.close(close)

    async with line_to(play) as line:
        assert await line.next() == LineRefused(code, is_replaced=close == 4409)
        assert not line.socket.is_up


async def test_a_refused_frame_is_told_and_the_line_stays() -> None:
    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        await socket.send(json.dumps({"type": "error", "code": "not_admitted"}))
        await stay(socket)

    async with line_to(play) as line:
        assert [await line.next(), await line.next()] == [
            LineUp(resumed=False),
            Failed(code=RefusalCode.NOT_ADMITTED),
        ]
        assert line.socket.is_up


async def test_pings_are_answered_and_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signalling, "_PING_S", 0.05)
    heard: asyncio.Queue[Frame] = asyncio.Queue()

    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        await socket.send('{"type": "ping"}')
        for _ in range(2):
            heard.put_nowait(json.loads(await socket.recv()))
        await stay(socket)

    async with line_to(play):
        kinds = {(await asyncio.wait_for(heard.get(), 5))["type"] for _ in range(2)}
    assert kinds == {"ping", "pong"}


async def test_a_silent_server_counts_as_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signalling, "_DEAD_S", 0.1)

    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        await stay(socket)

    async with line_to(play) as line:
        assert [await line.next(), await line.next()] == [LineUp(resumed=False), LineDown()]


async def test_it_stops_at_once_also_while_a_frame_comes_in() -> None:
    async def play(socket: ServerConnection) -> None:
        await hello_of(socket)
        await socket.send(welcome())
        for seq in range(1, 5):
            await socket.send(json.dumps({"type": "changed", "seq": seq, "topic": "t"}))
        await stay(socket)

    for turns in range(80):
        async with line_to(play) as line:
            await line.next()
            for _ in range(turns % 16):
                await asyncio.sleep(0)
            async with asyncio.timeout(3):
                await line.socket.stop()
