"""Reaching somebody who waits or talks other than by picture and sound: by what is written to them, and by phone."""

import logging
from dataclasses import replace

from desk_client.client.actions import converse
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.domain.fallback import CallBackResult
from desk_client.domain.notes import MAX_NOTE_LENGTH, NoteKind, Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.notes import CallBack, CallBackDone, CallBackNumber, CallBackResultAsk, Note, NoteAsk, Notes

logger = logging.getLogger(__name__)


async def write_caption(client: DeskClient, text: str) -> Refusal | None:
    """Have whom we talk with read something, large. Refusals: INVALID_REQUEST (field `text`) and the server's."""
    if client.day.value.brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return await _write(client, _written(NoteKind.CAPTION, text))


async def write_chat(client: DeskClient, text: str, key: str) -> Refusal | None:
    """Write a line beside the talk; ``key`` is its own. Refusals: INVALID_REQUEST (field `text`) and the server's."""
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await converse.write(client.gateway, client.token, brief.item.id, text, key)
    if isinstance(answer, Refusal):
        return answer
    await read_chat(client)
    return None


async def read_chat(client: DeskClient) -> None:
    """Read what was written beside the talk of the brief that is open."""
    brief = client.day.value.brief
    if brief is None:
        return
    lines = await converse.read(client.gateway, client.token, brief.item.id)
    now = client.day.value
    if lines is not None and now.brief is not None and now.brief.item.id == brief.item.id:
        client.day.set(replace(now, brief=now.brief.model_copy(update={"chat": tuple(lines)})))


async def write_note(client: DeskClient, text: str | Prepared) -> Refusal | None:
    """Have whoever's brief is open read something in the waiting room: our words, or a prepared sentence."""
    if isinstance(text, Prepared):
        return await _write(client, NoteAsk(kind=NoteKind.WAITING, prepared=text))
    return await _write(client, _written(NoteKind.WAITING, text))


async def read_call_back(client: DeskClient) -> None:
    """Read whether a call by phone is owed to whom we talk with. What cannot be read now is read the next time."""
    day = client.day.value
    if day.page is not DeskPage.CALL or day.brief is None:
        return
    answer = await client.gateway.ask("GET", _path(client, "notes"), Notes, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("it could not be read whether a call is owed: %s", answer.code)
    else:
        _show(client, answer.call_back)


async def want_call_back(client: DeskClient) -> Refusal | None:
    """The line failed: have it written down that we owe a call by phone."""
    if client.day.value.brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("PUT", _path(client, "call-back"), CallBack, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    _show(client, answer)
    return None


async def ask_number(client: DeskClient) -> Refusal | None:
    """Learn where to call; that we asked is noted."""
    if client.day.value.brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("POST", _path(client, "call-back/number"), CallBackNumber, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.day.set(replace(client.day.value, number=answer))
    return None


async def say_called(client: DeskClient, result: CallBackResult) -> Refusal | None:
    """Say what became of the call. Who was not reached is booked again, and the talk is over for today."""
    if client.day.value.brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "PUT",
        _path(client, "call-back/result"),
        CallBackDone,
        token=client.token,
        body=CallBackResultAsk(result=result),
    )
    if isinstance(answer, Refusal):
        return answer
    _show(client, answer.call_back)
    if answer.unserved is not None:
        await client.conference.end(leave=False)
        client.day.set(replace(client.day.value, page=DeskPage.TODAY, call_back=None))
    return None


def _written(kind: NoteKind, text: str) -> NoteAsk:
    return NoteAsk(kind=kind, text=text.strip()[:MAX_NOTE_LENGTH])


async def _write(client: DeskClient, ask: NoteAsk) -> Refusal | None:
    if not ask.text and ask.prepared is None:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    answer = await client.gateway.ask("POST", _path(client, "notes"), Note, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else None


def _show(client: DeskClient, call_back: CallBack | None) -> None:
    number = client.day.value.number if call_back is not None and call_back.result is None else None
    client.day.set(replace(client.day.value, call_back=call_back, number=number))
    client.conference.called_back(None if call_back is None else call_back.result)


def _path(client: DeskClient, what: str) -> str:
    brief = client.day.value.brief
    return f"/v1/appointments/{brief.item.id if brief is not None else ''}/{what}"
