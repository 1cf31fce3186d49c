"""The engine: a thread with an event loop of its own, commands in, events and pictures out."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from desk_client.rtc.conductor import Conductor
from desk_client.rtc.heap import share_arenas
from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.picture.screens import Screens
from desk_client.rtc.port import AnyStream, Command, Event
from desk_client.rtc.studio import Hardware

_log = logging.getLogger(__name__)

_SWITCH_INTERVAL_S: Final = 0.0005
_END_S: Final = 3.0


class Engine:
    """Media of one window. It can be started once, and must be stopped.

    Args:
        hardware: how devices are reached; the system's own unless a test says otherwise.
    """

    def __init__(self, hardware: Hardware | None = None) -> None:
        self._hardware = hardware or Hardware()
        self._screens = Screens()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._commands: asyncio.Queue[Command | None] = asyncio.Queue()
        self._on_event: Callable[[Event], None] | None = None

    def start(self, on_event: Callable[[Event], None]) -> None:
        """Start the thread.

        Args:
            on_event: called in the engine's thread with each event; it must return at once (post it elsewhere). After
                `stop` has returned it is not called any more.
        """
        if self._thread is not None:
            raise RuntimeError("an engine is started once")
        # A busy window would otherwise keep this thread waiting 5 ms for each turn
        sys.setswitchinterval(_SWITCH_INTERVAL_S)
        share_arenas()
        self._on_event = on_event
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(self._loop,), name="rtc-engine", daemon=True)
        self._thread.start()

    def post(self, command: Command) -> None:
        """Ask for something (any thread, never blocks); without effect before `start` and after `stop`."""
        self._put(command)

    def attach(self, stream: AnyStream, scaler: TileScaler) -> None:
        """Have a tile show a stream, from its last frame on (any thread, also before `start`)."""
        self._screens.attach(stream, scaler)

    def detach(self, stream: AnyStream, scaler: TileScaler) -> None:
        """Undo `attach`; the scaler remains the caller's to close."""
        self._screens.detach(stream, scaler)

    def stop(self) -> None:
        """End call, capture and thread, within two seconds; a second time, or before `start`, does nothing."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._put(None)
        thread.join(_END_S)
        if thread.is_alive():
            _log.error("the media engine did not end in time")

    def _put(self, command: Command | None) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._commands.put_nowait, command)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(self._serve())
        finally:
            _wind_up(loop)

    async def _serve(self) -> None:
        conductor = Conductor(self._hardware, self._screens, self._tell)
        try:
            while (command := await self._commands.get()) is not None:
                try:
                    await conductor.carry_out(command)
                except Exception:  # noqa: BLE001  (the one place for what nobody foresaw: the engine serves on)
                    _log.exception("the media engine failed at %s", type(command).__name__)
        finally:
            await conductor.close()

    def _tell(self, event: Event) -> None:
        assert self._on_event is not None
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001  (a listener's bug is not the engine's end)
            _log.exception("nobody took the media engine's %s", type(event).__name__)


def _wind_up(loop: asyncio.AbstractEventLoop) -> None:
    """End what upstream left running, then the loop."""
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    asyncio.set_event_loop(None)
    loop.close()
