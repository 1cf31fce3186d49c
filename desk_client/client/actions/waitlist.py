"""Waiting for a time that suits better: a place on the waitlist."""

import uuid
from dataclasses import replace

from desk_client.client.actions.agree import load_consent
from desk_client.client.actions.attend import load_appointments
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Appointment, Goal, Offer, Page, Visit, Wait
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.part_of_day import PartOfDay
from desk_client.protocol.waitlists import WaitAsk, Waits

_OTHER_WORDS = frozenset({RefusalCode.CONSENT_REQUIRED, RefusalCode.PRECONDITION_FAILED})


async def load(client: KioskClient) -> Refusal | None:
    """Read the visitor's places on the waitlist, and what is offered to them."""
    answer = await client.gateway.ask("GET", "/v1/waitlist/mine", Waits, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, waits=answer.waits))
    return None


async def accept(client: KioskClient, offer: Offer) -> Refusal | None:
    """Take the time that is offered. Asked again after a time-out, it is not refused.

    Refusals: OFFER_EXPIRED (both lists have been read anew) and the server's.
    """
    path = f"/v1/waitlist/offers/{offer.id}/acceptance"
    answer = await client.gateway.ask("POST", path, Appointment, token=client.token)
    if isinstance(answer, Refusal):
        if answer.code is not RefusalCode.OFFER_EXPIRED:
            return answer
        await load(client)
        await load_appointments(client)
        taken = (item for item in client.visit.value.appointments if item.slot.starts_at == offer.slot.starts_at)
        mine = next(taken, None)
        if mine is None or mine.state not in AHEAD_STATES:
            return answer
        answer = mine
    visit = replace(client.visit.value, goal=Goal.ATTEND, booked=None, appointment=answer)
    client.visit.set(flow.at(visit, Page.TICKET))
    return None


async def decline(client: KioskClient, offer: Offer) -> Refusal | None:
    """Leave the time that is offered to others; the place on the list stays. Refusals: OFFER_EXPIRED, the server's."""
    answer = await client.gateway.ask("DELETE", f"/v1/waitlist/offers/{offer.id}", Nothing, token=client.token)
    refusal = await load(client)
    return answer if isinstance(answer, Refusal) else refusal


def begin(client: KioskClient) -> None:
    """None of the free times suits: ask when one would."""
    client.visit.set(flow.aside(client.visit.value, Page.WAITLIST))


async def join(client: KioskClient, part_of_day: PartOfDay | None) -> Refusal | None:
    """Be told as soon as a time becomes free, in that part of the day or in any; for an audience, an earlier one.

    Whoever joins agrees to the words that were shown (`Visit.to_agree_to`). Being on the list already is no refusal.
    Refusals: CONSENT_REQUIRED (other words are wanted, and have been read: it is for the person to agree once more),
    LIMIT_REACHED and the server's.
    """
    visit = client.visit.value
    ask = _asked(visit, part_of_day)
    if ask is None:
        return Refusal(RefusalCode.INVALID_REQUEST)
    answer = await client.gateway.ask(
        "POST", "/v1/waitlist", Wait, token=client.token, body=ask, idempotency_key=uuid.uuid4().hex
    )
    if isinstance(answer, Refusal) and answer.code is RefusalCode.ALREADY_WAITLISTED:
        answer = await _known(client, visit)
    if isinstance(answer, Refusal):
        if answer.code in _OTHER_WORDS:
            return await load_consent(client) or Refusal(RefusalCode.CONSENT_REQUIRED, field=answer.field)
        return answer
    client.visit.set(flow.forward(replace(client.visit.value, wait=answer)))
    return None


def _asked(visit: Visit, part_of_day: PartOfDay | None) -> WaitAsk | None:
    if visit.goal is Goal.CHANGE and visit.appointment is not None:
        return WaitAsk(appointment_id=visit.appointment.id, part_of_day=part_of_day)
    if visit.service is None:
        return None
    return WaitAsk(
        service_id=visit.service.id, kind=visit.kind, part_of_day=part_of_day, consent_version=visit.agreed_version
    )


async def _known(client: KioskClient, visit: Visit) -> Wait | Refusal:
    """The place that they have already."""
    refusal = await load(client)
    if refusal is not None:
        return refusal
    service_id = None if visit.calendar is None else visit.calendar.service_id
    found = (wait for wait in client.visit.value.waits if wait.service_id == service_id)
    return next(found, Refusal(RefusalCode.ALREADY_WAITLISTED))
