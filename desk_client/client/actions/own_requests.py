"""The visitor's own requests: read what became of them, answer what was asked, use what was given, or ask no more."""

from dataclasses import replace
from typing import Final

from desk_client.client.actions import book
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, OwnRequest, Page, Request
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import OPEN_STATES, RequestState, RequestStep
from desk_client.domain.words import readable
from desk_client.protocol.requests import ReplyAsk, Requests

_CHANGED_MEANWHILE: Final = frozenset({RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION})


def may_withdraw(request: Request) -> bool:
    """Whether it may still be taken back; what was given already is cancelled with its appointment."""
    return request.state in OPEN_STATES or request.may_book


async def load(client: KioskClient) -> Refusal | None:
    """Read the visitor's own requests, the latest first."""
    answer = await client.gateway.ask("GET", "/v1/requests/mine", Requests, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, requests=answer.requests))
    return None


def look_at_all(client: KioskClient) -> None:
    """Go to the list of them."""
    client.visit.set(flow.aside(replace(client.visit.value, withdrawn=None), Page.REQUESTS))


def open_one(client: KioskClient, request: Request) -> None:
    """Go to one of them; what became of it in the course of time is read there."""
    visit = replace(client.visit.value, request=request, course=None, reply="", withdrawn=None)
    client.visit.set(flow.aside(visit, Page.REQUEST))


def open_keeper(client: KioskClient) -> Refusal | None:
    """Go to the request that keeps the thread of the one that is read. NOT_FOUND: it is not among those listed."""
    visit = client.visit.value
    merged = visit.request
    keeper = next((each for each in visit.requests or () if merged and each.id == merged.merged_into), None)
    if keeper is None:
        return Refusal(RefusalCode.NOT_FOUND)
    client.visit.set(replace(visit, request=keeper, course=None, reply=""))
    return None


async def read(client: KioskClient) -> Refusal | None:
    """Read the request that is open anew, with every step that concerns its citizen."""
    request = client.visit.value.request
    if request is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("GET", f"/v1/requests/{request.id}/course", OwnRequest, token=client.token)
    now = client.visit.value
    if now.request is None or now.request.id != request.id:
        return None  # they look at another by now
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(now.with_request(answer.request), course=answer))
    return None


def begin_reply(client: KioskClient) -> None:
    """Go and write an answer to what was asked."""
    client.visit.set(flow.forward(client.visit.value))


def keep_reply(client: KioskClient, typed: str) -> None:
    """Take along what was written so far, without sending it."""
    client.visit.set(replace(client.visit.value, reply=typed))


async def reply(client: KioskClient, typed: str) -> Refusal | None:
    """Send the answer, and go back to the request. Sent again after a time-out, it is not refused.

    Refusals: INVALID_REQUEST where a reader sees nothing of it, PRECONDITION_FAILED and ILLEGAL_TRANSITION (it went on
    meanwhile: what it is now has been read), and the server's.
    """
    request, text = client.visit.value.request, _lines(typed)
    if request is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if not text:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    keep_reply(client, typed)
    path = f"/v1/requests/{request.id}/reply"
    answer = await client.gateway.ask(
        "POST", path, Request, token=client.token, body=ReplyAsk(text=text), version=request.version
    )
    if isinstance(answer, Refusal):
        if answer.code not in _CHANGED_MEANWHILE or await read(client) is not None:
            return answer
        if not _was_answered(client.visit.value.course, text):
            return answer
        answer = client.visit.value.request or request
    visit = replace(client.visit.value.with_request(answer), reply="", course=None)
    client.visit.set(flow.returned(visit, Page.REQUEST) if visit.page is Page.REPLY else visit)
    return None


async def withdraw(client: KioskClient) -> Refusal | None:
    """Ask no more, and go back to the list. Asked again after a time-out, it is not refused.

    Refusals: as of `reply`.
    """
    request = client.visit.value.request
    if request is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/requests/{request.id}/withdrawal"
    answer = await client.gateway.ask("POST", path, Request, token=client.token, version=request.version)
    if isinstance(answer, Refusal):
        if answer.code not in _CHANGED_MEANWHILE or await read(client) is not None:
            return answer
        now = client.visit.value.request
        if now is None or now.state is not RequestState.WITHDRAWN:
            return answer
        answer = now
    visit = replace(client.visit.value.with_request(answer), withdrawn=answer, course=None)
    client.visit.set(flow.returned(visit, Page.REQUESTS) if visit.page is Page.REQUEST else visit)
    return None


async def choose_time(client: KioskClient) -> Refusal | None:
    """Book what the request led to: who is met about what is settled, only how and when are asked.

    Refusals: KIND_NOT_OFFERED where nobody is received about it at a kiosk, and the server's.
    """
    request = client.visit.value.request
    if request is None:
        return Refusal(RefusalCode.NOT_FOUND)
    refusal = await book.load_offices(client)
    if refusal is not None:
        return refusal
    visit = client.visit.value
    offered = ((office, service) for office in visit.offices for service in office.services)
    chosen = next((each for each in offered if each[1].id == request.service_id), None)
    if chosen is None:
        return Refusal(RefusalCode.KIND_NOT_OFFERED)
    if visit.page is Page.REQUEST:
        given = book.given(replace(visit, goal=Goal.BOOK, request_id=request.id), *chosen)
        client.visit.set(flow.aside(given, flow.FLOW[Page.WITH_WHOM].after(given)))
    return None


def go_to_appointments(client: KioskClient) -> None:
    """Go back to one's audiences, where the one that was given is."""
    client.visit.set(flow.returned(client.visit.value, Page.APPOINTMENTS))


def _lines(typed: str) -> str:
    """What was written, line by line, without what no reader sees."""
    return "\n".join(filter(None, (readable(line) for line in typed.splitlines())))


def _was_answered(course: OwnRequest | None, text: str) -> bool:
    """Whether the server has had this very answer: only what it said of that was lost."""
    steps = () if course is None else course.steps
    return any(each.step is RequestStep.REPLY and each.words == text for each in steps)
