"""Choosing whom to meet and when, and confirming it."""

import uuid
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from desk_client.client.actions.agree import load_consent
from desk_client.client.actions.triage import begun, subject_room
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.kinds import AppointmentKind, needs_address, needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.words import readable
from desk_client.protocol.appointments import MAX_ADDRESS_LENGTH, AppointmentAsk, Booked
from desk_client.protocol.offices import Office, Offices, Service
from desk_client.protocol.slots import Availability, FoundSlot, FoundSlots, Hold, HoldAsk, SearchAsk, Slot

_MOST_FOUND = 12
_OTHER_WORDS = frozenset({RefusalCode.CONSENT_REQUIRED, RefusalCode.PRECONDITION_FAILED})
_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE, RefusalCode.HOLD_EXPIRED})


def begin_instead(client: KioskClient) -> None:
    """Book, for whoever came for an appointment and has none; who they are is known already."""
    client.visit.set(flow.aside(replace(client.visit.value, goal=Goal.BOOK, request_id=None), Page.OFFICE))


async def load_offices(client: KioskClient) -> Refusal | None:
    """Read who can be met; whoever leaves a request chooses from what was seen last, which the visit has already."""
    if client.visit.value.goal is Goal.LEAVE_REQUEST:
        return None
    answer = await client.gateway.ask("GET", "/v1/offices", Offices, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    bookable = (
        _bookable(client.visit.value, office) for office in sorted(answer.offices, key=lambda office: office.order)
    )
    client.visit.set(replace(client.visit.value, offices=tuple(office for office in bookable if office.services)))
    return None


def _bookable(visit: Visit, office: Office) -> Office:
    """The office with what of it this visitor can book at a kiosk."""
    services = tuple(service for service in office.services if replace(visit, service=service).kinds)
    return office if services == office.services else office.model_copy(update={"services": services})


def choose_office(client: KioskClient, office: Office) -> None:
    """Choose whom to meet; with a single service there is nothing more to ask."""
    visit = client.visit.value
    same = visit.office is not None and visit.office.id == office.id
    only = office.services[0] if len(office.services) == 1 else None
    service = visit.service if same and only is None else only
    chosen = begun(replace(visit, office=office, service=service, wished=None, anyone=False, request_id=None), service)
    if not same:
        chosen = replace(chosen, kind=_only_kind(chosen), availability=None, found=None, slot=None)
    client.visit.set(flow.forward(chosen))


def given(visit: Visit, office: Office, service: Service) -> Visit:
    """The visit with what it was given the right to book: whoever triaged its request has asked all that is asked."""
    chosen = replace(visit, office=office, service=service, wished=None, anyone=False, questions=(), asked=())
    return replace(chosen, kind=_only_kind(chosen), availability=None, found=None, slot=None)


def choose_service(client: KioskClient, service: Service) -> None:
    """Choose what it is about; another service has other slots."""
    visit = client.visit.value
    same = visit.service is not None and visit.service.id == service.id
    chosen = begun(replace(visit, service=service, wished=None, anyone=False, request_id=None), service)
    if not same:
        chosen = replace(chosen, kind=_only_kind(chosen), availability=None, found=None, slot=None)
    client.visit.set(flow.forward(chosen))


def choose_kind(client: KioskClient, kind: AppointmentKind) -> None:
    """Choose how to meet; another kind has other slots."""
    visit = client.visit.value
    chosen = replace(visit, kind=kind)
    if visit.kind is not kind:
        chosen = replace(chosen, availability=None, found=None, slot=None)
    client.visit.set(flow.forward(chosen))


def choose_whom(client: KioskClient, *, anyone: bool) -> None:
    """Choose between the official and whoever of their peers is free first; what was found so is not the official's."""
    visit = _as_wished(client.visit.value)
    if visit.anyone is not anyone:
        visit = replace(visit, availability=None, found=None, slot=None)
    client.visit.set(flow.forward(replace(visit, anyone=anyone)))


def _only_kind(visit: Visit) -> AppointmentKind | None:
    """Where there is nothing to choose, it is chosen."""
    return visit.kinds[0] if len(visit.kinds) == 1 else None


async def load_availability(client: KioskClient, first: date, days: int) -> Refusal | None:
    """Read the free slots of what was chosen, from ``first`` on, for ``days`` days (at most 62).

    The slot that is held for the person is among them. Where something else is chosen meanwhile, that is read.
    """
    calendar = client.visit.value.calendar
    if calendar is None:
        return Refusal(RefusalCode.INVALID_REQUEST)
    await _release_what_was_left(client)
    answer = await client.gateway.ask(
        "GET",
        f"/v1/offices/{calendar.office_id}/availability",
        Availability,
        token=client.token,
        query={**calendar.query, "first": first.isoformat(), "days": str(days)},
    )
    visit = client.visit.value
    if visit.calendar != calendar:
        return None if visit.calendar is None else await load_availability(client, first, days)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(visit, availability=answer if visit.hold is None else _with_slot(answer, visit.hold.slot)))
    return None


