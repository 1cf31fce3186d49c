"""Routes by which an office runs its waiting room: its breaks, who comes before whom, and who is not received."""

from fastapi import Response

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import AgendaItem
from desk_client.protocol.queues import Break, BreakAsk, DeclineAsk, TurnAsk
from desk_client.server.services.life import breaks, turns
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_OFFICE = {Role.OFFICIAL, Role.DELEGATE}


def routes(gate: Gate) -> Router:
    """The office's side of the waiting room."""
    router = Router(tags=["desk"])

    @router.put("/desk/break", openapi_extra=policy(Action.RUN_WAITING_ROOM, only=_OFFICE))
    async def begin_break(ask: BreakAsk, token: Bearer) -> Break:
        return await gate.write(token, lambda transaction, actor: breaks.begin(transaction, actor, ask))

    @router.delete(
        "/desk/break",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.RUN_WAITING_ROOM, only=_OFFICE),
    )
    async def end_break(token: Bearer) -> None:
        await gate.write(token, breaks.end)

    @router.post(
        "/appointments/{appointment_id}/skip",
        openapi_extra=policy(Action.RUN_WAITING_ROOM, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def skip(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: turns.skip(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        "/appointments/{appointment_id}/turn",
        openapi_extra=policy(Action.RUN_WAITING_ROOM, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def take_first(appointment_id: IdInPath, ask: TurnAsk, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: turns.take_first(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.post(
        "/appointments/{appointment_id}/decline",
        openapi_extra=policy(Action.DECLINE, RefusalCode.INVALID_REASON, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def decline(appointment_id: IdInPath, ask: DeclineAsk, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: turns.decline(transaction, actor, AppointmentId(appointment_id), ask)
        )

    return router
