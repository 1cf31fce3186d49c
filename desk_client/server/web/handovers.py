"""Routes of handing a talk over: who can take it, the question, and that it is done. Its call is one of `called_in`."""

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.called_in import CalledIn
from desk_client.protocol.handovers import HandoverAsk, Successors
from desk_client.server.services.life import handovers
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Find who can take it, ask them, leave it to them."""
    router = Router(tags=["handovers"])

    @router.get("/appointments/{appointment_id}/handover/possible", openapi_extra=policy(Action.CALL_IN))
    async def possible(appointment_id: IdInPath, token: Bearer) -> Successors:
        return await gate.read(
            token, lambda transaction, actor: handovers.possible(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/handover",
        status_code=201,
        openapi_extra=policy(
            Action.CALL_IN,
            RefusalCode.OFFICE_CLOSED,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.NOT_ADMITTED,
            RefusalCode.ROOM_FULL,
            RefusalCode.ONE_AT_A_TIME,
        ),
    )
    async def offer(appointment_id: IdInPath, ask: HandoverAsk, token: Bearer) -> CalledIn:
        return await gate.write(
            token,
            lambda transaction, actor: handovers.offer(transaction, actor, AppointmentId(appointment_id), ask),
        )

    @router.post(
        "/appointments/{appointment_id}/handover/completion",
        openapi_extra=policy(
            Action.CALL_IN, RefusalCode.OFFICE_CLOSED, RefusalCode.NOT_ADMITTED, RefusalCode.ILLEGAL_TRANSITION
        ),
    )
    async def complete(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: handovers.complete(transaction, actor, AppointmentId(appointment_id))
        )

    return router
