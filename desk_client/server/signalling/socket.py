"""One signalling socket from hello to close."""

import asyncio
import contextlib
import logging
import secrets
from typing import Final, Literal, assert_never

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.signalling import (
    CLIENT_FRAME,
    CLOSE_FRAME_TOO_LARGE,
    CLOSE_PROTOCOL_UNSUPPORTED,
    CLOSE_SLOW_READER,
    CLOSE_UNAUTHENTICATED,
    MAX_FRAME_BYTES,
    Candidate,
    ClientFrame,
    Description,
    Distrusted,
    Failed,
    Hello,
    Join,
    Leave,
    Ping,
    Pong,
    Settled,
    Shows,
    Unsettled,
    Welcome,
)
from desk_client.protocol.version import CURRENT, OLDEST_SUPPORTED, agreed
from desk_client.server.house import House
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access.sessions import authenticate, still_open
from desk_client.server.services.actor import Actor
from desk_client.server.signalling.hub import Hub
from desk_client.server.signalling.line import Line
from desk_client.server.signalling.mailbox import Mailbox
from desk_client.server.signalling.rooms import Rooms

_log = logging.getLogger(__name__)
_CLOSE_SILENT: Final = 1001
_CLOSE_INVALID: Final = 1002
_CLOSE_INTERNAL: Final = 1011
_MOST_FAULTS: Final = 32
"""So many refused frames on one socket, and it is cut: this is no client of ours."""
_CLOSE_WITHIN_S: Final = 1.0


class _Over(Exception):  # noqa: N818 - an orderly end, no error: unwinds to where the socket is closed
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


_DEAF: Final = frozenset({CLOSE_SLOW_READER, _CLOSE_SILENT})
"""Closes after which nobody reads what was still to be said."""


class _AnyHello(BaseModel):
    model_config = ConfigDict(extra="ignore")

    type: Literal["hello"]
    protocol: int


