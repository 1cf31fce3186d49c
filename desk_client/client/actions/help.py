"""Helping somebody at the operator's desk: finding them, and booking, moving, cancelling in their name."""

import uuid
from dataclasses import replace
from datetime import date

from desk_client.client.actions import operate
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.client.helping import DocumentKind, Helping, HelpStep
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_document, parse_name, parse_national_id
from desk_client.domain.words import readable
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.accounts import PeopleFound, PersonFound, PersonSearchAsk, PersonSeenAsk
from desk_client.protocol.appointments import Appointment, AppointmentAsk, Appointments, Booked
from desk_client.protocol.offices import Office, Offices, Service
from desk_client.protocol.privacy import Consent
from desk_client.protocol.sessions import AssistanceAsk, Waiting, WaitingList
from desk_client.protocol.slots import Availability, Hold, HoldAsk, MoveAsk, Slot
from desk_client.protocol.waitlists import Wait, WaitAsk

DAYS = 62
_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE, RefusalCode.HOLD_EXPIRED})
_OTHER_WORDS = frozenset({RefusalCode.CONSENT_REQUIRED, RefusalCode.PRECONDITION_FAILED})
_LONGEST_SEARCH = 120


def _set(client: DeskClient, helping: Helping) -> None:
    client.console.helping.set(helping)


def _now(client: DeskClient) -> Helping:
    return client.console.helping.value


async def load_waiting(client: DeskClient) -> Refusal | None:
    """Read who waits at the hall's kiosks for their papers to be seen."""
    answer = await operate.ask(client, "GET", "/v1/assistance", WaitingList)
    if isinstance(answer, Refusal):
        return answer
    _set(client, replace(_now(client), waiting=answer.waiting))
    return None


async def confirm_papers(client: DeskClient, waiting: Waiting, typed: str) -> Refusal | None:
    """Let in somebody at a kiosk by the number as it stands in their papers. INVALID_DOCUMENT and the server's."""
    number = to_ascii(typed).strip()
    if not number or len(number) > 32:  # noqa: PLR2004 - as the wire has it
        return Refusal(RefusalCode.INVALID_DOCUMENT, field="number")
    answer = await client.gateway.ask(
        "POST",
        f"/v1/assistance/{waiting.challenge_id}",
        Nothing,
        token=client.token,
        body=AssistanceAsk(number=number, papers_seen=True),
    )
    refusal = await load_waiting(client)
    return answer if isinstance(answer, Refusal) else refusal


async def find(client: DeskClient, typed: str) -> Refusal | None:
    """Look for somebody by the number of their ID, their mobile, or their name; the one who is found is helped.

    Refusals: INVALID_NATIONAL_ID, INVALID_MOBILE, INVALID_NAME and the server's.
    """
    ask = _search(typed)
    return ask if isinstance(ask, Refusal) else await _find(client, ask)


async def find_by_papers(client: DeskClient, document: DocumentKind, number: str, country: str) -> Refusal | None:
    """Look for a visitor by the number of their papers; ``country`` is their nationality's code.

    Refusals: INVALID_DOCUMENT, INVALID_NATIONALITY and the server's.
    """
    checked = parse_document(document, to_ascii(number), country or None)
    if isinstance(checked, Refusal):
        return checked
    ask = PersonSearchAsk(by="document", text=checked.number, document=document, nationality=checked.nationality)
    return await _find(client, ask)


async def _find(client: DeskClient, ask: PersonSearchAsk) -> Refusal | None:
    answer = await client.gateway.ask("POST", "/v1/people/search", PeopleFound, token=client.token, body=ask)
    if isinstance(answer, Refusal):
        return answer
    _set(client, replace(_now(client), found=answer.people))
    if len(answer.people) == 1:
        return await help_person(client, answer.people[0])
    return None


def _search(typed: str) -> PersonSearchAsk | Refusal:
    text = " ".join(to_ascii(typed).split())
    compact = text.replace(" ", "").replace("-", "")
    if compact.lstrip("+").isdigit():
        if compact.startswith(("1", "2")):
            number = parse_national_id(compact)
            return number if isinstance(number, Refusal) else PersonSearchAsk(by="document", text=number)
        mobile = mobile_of(compact)
        return mobile if isinstance(mobile, Refusal) else PersonSearchAsk(by="mobile", text=mobile)
    if not any(letter.isalpha() for letter in text) or len(text) > _LONGEST_SEARCH or not text.isprintable():
        return Refusal(RefusalCode.INVALID_NAME, field="text")
    return PersonSearchAsk(by="name", text=text)


def ask_for_papers(client: DeskClient) -> None:
    """Nobody was found: take down what stands in their papers."""
    _set(client, replace(_now(client), step=HelpStep.PAPERS))


