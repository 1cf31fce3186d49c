"""The ways by which a booker's wish reaches a server: HTTP on a socket, or the gate that every route goes through."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Final, Protocol

from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.appointments import Appointment, AppointmentAsk, Booked
from desk_client.protocol.base import Answer as Said
from desk_client.protocol.slots import Hold, HoldAsk, MoveAsk
from desk_client.server.house import House
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import changes
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.web.gate import Gate
from desk_client.server.web.problems import STATUS, RefusedError
from tests.integration.server.storm.history import LOST, Answer, Deed, Wish
from tests.integration.server.storm.lab import Region, token_of

_AGAIN_S: Final = 0.01
_HEAD_END: Final = b"\r\n\r\n"


class Way(Protocol):
    """Carries wishes; never raises."""

    async def ask(self, wish: Wish) -> Answer:
        """Ask, and wait for the answer; one that is lost where there was none."""
        ...


def body_of(wish: Wish, region: Region) -> dict[str, Any] | None:
    """The body of the request."""
    match wish.deed:
        case Deed.HOLD:
            service = next(each for each in region.services if each.id == wish.target)
            return {"office_id": service.office_id, "service_id": service.id, "starts_at": wish.starts_at}
        case Deed.BOOK:
            return {"hold_id": wish.target, "subject": "طريق القرية"}
        case Deed.MOVE:
            return {"starts_at": wish.starts_at}
        case _:
            return None


_ROUTES: Final[dict[Deed, tuple[str, str]]] = {
    Deed.HOLD: ("POST", "/v1/holds"),
    Deed.RELEASE: ("DELETE", "/v1/holds/{}"),
    Deed.BOOK: ("POST", "/v1/appointments"),
    Deed.CANCEL: ("POST", "/v1/appointments/{}/cancellation"),
    Deed.MOVE: ("POST", "/v1/appointments/{}/reschedule"),
}

_Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Wire:
    """HTTP/1.1 on as many kept connections as there are requests at one time."""

    def __init__(self, port: int, region: Region) -> None:
        """To a server on this machine, which may be killed and come back on the same port."""
        self._port = port
        self._region = region
        self._idle: list[_Ends] = []

    async def ask(self, wish: Wish) -> Answer:
        """See `Way.ask`. A connection that is refused was no question: it is tried again until the server is back."""
        request = self.request(wish)
        ends = self._kept() or await self._connected()
        try:
            answer = await self.answered(ends, request)
        except (OSError, asyncio.IncompleteReadError):
            ends[1].close()
            return LOST
        self._idle.append(ends)
        return answer

    def request(self, wish: Wish) -> bytes:
        """The bytes to send."""
        method, path = _ROUTES[wish.deed]
        body = body_of(wish, self._region)
        content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        lines = [
            f"{method} {path.format(wish.target)} HTTP/1.1",
            "Host: 127.0.0.1",
            f"Authorization: Bearer {token_of(wish.person)}",
            f"Content-Length: {len(content)}",
            *(["Content-Type: application/json"] if content else []),
            *([f"Idempotency-Key: {wish.key}"] if wish.key else []),
        ]
        return "\r\n".join(lines).encode() + _HEAD_END + content

    async def answered(self, ends: _Ends, request: bytes) -> Answer:
        """Send and receive. Raises OSError or IncompleteReadError where the connection breaks."""
        reader, writer = ends
        writer.write(request)
        head = (await reader.readuntil(_HEAD_END)).decode("latin-1")
        status = int(head[9:12])
        length = next((int(line[15:]) for line in head.lower().split("\r\n") if line.startswith("content-length:")), 0)
        content = await reader.readexactly(length)
        return Answer(status, json.loads(content) if content else {})

    def _kept(self) -> _Ends | None:
        """A connection that was used before and that the server has not closed meanwhile: it does when one is idle."""
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
        return None

    async def _connected(self) -> _Ends:
        while True:
            try:
                return await asyncio.open_connection("127.0.0.1", self._port)
            except OSError:
                await asyncio.sleep(_AGAIN_S)  # whoever is killed answers nothing until they are back

    async def close(self) -> None:
        """Let go of the connections."""
        for _, writer in self._idle:
            writer.close()
        self._idle.clear()


class Inside:
    """The gate that all routes go through, asked without the web in between."""

    def __init__(self, house: House, region: Region) -> None:
        """Of an open house."""
        self._gate = Gate(house)
        self._region = region

    async def ask(self, wish: Wish) -> Answer:
        """See `Way.ask`."""
        try:
            said = await self._gate.write(token_of(wish.person), self._service(wish))
        except RefusedError as refused:
            return Answer(STATUS[refused.refusal.code].value, {"code": refused.refusal.code.value})
        except StoreUnavailableError:
            return Answer(503)
        return Answer(201 if said else 204, {} if said is None else said.model_dump(mode="json"))

    def _service(self, wish: Wish) -> Callable[[Transaction, Actor], Said | Refusal | None]:
        target, key, body = AppointmentId(wish.target), wish.key, body_of(wish, self._region)
        match wish.deed:
            case Deed.HOLD:
                hold = HoldAsk.model_validate(body)
                return lambda tx, actor: once(tx, actor, key, hold, Hold, lambda: holding.place_hold(tx, actor, hold))
            case Deed.RELEASE:
                return lambda tx, actor: holding.release_hold(tx, actor, target)
            case Deed.BOOK:
                book = AppointmentAsk.model_validate(body)
                return lambda tx, actor: once(tx, actor, key, book, Booked, lambda: booking.book(tx, actor, book))
            case Deed.CANCEL:
                return lambda tx, actor: changes.cancel(tx, actor, target, None)
            case Deed.MOVE:
                move = MoveAsk.model_validate(body)
                return lambda tx, actor: once(
                    tx, actor, key, move, Appointment, lambda: changes.reschedule(tx, actor, target, move, None)
                )
