"""Telling who one is: ID and mobile, or a ticket; then the code, and the name."""

from dataclasses import replace

from desk_client.client.actions.agree import load_consent
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.introduction import DocumentKind
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page, Visit, Way
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_name, parse_national_id
from desk_client.domain.words import readable
from desk_client.i18n.digits import only_digits, to_ascii
from desk_client.i18n.language import Language
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.appointments import TicketAsk, TicketScanAsk
from desk_client.protocol.sessions import (
    Challenge,
    ChallengeAsk,
    Citizen,
    CitizenSession,
    CitizenSessionAsk,
    NameAsk,
)


def begin(client: KioskClient, goal: Goal) -> None:
    """Leave the home page for what the person came for."""
    client.visit.set(flow.forward(replace(client.visit.value, goal=goal)))


def enter_national_id(client: KioskClient, typed: str) -> Refusal | None:
    """Take an ID in any digits. Refusal: INVALID_NATIONAL_ID."""
    checked = parse_national_id(to_ascii(typed).strip())
    if isinstance(checked, Refusal):
        return checked
    visit = client.visit.value
    if checked == visit.introduction.for_id:
        return Refusal(RefusalCode.INVALID_REPRESENTATION, field="representation.document")
    own = replace(visit.introduction, kind=DocumentKind.NATIONAL_ID, number="", nationality="")
    challenge = None if visit.by_ticket or checked != visit.national_id else visit.challenge
    known = replace(visit, national_id=checked, introduction=own, challenge=challenge)
    client.visit.set(flow.forward(replace(known, ticket_number="", ticket_code="", scanned=None)))
    return None


def come_with_ticket(client: KioskClient) -> None:
    """Say it by one's ticket rather than by ID and mobile: a camera reads it where there is one."""
    client.visit.set(flow.aside(client.visit.value, Page.SCAN if client.can_scan else Page.TICKET_NUMBER))


def enter_ticket_number(client: KioskClient, typed: str) -> None:
    """Take the number of a ticket; whether there is one is told with its code."""
    client.visit.set(flow.forward(replace(client.visit.value, ticket_number=only_digits(typed), scanned=None)))


async def enter_ticket_code(client: KioskClient, typed: str) -> Refusal | None:
    """Take the ticket's code, and have one sent for signing in. Refusals: TICKET_UNKNOWN and the server's."""
    code = only_digits(typed)
    if not code:
        return Refusal(RefusalCode.TICKET_UNKNOWN, field="ticket_code")
    client.visit.set(replace(client.visit.value, ticket_code=code))
    refusal = await send_code(client)
    if refusal is None:
        client.visit.set(flow.forward(client.visit.value))
    return refusal


async def enter_mobile(client: KioskClient, typed: str) -> Refusal | None:
    """Take a mobile in any digits and form, and have a code sent. Refusals: INVALID_MOBILE and the server's.

    Whoever went back, and has had a code for the same ID and mobile so shortly before that another is not sent yet,
    goes on to enter that.
    """
    mobile = mobile_of(typed)
    if isinstance(mobile, Refusal):
        return mobile
    before = client.visit.value
    client.visit.set(replace(before, mobile=mobile))
    refusal = await send_code(client)
    if refusal is not None and refusal.code is RefusalCode.RATE_LIMITED and _has_a_code(before, mobile):
        refusal = None
    if refusal is None:
        client.visit.set(flow.forward(client.visit.value))
    return refusal


def _has_a_code(visit: Visit, mobile: str) -> bool:
    return visit.challenge is not None and visit.way is Way.SMS_CODE and visit.mobile == mobile and not visit.by_ticket


async def send_code(client: KioskClient) -> Refusal | None:
    """Have a code sent, the first or another. Refusals: RATE_LIMITED (with the wait) and the server's."""
    path, body = _who(client.visit.value, client.language)
    answer = await client.gateway.ask("POST", path, Challenge, token=client.credential, body=body)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, challenge=answer, way=Way.SMS_CODE))
    return None


def _who(visit: Visit, language: Language) -> tuple[str, ChallengeAsk | TicketAsk | TicketScanAsk]:
    """Where it is asked for the code, and how the person said who they are."""
    if visit.scanned is not None:
        return "/v1/tickets/scans", TicketScanAsk(
            appointment_id=visit.scanned.appointment_id, seal=visit.scanned.seal, language=language.value
        )
    if visit.ticket_code:
        return "/v1/tickets/challenges", TicketAsk(
            ticket_number=visit.ticket_number, ticket_code=visit.ticket_code, language=language.value
        )
    return "/v1/citizen/challenges", ChallengeAsk(
        national_id=visit.national_id or None,
        document=visit.introduction.document,
        mobile=visit.mobile,
        language=language.value,
    )


async def enter_code(client: KioskClient, typed: str) -> Refusal | None:
    """Sign in with the code from the SMS. Refusals: CODE_WRONG (with the tries left), CODE_EXPIRED and the server's."""
    challenge = client.visit.value.challenge
    code = only_digits(typed)
    if challenge is None:
        return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
    if not code:
        return Refusal(RefusalCode.CODE_WRONG, field="code")
    return await sign_in(client, challenge, code)


def stands_still(client: KioskClient, visit: Visit) -> bool:
    """Whether the person still waits for the answer that they waited for then; they may have gone back, or left."""
    now = client.visit.value
    return now.page is visit.page and now.challenge is visit.challenge


async def sign_in(client: KioskClient, challenge: Challenge, code: str | None) -> Refusal | None:
    """Sign in with what was challenged: with the code, or with none where it was confirmed elsewhere.

    Refusals: those of `enter_code`, TOO_EARLY, IDENTITY_REJECTED.
    """
    visit = client.visit.value
    said = visit.introduction
    answer = await client.gateway.ask(
        "POST",
        "/v1/citizen/sessions",
        CitizenSession,
        token=client.credential,
        body=CitizenSessionAsk(
            challenge_id=challenge.challenge_id,
            code=code,
            language=client.language.value,
            companions=said.companions,
            representation=said.representation,
        ),
    )
    if isinstance(answer, Refusal):
        return answer
    if not stands_still(client, visit):  # the person has left meanwhile: nobody is to stay signed in
        await client.gateway.ask("DELETE", "/v1/sessions/current", Nothing, token=answer.token)
        return None
    client.visit.set(flow.forward(replace(client.visit.value, session=answer, challenge=None)))
    client.open_line()
    await load_consent(client)  # where it cannot be read now, it is asked for again when it is needed
    return None


async def enter_name(client: KioskClient, typed: str) -> Refusal | None:
    """Say one's name, the first time; what no reader sees of it goes. Refusals: INVALID_NAME and the server's."""
    session = client.visit.value.session
    name = parse_name(readable(typed))
    if isinstance(name, Refusal):
        return name
    if session is None:
        return Refusal(RefusalCode.UNAUTHENTICATED)
    answer = await client.gateway.ask("PUT", "/v1/citizen/name", Citizen, token=session.token, body=NameAsk(name=name))
    if isinstance(answer, Refusal):
        return answer
    named = replace(client.visit.value, session=session.model_copy(update={"person": answer}))
    client.visit.set(flow.forward(named))
    return None
