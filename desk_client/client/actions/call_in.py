"""Call somebody into the talk that runs, and take them out; be called in, say yes or no, enter and leave."""

from collections.abc import Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk_client.client.actions import be_recorded, receive
from desk_client.client.called_in import Callable, Calls, Invitation
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.domain.access import Action
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.asides import AsideAsk, AsideState
from desk_client.protocol.called_in import (
    Callables,
    CalledIn,
    CalledIns,
    CallInAsk,
    CaptionAsk,
    InvitationAnswer,
    Invitations,
)
from desk_client.protocol.called_in import Invitation as Answered
from desk_client.protocol.notes import Note
from desk_client.protocol.rooms import RoomToken

if TYPE_CHECKING:
    from desk_client.client.calls import CallView

Answering = Coroutine[Any, Any, Refusal | None]
"""A yes or a no on its way."""


async def load(client: DeskClient) -> Refusal | None:
    """Read who calls us, and in a talk of ours who was called in."""
    await client.settling()
    may = client.day.value.may
    if Action.BE_CALLED_IN in may:
        answer = await client.gateway.ask("GET", "/v1/desk/called-in", Invitations, token=client.token)
        if isinstance(answer, Refusal):
            return answer
        calls = client.calls.value
        inside = None if calls.joined is None else calls.joined.appointment_id
        ours = tuple(each for each in answer.items if each.handover is not None and each.handover.is_done)
        ringing = tuple(each for each in answer.items if each.appointment_id != inside and each not in ours)
        here = (each for each in answer.items if each.appointment_id == inside and each.state is Call.ACCEPTED)
        client.calls.set(replace(calls, ringing=ringing, joined=next(here, calls.joined)))
        await _read_beside(client)
        await be_recorded.read_called_in(client)
        if (taken := next((each for each in ours if each.appointment_id == inside), None)) is not None:
            from desk_client.client.actions import hand_over  # noqa: PLC0415 - which calls in, as this does

            return await hand_over.take_over(client, taken)
    if Action.CALL_IN in may and client.day.value.page is DeskPage.CALL:
        return await _load_called(client)
    return None


async def possible(client: DeskClient) -> tuple[Callable, ...] | Refusal:
    """Who may be called into the talk that runs."""
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("GET", f"{path}/possible", Callables, token=client.token)
    return answer if isinstance(answer, Refusal) else answer.items


