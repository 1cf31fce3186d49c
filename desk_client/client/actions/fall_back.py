"""Where no line carries the talk: the office calls by phone, or the person is booked again; they lose nothing by it."""

from dataclasses import replace

from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.incidents import Unserved
from desk_client.protocol.notes import CallBack


async def want_call_back(client: KioskClient) -> Refusal | None:
    """Have it written down that the office owes us a call by phone. Asked again, it is the same call."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "PUT", f"/v1/appointments/{appointment.id}/call-back", CallBack, token=client.token
    )
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, call_back=answer))
    return None


async def rebook(client: KioskClient) -> Refusal | None:
    """Nobody called: be booked again, with priority. Refusals: TOO_EARLY and the server's."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "POST", f"/v1/appointments/{appointment.id}/rebooking", Unserved, token=client.token
    )
    if isinstance(answer, Refusal):
        return answer
    await _show(client, answer.rebooked)
    return None


async def learn(client: KioskClient, appointments: tuple[Appointment, ...]) -> None:
    """Our audience was not held through a fault of theirs: show what was booked in its place."""
    lost = client.visit.value.appointment
    ahead = [
        each
        for each in appointments
        if lost is not None and each.case_id == lost.case_id and each.id != lost.id and each.state in AHEAD_STATES
    ]
    await _show(client, min(ahead, key=lambda each: each.slot.starts_at, default=None))


async def _show(client: KioskClient, rebooked: Appointment | None) -> None:
    await client.end_call(leave=True)
    if client.visit.value.page is not Page.REBOOKED:
        client.visit.set(flow.at(replace(client.visit.value, rebooked=rebooked, place=None), Page.REBOOKED))