class SignallingSocket:
    """Serves one socket; made anew for each."""

    def __init__(self, house: House, hub: Hub, rooms: Rooms, socket: WebSocket) -> None:
        """`socket` has not been accepted yet."""
        self._house = house
        self._settings = house.settings.signalling
        self._hub = hub
        self._rooms = rooms
        self._socket = socket
        self._line = Line(self._settings.outbound_queue)
        self._faults = 0

    async def serve(self) -> None:
        """Until either side ends it."""
        await self._socket.accept()
        try:
            mailbox = await self._greet()
        except _Over as over:
            await self._close(over.code)
            return
        except WebSocketDisconnect:
            return
        try:
            code = await self._converse(mailbox)
        finally:
            if mailbox.line is self._line:
                mailbox.line = None
                self._hub.forget_later(mailbox, self._settings.replay_for)
                await self._rooms.drop_out(mailbox)
        if code is not None:
            await self._close(code)

    async def _greet(self) -> Mailbox:
        """The first frame must be a hello that we can serve."""
        try:
            async with asyncio.timeout(self._settings.hello_within.total_seconds()):
                text = await self._receive()
        except TimeoutError:
            raise _Over(_CLOSE_SILENT) from None
        offered = _offered_protocol(text)
        if offered is not None and agreed(offered) is None:
            self._offer(Failed(code=RefusalCode.PROTOCOL_UNSUPPORTED, oldest=OLDEST_SUPPORTED, current=CURRENT))
            raise _Over(CLOSE_PROTOCOL_UNSUPPORTED)
        frame = _decoded(text)
        if not isinstance(frame, Hello):
            self._offer(Failed(code=RefusalCode.INVALID_REQUEST))
            raise _Over(_CLOSE_INVALID)
        known = await self._house.read(lambda transaction: authenticate(transaction, hashed(frame.token)))
        if isinstance(known, Refusal):
            self._offer(Failed(code=known.code))
            raise _Over(CLOSE_UNAUTHENTICATED)
        return await self._mailbox(frame, known.actor)

    async def _mailbox(self, hello: Hello, actor: Actor) -> Mailbox:
        """The mailbox that the client left, with what it missed; or a new one."""
        if hello.resume is not None:
            kept = self._hub.find(hello.resume.session_id)
            missed = None if kept is None else kept.since(hello.resume.last_seq)
            if kept is not None and missed is not None and kept.actor.session_id == actor.session_id:
                self._hub.keep(kept)
                replaced = kept.attach(self._line)
                if replaced is not None:
                    replaced.close(_CLOSE_SILENT)
                self._offer(
                    Welcome(session_id=kept.id, protocol=hello.protocol, resumed=True, seq=hello.resume.last_seq)
                )
                for text in missed:
                    self._line.offer(text)
                await self._rooms.come_back(kept)
                return kept
        mailbox = Mailbox(secrets.token_hex(16), actor, self._settings.replay_frames, self._line)
        self._hub.add(mailbox)
        self._offer(Welcome(session_id=mailbox.id, protocol=hello.protocol, resumed=False, seq=mailbox.seq))
        return mailbox

    async def _converse(self, mailbox: Mailbox) -> int | None:
        """Read, write and ping at once until one of them ends; the close code, or None where the peer is gone."""
        tasks = [
            asyncio.create_task(self._read(mailbox), name="signalling-read"),
            asyncio.create_task(self._write(), name="signalling-write"),
            asyncio.create_task(self._ping(mailbox), name="signalling-ping"),
            asyncio.create_task(self._line.closed(), name="signalling-close"),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        error = next((task.exception() for task in done if task.exception() is not None), None)
        match error:
            case None:
                return await self._line.closed()
            case _Over():
                return error.code
            case WebSocketDisconnect():
                return None
            case _:
                _log.error("a signalling socket failed", exc_info=error)
                return _CLOSE_INTERNAL

    async def _read(self, mailbox: Mailbox) -> None:
        while True:
            try:
                # not wait_for: on Python 3.11 it loses a cancellation that comes in the same turn as a frame
                async with asyncio.timeout(self._settings.dead_after.total_seconds()):
                    text = await self._receive()
            except TimeoutError:
                raise _Over(_CLOSE_SILENT) from None
            frame = _decoded(text)
            refusal = Refusal(RefusalCode.INVALID_REQUEST) if frame is None else await self._handle(mailbox, frame)
            if refusal is not None:
                self._offer(Failed(code=refusal.code))
                self._faults += 1
                if self._faults > _MOST_FAULTS:
                    raise _Over(_CLOSE_INVALID)

    async def _handle(self, mailbox: Mailbox, frame: ClientFrame) -> Refusal | None:
        match frame:
            case Hello():
                return Refusal(RefusalCode.INVALID_REQUEST)
            case Join():
                return await self._rooms.join(mailbox, frame)
            case Leave():
                await self._rooms.leave(mailbox)
                return None
            case Description() | Candidate() | Shows():
                return self._rooms.relay(mailbox, frame)
            case Settled():
                return await self._rooms.settled(mailbox, frame)
            case Unsettled():
                return await self._rooms.unsettled(mailbox, frame)
            case Distrusted():
                return await self._rooms.distrusted(mailbox, frame)
            case Ping():
                self._offer(Pong())
                return None
            case Pong():
                return None
            case _:
                assert_never(frame)

    async def _write(self) -> None:
        while True:
            await self._socket.send_text(await self._line.next())

    async def _ping(self, mailbox: Mailbox) -> None:
        session_id = mailbox.actor.session_id
        while True:
            await asyncio.sleep(self._settings.ping_every.total_seconds())
            self._offer(Ping())
            if not await self._house.write(lambda transaction: still_open(transaction, session_id)):
                raise _Over(CLOSE_UNAUTHENTICATED)

    async def _receive(self) -> str:
        """One frame's text. Raises WebSocketDisconnect at the end, and _Over for one that is too large."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", _CLOSE_SILENT))
        text = message.get("text")
        # binary frames are not of this protocol: as text they are empty, and no JSON
        text = "" if text is None else text
        if len(text) > MAX_FRAME_BYTES or len(text.encode()) > MAX_FRAME_BYTES:
            self._offer(Failed(code=RefusalCode.FRAME_TOO_LARGE))
            raise _Over(CLOSE_FRAME_TOO_LARGE)
        return text

    def _offer(self, frame: Welcome | Failed | Ping | Pong) -> None:
        self._line.offer(frame.model_dump_json())

    async def _close(self, code: int) -> None:
        """Say what is still to be said and close; a peer that does not read any more must not hold us."""
        with contextlib.suppress(TimeoutError, WebSocketDisconnect, RuntimeError):
            async with asyncio.timeout(_CLOSE_WITHIN_S):
                if code not in _DEAF:
                    for text in self._line.parting:
                        await self._socket.send_text(text)
                await self._socket.close(code)


def _decoded(text: str) -> ClientFrame | None:
    try:
        return CLIENT_FRAME.validate_json(text)
    except ValidationError:
        return None


def _offered_protocol(text: str) -> int | None:
    """The version that a hello names, also where the rest of it is of a version that we do not know."""
    try:
        return _AnyHello.model_validate_json(text).protocol
    except ValidationError:
        return None
