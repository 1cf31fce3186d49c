"""Running the hall's queue: giving numbers, calling them, settling them; and handing in what was given meanwhile."""

import time
import uuid
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from desk_client.client.actions import operate
from desk_client.client.actions.receive import forget_lost_session
from desk_client.client.desk import DeskClient
from desk_client.client.printer import Trouble
from desk_client.client.walk_ins import (
    AWAY,
    GivenHere,
    Told,
    WalkIn,
    WalkInBlock,
    WalkInReason,
    WalkIns,
    WalkInState,
    WalkInStep,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.walk_ins import CallAsk, GivenAlready, WalkInAsk, WalkInStepAsk

_LEAST_LEFT = 10
"""With fewer numbers left than these, another block is asked for."""
_LONGEST_AGO_S = 86_400.0
_TITLE = "Number"
A = TypeVar("A", bound=BaseModel)


async def load(client: DeskClient) -> Refusal | None:
    """Read the queue; hand in what was given while the server was away, and see to it that there are numbers left."""
    model = client.console.walk_ins
    if (refusal := await _read(client)) is not None:
        return refusal
    if model.value.given:
        refusal = await _hand_in(client) or await _read(client)
        if refusal is not None:
            return refusal
    block = model.value.block
    if model.value.shown is not None and (
        block is None or block.day != model.value.shown.day or model.value.left_in_block < _LEAST_LEFT
    ):
        fresh = await client.gateway.ask("POST", "/v1/walk-ins/block", WalkInBlock, token=client.token)
        if not isinstance(fresh, Refusal):  # asked for again with the next reading
            model.set(replace(model.value, block=fresh, used=0))
    return None


async def take(client: DeskClient, reason: WalkInReason, *, is_priority: bool) -> Refusal | None:
    """Give somebody a number; out of this program's own block while the server is away.

    Refusals: SERVER_UNAVAILABLE (away, and no number is left here), LIMIT_REACHED and the server's.
    """
    model = client.console.walk_ins
    if not model.value.is_away:
        ask = WalkInAsk(reason=reason, is_priority=is_priority)
        answer = await _asked(client, "/v1/walk-ins", WalkIn, ask)
        if isinstance(answer, WalkIn):
            told = Told(answer.number, reason, answer.ahead, answer.earliest_min, answer.latest_min, is_local=False)
            model.set(replace(model.value, told=told))
            return None
        if answer.code not in AWAY:
            return answer
        model.set(replace(model.value, trouble=answer))
    given = model.value.give(reason, is_priority=is_priority, now_s=time.monotonic())
    if given is None:
        return Refusal(RefusalCode.SERVER_UNAVAILABLE)
    model.set(given)
    return None


async def call_next(client: DeskClient, kiosk_number: int | None) -> Refusal | None:
    """Call whose turn it is; while the server is away, among those whom this program gave their numbers.

    Refusals: NOT_FOUND (nobody waits) and the server's.
    """
    model = client.console.walk_ins
    if not model.value.is_away:
        answer = await _asked(client, "/v1/walk-ins/next", WalkIn, CallAsk(kiosk_number=kiosk_number))
        if not isinstance(answer, Refusal) or answer.code not in AWAY:
            await load(client)  # where nobody waits any more, this shows it
            return answer if isinstance(answer, Refusal) else None
        model.set(replace(model.value, trouble=answer))
    turn = model.value.next_here
    if turn is None:
        return Refusal(RefusalCode.NOT_FOUND)
    model.set(model.value.with_state(turn.number, WalkInState.CALLED))
    return None


async def step(client: DeskClient, number: WalkIn, taken: WalkInStep) -> Refusal | None:
    """Call a number again, put it back, or settle it.

    Refusals: TOO_EARLY (called only once), ILLEGAL_TRANSITION (it was settled elsewhere meanwhile), the server's.
    """
    answer = await client.gateway.ask(
        "POST", f"/v1/walk-ins/{number.id}/steps", WalkIn, token=client.token, body=WalkInStepAsk(step=taken)
    )
    if isinstance(answer, Refusal):
        await forget_lost_session(client, answer)
    refusal = await load(client)
    return answer if isinstance(answer, Refusal) else refusal


def settle_here(client: DeskClient, number: str, state: WalkInState) -> None:
    """The same for a number that this program gave by itself; the server is told when it is back."""
    model = client.console.walk_ins
    model.set(model.value.with_state(number, state))


async def print_number(client: DeskClient, pdf: bytes, size_mm: tuple[int, int]) -> Trouble | None:
    """Print a painted number; None once it has come out."""
    return await client.printer.print_page(pdf, _TITLE, size_mm)


async def _read(client: DeskClient) -> Refusal | None:
    model = client.console.walk_ins
    answer = await operate.ask(client, "GET", "/v1/walk-ins", WalkIns)
    if not isinstance(answer, Refusal):
        model.set(replace(model.value, shown=answer, trouble=None))
        return None
    if client.token is not None:
        model.set(replace(model.value, trouble=answer))
    return answer


async def _hand_in(client: DeskClient) -> Refusal | None:
    model = client.console.walk_ins
    for given in model.value.given:
        answer = await _asked(client, "/v1/walk-ins", WalkIn, _handed(given))
        if isinstance(answer, Refusal) and answer.code is not RefusalCode.NOT_FOUND:
            if answer.code in AWAY:
                model.set(replace(model.value, trouble=answer))
            return answer
        # a number that the server does not know as ours is of a day that is over: nobody waits with it any more
        model.set(model.value.without(given.number))
    return None


def _handed(given: GivenHere) -> WalkInAsk:
    ago_s = min(max(time.monotonic() - given.given_s, 0.0), _LONGEST_AGO_S)
    already = GivenAlready(number=given.number, ago_s=ago_s, state=given.state)
    return WalkInAsk(reason=given.reason, is_priority=given.is_priority, given=already)


async def _asked(client: DeskClient, path: str, answer: type[A], ask: BaseModel) -> A | Refusal:
    """Ask for something to be done once, and after a time-out once more for the same."""
    key = uuid.uuid4().hex
    answered: A | Refusal = Refusal(RefusalCode.TIMEOUT)
    for _ in range(2):
        answered = await client.gateway.ask("POST", path, answer, token=client.token, body=ask, idempotency_key=key)
        if not isinstance(answered, Refusal) or answered.code is not RefusalCode.TIMEOUT:
            break
    if isinstance(answered, Refusal):
        await forget_lost_session(client, answered)
    return answered
