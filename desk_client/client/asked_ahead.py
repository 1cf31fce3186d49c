"""A room's key that is on its way while the talk's page is made."""

import asyncio
from typing import TYPE_CHECKING

from desk_client.domain.outcomes import Refusal
from desk_client.protocol.rooms import RoomToken

if TYPE_CHECKING:
    from desk_client.client.calls import FetchRoomToken


async def asked_ahead(fetch: "FetchRoomToken") -> "FetchRoomToken":
    """Fetch the first key from now on, in a thread; those after it as they are needed."""
    ahead = [asyncio.ensure_future(fetch())]
    await asyncio.sleep(0)  # its thread has it

    async def fetch_next() -> RoomToken | Refusal:
        return await (ahead.pop() if ahead else fetch())

    return fetch_next
