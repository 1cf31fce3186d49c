"""Runs a server in a thread of its own: opens the house, serves, and ends in order."""

import gc
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import FrameType, TracebackType
from typing import Final, Self

import uvicorn

from desk_client.config.settings import ServerSettings
from desk_client.protocol.signalling import MAX_FRAME_BYTES
from desk_client.server.app import create_app
from desk_client.server.house import House
from desk_client.server.http_line import HttpLine
from desk_client.server.jobs.backing_up import BackupKeeper
from desk_client.server.security.tls import server_context

_log = logging.getLogger(__name__)
_BACKLOG: Final = 512
_STARTS_WITHIN_S: Final = 15.0
_SIGNALLED: Final = 128  # what shells add to a signal's number


def close_house(house: House) -> None:
    """Finish what was handed in and let go of the store."""
    house.store.close()
    house.passwords.close()
    house.sms.close()


class Server:
    """One server. `with Server(…) as server:` serves until the block ends."""

    def __init__(
        self,
        settings: ServerSettings,
        open_house: Callable[[], House],
        backups: Callable[[House], BackupKeeper | None] = lambda _house: None,
    ) -> None:
        """Nothing is opened before `start`, which calls `open_house`; `stop` closes the house.

        `backups` makes whoever takes the house's backups.
        """
        self._settings = settings
        self._open_house = open_house
        self._backups = backups
        self._say_draining: Callable[[], None] = lambda: None
        self._house: House | None = None
        self._socket: socket.socket | None = None
        self._uvicorn: _Uvicorn | None = None
        self._thread: threading.Thread | None = None

    @property
    def house(self) -> House:
        """The parts of the running server, for administration in the same process."""
        if self._house is None:
            raise RuntimeError("the server is not started")
        return self._house

    @property
    def port(self) -> int:
        """The port that it really listens on."""
        if self._socket is None:
            raise RuntimeError("the server is not started")
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        """Its HTTP origin."""
        return f"{'https' if self._settings.tls.is_on else 'http'}://{self._settings.host}:{self.port}"

    def start(self) -> None:
        """Return once requests are answered.

        Raises:
            StoreUnusableError: the store cannot be used.
            TransportUnusableError: the settings' TLS cannot be served, or there is none where it must be.
            OSError: the address is taken, or the directory cannot be used.
        """
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        _log.info("serving on %s", self.url)

    def _start(self) -> None:
        tls = server_context(self._settings, datetime.now(UTC))
        self._socket = _listening(self._settings.host, self._settings.port)
        self._house = self._open_house()
        app = create_app(self._house, self._backups(self._house))
        self._say_draining = app.state.readiness.drain
        self._uvicorn = _Uvicorn(
            uvicorn.Config(
                app,
                ws="websockets-sansio",
                ws_per_message_deflate=False,
                # ours is the limit that answers with a code; this one only keeps a peer from filling the memory
                ws_max_size=MAX_FRAME_BYTES * 4,
                ws_ping_interval=None,
                http=HttpLine,
                loop="auto",  # uvloop, where there is one
                lifespan="on",
                ssl_context_factory=None if tls is None else lambda _config, _default: tls,
                # whose word on the caller's address is taken; nobody's where no proxy is named
                proxy_headers=bool(self._settings.behind_proxy),
                forwarded_allow_ips=list(self._settings.behind_proxy),
                server_header=False,
                log_config=None,
                # whatever the rest logs: at DEBUG this one writes every frame of a socket down, tokens and all
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=max(1, int(self._settings.drain_within.total_seconds())),
            )
        )
        self._thread = threading.Thread(target=self._uvicorn.run, args=([self._socket],), name="server")
        self._thread.start()
        if not self._uvicorn.serving.wait(_STARTS_WITHIN_S) or not self._uvicorn.started:
            raise OSError("the server did not start; its log says why")

    def drain(self) -> None:
        """Say at `/ready` that this server is about to end; it goes on answering."""
        self._say_draining()

    def stop(self) -> None:
        """Answer what was asked, close the sockets, let go of the store. Idempotent."""
        if self._uvicorn is not None:
            self._uvicorn.should_exit = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._house is not None:
            close_house(self._house)
            self._house = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()


def serve(server: Server, *, grace: timedelta = timedelta()) -> None:
    """Start it and serve until SIGINT or SIGTERM. For a process's main thread; raises as `Server.start` does.

    Then the server is not ready any more, but answers for `grace`, so that whoever sends requests here learns of it;
    then sockets are closed with 1012, and open requests finish (`drain_within`). A second signal ends the process at
    once: what was acknowledged is in the store.
    """
    ending = threading.Event()

    def end(number: int, _frame: FrameType | None) -> None:
        if ending.is_set():
            os._exit(_SIGNALLED + number)
        ending.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    with server:
        gc.collect()
        gc.freeze()  # what a server is made of lives as long as it does: no later collection needs to look through it
        # a wait without a timeout would keep a signal from being noticed on Windows
        while not ending.wait(1.0):
            pass
        server.drain()
        _log.info("ending: not ready from now on, and away in %.1f s", grace.total_seconds())
        time.sleep(grace.total_seconds())


class _Uvicorn(uvicorn.Server):
    """Says when it serves, or that it never will."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.serving = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        try:
            await super().startup(sockets)
        finally:
            self.serving.set()


def _listening(host: str, port: int) -> socket.socket:
    """A listening socket. Its protocol is named: only then does asyncio switch Nagle's algorithm off for its callers.

    Otherwise an answer's body waits for the acknowledgement of its head, 40 ms on every request.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol or socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # on Windows it would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except BaseException:
        listening.close()
        raise
    return listening
