"""What a kiosk does beside its visitors' processes: its line to the hall's operator, and handing in what was left.

Loaded after the first of those processes was started: nobody who waits for the first screen waits for this.
"""

import asyncio
import logging
from importlib.metadata import PackageNotFoundError, version
from typing import Self

from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.hall_link import HallLink
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.courier import Courier
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.printer import Printer
from desk_client.client.supervisor import Supervisor
from desk_client.config.desktop_settings import DesktopSettings

logger = logging.getLogger(__name__)


class Errands:
    """Runs on the event loop that it is made on, until its ``with`` ends."""

    def __init__(self, settings: DesktopSettings, credential: str, supervisor: Supervisor) -> None:
        """Begin both.

        Raises:
            OSError: the settings' file of authorities is not one.
        """
        self._gateway = open_gateway(settings)
        self._printer = Printer(settings.printer) if settings.printer else None
        directory = settings.directory("kiosk")
        outbox = Outbox(directory.outbox)
        link = HallLink(self._gateway, credential, supervisor, program=_version(), outbox=outbox, printer=self._printer)
        supervisor.on_said = link.hear
        courier = Courier(self._gateway, credential, outbox, Pantry(directory.provisions, credential))
        handing_in = asyncio.create_task(courier.run(), name="courier")
        handing_in.add_done_callback(_tell_of_fault)
        self._tasks = (asyncio.create_task(link.run(), name="hall-link"), handing_in)

    async def __aenter__(self) -> Self:
        """Both are under way already."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End both, and wait until they have."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._gateway.close()
        if self._printer is not None:
            self._printer.close()


def _version() -> str:
    try:
        return version("desk-client")
    except PackageNotFoundError:
        return ""


def _tell_of_fault(errand: asyncio.Task[None]) -> None:
    """A courier that has failed is no reason to serve nobody, but one to be told of."""
    if not errand.cancelled() and (fault := errand.exception()) is not None:
        logger.error("what was left at this kiosk is not handed in any more", exc_info=fault)
