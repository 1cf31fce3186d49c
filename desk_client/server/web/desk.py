"""Routes of an office: its agenda, and what is done with an audience; and the key to the room, for either party."""

from fastapi import Response

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import Agenda, AgendaItem, AmendmentAsk, Brief, ExtensionAsk, Outcome, OutcomeAsk
from desk_client.protocol.base import CalendarDay
from desk_client.protocol.call_summaries import CallSummaries, CallSummary, CallSummaryAsk
from desk_client.protocol.rooms import Relays, RoomToken
from desk_client.server.services.life import audiences, briefs, call_summaries, extension, outcomes, rooms
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy, staff_who
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """The desk's side of an audience."""
    router = Router(tags=["desk"])
    slips = gate.house.slips

    @router.get("/desk/agenda", openapi_extra=policy(Action.SEE_AGENDA, only={Role.OFFICIAL, Role.DELEGATE}))
    async def agenda(token: Bearer, date: CalendarDay | None = None) -> Agenda:
        return await gate.read(token, lambda transaction, actor: audiences.agenda(transaction, actor, date))

    @router.get("/appointments/{appointment_id}/brief", openapi_extra=policy(Action.SEE_BRIEF))
    async def brief(appointment_id: IdInPath, token: Bearer) -> Brief:
        return await gate.read(
            token, lambda transaction, actor: briefs.brief(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/admission", openapi_extra=policy(Action.ADMIT, RefusalCode.ILLEGAL_TRANSITION)
    )
    async def admit(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: audiences.admit(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/send-back",
        openapi_extra=policy(Action.SEND_BACK, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def send_back(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: audiences.send_back(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/completion",
        openapi_extra=policy(Action.COMPLETE, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def complete(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: audiences.complete(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/extension",
        openapi_extra=policy(
            Action.EXTEND,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.LIMIT_REACHED,
            RefusalCode.SLOT_TAKEN,
            RefusalCode.SLOT_UNAVAILABLE,
        ),
    )
    async def extend(appointment_id: IdInPath, ask: ExtensionAsk, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: extension.extend(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.post(
        "/appointments/{appointment_id}/pause", openapi_extra=policy(Action.PAUSE, RefusalCode.ILLEGAL_TRANSITION)
    )
    async def pause(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: audiences.pause(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/resumption", openapi_extra=policy(Action.PAUSE, RefusalCode.ILLEGAL_TRANSITION)
    )
    async def resume(appointment_id: IdInPath, token: Bearer) -> AgendaItem:
        return await gate.write(
            token, lambda transaction, actor: audiences.resume(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        "/appointments/{appointment_id}/outcome",
        openapi_extra=policy(Action.RECORD_OUTCOME, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.PRECONDITION_FAILED),
    )
    async def record_outcome(appointment_id: IdInPath, ask: OutcomeAsk, token: Bearer) -> Outcome:
        return await gate.write(
            token,
            lambda transaction, actor: outcomes.record_outcome(
                transaction, slips, actor, AppointmentId(appointment_id), ask
            ),
        )

    @router.delete(
        "/appointments/{appointment_id}/outcome",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(
            Action.RECORD_OUTCOME, RefusalCode.OUTCOME_MISSING, RefusalCode.TOO_LATE, RefusalCode.ILLEGAL_TRANSITION
        ),
    )
    async def take_back_outcome(appointment_id: IdInPath, token: Bearer) -> None:
        await gate.write(
            token,
            lambda transaction, actor: outcomes.take_back_outcome(transaction, actor, AppointmentId(appointment_id)),
        )

    @router.post(
        "/appointments/{appointment_id}/outcome/amendments",
        status_code=201,
        openapi_extra=policy(
            Action.RECORD_OUTCOME, RefusalCode.OUTCOME_MISSING, RefusalCode.TOO_EARLY, RefusalCode.LIMIT_REACHED
        ),
    )
    async def amend_outcome(appointment_id: IdInPath, ask: AmendmentAsk, token: Bearer) -> Outcome:
        return await gate.write(
            token,
            lambda transaction, actor: outcomes.amend_outcome(
                transaction, slips, actor, AppointmentId(appointment_id), ask
            ),
        )

    @router.get("/relays", openapi_extra=policy(Action.ENTER_ROOM))
    async def relays(token: Bearer) -> Relays:
        return await gate.read(token, rooms.relays)

    @router.post(
        "/appointments/{appointment_id}/room-token", openapi_extra=policy(Action.ENTER_ROOM, RefusalCode.NOT_ADMITTED)
    )
    async def room_token(appointment_id: IdInPath, token: Bearer) -> RoomToken:
        tokens, attestor = gate.house.room_tokens, gate.house.attestor
        return await gate.read(
            token,
            lambda transaction, actor: rooms.room_token(
                transaction, tokens, attestor, actor, AppointmentId(appointment_id)
            ),
        )

    @router.post(
        "/appointments/{appointment_id}/call-summaries",
        openapi_extra=policy(Action.ENTER_ROOM, RefusalCode.NOT_ADMITTED, RefusalCode.LIMIT_REACHED),
    )
    async def sum_up(appointment_id: IdInPath, ask: CallSummaryAsk, token: Bearer) -> CallSummary:
        tokens = gate.house.room_tokens
        return await gate.write(
            token,
            lambda transaction, actor: call_summaries.keep(
                transaction, tokens, actor, AppointmentId(appointment_id), ask
            ),
        )

    @router.get(
        "/appointments/{appointment_id}/call-summaries",
        openapi_extra=policy(Action.SEE_APPOINTMENT, only=staff_who(Action.SEE_APPOINTMENT)),
    )
    async def summed_up(appointment_id: IdInPath, token: Bearer) -> CallSummaries:
        return await gate.read(
            token,
            lambda transaction, actor: call_summaries.of_appointment(transaction, actor, AppointmentId(appointment_id)),
        )

    return router
