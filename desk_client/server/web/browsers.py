"""Routes for officials in a browser: the link that a desk makes, and the session that it is given for.

From there on a browser asks what the desk asks, as far as its session is good for it (`BROWSER_ACTIONS`).
"""

from fastapi import Response

from desk_client.domain.access import Action
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.browsers import BrowserLink, BrowserStanding
from desk_client.protocol.sessions import StaffSession
from desk_client.server.services.access import browsers
from desk_client.server.web.caller import Caller
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router

_OWN = policy(Action.JOIN_BY_BROWSER)


def routes(gate: Gate) -> Router:
    """From the desk to the browser, and back."""
    router = Router(prefix="/desk/browser", tags=["browsers"])

    @router.get("", openapi_extra=_OWN)
    async def standing(token: Bearer) -> BrowserStanding:
        return await gate.read(token, browsers.standing)

    @router.post("/links", status_code=201, openapi_extra=policy(Action.JOIN_BY_BROWSER, RefusalCode.NOT_FOUND))
    async def make_link(token: Bearer) -> BrowserLink:
        return await gate.write(token, browsers.make_link)

    @router.delete("", status_code=204, response_class=Response, openapi_extra=_OWN)
    async def end(token: Bearer) -> None:
        await gate.write(token, browsers.end)

    @router.post(
        "/sessions",
        status_code=201,
        openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND, RefusalCode.WRONG_CREDENTIALS),
    )
    async def sign_in(token: Bearer, caller: Caller) -> StaffSession:
        return await gate.open_write(lambda transaction: browsers.sign_in(transaction, token, caller))

    return router
