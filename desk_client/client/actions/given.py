"""What the office gives the visitor of a talk: read with each hint, and fetched into memory to be looked at."""

import logging
from dataclasses import replace

from desk_client.client.kiosk import KioskClient
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachments

logger = logging.getLogger(__name__)


async def read(client: KioskClient, appointment_id: str) -> None:
    """Read what was given so far. What cannot be read now is read with the next hint."""
    answer = await client.gateway.ask("GET", _path(appointment_id), Attachments, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("what was given could not be read: %s", answer.code)
        return
    now = client.visit.value
    given = tuple(each for each in answer.attachments if each.given_by is not None)
    if now.appointment is not None and now.appointment.id == appointment_id and given != now.given:
        client.visit.set(replace(now, given=given))


async def fetch(client: KioskClient, document_id: str) -> bytes | Refusal:
    """One of them. Refusals: NOT_FOUND (it was taken back), the server's, SERVER_UNAVAILABLE, TIMEOUT."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return await client.gateway.fetch_file(f"{_path(appointment.id)}/{document_id}", token=client.token)


def _path(appointment_id: str) -> str:
    return f"/v1/appointments/{appointment_id}/attachments"
