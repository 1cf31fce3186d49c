"""Changing one's mind about an audience: another time for it, or none."""

from dataclasses import replace
from datetime import datetime

from desk_client.client.actions.attend import load_appointments
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Appointment, Goal, Page
from desk_client.domain.appointment import AHEAD_STATES, AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.slots import MoveAsk

_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE})
_CHANGED_MEANWHILE = frozenset({RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION})


def may_move(appointment: Appointment, now: datetime) -> bool:
    """Whether the person may still have it at another time; the server decides in the end."""
    return appointment.state in AHEAD_STATES and now <= appointment.change_until


def may_cancel(appointment: Appointment, now: datetime) -> bool:
    """Whether the person may still give it up; the server decides in the end."""
    return appointment.state in AHEAD_STATES and now <= appointment.cancel_until


def begin(client: KioskClient, appointment: Appointment) -> None:
    """Ask what is to become of an audience."""
    visit = replace(client.visit.value, goal=Goal.CHANGE, appointment=appointment, cancelled=None, booked=None)
    client.visit.set(flow.forward(visit))


def begin_move(client: KioskClient) -> None:
    """Look for another time for it."""
    client.visit.set(flow.forward(replace(client.visit.value, slot=None, availability=None)))


def move_rebooked(client: KioskClient) -> None:
    """Have what was booked in place of an audience that was not held at a time of our own choosing."""
    visit = client.visit.value
    if visit.rebooked is not None:
        there = flow.at(visit, Page.CHANGE)
        client.visit.set(replace(there, goal=Goal.CHANGE, appointment=visit.rebooked, cancelled=None, booked=None))
        begin_move(client)


async def move(client: KioskClient) -> Refusal | None:
    """Exchange the audience's time for the chosen one: both, or nothing. After a time-out it may be asked for again.

    Refusals: SLOT_TAKEN and SLOT_UNAVAILABLE (choose another; the old time is kept), TOO_LATE_TO_CHANGE,
    PRECONDITION_FAILED (somebody else changed it: what it is now has been read) and the server's.
    """
    visit = client.visit.value
    if visit.appointment is None or visit.slot is None:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{visit.appointment.id}/reschedule",
        Appointment,
        token=client.token,
        body=MoveAsk(starts_at=visit.slot.starts_at),
        idempotency_key=visit.booking_key,
        version=visit.appointment.version,
    )
    if isinstance(answer, Refusal):
        if answer.code in _GONE:
            client.visit.set(replace(client.visit.value, slot=None, availability=None))
        if answer.code in _CHANGED_MEANWHILE:
            await load_appointments(client)
        return answer
    client.visit.set(flow.forward(client.visit.value.with_appointment(answer)))
    return None


async def cancel(client: KioskClient) -> Refusal | None:
    """Give the audience up, and go back to the list. Asked again after a time-out, it is not refused.

    Refusals: TOO_LATE_TO_CHANGE, PRECONDITION_FAILED (as for `move`) and the server's.
    """
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{appointment.id}/cancellation",
        Appointment,
        token=client.token,
        version=appointment.version,
    )
    if isinstance(answer, Refusal):
        if answer.code not in _CHANGED_MEANWHILE:
            return answer
        await load_appointments(client)
        now = client.visit.value.appointment
        if now is None or now.state is not AppointmentState.CANCELLED:
            return answer
        answer = now
    visit = client.visit.value.with_appointment(answer)
    client.visit.set(flow.at(replace(visit, cancelled=answer, appointment=None), Page.APPOINTMENTS))
    return None
