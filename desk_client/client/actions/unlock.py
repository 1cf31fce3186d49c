"""The operator before a kiosk in service: past its screen with the hall's PIN, and out of the program."""

import asyncio
from contextlib import suppress
from typing import Final

from desk_client.client.actions import attend
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import UnlockAsk

_LEAVE_S: Final = 3.0


async def unlock(client: KioskClient, pin: str) -> Refusal | None:
    """Ask whether this is the hall's PIN; what comes after it is the window's own affair.

    Refusals: KIOSK_PIN_WRONG with the tries left, RATE_LIMITED with the wait, KIOSK_PIN_NOT_SET and the server's.
    """
    answer = await client.gateway.ask(
        "POST", "/v1/kiosks/self/unlock", Nothing, token=client.credential, body=UnlockAsk(pin=pin)
    )
    return answer if isinstance(answer, Refusal) else None


async def leave_for_good(client: KioskClient) -> None:
    """End the visit because the program ends: a server that hangs is waited for no longer than a person waits."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_LEAVE_S):
            await attend.leave(client)