async def see_papers(
    client: DeskClient, document: DocumentKind, number: str, nationality: str, name: str
) -> Refusal | None:
    """Know somebody by the papers that the operator has seen.

    Refusals: INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_NAME and the server's.
    """
    country = to_ascii(nationality).strip().upper() or None
    checked = parse_document(document, to_ascii(number), country)
    if isinstance(checked, Refusal):
        return checked
    said = parse_name(name)
    if isinstance(said, Refusal):
        return said
    ask = PersonSeenAsk(
        document=document, number=checked.number, nationality=checked.nationality, name=said, papers_seen=True
    )
    answer = await client.gateway.ask("POST", "/v1/people", PersonFound, token=client.token, body=ask)
    if isinstance(answer, Refusal):
        return answer
    return await help_person(client, answer)


async def help_whoever_left(client: DeskClient, kiosk_id: str, entry_id: str) -> Refusal | None:
    """Begin to help whoever left something at a kiosk that could not be done. NOT_FOUND: nobody knows whose it is."""
    path = f"/v1/kiosks/{kiosk_id}/deposits/{entry_id}/person"
    answer = await operate.ask(client, "POST", path, PersonFound)
    return answer if isinstance(answer, Refusal) else await help_person(client, answer)


async def help_person(client: DeskClient, person: PersonFound) -> Refusal | None:
    """Begin to help somebody: what they have, and whether they agreed to the processing of their data.

    Who has no name yet is asked for their papers: nobody is received without a name.
    """
    if person.disabled:
        return Refusal(RefusalCode.IDENTITY_REJECTED)
    if person.name is None:
        _set(client, replace(_now(client), step=HelpStep.PAPERS, person=person))
        return None
    _set(client, replace(_now(client).anew(), step=HelpStep.PERSON, person=person))
    return await load_person(client)


async def load_person(client: DeskClient) -> Refusal | None:
    """Read what the person has, and the words that are read to them before anything is booked."""
    person = _now(client).person
    if person is None:
        return Refusal(RefusalCode.NOT_FOUND)
    query = {"person_id": person.id}
    theirs = await client.gateway.ask("GET", "/v1/appointments", Appointments, token=client.token, query=query)
    if isinstance(theirs, Refusal):
        return theirs
    ahead = tuple(each for each in theirs.appointments if each.state is not AppointmentState.CANCELLED)
    consent = await client.gateway.ask("GET", "/v1/consents/processing", Consent, token=client.token, query=query)
    if isinstance(consent, Refusal):
        return consent
    _set(client, replace(_now(client), appointments=ahead, consent=consent))
    return None


async def begin_booking(client: DeskClient) -> Refusal | None:
    """Choose whom to meet, and what for."""
    if not _now(client).offices:
        answer = await client.gateway.ask("GET", "/v1/offices", Offices, token=client.token)
        if isinstance(answer, Refusal):
            return answer
        _set(client, replace(_now(client), offices=tuple(sorted(answer.offices, key=lambda each: each.order))))
    _set(client, replace(_now(client), step=HelpStep.SERVICE, moving=None))
    return None


async def choose_service(client: DeskClient, office: Office, service: Service, first: date) -> Refusal | None:
    """Choose one; its free times in this hall are read."""
    chosen = replace(_now(client), office=office, service=service, availability=None, slot=None)
    _set(client, replace(chosen, step=HelpStep.TIME))
    return await load_times(client, first)


async def begin_move(client: DeskClient, appointment: Appointment, first: date) -> Refusal | None:
    """Look for another time for an audience that they have."""
    _set(client, replace(_now(client), step=HelpStep.TIME, moving=appointment, availability=None, slot=None))
    return await load_times(client, first)


async def load_times(client: DeskClient, first: date) -> Refusal | None:
    """Read the free times from a day on."""
    helping = _now(client)
    if helping.moving is not None:
        moved = helping.moving
        office_id, query = moved.office_id, {"service_id": moved.service_id, "kind": moved.kind.value}
        query |= {} if moved.site_id is None else {"site_id": moved.site_id}
        query |= {"interpreter": "true"} if moved.interpreter else {}
    elif helping.office is not None and helping.service is not None:
        office_id, query = helping.office.id, {"service_id": helping.service.id}
    else:
        return Refusal(RefusalCode.INVALID_REQUEST)
    answer = await client.gateway.ask(
        "GET",
        f"/v1/offices/{office_id}/availability",
        Availability,
        token=client.token,
        query={**query, "first": first.isoformat(), "days": str(DAYS)},
    )
    if isinstance(answer, Refusal):
        return answer
    _set(client, replace(_now(client), availability=answer))
    return None


