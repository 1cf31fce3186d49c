"""The signalling socket: says hello, keeps itself alive, comes back by itself, and hands frames on."""

import asyncio
import logging
import random
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.config.origins import is_safe_origin
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.signalling import (
    CLOSE_PROTOCOL_UNSUPPORTED,
    CLOSE_REPLACED,
    CLOSE_UNAUTHENTICATED,
    MAX_FRAME_BYTES,
    PATH,
    SERVER_FRAME,
    ClientFrame,
    Failed,
    Hello,
    Ping,
    Pong,
    Resume,
    ServerFrame,
    Welcome,
)
from desk_client.protocol.version import CURRENT

logger = logging.getLogger(__name__)

_BACKOFF_FIRST_S: Final = 0.1
_BACKOFF_MOST_S: Final = 5.0
_OPEN_TIMEOUT_S: Final = 5.0
_PING_S: Final = 20.0
_DEAD_S: Final = 45.0
_QUEUE: Final = 128
_LAST_WORDS_S: Final = 1.0

_FINAL: Final = {
    CLOSE_PROTOCOL_UNSUPPORTED: RefusalCode.PROTOCOL_UNSUPPORTED,
    CLOSE_UNAUTHENTICATED: RefusalCode.UNAUTHENTICATED,
    CLOSE_REPLACED: RefusalCode.SESSION_EXPIRED,
}