async def call(client: DeskClient, staff_id: str, capacity: Capacity) -> Refusal | None:
    """Have it ring at their desk. Refusals: ROOM_FULL, ONE_AT_A_TIME, NOT_ADMITTED and the server's."""
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    ask = CallInAsk(staff_id=staff_id, capacity=capacity)
    answer = await client.gateway.ask("POST", path, CalledIn, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else await _load_called(client)


async def take_out(client: DeskClient, party: Party) -> Refusal | None:
    """Take a call back, or whoever came out of the room."""
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("DELETE", f"{path}/{party.value}", CalledIns, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.calls.set(replace(client.calls.value, called=answer.items))
    return None


async def decline(client: DeskClient, invitation: Invitation) -> Refusal | None:
    """Say no; a call that is over already needs no answer."""
    answer = await _answer(client, invitation, accepts=False)
    if isinstance(answer, Refusal) and answer.code is not RefusalCode.NOT_FOUND:
        return answer
    _forget(client, invitation)
    return None


async def accept(client: DeskClient, invitation: Invitation, *, agrees_to: str | None = None) -> Refusal | None:
    """Say yes and enter; not while a talk runs here. ``agrees_to``: the version of the words, where it is recorded.

    Refusals: NOT_FOUND (the call is over), CONSENT_REQUIRED (it is recorded by now, which the ringing call says then)
    and the server's.
    """
    if client.is_talking or client.line is None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    answer = await _answer(client, invitation, accepts=True, agrees_to=agrees_to)
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.NOT_FOUND:
            _forget(client, invitation)
        if answer.code in {RefusalCode.CONSENT_REQUIRED, RefusalCode.PRECONDITION_FAILED}:
            await load(client)
        return answer
    path, token = f"/v1/appointments/{invitation.appointment_id}/called-in/mine/room-token", client.token
    key = await client.gateway.ask("POST", path, RoomToken, token=token)
    if isinstance(key, Refusal):
        return key
    _forget(client, invitation)
    client.calls.set(replace(client.calls.value, joined=answer, recording=None))
    client.day.set(replace(client.day.value, page=DeskPage.CALLED))
    client.conference.begin(
        client.line, lambda: client.gateway.ask("POST", path, RoomToken, token=token), party=key.party
    )
    _hold_with_official(client)
    await be_recorded.read_called_in(client)
    client.behind(_read_beside(client))
    return None


async def set_aside(client: DeskClient, *, on: bool) -> Refusal | None:
    """Begin a word among those of the house in the talk, or end it; that it is so comes by the line, to everybody.

    Refusals: NOT_ADMITTED, ILLEGAL_TRANSITION (fewer than two of the house are there, or not all can be told) and the
    server's.
    """
    joined, brief = client.calls.value.joined, client.day.value.brief
    if joined is not None:
        path = f"/v1/appointments/{joined.appointment_id}/called-in/mine/aside"
    elif brief is not None:
        path = f"/v1/appointments/{brief.item.id}/aside"
    else:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("PUT", path, AsideState, token=client.token, body=AsideAsk(on=on))
    return answer if isinstance(answer, Refusal) else None


async def write_caption(client: DeskClient, text: str) -> Refusal | None:
    """Write what the citizen reads large. Refusals: NOT_ADMITTED, LIMIT_REACHED and the server's."""
    joined = client.calls.value.joined
    if joined is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/appointments/{joined.appointment_id}/called-in/mine/captions"
    answer = await client.gateway.ask("POST", path, Note, token=client.token, body=CaptionAsk(text=text))
    return answer if isinstance(answer, Refusal) else None


async def leave(client: DeskClient, *, is_over: bool = False) -> None:
    """Leave the audience one was called into; the others stay. ``is_over``: it has ended, for all or for us."""
    await client.conference.end(leave=not is_over)
    client.calls.set(replace(client.calls.value, joined=None, recording=None))
    pages = client.day.value.pages
    if client.day.value.page is DeskPage.CALLED and pages:
        client.day.set(replace(client.day.value, page=pages[0]))


async def leave_for_a_while(client: DeskClient) -> None:
    """Leave one's own audience to the others who are in it; it is gone back to from the day's list."""
    await client.conference.end(leave=True)
    client.day.set(replace(client.day.value, page=DeskPage.TODAY))


def _hold_with_official(client: DeskClient) -> None:
    """While the official has the talk on hold, the citizen neither sees nor hears whoever was called in, either.

    That they hold is told again to whoever comes back into the room; where they leave, nobody holds any more.
    """
    conference = client.conference
    runner = conference.call.value
    if runner is None:
        return

    def hear(shown: "CallView") -> None:
        is_held = any(each.party is Party.OFFICIAL and each.holds for each in shown.people)
        if conference.call.value is runner and is_held is not shown.is_held:
            conference.hold(on=is_held)

    runner.view.subscribe(hear)
    hear(runner.view.value)


async def _read_beside(client: DeskClient) -> None:
    """Where one's own office receives, what lies beside the talk is read once it delays the talk no longer."""
    joined = client.calls.value.joined
    if joined is None or not joined.is_own_office or client.talk_brief is not None:
        return
    if Action.SEE_BRIEF in client.day.value.may:
        await receive.read_beside(client, joined.appointment_id)


async def _answer(
    client: DeskClient, invitation: Invitation, *, accepts: bool, agrees_to: str | None = None
) -> Invitation | Refusal:
    path = f"/v1/appointments/{invitation.appointment_id}/called-in/mine"
    body = InvitationAnswer(accepts=accepts, agrees_to=agrees_to)
    return await client.gateway.ask("PUT", path, Answered, token=client.token, body=body)


async def _load_called(client: DeskClient) -> Refusal | None:
    path = _path(client)
    if path is None:
        return None
    answer = await client.gateway.ask("GET", path, CalledIns, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.calls.set(replace(client.calls.value, called=answer.items))
    return None


def _forget(client: DeskClient, invitation: Invitation) -> None:
    calls: Calls = client.calls.value
    left = tuple(each for each in calls.ringing if each.appointment_id != invitation.appointment_id)
    client.calls.set(replace(calls, ringing=left))


def _path(client: DeskClient) -> str | None:
    brief = client.day.value.brief
    return None if brief is None else f"/v1/appointments/{brief.item.id}/called-in"
