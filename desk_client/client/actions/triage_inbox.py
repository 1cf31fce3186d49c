"""What those who triage do: look through work lists, read a request, and take the next step with it."""

import logging
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from desk_client.client.actions.receive import forget_lost_session
from desk_client.client.desk import DeskClient
from desk_client.client.inbox import Attachment, FreeTimes, Inbox, Request, RequestFile, Shelf, StepDraft
from desk_client.client.visit import Service, Slot
from desk_client.domain.access import Action
from desk_client.domain.kinds import AppointmentKind, needs_address
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachments
from desk_client.protocol.offices import Offices
from desk_client.protocol.requests import (
    AnswerStep,
    AskBackStep,
    DeclineStep,
    EscalateStep,
    GiveSlotStep,
    HandStep,
    MergeStep,
    RouteStep,
    TakeStep,
    TriageAsk,
    TriageStep,
    UnmergeStep,
)
from desk_client.protocol.slots import Availability

logger = logging.getLogger(__name__)

PAGE: Final = 50
"""How many requests are shown at once."""
_DAYS: Final = 14
_MOST_TIMES: Final = 60
_CHANGED: Final = frozenset({RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.NOT_FOUND})


async def look_at(client: DeskClient, shelf: Shelf | None) -> Refusal | None:
    """Look at a work list from its beginning; None is everything that is open."""
    _change(client, shelf=shelf, trail=(None,))
    return await look_again(client)


async def turn(client: DeskClient, *, is_forward: bool) -> Refusal | None:
    """Go on to the next page of the list, or back."""
    view = client.inbox.value
    if is_forward:
        if view.listed is None or view.listed.next is None:
            return None
        _change(client, trail=(*view.trail, view.listed.next))
    else:
        _change(client, trail=view.trail[:-1] or (None,))
    return await look_again(client)


async def look_again(client: DeskClient) -> Refusal | None:
    """Read the shown page anew, and the open request with it: something changed, here or elsewhere.

    What was asked for last is what is shown, whichever answer comes last.
    """
    asked = client.inbox.value
    query = {"limit": str(PAGE)}
    if asked.shelf is not None:
        query["work_list"] = asked.shelf.value
    if (after := asked.trail[-1]) is not None:
        query["after"] = after
    answer = await client.gateway.ask("GET", "/v1/requests", Inbox, token=client.token, query=query)
    now = client.inbox.value
    if (now.shelf, now.trail) != (asked.shelf, asked.trail):
        return None
    if isinstance(answer, Refusal):
        _change(client, trouble=answer)
        await forget_lost_session(client, answer)
        return answer
    if not answer.items and len(asked.trail) > 1:  # what stood there is settled: the page before is the last one now
        _change(client, trail=asked.trail[:-1])
        return await look_again(client)
    _change(client, listed=answer, trouble=None)
    if now.opening is not None:
        await open_file(client, now.opening)
    return None


async def open_file(client: DeskClient, request_id: str) -> Refusal | None:
    """Read one request whole, with what was brought where that may be seen; where that fails the rest opens."""
    _change(client, opening=request_id)
    answer = await client.gateway.ask("GET", f"/v1/requests/{request_id}/file", RequestFile, token=client.token)
    if client.inbox.value.opening != request_id:
        return None
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.NOT_FOUND:  # it lies elsewhere now
            _change(client, opening=None, file=None, documents=())
        return answer
    documents = await _brought(client, request_id) if Action.SEE_ATTACHMENT in client.day.value.may else ()
    if client.inbox.value.opening == request_id:
        _change(client, file=answer, documents=documents)
    return None


