"""Handing documents over in a talk: to the visitor from the desk, and what the visitor brought to it meanwhile."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Final

from desk_client.client.actions.carry import Paper, carried
from desk_client.client.carriage import Carriage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.attachment_kinds import kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachments

logger = logging.getLogger(__name__)

_MOST_READ: Final = 32 * 1024 * 1024
"""More than any server takes: what is larger is not even read."""


def _read(path: Path) -> Paper | Refusal:
    try:
        if not path.is_file():
            return Refusal(RefusalCode.NOT_FOUND)
        if path.stat().st_size > _MOST_READ:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
        content = path.read_bytes()
    except OSError:
        return Refusal(RefusalCode.NOT_FOUND)
    kind = kind_of(content)
    return Refusal(RefusalCode.ATTACHMENT_KIND_REFUSED) if kind is None else Paper(path.name, kind, content)


async def read_paper(path: Path) -> Paper | Refusal:
    """A file here. Refusals: NOT_FOUND (it cannot be read), ATTACHMENT_TOO_LARGE, ATTACHMENT_KIND_REFUSED."""
    return await asyncio.to_thread(_read, path)


async def give(client: DeskClient, paper: Paper, carriage: Carriage) -> Refusal | None:
    """Give the visitor a document. Refusals: the server's gate's (docs/adr/0014), ILLEGAL_TRANSITION: no talk runs.

    One that was called back does not stay, even where it had arrived already.
    """
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/appointments/{brief.item.id}/handed-documents"
    answer = await carried(client.gateway, lambda: client.token, path, paper, carriage)
    if isinstance(answer, Refusal):
        return None if carriage.is_called_back else answer
    if carriage.is_called_back:
        return await take_back(client, answer.id)
    await read_documents(client)
    return None


async def take_back(client: DeskClient, document_id: str) -> Refusal | None:
    """Take a document back that was given in this talk: it is erased, and the visitor sees it no more."""
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/appointments/{brief.item.id}/handed-documents/{document_id}"
    answer = await client.gateway.ask("DELETE", path, Nothing, token=client.token)
    if isinstance(answer, Refusal) and answer.code is not RefusalCode.NOT_FOUND:  # gone is gone
        return answer
    await read_documents(client)
    return None


async def read_documents(client: DeskClient) -> None:
    """Read what lies beside the talk. What cannot be read now is read with the next hint."""
    brief = client.day.value.brief
    if brief is None:
        return
    path = f"/v1/appointments/{brief.item.id}/attachments"
    answer = await client.gateway.ask("GET", path, Attachments, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("what lies beside the talk could not be read: %s", answer.code)
        return
    now = client.day.value
    if now.brief is not None and now.brief.item.id == brief.item.id and now.documents != answer.attachments:
        client.day.set(replace(now, documents=answer.attachments))