def _with_slot(availability: Availability, slot: Slot) -> Availability:
    """With a slot that the server counts as taken, as it is this person's own."""
    on = slot.starts_at.astimezone(ZoneInfo(availability.zone)).date()
    days = tuple(
        day.model_copy(update={"slots": tuple(sorted({slot, *day.slots}, key=lambda each: each.starts_at))})
        if day.date == on
        else day
        for day in availability.days
    )
    return availability.model_copy(update={"days": days})


async def load_first_free(client: KioskClient) -> Refusal | None:
    """Read the first free times of all who offer the service, at this hall where it is by video.

    Whoever comes back to them has found nobody yet.
    """
    client.visit.set(_as_wished(client.visit.value))
    await _release_what_was_left(client)
    visit, kiosk = client.visit.value, client.station.value.kiosk
    kind = visit.kind or AppointmentKind.VIDEO_KIOSK
    services = tuple(service.id for _, service in visit.peers)
    if not services:
        return Refusal(RefusalCode.INVALID_REQUEST)
    site_id = kiosk.site.id if kiosk is not None and needs_site(kind) else None
    ask = SearchAsk(service_ids=services, kind=kind, site_id=site_id, most=_MOST_FOUND)
    answer = await client.gateway.ask("POST", "/v1/slots/search", FoundSlots, token=client.token, body=ask)
    now = client.visit.value
    if (now.peers, now.kind) != (visit.peers, visit.kind):
        return await load_first_free(client) if now.peers else None
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(now, found=answer.slots))
    return None


def _as_wished(visit: Visit) -> Visit:
    """The visit with who was asked for, in place of who was free first."""
    if visit.wished is None:
        return visit
    office, service = visit.wished
    return replace(visit, office=office, service=service, wished=None, availability=None, slot=None)


async def choose_found(client: KioskClient, found: FoundSlot) -> Refusal | None:
    """Hold a slot of whoever was free first; from then on they are who is met. Refusals: as `choose_slot`."""
    visit = client.visit.value
    peer = next((each for each in visit.peers if each[1].id == found.service_id), None)
    if peer is None:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    if visit.office is not None and visit.service is not None and visit.service.id != found.service_id:
        wished = visit.office, visit.service
        client.visit.set(replace(visit, office=peer[0], service=peer[1], wished=wished, availability=None, slot=None))
    refusal = await choose_slot(client, found.slot)
    if refusal is not None:
        client.visit.set(_as_wished(client.visit.value))
    return refusal


async def choose_slot(client: KioskClient, slot: Slot) -> Refusal | None:
    """Hold a slot for the few minutes that the rest takes. Refusals: SLOT_TAKEN (choose another) and the server's.

    For an audience that is moved nothing is held: what one has stays one's own until both are exchanged.
    """
    visit = client.visit.value
    if visit.goal is Goal.CHANGE:
        client.visit.set(flow.forward(replace(visit, slot=slot, booking_key=uuid.uuid4().hex)))
        return None
    if visit.office is None or visit.service is None:
        return Refusal(RefusalCode.INVALID_REQUEST)
    held = visit.hold is not None and visit.slot is not None and visit.slot.starts_at == slot.starts_at
    if not held and (refusal := await _hold(client, visit.office, visit.service, slot)) is not None:
        return refusal
    client.visit.set(flow.forward(client.visit.value))
    return None


async def hold_again(client: KioskClient) -> Refusal | None:
    """Hold the chosen slot for as long again; if somebody else has it by now, none is held any more."""
    visit = client.visit.value
    if visit.office is None or visit.service is None or visit.slot is None:
        return Refusal(RefusalCode.INVALID_REQUEST)
    return await _hold(client, visit.office, visit.service, visit.slot)


