"""Routes of the page on which a citizen answers what they were asked about their request.

What opens the link comes as a bearer's token, which is no session: it is good for nothing else.
"""

from fastapi import Response

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.requests import ReplyAsk, ReplyPlace
from desk_client.server.services.asking import replies
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Read the question, and answer it once."""
    router = Router(prefix="/replies", tags=["requests"])

    @router.get("", openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND))
    async def place(token: Bearer) -> ReplyPlace:
        return await gate.open_read(lambda transaction: replies.place(transaction, token))

    @router.post(
        "",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND, RefusalCode.INVALID_REQUEST),
    )
    async def reply(ask: ReplyAsk, token: Bearer) -> None:
        await gate.open_write(lambda transaction: replies.reply(transaction, token, ask))

    return router
