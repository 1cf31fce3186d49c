"""The counter where files are handed over, whatever they belong to: a body is read within bounds, vetted and kept."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import Header, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.ids import AttachmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.server.services.life import attachments, handing_in
from desk_client.server.services.life.folders import Beside
from desk_client.server.services.life.handing_in import Sealed
from desk_client.server.web.gate import Gate, Writer
from desk_client.server.web.problems import RefusedError

_PLACE_WITHIN_S: Final = 30.0
_FREE_AGAIN_WITHIN_S: Final = 15
_BODY_WITHIN_S: Final = 120.0
READ_ON: Final = 3
"""A body of up to so many times the limit is read to its end and thrown away: who still sends reads no answer."""
_BYTES: Final = {"schema": {"type": "string", "format": "binary"}}
FILE: Final = {"required": True, "content": {kind.value: _BYTES for kind in Kind}}
"""The body of a request that hands in a file, as OpenAPI describes it."""
CONTENT: Final[dict[int | str, dict[str, Any]]] = {  # OpenAPI's objects are of any shape
    200: {"description": "The file itself", "content": {kind.value: _BYTES for kind in Kind}}
}
_LONGEST_NAME: Final = 8192
ADD_REFUSALS: Final = (
    RefusalCode.ATTACHMENTS_FULL,
    RefusalCode.ATTACHMENT_DAMAGED,
    RefusalCode.ATTACHMENT_INFECTED,
    RefusalCode.ATTACHMENT_KIND_REFUSED,
    RefusalCode.ATTACHMENT_TOO_LARGE,
    RefusalCode.ILLEGAL_TRANSITION,
    RefusalCode.SCANNER_UNAVAILABLE,
    RefusalCode.TIMEOUT,
)
"""Why a file may not be taken."""

FileName = Annotated[
    str | None,
    Header(
        alias="Content-Disposition",
        max_length=_LONGEST_NAME,
        description="What the file is called (RFC 6266 and 8187): attachment; filename*=UTF-8''a.pdf",
    ),
]


class Counter:
    """One for all routes: only so many bodies are in memory at a time."""

    def __init__(self, gate: Gate) -> None:
        """Of one house."""
        self._gate = gate
        self._most_bytes = gate.house.settings.attachments.most_bytes
        self._places = asyncio.Semaphore(gate.house.settings.attachments.uploads_at_once)

    async def add(self, beside: Beside, request: Request, write: Writer, named: str | None) -> Attachment:
        """Take in the request's body. Refusals, as `RefusedError`: `ADD_REFUSALS`, and those of the folder."""
        # a stranger's body is not read at all
        await write(lambda transaction, actor: handing_in.may_add(transaction, actor, beside))
        async with _place(self._places):
            body = await _body(request, self._most_bytes)
            ready = await run_in_threadpool(_vetted_and_sealed, self._gate, body, claimed_name(named))
        if isinstance(ready, Refusal):
            if ready.code is RefusalCode.ATTACHMENT_INFECTED:
                await write(lambda transaction, actor: attachments.note_infected(transaction, actor, beside))
            raise RefusedError(ready)
        kept = await write(lambda transaction, actor: handing_in.begin(transaction, actor, beside, ready))
        if kept is not None:
            return kept
        for number, piece in handing_in.pieces(ready):
            await self._put(write, ready, number, piece)
        return await write(lambda transaction, actor: handing_in.finish(transaction, actor, beside, ready))

    async def _put(self, write: Writer, ready: Sealed, number: int, piece: bytes) -> None:
        await write(lambda transaction, actor: handing_in.put(transaction, actor, ready, number, piece))

    async def list_all(self, beside: Beside, token: str | None) -> Attachments:
        """What is there."""
        return await self._gate.read(token, lambda transaction, actor: attachments.list_all(transaction, actor, beside))

    async def read(self, beside: Beside, attachment_id: AttachmentId, token: str | None) -> Response:
        """Hand one out."""
        found = await self._gate.read(
            token, lambda transaction, actor: attachments.read(transaction, actor, beside, attachment_id)
        )
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
            "Repr-Digest": f"sha-256=:{base64.b64encode(found.digest).decode()}:",  # RFC 9530
        }
        return Response(found.content, media_type=found.media_type, headers=headers)

    async def remove(self, beside: Beside, attachment_id: AttachmentId, token: str | None) -> None:
        """Erase one."""
        await self._gate.write(
            token, lambda transaction, actor: attachments.remove(transaction, actor, beside, attachment_id)
        )


def _vetted_and_sealed(gate: Gate, body: bytes, name: str) -> Sealed | Refusal:
    house = gate.house
    vetted = house.vetting.vet(body, name)
    return vetted if isinstance(vetted, Refusal) else handing_in.sealed(house.vault, house.random, vetted)


@asynccontextmanager
async def _place(places: asyncio.Semaphore) -> AsyncIterator[None]:
    """One of the places for a file in memory. Refusal, as `RefusedError`: SERVER_UNAVAILABLE."""
    try:
        async with asyncio.timeout(_PLACE_WITHIN_S):
            await places.acquire()
    except TimeoutError:
        busy = Refusal(RefusalCode.SERVER_UNAVAILABLE, retry_after_s=_FREE_AGAIN_WITHIN_S)
        raise RefusedError(busy) from None
    try:
        yield
    finally:
        places.release()


async def _body(request: Request, most: int) -> bytes:
    """The body. Refusals, as `RefusedError`: ATTACHMENT_TOO_LARGE, TIMEOUT, INVALID_REQUEST (it broke off)."""
    body = bytearray()
    size = 0
    try:
        async with asyncio.timeout(_BODY_WITHIN_S):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= most:
                    body += chunk
                elif size > most * READ_ON:
                    break
    except TimeoutError:
        raise RefusedError(Refusal(RefusalCode.TIMEOUT)) from None
    except ClientDisconnect:  # nobody is there to read this
        raise RefusedError(Refusal(RefusalCode.INVALID_REQUEST)) from None
    if size > most:
        raise RefusedError(Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="file"))
    return bytes(body)


def claimed_name(content_disposition: str | None) -> str:
    """What the file is said to be called; empty where nothing is said, or nothing that can be read.

    Where both are given, `filename*` counts (RFC 6266, section 4.3).
    """
    message: Message[Any, Any] = Message()
    message["Content-Disposition"] = content_disposition or ""
    try:
        said: list[tuple[str, Any]] = message.get_params([], header="Content-Disposition")
        names = [value for name, value in said if name.lower() == "filename"]
        # the library gives an extended value as a tuple of character set, language and text
        chosen = next((name for name in names if isinstance(name, tuple)), names[0] if names else "")
        return collapse_rfc2231_value(chosen)
    except (LookupError, ValueError):  # an unknown character set, a broken escape
        return ""