async def _hold(client: KioskClient, office: Office, service: Service, slot: Slot) -> Refusal | None:
    await release_hold(client)
    answer = await client.gateway.ask(
        "POST",
        "/v1/holds",
        Hold,
        token=client.token,
        body=HoldAsk(
            office_id=office.id,
            service_id=service.id,
            starts_at=slot.starts_at,
            kind=client.visit.value.kind or AppointmentKind.VIDEO_KIOSK,
            request_id=client.visit.value.request_id,
        ),
        idempotency_key=uuid.uuid4().hex,
    )
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, slot=answer.slot, hold=answer, booking_key=uuid.uuid4().hex))
    return None


async def release_hold(client: KioskClient) -> None:
    """Give a held slot back; if the server cannot be told, the hold runs out by itself."""
    hold = client.visit.value.hold
    if hold is None:
        return
    client.visit.set(replace(client.visit.value, hold=None, slot=None))
    await client.gateway.ask("DELETE", f"/v1/holds/{hold.id}", Nothing, token=client.token)


async def _release_what_was_left(client: KioskClient) -> None:
    """Give back what was held for another choice: to the server its time is taken, also for this person."""
    if client.visit.value.slot is None:
        await release_hold(client)


def write_subject(client: KioskClient, text: str) -> Refusal | None:
    """Say what it is about, or leave it empty; what no reader sees of it goes. Refusal: INVALID_SUBJECT (too long)."""
    subject = readable(text)
    if len(subject) > subject_room(client.visit.value):
        return Refusal(RefusalCode.INVALID_SUBJECT, field="subject")
    client.visit.set(flow.forward(replace(client.visit.value, subject=subject)))
    return None


def write_address(client: KioskClient, text: str) -> Refusal | None:
    """Say where a home visit goes. Refusal: INVALID_ADDRESS where a reader sees nothing of it, or it is too long."""
    address = readable(text)
    if not 0 < len(address) <= MAX_ADDRESS_LENGTH:
        return Refusal(RefusalCode.INVALID_ADDRESS, field="address")
    client.visit.set(flow.forward(replace(client.visit.value, address=address)))
    return None


def keep_subject(client: KioskClient, text: str) -> None:
    """Take along what was written so far, without going on; nothing that is too long."""
    subject = readable(text)
    if len(subject) <= subject_room(client.visit.value):
        client.visit.set(replace(client.visit.value, subject=subject))


def keep_address(client: KioskClient, text: str) -> None:
    """Take along what was written so far, without going on; nothing that is too long."""
    address = readable(text)
    if len(address) <= MAX_ADDRESS_LENGTH:
        client.visit.set(replace(client.visit.value, address=address))


async def confirm(client: KioskClient) -> Refusal | None:
    """Book what the summary shows. After a time-out the same booking is asked for again, never a second one.

    Whoever confirms agrees to the words that the summary shows (`Visit.to_agree_to`). Where the server wants a consent
    whose words were not shown, they are read, and it is for the person to confirm once more (CONSENT_REQUIRED). When
    the hold ran out meanwhile, the visit goes back to choosing a time with every other answer kept.
    """
    visit = client.visit.value
    if visit.hold is None:
        return Refusal(RefusalCode.HOLD_EXPIRED)
    answer = await client.gateway.ask(
        "POST",
        "/v1/appointments",
        Booked,
        token=client.token,
        body=AppointmentAsk(
            hold_id=visit.hold.id,
            subject=" — ".join(part for part in (visit.brief, visit.subject) if part),
            address=visit.address if visit.kind is not None and needs_address(visit.kind) else "",
            companions=visit.introduction.companions,
            consent_version=visit.agreed_version,
        ),
        idempotency_key=visit.booking_key,
    )
    if isinstance(answer, Refusal):
        if answer.code in _GONE:
            client.visit.set(replace(client.visit.value, hold=None, slot=None, availability=None))
        if answer.code in _OTHER_WORDS:
            return await load_consent(client) or Refusal(RefusalCode.CONSENT_REQUIRED, field=answer.field)
        return answer
    booked = replace(client.visit.value, booked=answer, appointment=answer.appointment, hold=None)
    client.visit.set(flow.forward(booked))
    return None


def choose_another_time(client: KioskClient) -> None:
    """Go back from a summary to the time, every other answer kept."""
    visit = client.visit.value
    while visit.trail and visit.page not in {Page.TIME, Page.FIRST_FREE}:
        visit = flow.back(visit)
    client.visit.set(visit)
