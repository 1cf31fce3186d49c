"""Routes of what both sides write beside a talk."""

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.chat import Chat, ChatLine, ChatLineAsk
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import chat
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Write a line, and read them all."""
    router = Router(tags=["chat"])

    @router.post(
        "/appointments/{appointment_id}/chat",
        status_code=201,
        openapi_extra=policy(
            Action.WRITE_CHAT,
            RefusalCode.INVALID_REQUEST,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.LIMIT_REACHED,
            RefusalCode.RATE_LIMITED,
        ),
    )
    async def write(appointment_id: IdInPath, ask: ChatLineAsk, key: IdempotencyKey, token: Bearer) -> ChatLine:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction,
                actor,
                key,
                ask,
                ChatLine,
                lambda: chat.write(transaction, actor, AppointmentId(appointment_id), ask),
            ),
        )

    @router.get("/appointments/{appointment_id}/chat", openapi_extra=policy(Action.SEE_CHAT))
    async def read(appointment_id: IdInPath, token: Bearer) -> Chat:
        return await gate.read(
            token, lambda transaction, actor: chat.read(transaction, actor, AppointmentId(appointment_id))
        )

    return router
