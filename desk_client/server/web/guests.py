"""Routes for guests: what a link leads to, and the session that it is given for.

What opens the link comes as a bearer's token, which is no session: it is good for nothing else.
"""

from fastapi import Response

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.guests import GuestChallengeAsk, GuestPlace, GuestSession, GuestSessionAsk
from desk_client.protocol.sessions import Challenge
from desk_client.server.services.life import guests
from desk_client.server.web.caller import Caller
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router

_OF_LINK = (RefusalCode.NOT_FOUND, RefusalCode.TOO_EARLY, RefusalCode.TOO_LATE)


def routes(gate: Gate) -> Router:
    """From the link to the session; from there on a guest asks what everybody asks."""
    router = Router(prefix="/guest", tags=["guests"])

    @router.get("", openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND))
    async def place(token: Bearer) -> GuestPlace:
        return await gate.open_read(lambda transaction: guests.place(transaction, token))

    @router.post(
        "/challenges",
        status_code=201,
        openapi_extra=policy(PUBLIC, *_OF_LINK, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.INVALID_MOBILE),
    )
    async def challenge(ask: GuestChallengeAsk, token: Bearer, caller: Caller) -> Challenge:
        return await gate.open_write(lambda transaction: guests.challenge(transaction, token, caller, ask))

    @router.post(
        "/sessions",
        status_code=201,
        openapi_extra=policy(
            PUBLIC,
            *_OF_LINK,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.CHALLENGE_UNKNOWN,
            RefusalCode.CODE_EXPIRED,
            RefusalCode.CODE_WRONG,
            RefusalCode.SESSION_EXPIRED,
            RefusalCode.TOO_MANY_ATTEMPTS,
        ),
    )
    async def sign_in(ask: GuestSessionAsk, token: Bearer, caller: Caller) -> GuestSession:
        return await gate.open_write(lambda transaction: guests.sign_in(transaction, token, caller, ask))

    @router.post("/links", status_code=204, response_class=Response, openapi_extra=policy(PUBLIC, *_OF_LINK))
    async def send_again(token: Bearer) -> None:
        await gate.open_write(lambda transaction: guests.send_again(transaction, token))

    return router
