"""Being recognised without a code: by the national sign-on, or by the operator who looks at the papers."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desk_client.client.actions.identify import sign_in, stands_still
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit, Way
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.sessions import Challenge, ChallengeAsk, ChallengeStanding, Ways

logger = logging.getLogger(__name__)

_OVER: Final = {
    "rejected": Refusal(RefusalCode.IDENTITY_REJECTED),
    "expired": Refusal(RefusalCode.CODE_EXPIRED),
}
PASSING: Final = frozenset(
    {
        RefusalCode.SERVER_UNAVAILABLE,
        RefusalCode.TIMEOUT,
        RefusalCode.RATE_LIMITED,
        RefusalCode.INTERNAL,
        RefusalCode.IDENTITY_UNAVAILABLE,
    }
)
"""Refusals after which the same challenge may still be confirmed."""


async def load_ways(client: KioskClient) -> Refusal | None:
    """Ask which ways this kiosk offers. Where that cannot be known, the usual one remains, and nobody is troubled."""
    answer = await client.gateway.ask("GET", "/v1/citizen/ways", Ways, token=client.credential)
    if isinstance(answer, Refusal):
        logger.info("the ways to sign in are not known: %s", answer.code)
    else:
        client.visit.set(replace(client.visit.value, ways=tuple(Way(way) for way in answer.ways)))
    return None


def other_ways(visit: Visit) -> Sequence[Way]:
    """What somebody can be offered in place of the code, the quickest first; nothing for who came with a ticket."""
    if visit.by_ticket:
        return ()
    # the national sign-on knows nobody by a passport
    barred = {Way.SMS_CODE, Way.NAFATH} if visit.introduction.is_visitor else {Way.SMS_CODE}
    return tuple(way for way in visit.ways if way not in barred)


def look_for_another(client: KioskClient) -> None:
    """Choose how to be recognised."""
    visit = client.visit.value
    client.visit.set(flow.aside(visit, Page.WAY) if visit.page is not Page.WAY else visit)


def by_code(client: KioskClient) -> None:
    """Have a code sent after all."""
    client.visit.set(flow.returned(client.visit.value, Page.MOBILE))


async def begin(client: KioskClient, way: Way) -> Refusal | None:
    """Have oneself confirmed in this way, and wait for it. Refusals: IDENTITY_UNAVAILABLE, and more."""
    visit = client.visit.value
    answer = await client.gateway.ask(
        "POST",
        "/v1/citizen/challenges",
        Challenge,
        token=client.credential,
        body=ChallengeAsk(
            national_id=visit.national_id or None,
            document=visit.introduction.document,
            way=way.value,
            language=client.language.value,
        ),
    )
    if isinstance(answer, Refusal):
        return answer
    begun = replace(client.visit.value, challenge=answer, way=way)
    if begun.page is not visit.page:  # the person has left meanwhile
        await _withdraw(client, answer)
        return None
    client.visit.set(flow.forward(begun) if begun.page is Page.WAY else begun)
    return None


async def look(client: KioskClient) -> Refusal | None:
    """See whether it was confirmed, and go on if so.

    Refusals: IDENTITY_REJECTED, CODE_EXPIRED, CHALLENGE_UNKNOWN (it is over: `visit.challenge` is gone), and those of
    `PASSING`, after which one looks again.
    """
    visit = client.visit.value
    challenge = visit.challenge
    if challenge is None:
        return None
    answer = await client.gateway.ask(
        "GET", f"/v1/citizen/challenges/{challenge.challenge_id}", ChallengeStanding, token=client.credential
    )
    if not stands_still(client, visit):
        return None
    refusal = answer if isinstance(answer, Refusal) else _OVER.get(answer.state)
    if not isinstance(answer, Refusal) and answer.state == "completed":
        refusal = await sign_in(client, challenge, None)
        if refusal is not None and refusal.code is RefusalCode.TOO_EARLY:
            return None
    if refusal is not None and refusal.code not in PASSING and stands_still(client, visit):
        client.visit.set(replace(client.visit.value, challenge=None))
        await _withdraw(client, challenge)  # or a code by SMS would have to wait for it
    return refusal


async def give_up(client: KioskClient) -> None:
    """Go back to the choice; nobody waits for the operator any longer."""
    visit = client.visit.value
    client.visit.set(flow.back(replace(visit, challenge=None)))
    await withdraw(client, visit)


def let_go(client: KioskClient) -> None:
    """Wait no longer for what has been over for a while, though nobody could be asked about it."""
    client.visit.set(replace(client.visit.value, challenge=None))


async def withdraw(client: KioskClient, visit: Visit) -> None:
    """Take back what still waits to be confirmed."""
    if visit.challenge is not None and visit.way is not Way.SMS_CODE:
        await _withdraw(client, visit.challenge)


async def _withdraw(client: KioskClient, challenge: Challenge) -> None:
    path = f"/v1/citizen/challenges/{challenge.challenge_id}"
    answer = await client.gateway.ask("DELETE", path, Nothing, token=client.credential)
    if isinstance(answer, Refusal):
        logger.info("what waited to be confirmed was not taken back: %s", answer.code)
