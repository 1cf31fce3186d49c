"""How an office runs its waiting room: a word to all, a break, another order, and a rejection that helps."""

from desk_client.client.actions import receive
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Method, Nothing
from desk_client.domain.notes import MAX_NOTE_LENGTH, Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import Decline
from desk_client.domain.waiting_room import TurnReason
from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.base import Ask
from desk_client.protocol.notes import NotesSent, NoteToAllAsk
from desk_client.protocol.queues import Break, BreakAsk, DeclineAsk, TurnAsk


async def write_to_all(client: DeskClient, word: str | Prepared | int) -> int | Refusal:
    """Have everybody who waits for us read our words, a prepared sentence, or that it takes so many minutes longer.

    Answers to how many it was written. Refusals: INVALID_REQUEST (field `text`: nothing was said) and the server's.
    """
    match word:
        case Prepared():
            ask = NoteToAllAsk(prepared=word)
        case int():
            ask = NoteToAllAsk(prepared=Prepared.DELAYED, minutes=word)
        case _:
            ask = NoteToAllAsk(text=word.strip()[:MAX_NOTE_LENGTH])
            if not ask.text:
                return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    answer = await client.gateway.ask("POST", "/v1/desk/notes", NotesSent, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else answer.sent


async def begin_break(client: DeskClient, minutes: int) -> Refusal | None:
    """Take a break: those who wait see until when."""
    answer = await client.gateway.ask(
        "PUT", "/v1/desk/break", Break, token=client.token, body=BreakAsk(minutes=minutes)
    )
    return answer if isinstance(answer, Refusal) else await receive.load_agenda(client)


async def end_break(client: DeskClient) -> Refusal | None:
    """We are back."""
    answer = await client.gateway.ask("DELETE", "/v1/desk/break", Nothing, token=client.token)
    return answer if isinstance(answer, Refusal) else await receive.load_agenda(client)


async def skip(client: DeskClient, appointment_id: str) -> Refusal | None:
    """Take the one behind first. Pressed at two desks at once, it skips once."""
    return await _step(client, "POST", appointment_id, "skip", None)


async def take_first(client: DeskClient, appointment_id: str, reason: TurnReason) -> Refusal | None:
    """Receive somebody next, whoever else waits; the trail keeps why."""
    return await _step(client, "PUT", appointment_id, "turn", TurnAsk(reason=reason))


async def decline(client: DeskClient, appointment_id: str, named: Decline) -> Refusal | None:
    """Not receive somebody who waits: they read at once who says so, why, and where they go next."""
    ask = DeclineAsk(unit=named.unit, reason=named.reason, next_step=named.next_step)
    return await _step(client, "POST", appointment_id, "decline", ask)


async def send_back(client: DeskClient, appointment_id: str) -> Refusal | None:
    """Ask somebody whom we have admitted to wait again, though no talk runs at this desk; their place is kept."""
    return await _step(client, "POST", appointment_id, "send-back", None)


async def _step(client: DeskClient, method: Method, appointment_id: str, step: str, ask: Ask | None) -> Refusal | None:
    answer = await client.gateway.ask(
        method, f"/v1/appointments/{appointment_id}/{step}", AgendaItem, token=client.token, body=ask
    )
    read = await receive.load_agenda(client)  # after a refusal, too: somebody else was quicker
    return answer if isinstance(answer, Refusal) else read
