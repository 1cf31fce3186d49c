"""A server in a process of its own, which begins within milliseconds and may be killed at any moment."""

import gc
import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from desk_client.bootstrap.house import close_house, make_server, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.house import House
from desk_client.server.run import Server

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

_PROCESSES: Final = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])  # a life begins in milliseconds, not with seconds of imports
_WITHIN_S: Final = 60.0

Spoken = dict[str, Any]  # settings, as they travel to another process
MakeServer = Callable[[ServerSettings], Server]


class ServerProcess:
    """One server, life after life on the same port and the same store."""

    def __init__(self, settings: Spoken, *, make: MakeServer = make_server, core: int | None = None) -> None:
        """`make` is another way to make a server, a function of a module; `core` is the only one that it may run on."""
        self._settings = settings
        self._make = make
        self._core = core
        self._process: ForkServerProcess | None = None
        self.port = 0

    def start(self) -> None:
        """Return once it answers."""
        mine, theirs = _PROCESSES.Pipe(duplex=False)
        spoken = self._settings | {"port": self.port}
        self._process = _PROCESSES.Process(target=_serve, args=(spoken, self._make, self._core, theirs))
        self._process.start()
        theirs.close()
        with mine:
            assert mine.poll(_WITHIN_S), "the server does not start"
            self.port = mine.recv()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    @property
    def pid(self) -> int:
        """Of the running server."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid


def opened(settings: Spoken, prepare: Callable[[House], None], clock: Clock | None = None) -> None:
    """Open the store of some settings, do something with it, and close it."""
    house = open_house(ServerSettings(**settings), clock=clock)
    try:
        prepare(house)
    finally:
        close_house(house)


def _serve(settings: Spoken, make: MakeServer, core: int | None, started: Connection) -> None:
    """Serve until killed."""
    logging.getLogger().setLevel(logging.ERROR)  # a store that was killed is told of with every request
    if core is not None:
        os.sched_setaffinity(0, {core})
    server = make(ServerSettings(**settings))
    server.start()
    gc.collect()
    gc.freeze()  # as `run.serve` does
    started.send(server.port)
    threading.Event().wait()
