"""Routes of a talk's minutes."""

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.minutes import Minutes, MinutesAsk
from desk_client.server.services.life import minutes
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Read and write."""
    router = Router(tags=["minutes"])

    @router.get("/appointments/{appointment_id}/minutes", openapi_extra=policy(Action.TAKE_MINUTES))
    async def read(appointment_id: IdInPath, token: Bearer) -> Minutes:
        return await gate.read(
            token, lambda transaction, actor: minutes.read(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        "/appointments/{appointment_id}/minutes",
        openapi_extra=policy(Action.TAKE_MINUTES, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.PRECONDITION_FAILED),
    )
    async def write(appointment_id: IdInPath, ask: MinutesAsk, token: Bearer) -> Minutes:
        return await gate.write(
            token, lambda transaction, actor: minutes.write(transaction, actor, AppointmentId(appointment_id), ask)
        )

    return router