class SignallingSocket:
    """One client's line to ``/v1/signalling``.

    ``on_event`` is called on the loop, in order. ``send`` drops a frame while the line is down: what is in flight is
    repaired by the room's state after the line is back, never by replaying.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        on_event: Callable[[LineEvent], None],
        *,
        tls: ssl.SSLContext | None = None,
        protocol: int = CURRENT,
    ) -> None:
        """``base_url`` is the server's HTTP origin; ``token`` a citizen's or a staff session's.

        ``tls`` checks the server (``pinning.tls_context``); an https origin without it, or plain http to another
        machine, is a ValueError.
        """
        scheme, _, rest = base_url.rstrip("/").partition("://")
        if not is_safe_origin(base_url) or (tls is None) != (scheme == "http"):
            raise ValueError("a server on another machine is spoken to over TLS only")
        self._tls = tls
        self._url = f"{'wss' if scheme == 'https' else 'ws'}://{rest}{PATH}"
        self._token = token
        self._protocol = protocol
        self._on_event = on_event
        self._outgoing: asyncio.Queue[ClientFrame] = asyncio.Queue(_QUEUE)
        self._resume: Resume | None = None
        self._up = False
        self._attempt: asyncio.Timeout | None = None
        """What is under way: an attempt with its conversation, or the pause before the next."""
        self._socket: ClientConnection | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_up(self) -> bool:
        """Whether the server has welcomed us and the line stands."""
        return self._up

    def start(self) -> None:
        """Begin to keep the line up, on the running loop."""
        self._task = asyncio.get_running_loop().create_task(self._keep_up(), name="signalling")

    async def stop(self) -> None:
        """Close the line for good, after what was sent has gone out (bounded)."""
        if self._task is None:
            return
        if self._up:
            try:
                async with asyncio.timeout(_LAST_WORDS_S):
                    await self._outgoing.join()
            except TimeoutError:
                logger.info("the line did not take the last frames")
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None

    def send(self, frame: ClientFrame) -> bool:
        """Queue a frame; False when the line is down or does not keep up."""
        if not self._up:
            return False
        try:
            self._outgoing.put_nowait(frame)
        except asyncio.QueueFull:
            logger.warning("the signalling line does not keep up: a frame was dropped")
            return False
        return True

    def hurry(self) -> None:
        """Begin anew at once, without waiting to see whether the line still stands: the network is another one."""
        if self._socket is not None:
            self._socket.transport.abort()  # a farewell would wait for an answer that cannot come
        if self._attempt is not None:
            self._attempt.reschedule(asyncio.get_running_loop().time())

    async def _keep_up(self) -> None:
        wait_s = _BACKOFF_FIRST_S
        while True:
            welcomed = False
            try:
                async with (
                    asyncio.timeout(None) as self._attempt,
                    connect(
                        self._url,
                        open_timeout=_OPEN_TIMEOUT_S,
                        close_timeout=1.0,
                        max_size=MAX_FRAME_BYTES * 2,  # a relayed frame gains its seq
                        compression=None,
                        ping_interval=None,  # the protocol has its own, which JavaScript can see as well
                        proxy=None,
                        ssl=self._tls,
                    ) as socket,
                ):
                    self._socket = socket
                    welcomed = await self._greet(socket)
                    if welcomed:
                        await self._converse(socket)
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd else None
                refusal = None if code is None else _FINAL.get(code)
                if refusal is not None:
                    self._drop()
                    self._on_event(LineRefused(refusal, is_replaced=code == CLOSE_REPLACED))
                    return
            except (OSError, TimeoutError, InvalidHandshake) as error:
                logger.info("signalling not reached: %s", type(error).__name__)
            except InvalidURI:
                self._on_event(LineRefused(RefusalCode.INVALID_REQUEST))
                return
            finally:
                self._socket = self._attempt = None
                self._drop()
            wait_s = _BACKOFF_FIRST_S if welcomed else min(wait_s * 2, _BACKOFF_MOST_S)
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as self._attempt:
                    await asyncio.sleep(wait_s * random.uniform(0.5, 1.5))  # noqa: S311 - jitter spreads load, it is no secret

    def _drop(self) -> None:
        was_up, self._up = self._up, False
        while not self._outgoing.empty():
            self._outgoing.get_nowait()
            self._outgoing.task_done()
        if was_up:
            self._on_event(LineDown())

    async def _greet(self, socket: ClientConnection) -> bool:
        hello = Hello(protocol=self._protocol, token=self._token, resume=self._resume)
        await socket.send(hello.model_dump_json())
        async with asyncio.timeout(_OPEN_TIMEOUT_S):
            frame = await self._receive(socket)
        if not isinstance(frame, Welcome):
            if isinstance(frame, Failed):
                logger.info("the server refused our hello: %s", frame.code)
                await socket.wait_closed()
                # The close code tells whether that is final; recv() raises it as ConnectionClosed.
                await socket.recv()
            return False
        self._resume = Resume(session_id=frame.session_id, last_seq=frame.seq)
        self._up = True
        self._on_event(LineUp(resumed=frame.resumed))
        return True

    async def _converse(self, socket: ClientConnection) -> None:
        writer = asyncio.create_task(self._write(socket), name="signalling-writer")
        try:
            while True:
                # not wait_for: on Python 3.11 it loses a cancellation that comes in the same turn as a frame
                async with asyncio.timeout(_DEAD_S):
                    frame = await self._receive(socket)
                match frame:
                    case None | Welcome() | Pong():
                        continue
                    case Ping():
                        self.send(Pong())
                        continue
                    case Failed():
                        pass
                    case _:
                        if self._resume is not None:
                            self._resume = self._resume.model_copy(update={"last_seq": frame.seq})
                self._on_event(frame)
        finally:
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)

    async def _write(self, socket: ClientConnection) -> None:
        while True:
            try:
                async with asyncio.timeout(_PING_S):
                    frame = await self._outgoing.get()
            except TimeoutError:
                await socket.send(Ping().model_dump_json())
                continue
            try:
                await socket.send(frame.model_dump_json())
            finally:
                self._outgoing.task_done()

    async def _receive(self, socket: ClientConnection) -> ServerFrame | None:
        """The next frame, or None for one that is not of the protocol (a newer server's, say)."""
        message = await socket.recv()
        try:
            return SERVER_FRAME.validate_json(message)
        except ValidationError as error:
            logger.warning("a signalling frame is not of the protocol: %d errors", error.error_count())
            return None
