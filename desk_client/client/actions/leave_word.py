"""The server is away: what a person came for is kept, sealed, and sent later. Nothing of it is ever called done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desk_client.client.flows import kiosk as flow
from desk_client.client.introduction import DocumentKind
from desk_client.client.kiosk import KioskClient
from desk_client.client.outbox.provisions import Provisions
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_name
from desk_client.domain.words import readable
from desk_client.i18n.digits import only_digits
from desk_client.i18n.language import Language
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.deposits import MOST_DAYS, CheckInLeft, RequestLeft, SurveyLeft
from desk_client.protocol.offices import Office

DAYS_OFFERED = 14
_PAPERS = (Page.PASSPORT, Page.BORDER_NUMBER, Page.NATIONALITY)
"""Where a visitor gives what they have in place of an ID."""
_TURNABLE = frozenset(
    {
        *(Page.NATIONAL_ID, Page.OTHERS, *_PAPERS, Page.MOBILE, Page.CODE, Page.NAME, Page.OFFICE, Page.SERVICE),
        *(Page.TRIAGE, Page.WITH_WHOM, Page.KIND, Page.FIRST_FREE, Page.TIME),
        *(Page.SUBJECT, Page.ADDRESS, Page.DOCUMENTS, Page.SUMMARY),
    }
)
"""Pages on the way to a booking."""


def can_leave(client: KioskClient) -> bool:
    """Whether the server is away, and something can be kept for it."""
    return client.station.value.is_away and client.depository is not None and client.depository.is_open


def last_seen(client: KioskClient) -> Provisions | None:
    """What was last seen of the server; None where it never was."""
    return None if client.depository is None else client.depository.provisions


def begin(client: KioskClient, goal: Goal) -> None:
    """Leave the home page to leave a check-in or a request behind, with what is known of the offices."""
    client.visit.set(flow.forward(_furnished(client, replace(client.visit.value, goal=goal))))


def can_turn_into_request(client: KioskClient) -> bool:
    """Whether a booking that is under way could be left as a request instead."""
    visit = client.visit.value
    return can_leave(client) and visit.goal is Goal.BOOK and visit.page in _TURNABLE


def turn_into_request(client: KioskClient) -> None:
    """Leave the booking that cannot go on as a request: every answer is kept, what is missing is asked for.

    A time that was held is named as a day that suits; the hold itself runs out at the server.
    """
    visit = client.visit.value
    person = visit.session.person if visit.session is not None else None
    days = visit.days if visit.slot is None else (visit.slot.starts_at.date(),)
    turned = replace(
        visit,
        goal=Goal.LEAVE_REQUEST,
        page=Page.HOME,
        trail=(),
        name=visit.name or (person.name if person is not None and person.name else ""),
        days=days,
        slot=None,
        hold=None,
    )
    turned = _furnished(client, turned)
    if visit.page in _PAPERS:  # they are asked for in the same way
        client.visit.set(replace(turned, page=visit.page, trail=tuple(p for p in visit.trail if p is not Page.OTHERS)))
        return
    turned = flow.forward(turned)
    while _is_answered(turned):
        turned = flow.forward(turned)
    client.visit.set(_with_papers(turned))


def _with_papers(visit: Visit) -> Visit:
    """The way back leads by a visitor's papers, where they have some in place of an ID."""
    if not visit.introduction.nationality or Page.NATIONAL_ID not in visit.trail:
        return visit
    number = Page.PASSPORT if visit.introduction.kind is DocumentKind.PASSPORT else Page.BORDER_NUMBER
    after = visit.trail.index(Page.NATIONAL_ID) + 1
    return replace(visit, trail=(*visit.trail[:after], number, Page.NATIONALITY, *visit.trail[after:]))


def enter_mobile(client: KioskClient, typed: str) -> Refusal | None:
    """Take a mobile; nothing is sent to it now. Refusal: INVALID_MOBILE."""
    mobile = mobile_of(typed)
    if isinstance(mobile, Refusal):
        return mobile
    client.visit.set(flow.forward(replace(client.visit.value, mobile=mobile)))
    return None