async def choose_time(client: DeskClient, slot: Slot, first: date) -> Refusal | None:
    """Hold a time while the rest is said; what is moved keeps its old time until both are exchanged.

    Refusals: SLOT_TAKEN, SLOT_UNAVAILABLE (what is free now has been read), LIMIT_REACHED and the server's.
    """
    helping = _now(client)
    if helping.moving is None:
        if helping.person is None or helping.office is None or helping.service is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        ask = HoldAsk(
            office_id=helping.office.id,
            service_id=helping.service.id,
            starts_at=slot.starts_at,
            person_id=helping.person.id,
        )
        answer = await client.gateway.ask(
            "POST", "/v1/holds", Hold, token=client.token, body=ask, idempotency_key=uuid.uuid4().hex
        )
        if isinstance(answer, Refusal):
            if answer.code in _GONE:
                await load_times(client, first)
            return answer
        helping = replace(_now(client), hold=answer)
    _set(client, replace(helping, step=HelpStep.SUMMARY, gone=None, slot=slot, booking_key=uuid.uuid4().hex))
    return None


async def confirm(client: DeskClient, subject: str, first: date) -> Refusal | None:
    """Book what the summary shows, or move to it. After a time-out the same is asked for again, never a second one.

    Where the summary showed words to agree to, they were read to the person, who agreed. When the time is gone, it is
    back to choosing one, with what is free now; all else is kept. What no reader sees of the subject goes.
    """
    helping = _now(client)
    answer: Appointment | Booked | Refusal
    if helping.moving is not None and helping.slot is not None:
        answer = await client.gateway.ask(
            "POST",
            f"/v1/appointments/{helping.moving.id}/reschedule",
            Appointment,
            token=client.token,
            body=MoveAsk(starts_at=helping.slot.starts_at),
            idempotency_key=helping.booking_key,
            version=helping.moving.version,
        )
    elif helping.hold is not None:
        consent = helping.consent
        said = consent.text_version if consent is not None and not consent.given else None
        answer = await client.gateway.ask(
            "POST",
            "/v1/appointments",
            Booked,
            token=client.token,
            body=AppointmentAsk(hold_id=helping.hold.id, subject=readable(subject), consent_version=said),
            idempotency_key=helping.booking_key,
        )
    else:
        answer = Refusal(RefusalCode.HOLD_EXPIRED)
    match answer:
        case Refusal(code=code):
            if code in _GONE:
                _set(client, replace(_now(client), step=HelpStep.TIME, hold=None, slot=None, gone=answer))
                await load_times(client, first)
            elif code in _OTHER_WORDS:
                await load_person(client)
            return answer
        case Booked():
            _set(client, replace(_now(client), booked=answer, appointment=answer.appointment))
        case Appointment():
            _set(client, replace(_now(client), booked=None, appointment=answer))
    _set(client, replace(_now(client), step=HelpStep.TICKET, hold=None))
    return None


async def cancel(client: DeskClient, appointment: Appointment) -> Refusal | None:
    """Give one of their audiences up. Asked again after a time-out, it is not refused."""
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{appointment.id}/cancellation",
        Appointment,
        token=client.token,
        version=appointment.version,
    )
    refusal = await load_person(client)
    is_gone = all(each.id != appointment.id for each in _now(client).appointments)
    return answer if isinstance(answer, Refusal) and not is_gone else refusal


async def join_waitlist(client: DeskClient) -> Refusal | None:
    """Put them on the waitlist of what was chosen. ALREADY_WAITLISTED, LIMIT_REACHED and the server's."""
    helping = _now(client)
    if helping.person is None:
        return Refusal(RefusalCode.NOT_FOUND)
    consent = helping.consent
    said = consent.text_version if consent is not None and not consent.given else None
    ask = WaitAsk(
        appointment_id=None if helping.moving is None else helping.moving.id,
        service_id=None if helping.moving is not None or helping.service is None else helping.service.id,
        person_id=helping.person.id,
        consent_version=said,
    )
    answer = await client.gateway.ask(
        "POST", "/v1/waitlist", Wait, token=client.token, body=ask, idempotency_key=uuid.uuid4().hex
    )
    if isinstance(answer, Refusal):
        return answer
    _set(client, replace(_now(client), listed=answer, step=HelpStep.TICKET))
    return None


async def give_back(client: DeskClient) -> None:
    """Give a held time back; if the server cannot be told, the hold runs out by itself."""
    hold = _now(client).hold
    if hold is not None:
        _set(client, replace(_now(client), hold=None, slot=None))
        await client.gateway.ask("DELETE", f"/v1/holds/{hold.id}", Nothing, token=client.token)


async def back(client: DeskClient) -> None:
    """One question back; a time that was held is given back."""
    helping = _now(client)
    await give_back(client)
    match helping.step:
        case HelpStep.SUMMARY:
            _set(client, replace(_now(client), step=HelpStep.TIME))
        case HelpStep.TIME if helping.moving is None:
            _set(client, replace(_now(client), step=HelpStep.SERVICE))
        case HelpStep.TIME | HelpStep.SERVICE:
            _set(client, _now(client).at_person())
        case _:
            _set(client, _now(client).anew())


async def next_person(client: DeskClient) -> None:
    """Forget the person: the next one is helped."""
    await give_back(client)
    _set(client, _now(client).anew())
