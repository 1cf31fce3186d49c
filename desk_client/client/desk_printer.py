"""The printer of a desk: the one its person chose, else the one it was installed with."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Protocol

from desk_client.client import cups
from desk_client.client.cups import CupsMissingError, Listed
from desk_client.client.model import Model
from desk_client.client.preferences import SYSTEM_PRINTER, ChosenPreferences
from desk_client.client.printer import Printer, Trouble


@dataclass(frozen=True, slots=True)
class Known:
    """The printers that this machine knows. None: not read yet; where nothing answers `is_silent`."""

    queues: tuple[Listed, ...] | None = None
    is_silent: bool = False

    @property
    def default(self) -> Listed | None:
        """The one that the system takes by itself."""
        return next((each for each in self.queues or () if each.is_default), None)

    def named(self, name: str) -> Listed | None:
        """The queue of that name."""
        return next((each for each in self.queues or () if each.name == name), None)


class Prints(Protocol):
    """One queue, as `Printer` is."""

    async def print_page(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
        """Print a page; None once it has come out."""

    def close(self) -> None:
        """Let go of it."""


_UNREAD: Final = Known()


class DeskPrinter:
    """Everything that a desk prints goes by it. A queue that is away is told of, and no other takes its place."""

    def __init__(
        self, preferences: ChosenPreferences, installed: str = "", make: Callable[[str], Prints] = Printer
    ) -> None:
        """``installed`` is the queue that the settings name; empty: none."""
        self._preferences = preferences
        self.installed = installed
        self._make = make
        self._made: dict[str, Prints] = {}
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="printers")
        self._reading: asyncio.Future[tuple[Listed, ...] | None] | None = None
        self.known: Model[Known] = Model(_UNREAD)
        self.went_to = ""
        """The queue that the last page went to, or should have; empty where there was none to go to."""

    @property
    def is_set(self) -> bool:
        """Whether a printer was chosen, or installed."""
        return bool(self.installed) or self._preferences.now.value.printer is not None

    async def look(self) -> None:
        """Read anew which printers there are: beside the loop, for a scheduler may stand still."""
        if self._reading is None or self._reading.done():
            self._reading = asyncio.get_running_loop().run_in_executor(self._pool, _queues)
        found = await asyncio.shield(self._reading)
        self.known.set(Known(found, is_silent=found is None))

    async def print_page(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
        """Print a page of that size; None once it has come out."""
        chosen = self._preferences.now.value.printer
        name = self.installed if chosen is None else chosen
        if chosen == SYSTEM_PRINTER:
            await self.look()
            default = self.known.value.default
            name = "" if default is None else default.name
        self.went_to = name
        if not name:
            return Trouble.NO_PRINTER
        if name not in self._made:
            self._made[name] = self._make(name)
        return await self._made[name].print_page(pdf, title, size_mm)

    def close(self) -> None:
        """End the threads; waits for a scheduler that was asked and does not answer."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        for printer in self._made.values():
            printer.close()


def _queues() -> tuple[Listed, ...] | None:
    try:
        return cups.queues()
    except CupsMissingError:
        return None
