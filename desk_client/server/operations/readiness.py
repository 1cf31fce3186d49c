"""Whether requests should be sent to this server, and if not, why: as codes, for whoever looks after it."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from desk_client.server.house import House
from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.storage.migrate import current, head

_log = logging.getLogger(__name__)
_WITHIN_S: Final = 5.0


class Unready(StrEnum):
    """Why not."""

    DRAINING = "draining"
    STORE_UNREACHABLE = "store_unreachable"
    STORE_READ_ONLY = "store_not_writable"
    SCHEMA_DIFFERS = "schema_differs"
    JOB_DEAD = "job_dead"
    DISK_NEARLY_FULL = "disk_nearly_full"


class Readiness:
    """One server's. Belongs to its event loop, but for `drain`."""

    def __init__(self, house: House, jobs_alive: Callable[[], bool]) -> None:
        """`jobs_alive` tells whether every worker thread runs."""
        self._house = house
        self._jobs_alive = jobs_alive
        self._draining = False
        self._head = head()

    def drain(self) -> None:
        """From now on this server is not ready: it is about to end. From any thread."""
        self._draining = True

    async def missing(self) -> list[Unready]:
        """Every reason; none: it is ready."""
        reasons = [Unready.DRAINING] if self._draining else []
        reasons += await self._store()
        if not self._jobs_alive():
            reasons.append(Unready.JOB_DEAD)
        if shutil.disk_usage(self._house.settings.data_dir).free < self._house.settings.operations.least_free_bytes:
            reasons.append(Unready.DISK_NEARLY_FULL)
        return reasons

    async def _store(self) -> list[Unready]:
        try:
            async with asyncio.timeout(_WITHIN_S):
                found = await self._house.read(lambda transaction: current(transaction.connection))
        except (StoreUnavailableError, TimeoutError):
            return [Unready.STORE_UNREACHABLE]
        reasons = [] if found == self._head else [Unready.SCHEMA_DIFFERS]
        try:
            async with asyncio.timeout(_WITHIN_S):  # through the threads that write, though nothing is written
                await self._house.write(lambda _transaction: None)
        except (StoreUnavailableError, TimeoutError):
            reasons.append(Unready.STORE_READ_ONLY)
        journal = self._house.journal
        if journal is not None and journal.fault is not None and Unready.STORE_READ_ONLY not in reasons:
            reasons.append(Unready.STORE_READ_ONLY)
        return reasons
