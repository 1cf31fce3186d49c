"""A file on its way to an audience, from whichever end: once, whatever happens to the line."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from desk_client.client.carriage import Carriage
from desk_client.client.gateway import Gateway
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment

_AGAIN_AFTER_S: Final = (1.0, 3.0)
_PASSING: Final = frozenset(
    {RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.SCANNER_UNAVAILABLE, RefusalCode.INTERNAL}
)


@dataclass(frozen=True)
class Paper:
    """A file that is to be handed over."""

    name: str = field(repr=False)
    kind: Kind
    content: bytes = field(repr=False)


async def carried(
    gateway: Gateway, token: Callable[[], str | None], path: str, paper: Paper, carriage: Carriage | None = None
) -> Attachment | Refusal:
    """Send a file to `path`; what fails for a passing reason is tried again, and after a lost answer it is there once.

    Refusals: the server's, SERVER_UNAVAILABLE, TIMEOUT; One that was called back is refused as it happens to end.
    """

    async def once() -> Attachment | Refusal:
        return await gateway.send_file(
            path,
            Attachment,
            token=token(),
            name=paper.name,
            media_type=paper.kind.value,
            content=paper.content if carriage is None else carriage,
        )

    for again_s in _AGAIN_AFTER_S:
        answer = await once()
        is_over = carriage is not None and carriage.is_called_back
        if not isinstance(answer, Refusal) or answer.code not in _PASSING or is_over:
            return answer
        await asyncio.sleep(again_s)
    return await once()
