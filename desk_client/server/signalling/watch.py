"""Cuts the sockets of sessions that are over: signed out, expired, or of somebody who was disabled.

One statement for all sockets of this server every other second. It asks the store rather than listen for a hint, since
the disabling may have been another server's, or a command's on the same file, and must not be missed. A request is
refused at once in any case: it is authenticated anew.
"""

import asyncio
import logging

from desk_client.protocol.signalling import CLOSE_UNAUTHENTICATED
from desk_client.server.house import House
from desk_client.server.services.access.sessions import open_ones
from desk_client.server.signalling.hub import Hub
from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)


class Watch:
    """Belongs to one event loop; `start` and `stop` frame its life."""

    def __init__(self, house: House, hub: Hub) -> None:
        """Over the hub's sockets."""
        self._house = house
        self._hub = hub
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.get_running_loop().create_task(self._look(), name="signalling-watch")

    async def stop(self) -> None:
        """End the task."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _look(self) -> None:
        every = self._house.settings.signalling.look_every.total_seconds()
        while True:
            await asyncio.sleep(every)
            try:
                await self._cut()
            except StoreUnavailableError as error:
                _log.warning("sockets were not looked through: %s", error)
            except Exception:  # noqa: BLE001 - the next round looks again; without a round nobody would be cut
                _log.exception("a round through the sockets failed")

    async def _cut(self) -> None:
        connected = [mailbox for mailbox in self._hub.mailboxes if mailbox.line is not None]
        if not connected:
            return
        wanted = {mailbox.actor.session_id for mailbox in connected}
        still = await self._house.read(lambda transaction: open_ones(transaction, wanted))
        for mailbox in connected:
            if mailbox.actor.session_id not in still and mailbox.line is not None:
                mailbox.line.close(CLOSE_UNAUTHENTICATED)
