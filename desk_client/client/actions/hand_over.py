"""Hand the talk that runs over to another office, and take one over; the call itself is `call_in`'s."""

from dataclasses import dataclass, replace

from desk_client.client.actions import call_in, receive
from desk_client.client.called_in import Calls, HandedTalk, Invitation, Successor
from desk_client.client.day import AgendaItem, Attachment, Brief, DeskPage
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachments
from desk_client.protocol.called_in import CalledIn
from desk_client.protocol.handovers import HandoverAsk, Successors


@dataclass(frozen=True)
class Offered:
    """What whoever is asked reads before they answer."""

    invitation: Invitation
    brief: Brief
    documents: tuple[Attachment, ...]


async def possible(client: DeskClient) -> tuple[Successor, ...] | Refusal:
    """Who can take the talk over that runs here; who is free comes first."""
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("GET", f"{path}/possible", Successors, token=client.token)
    return answer if isinstance(answer, Refusal) else answer.items


async def offer(client: DeskClient, staff_id: str, note: str) -> Refusal | None:
    """Have it ring at their desk. Refusals: OFFICE_CLOSED, ILLEGAL_TRANSITION (one is asked), those of calling in."""
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    ask = HandoverAsk(staff_id=staff_id, note=note.strip())
    answer = await client.gateway.ask("POST", path, CalledIn, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else await call_in.load(client)


async def complete(client: DeskClient) -> Refusal | None:
    """Leave the talk to whoever joined for it; this desk goes back to its day.

    Refusals: NOT_FOUND, NOT_ADMITTED (they are not here), OFFICE_CLOSED, ILLEGAL_TRANSITION. The talk stays here then.
    """
    path = _path(client)
    if path is None:
        return Refusal(RefusalCode.NOT_FOUND)
    to = next((each for each in client.calls.value.called if each.takes_over and each.state.is_open), None)
    answer = await client.gateway.ask("POST", f"{path}/completion", AgendaItem, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    from desk_client.client.actions import record  # noqa: PLC0415 - loaded with the first talk

    await record.leave(client)
    await client.conference.end(leave=False)  # the seat is theirs already
    client.calls.set(
        replace(client.calls.value, called=(), gave=None if to is None else HandedTalk(answer.id, to.name))
    )
    client.day.set(replace(client.day.value, page=DeskPage.TODAY, brief=None, outcome=None, documents=()))
    return await receive.load_agenda(client)


async def read(client: DeskClient, invitation: Invitation) -> Offered | Refusal:
    """The brief and what the visitor brought, for whoever is asked. Refusals: NOT_FOUND (nobody asks any more)."""
    path = f"/v1/appointments/{invitation.appointment_id}"
    brief = await client.gateway.ask("GET", f"{path}/brief", Brief, token=client.token)
    if isinstance(brief, Refusal):
        return brief
    brought = await client.gateway.ask("GET", f"{path}/attachments", Attachments, token=client.token)
    return Offered(invitation, brief, () if isinstance(brought, Refusal) else brought.attachments)


async def take_over(client: DeskClient, invitation: Invitation) -> Refusal | None:
    """The talk into which one was called is one's own from now on: sit where its official does.

    Refusals: ILLEGAL_TRANSITION, NOT_FOUND (it is over meanwhile) and the server's; the day's list has it all the same.
    """
    calls: Calls = client.calls.value
    client.calls.set(
        replace(calls, joined=None, recording=None, took=HandedTalk(invitation.appointment_id, invitation.caller_name))
    )
    await client.conference.end(leave=False)
    client.day.set(replace(client.day.value, page=DeskPage.TODAY))
    refusal = await receive.load_agenda(client)
    item = client.day.value.item(invitation.appointment_id)
    if refusal is not None or item is None:
        return refusal or Refusal(RefusalCode.NOT_FOUND)
    return await receive.admit(client, item)


def _path(client: DeskClient) -> str | None:
    brief = client.day.value.brief
    return None if brief is None else f"/v1/appointments/{brief.item.id}/handover"
