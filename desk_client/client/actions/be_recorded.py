"""Being recorded: what the visitor is asked, and what they answer, now or at any time later in the talk."""

import logging
from dataclasses import replace

from desk_client.client.kiosk import KioskClient
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.recordings import RecordingAnswerAsk, TalkRecording

logger = logging.getLogger(__name__)


async def read(client: KioskClient, appointment_id: str) -> None:
    """Read whether the talk is asked about, or recorded; what cannot be read now is read with the next hint."""
    path = f"/v1/appointments/{appointment_id}/recording"
    answer = await client.gateway.ask("GET", path, TalkRecording, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("whether the talk is recorded could not be read: %s", answer.code)
        return
    _show(client, appointment_id, answer)


async def answer(client: KioskClient, *, agrees: bool) -> Refusal | None:
    """Agree, say no, or withdraw: then all that was recorded is destroyed. Refusals: those of the server."""
    visit = client.visit.value
    if visit.appointment is None or visit.recording is None:
        return Refusal(RefusalCode.NOT_FOUND)
    said = await client.gateway.ask(
        "PUT",
        f"/v1/appointments/{visit.appointment.id}/recording/answer",
        TalkRecording,
        token=client.token,
        body=RecordingAnswerAsk(agrees=agrees, text_version=visit.recording.text_version),
    )
    if isinstance(said, Refusal):
        await read(client, visit.appointment.id)
        return said
    _show(client, visit.appointment.id, said)
    return None


def _show(client: KioskClient, appointment_id: str, seen: TalkRecording) -> None:
    now = client.visit.value
    if now.appointment is not None and now.appointment.id == appointment_id:
        client.visit.set(replace(now, recording=seen))
