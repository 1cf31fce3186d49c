"""Coming on the day: check in, have the devices checked, wait, talk, read what was decided, confirm it, leave."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from desk_client.client.actions import be_recorded, call_operator, check, converse, fall_back, given
from desk_client.client.actions.book import release_hold
from desk_client.client.actions.recognise import withdraw
from desk_client.client.asked_ahead import asked_ahead
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.last_resorts import LastResorts
from desk_client.client.visit import Page
from desk_client.domain.appointment import QUEUED_STATES, AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment, Appointments, Outcome
from desk_client.protocol.call_summaries import CallSummary
from desk_client.protocol.notes import Notes
from desk_client.protocol.queues import QueuePlace
from desk_client.protocol.rooms import Relays, RoomToken

if TYPE_CHECKING:
    from desk_client.client.calls import FetchRoomToken

logger = logging.getLogger(__name__)

_FOLLOWED = frozenset({Page.CHECK, Page.WAITING, Page.CALL, Page.OUTCOME})
_PASSING = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED})
_WRITTEN_TO = frozenset({Page.CHECK, Page.WAITING, Page.CALL})


async def load_appointments(client: KioskClient) -> Refusal | None:
    """Read the visitor's own audiences."""
    answer = await client.gateway.ask("GET", "/v1/appointments/mine", Appointments, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    visit = replace(client.visit.value, appointments=answer.appointments)
    if visit.appointment is not None:
        renewed = next((item for item in answer.appointments if item.id == visit.appointment.id), None)
        visit = visit if renewed is None else visit.with_appointment(renewed)
    client.visit.set(visit)
    return None


async def check_in(client: KioskClient, appointment: Appointment) -> Refusal | None:
    """Tell the office that we are here, and sit down. Refusals: TOO_EARLY, TOO_LATE and the server's."""
    if appointment.state in _UNDER_WAY:  # a kiosk that broke down: the person comes back to their place
        client.visit.set(replace(client.visit.value, appointment=appointment))
        _sit_down(client)
        return await follow(client)
    answer = await client.gateway.ask(
        "POST", f"/v1/appointments/{appointment.id}/check-in", Appointment, token=client.token
    )
    if isinstance(answer, Refusal):
        return answer
    if not client.is_over:
        client.visit.set(client.visit.value.with_appointment(answer))
        _sit_down(client)
    return None


_UNDER_WAY = frozenset(
    {
        AppointmentState.CHECKED_IN,
        AppointmentState.WAITING,
        AppointmentState.IN_SESSION,
        AppointmentState.PAUSED,
        AppointmentState.COMPLETED,
        AppointmentState.OUTCOME_RECORDED,
    }
)


def _sit_down(client: KioskClient) -> None:
    """Before the waiting room the devices are looked at, unless the talk has begun already."""
    appointment = client.visit.value.appointment
    is_awaited = appointment is not None and appointment.state not in QUEUED_STATES
    page = Page.WAITING if is_awaited else Page.CHECK
    client.visit.set(flow.at(replace(client.visit.value, place=None, given=()), page))
    client.conference.open_media()
    if page is Page.CHECK:
        check.begin(client)
    client.conference.try_relays(lambda: client.gateway.ask("GET", "/v1/relays", Relays, token=client.token))
    client.open_line()


async def follow(client: KioskClient) -> Refusal | None:
    """Something may have happened to our audience: read it, and go where it leads (call, outcome, back to waiting)."""
    visit = client.visit.value
    page = Page.CALL if visit.talks_meanwhile else visit.page
    if page not in _FOLLOWED or visit.appointment is None:
        return None
    refusal = await load_appointments(client)
    if refusal is not None:
        return refusal
    appointment = client.visit.value.appointment
    match appointment.state if appointment is not None else None:
        case AppointmentState.WAITING | AppointmentState.PAUSED if page is Page.CALL:
            await client.end_call(leave=False)
            client.visit.set(flow.at(replace(client.visit.value, place=None), Page.WAITING))
        case AppointmentState.IN_SESSION if page in {Page.CHECK, Page.WAITING}:
            fetch_room_token = await asked_ahead(lambda: room_token(client))
            client.visit.set(flow.at(client.visit.value, Page.CALL))
            _enter_room(client, fetch_room_token)
            if (runner := client.conference.call.value) is not None:
                await runner.settling()
        case AppointmentState.UNSERVED:
            await fall_back.learn(client, client.visit.value.appointments)
        case AppointmentState.COMPLETED if page is not Page.OUTCOME:
            await _leave_call(client)
        case AppointmentState.COMPLETED if visit.outcome is not None:  # the office took it back, and writes it anew
            client.visit.set(replace(client.visit.value, outcome=None))
        case AppointmentState.OUTCOME_RECORDED:
            await _leave_call(client)
            return await read_outcome(client)
        case _:
            await read_place(client)  # a break, or another order
    return await read_notes(client)


async def read_notes(client: KioskClient) -> Refusal | None:
    """Read what the office wrote to who waits or talks, and what became of a call by phone.

    Refused is what passes by itself, so that it is read again; a server that is too old to know of notes has none.
    """
    visit = client.visit.value
    appointment, page = visit.appointment, Page.CALL if visit.talks_meanwhile else visit.page
    if page not in _WRITTEN_TO or appointment is None:
        return None
    answer = await client.gateway.ask("GET", f"/v1/appointments/{appointment.id}/notes", Notes, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("the office's notes could not be read: %s", answer.code)
        return answer if answer.code in _PASSING else None
    client.visit.set(replace(client.visit.value, notes=answer.notes, call_back=answer.call_back))
    if page is Page.CALL and not client.is_over:
        await _read_chat(client, appointment.id)
        await be_recorded.read(client, appointment.id)
        await given.read(client, appointment.id)
    client.conference.called_back(None if answer.call_back is None else answer.call_back.result)
    return None


async def write_chat(client: KioskClient, text: str, key: str) -> Refusal | None:
    """Write a line beside the talk; ``key`` is its own. Refusals: INVALID_REQUEST (field `text`) and the server's."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await converse.write(client.gateway, client.token, appointment.id, text, key)
    if isinstance(answer, Refusal):
        return answer
    await _read_chat(client, appointment.id)
    return None


async def _read_chat(client: KioskClient, appointment_id: str) -> None:
    lines = await converse.read(client.gateway, client.token, appointment_id)
    now = client.visit.value
    if lines is not None and now.appointment is not None and now.appointment.id == appointment_id:
        client.visit.set(replace(now, chat=tuple(lines)))


async def read_place(client: KioskClient) -> None:
    """Read when our turn comes. What cannot be read now is read the next time: nobody can do anything about it."""
    visit = client.visit.value
    appointment = visit.appointment
    if visit.page is not Page.WAITING or appointment is None or appointment.state not in QUEUED_STATES:
        return
    answer = await client.gateway.ask("GET", f"/v1/appointments/{appointment.id}/queue", QueuePlace, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("the place in the queue could not be read: %s", answer.code)
    elif client.visit.value.page is Page.WAITING:
        client.visit.set(replace(client.visit.value, place=answer))


async def _leave_call(client: KioskClient) -> None:
    await client.end_call(leave=False)
    if client.visit.value.page is not Page.OUTCOME:
        client.visit.set(flow.at(client.visit.value, Page.OUTCOME))


def _enter_room(client: KioskClient, fetch_room_token: "FetchRoomToken | None" = None) -> None:
    if client.line is None or client.conference.call.value is not None:
        return
    appointment, token = client.visit.value.appointment, client.token
    if appointment is None:
        return
    path = f"/v1/appointments/{appointment.id}/call-summaries"
    client.conference.begin(
        client.line,
        fetch_room_token or (lambda: room_token(client)),
        lambda summary: client.gateway.ask("POST", path, CallSummary, token=token, body=summary),
        LastResorts(lambda: fall_back.want_call_back(client), lambda: fall_back.rebook(client)),
    )


async def room_token(client: KioskClient) -> RoomToken | Refusal:
    """A fresh key to the room of the visitor's audience."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return await client.gateway.ask(
        "POST", f"/v1/appointments/{appointment.id}/room-token", RoomToken, token=client.token
    )


async def hang_up(client: KioskClient) -> None:
    """Leave the talk; the outcome is waited for."""
    await client.end_call(leave=True)
    client.visit.set(flow.at(client.visit.value, Page.OUTCOME))


async def return_to_call(client: KioskClient) -> Refusal | None:
    """Having hung up by mistake, go back in while the official is still there."""
    client.visit.set(flow.at(client.visit.value, Page.WAITING))
    return await follow(client)


async def read_outcome(client: KioskClient) -> Refusal | None:
    """Read what was decided."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("GET", f"/v1/appointments/{appointment.id}/outcome", Outcome, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, outcome=answer))
    return None


async def confirm_outcome(client: KioskClient) -> Refusal | None:
    """Say that we have read it, and go on."""
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "POST", f"/v1/appointments/{appointment.id}/outcome/confirmation", Outcome, token=client.token
    )
    if isinstance(answer, Refusal):
        return answer
    visit = replace(client.visit.value, outcome=answer)
    client.visit.set(flow.forward(visit) if visit.page is Page.OUTCOME else visit)
    return None


def read_later(client: KioskClient) -> None:
    """Go on before the outcome is written: at any kiosk, on any day, it is there to be read."""
    client.visit.set(flow.forward(client.visit.value))


async def leave(client: KioskClient) -> None:
    """End the visit: give back what is held, call nobody, sign out, say farewell. A server that is away forgets us."""
    await client.end_call(leave=True)
    await release_hold(client)
    await call_operator.leave(client)
    await withdraw(client, client.visit.value)
    if client.token is not None:
        answer = await client.gateway.ask("DELETE", "/v1/sessions/current", Nothing, token=client.token)
        if isinstance(answer, Refusal):
            logger.info("could not sign out: %s", answer.code)
    client.visit.set(flow.at(client.visit.value, Page.FAREWELL))
