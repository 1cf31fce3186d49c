"""Being recorded: what is asked of the visitor, and of whoever was called in, and what they answer at any time."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.recordings import RecordingAnswerAsk, TalkRecording

if TYPE_CHECKING:
    from desk_client.client.desk import DeskClient
    from desk_client.client.kiosk import KioskClient

logger = logging.getLogger(__name__)


async def read(client: "KioskClient", appointment_id: str) -> None:
    """Read whether the talk is asked about, or recorded; what cannot be read now is read with the next hint."""
    seen = await _read(client, f"/v1/appointments/{appointment_id}/recording")
    if seen is not None:
        _show(client, appointment_id, seen)


async def answer(client: "KioskClient", *, agrees: bool) -> Refusal | None:
    """Agree, say no, or withdraw: then all that was recorded is destroyed. Refusals: those of the server."""
    visit = client.visit.value
    if visit.appointment is None or visit.recording is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/appointments/{visit.appointment.id}/recording/answer"
    said = await _say(client, path, visit.recording, agrees=agrees)
    if isinstance(said, Refusal):
        await read(client, visit.appointment.id)
        return said
    _show(client, visit.appointment.id, said)
    return None


async def read_called_in(client: "DeskClient") -> None:
    """The same at the desk of somebody who was called into the talk."""
    joined = client.calls.value.joined
    if joined is not None and (seen := await _read(client, _path(joined.appointment_id))) is not None:
        _show_called_in(client, joined.appointment_id, seen)


async def answer_called_in(client: "DeskClient", *, agrees: bool) -> Refusal | None:
    """The same of them: a withdrawal destroys what this recording has so far."""
    calls = client.calls.value
    if calls.joined is None or calls.recording is None:
        return Refusal(RefusalCode.NOT_FOUND)
    said = await _say(client, _path(calls.joined.appointment_id), calls.recording, agrees=agrees)
    if isinstance(said, Refusal):
        await read_called_in(client)
        return said
    _show_called_in(client, calls.joined.appointment_id, said)
    return None


async def _read(client: "DeskClient | KioskClient", path: str) -> TalkRecording | None:
    seen = await client.gateway.ask("GET", path, TalkRecording, token=client.token)
    if isinstance(seen, Refusal):
        logger.info("whether the talk is recorded could not be read: %s", seen.code)
        return None
    return seen


async def _say(
    client: "DeskClient | KioskClient", path: str, shown: TalkRecording, *, agrees: bool
) -> TalkRecording | Refusal:
    body = RecordingAnswerAsk(agrees=agrees, text_version=shown.text_version)
    return await client.gateway.ask("PUT", path, TalkRecording, token=client.token, body=body)


def _path(appointment_id: str) -> str:
    return f"/v1/appointments/{appointment_id}/called-in/mine/recording"


def _show_called_in(client: "DeskClient", appointment_id: str, seen: TalkRecording) -> None:
    calls = client.calls.value
    if calls.joined is not None and calls.joined.appointment_id == appointment_id:
        client.calls.set(replace(calls, recording=seen))


def _show(client: "KioskClient", appointment_id: str, seen: TalkRecording) -> None:
    now = client.visit.value
    if now.appointment is not None and now.appointment.id == appointment_id:
        client.visit.set(replace(now, recording=seen))