async def _brought(client: DeskClient, request_id: str) -> tuple[Attachment, ...]:
    answer = await client.gateway.ask("GET", f"/v1/requests/{request_id}/attachments", Attachments, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("what was brought could not be read: %s", answer.code)
        return ()
    return answer.attachments


def close_file(client: DeskClient) -> None:
    """Read none."""
    _change(client, opening=None, file=None, documents=(), times=None)


async def read_offices(client: DeskClient) -> Refusal | None:
    """Find out to whom a request may be routed, and which services have time."""
    if client.inbox.value.offices:
        return None
    answer = await client.gateway.ask("GET", "/v1/offices", Offices, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    _change(client, offices=answer.offices)
    return None


async def read_times(
    client: DeskClient, service_id: str, kind: AppointmentKind, trail: tuple[date, ...]
) -> Refusal | None:
    """Find out when a service is free for the citizen of the open request, from the last day of ``trail`` on.

    What is shown are two weeks, or as many whole days of them as are looked through at once.
    """
    file, found = client.inbox.value.read, _service(client, service_id)
    if file is None or found is None:
        return Refusal(RefusalCode.NOT_FOUND)
    office_id, service = found
    asked = FreeTimes(service_id, kind, trail)
    _change(client, times=asked)
    query = {
        "service_id": service_id,
        "first": trail[-1].isoformat(),
        "days": str(_DAYS),
        "kind": kind.value,
        "site_id": file.item.request.site_id,
    }
    answer = await client.gateway.ask(
        "GET", f"/v1/offices/{office_id}/availability", Availability, token=client.token, query=query
    )
    if client.inbox.value.times != asked:
        return None
    if isinstance(answer, Refusal):
        _change(client, times=replace(asked, slots=()))
        return answer
    slots: list[Slot] = []
    following = trail[-1] + timedelta(days=_DAYS)
    for day in answer.days:
        if slots and len(slots) + len(day.slots) > _MOST_TIMES:
            following = day.date
            break
        slots.extend(day.slots)
    is_beyond = service.horizon_days is not None and following > trail[0] + timedelta(days=service.horizon_days)
    _change(client, times=replace(asked, slots=tuple(slots), next=None if is_beyond else following))
    return None


async def turn_times(client: DeskClient, *, is_forward: bool) -> Refusal | None:
    """Go on to later times, or back."""
    times = client.inbox.value.times
    if times is None or (is_forward and times.next is None):
        return None
    trail = times.trail[:-1] or times.trail
    if is_forward and times.next is not None:
        trail = (*times.trail, times.next)
    return await read_times(client, times.service_id, times.kind, trail)


def kinds_given(service: Service) -> tuple[AppointmentKind, ...]:
    """How the citizen may be received, at a kiosk first.

    Not at their home, of which the request says nothing, unless that is all that there is.
    """
    kinds = tuple(each for each in service.kinds if not needs_address(each)) or service.kinds
    return tuple(sorted(kinds, key=lambda each: each is not AppointmentKind.VIDEO_KIOSK))


def _service(client: DeskClient, service_id: str) -> tuple[str, Service] | None:
    """One of the services that were read, with its office's id."""
    every = ((office.id, service) for office in client.inbox.value.offices for service in office.services)
    return next((each for each in every if each[1].id == service_id), None)


def keep_draft(client: DeskClient, request_id: str, draft: StepDraft | None) -> None:
    """Remember a step that is being written; None forgets it."""
    kept = {key: value for key, value in client.inbox.value.drafts.items() if key != request_id}
    if draft is not None:
        kept[request_id] = draft
    _change(client, drafts=MappingProxyType(kept))


# --- steps -----------------------------------------------------------------------------------------------------------


async def take(client: DeskClient) -> Request | Refusal:
    """It is one's own from now on. PRECONDITION_FAILED: somebody was quicker, and the file says who."""
    return await _taken(client, TakeStep(step="take"))


async def hand(client: DeskClient, staff_id: str) -> Request | Refusal:
    """It is a colleague's from now on."""
    return await _taken(client, HandStep(step="hand", staff_id=staff_id))


async def ask_back(client: DeskClient, text: str) -> Request | Refusal:
    """The citizen is sent a question, and the request waits for their reply."""
    return await _taken(client, AskBackStep(step="ask_back", text=text))


async def answer(client: DeskClient, text: str) -> Request | Refusal:
    """The answer is all that is needed; the citizen is told where to read it."""
    return await _taken(client, AnswerStep(step="answer", text=text))


async def route(client: DeskClient, office_id: str, note: str) -> Request | Refusal:
    """To a department, with a word for those who read it there."""
    return await _taken(client, RouteStep(step="route", office_id=office_id, note=note))


async def escalate(client: DeskClient, recommendation: str) -> Request | Refusal:
    """One rung up, with what is recommended."""
    return await _taken(client, EscalateStep(step="escalate", recommendation=recommendation))


async def give_slot(
    client: DeskClient, service_id: str, kind: AppointmentKind, starts_at: str | None
) -> Request | Refusal:
    """An appointment at that moment (ISO 8601); without one, the right to choose a time. NOT_FOUND: no such service."""
    if _service(client, service_id) is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return await _taken(
        client,
        GiveSlotStep(
            step="give_slot",
            service_id=service_id,
            starts_at=None if starts_at is None else datetime.fromisoformat(starts_at),
            kind=kind,
        ),
    )


async def decline(client: DeskClient, unit: str, reason: str, next_step: str) -> Request | Refusal:
    """A rejection, which the citizen is told with unit, reason and next step."""
    return await _taken(client, DeclineStep(step="decline", unit=unit, reason=reason, next_step=next_step))


async def merge(client: DeskClient, into: str) -> Request | Refusal:
    """Another request of the same person keeps the thread."""
    return await _taken(client, MergeStep(step="merge", into=into))


async def unmerge(client: DeskClient) -> Request | Refusal:
    """It was another matter after all."""
    return await _taken(client, UnmergeStep(step="unmerge"))


async def _taken(client: DeskClient, step: TriageStep) -> Request | Refusal:
    """Take a step with the open request as it was read; if it is another one by now it is read anew, and nothing done.

    What was being written is kept until the step was taken.
    """
    file = client.inbox.value.read
    if file is None:
        return Refusal(RefusalCode.NOT_FOUND)
    request = file.item.request
    done = await client.gateway.ask(
        "POST",
        f"/v1/requests/{request.id}/steps",
        Request,
        token=client.token,
        body=TriageAsk(taken=step),
        version=request.version,
    )
    if isinstance(done, Refusal):
        await forget_lost_session(client, done)
        if done.code in _CHANGED:
            await look_again(client)
        return done
    keep_draft(client, request.id, None)
    await look_again(client)
    return done


def _change(client: DeskClient, **values: object) -> None:
    client.inbox.set(replace(client.inbox.value, **values))  # type: ignore[arg-type]  # fields of the view, by their names