def enter_name(client: KioskClient, typed: str) -> Refusal | None:
    """Take the name. Refusal: INVALID_NAME."""
    name = parse_name(readable(typed))
    if isinstance(name, Refusal):
        return name
    client.visit.set(flow.forward(replace(client.visit.value, name=name)))
    return None


def keep_name(client: KioskClient, typed: str) -> None:
    """Take along what was written of the name, without going on."""
    client.visit.set(replace(client.visit.value, name=readable(typed)))


def keep_days(client: KioskClient, days: Sequence[date]) -> None:
    """Take along the days that were chosen so far, without going on."""
    client.visit.set(replace(client.visit.value, days=tuple(sorted(days))[:MOST_DAYS]))


def days_offered(provisions: Provisions, visit: Visit, today: date) -> Sequence[tuple[date, int]]:
    """The next days on which the office works, and how many times were free on each when it was last seen."""
    service = visit.service
    month = provisions.month
    row = next((each for each in month.services if service is not None and each.service_id == service.id), None)
    if row is None:
        return ()
    days = (month.first + timedelta(days=place) for place in range(len(row.free)))
    known = [(day, free) for day, free, size in zip(days, row.free, row.capacity, strict=True) if size and day > today]
    return known[:DAYS_OFFERED]


def prefer_days(client: KioskClient, days: Sequence[date]) -> None:
    """Take the days that suit, or none."""
    keep_days(client, days)
    client.visit.set(flow.forward(client.visit.value))


async def leave_check_in(client: KioskClient, typed: str) -> Refusal | None:
    """Keep that somebody with this ticket is here. Refusals: TICKET_UNKNOWN for no code, SERVER_UNAVAILABLE."""
    visit, code = client.visit.value, only_digits(typed)
    if not code or not visit.ticket_number:
        return Refusal(RefusalCode.TICKET_UNKNOWN, field="ticket_code")
    return await _left(client, CheckInLeft(ticket_number=visit.ticket_number, ticket_code=code))


async def leave_request(client: KioskClient, language: Language) -> Refusal | None:
    """Keep the wish to be received, with the person's yes to the words that were shown. SERVER_UNAVAILABLE."""
    visit = client.visit.value
    if visit.service is None or visit.agreed_version is None:
        return Refusal(RefusalCode.SERVER_UNAVAILABLE)
    inside = RequestLeft(
        national_id=visit.national_id or None,
        document=visit.introduction.document,
        mobile=visit.mobile,
        name=visit.name,
        service_id=visit.service.id,
        text=" — ".join(part for part in (visit.brief, visit.subject) if part),
        days=visit.days,
        consent_version=visit.agreed_version,
        language=language,
    )
    return await _left(client, inside)


async def keep_survey(client: KioskClient, answer: SurveyLeft) -> bool:
    """Keep an answer that could not be sent; whether it is kept."""
    return client.depository is not None and not isinstance(await client.depository.leave(answer), Refusal)


async def _left(client: KioskClient, inside: CheckInLeft | RequestLeft) -> Refusal | None:
    if client.depository is None:
        return Refusal(RefusalCode.SERVER_UNAVAILABLE)
    receipt = await client.depository.leave(inside)
    if isinstance(receipt, Refusal):
        return receipt
    client.visit.set(flow.forward(replace(client.visit.value, receipt=receipt, ticket_code="")))
    return None


def _furnished(client: KioskClient, visit: Visit) -> Visit:
    """With the offices and the words to agree to as they were last seen."""
    provisions = last_seen(client)
    if provisions is None:
        return visit
    return replace(visit, offices=_ranked(provisions.offices.offices), words_to_leave=provisions.terms)


def _ranked(offices: Sequence[Office]) -> tuple[Office, ...]:
    return tuple(sorted((office for office in offices if office.services), key=lambda office: office.order))


def _is_answered(visit: Visit) -> bool:
    match visit.page:
        case Page.NATIONAL_ID:
            return bool(visit.national_id or visit.introduction.nationality)
        case Page.MOBILE:
            return bool(visit.mobile)
        case Page.NAME:
            return not isinstance(parse_name(visit.name), Refusal)
        case Page.OFFICE:
            return visit.office is not None
        case Page.SERVICE:
            return visit.service is not None
        case Page.DAYS:
            return bool(visit.days)
        case Page.SUBJECT:
            return bool(visit.subject)
        case _:
            return False
