"""Gathers what tells why this desk ails."""

from desk_client.client.desk import DeskClient
from desk_client.client.diagnostics import Bundle, personal
from desk_client.domain.outcomes import Refusal, RefusalCode


async def diagnose(client: DeskClient) -> Bundle | Refusal:
    """Gather what tells why this desk ails, without anything of what it shows; INTERNAL where it cannot be."""
    if client.diagnose is None:
        return Refusal(RefusalCode.INTERNAL)
    known = personal(client.day.value, client.calendar.value, client.inbox.value)
    return await client.diagnose(known)
