"""Routes of the waiting room, of faults of ours, and of tickets."""

from typing import Annotated, Final

from fastapi import Path, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import TicketAsk, TicketScanAsk, TicketSession
from desk_client.protocol.incidents import Incident, IncidentAsk, Incidents, Unserved
from desk_client.protocol.kiosks import HelpAsk, HelpCall
from desk_client.protocol.queues import Queue, QueuePlace
from desk_client.protocol.sessions import Challenge
from desk_client.server.services.booking import tickets
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import incidents, making_good, queues
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import After, IdInPath, IfMatch, Limit
from desk_client.server.web.policy import policy, staff_who
from desk_client.server.web.router import Router

_MOST: Final = 2**53


def routes(gate: Gate) -> Router:
    """The hall's side of an audience."""
    router = Router(tags=["hall"])

    @router.post(
        "/tickets/sessions",
        status_code=201,
        openapi_extra=policy(Action.START_CITIZEN_SESSION, RefusalCode.RATE_LIMITED, RefusalCode.TICKET_UNKNOWN),
    )
    async def open_ticket(ask: TicketAsk, token: Bearer) -> TicketSession:
        return await gate.write(token, lambda transaction, actor: tickets.open_ticket(transaction, actor, ask))

    @router.post(
        "/tickets/challenges",
        status_code=201,
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.RATE_LIMITED,
            RefusalCode.TICKET_UNKNOWN,
            RefusalCode.INVALID_MOBILE,
        ),
    )
    async def challenge_by_ticket(ask: TicketAsk, token: Bearer) -> Challenge:
        return await gate.write(token, lambda transaction, actor: tickets.challenge_by_ticket(transaction, actor, ask))

    @router.post(
        "/tickets/scans",
        status_code=201,
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.RATE_LIMITED,
            RefusalCode.TICKET_UNKNOWN,
            RefusalCode.INVALID_MOBILE,
        ),
    )
    async def challenge_by_scan(ask: TicketScanAsk, token: Bearer) -> Challenge:
        return await gate.write(token, lambda transaction, actor: tickets.challenge_by_scan(transaction, actor, ask))

    @router.get(
        "/appointments/{appointment_id}/queue",
        openapi_extra=policy(Action.SEE_QUEUE, RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def place(appointment_id: IdInPath, token: Bearer) -> QueuePlace:
        return await gate.read(
            token, lambda transaction, actor: queues.place(transaction, actor, AppointmentId(appointment_id))
        )

    @router.get("/queue", openapi_extra=policy(Action.SEE_QUEUE, only=staff_who(Action.SEE_QUEUE)))
    async def queue(token: Bearer) -> Queue:
        return await gate.read(token, queues.queue)

    @router.post(
        "/appointments/{appointment_id}/unserved",
        openapi_extra=policy(
            Action.MARK_UNSERVED, RefusalCode.NOT_FOUND, RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION
        ),
    )
    async def unserved(appointment_id: IdInPath, token: Bearer, version: IfMatch) -> Unserved:
        return await gate.write(
            token,
            lambda transaction, actor: making_good.mark_unserved(
                transaction, actor, AppointmentId(appointment_id), version
            ),
        )

    @router.post(
        "/incidents",
        status_code=201,
        openapi_extra=policy(Action.RECORD_INCIDENT, RefusalCode.NOT_FOUND, RefusalCode.INVALID_REQUEST),
    )
    async def enter(ask: IncidentAsk, key: IdempotencyKey, token: Bearer) -> Incident:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Incident, lambda: incidents.enter(transaction, actor, ask)
            ),
        )

    @router.put("/kiosks/self/help", openapi_extra=policy(Action.CALL_FOR_HELP))
    async def call_for_help(ask: HelpAsk, token: Bearer) -> Incident:
        return await gate.write(token, lambda transaction, actor: incidents.call_for_help(transaction, actor, ask))

    @router.get("/kiosks/self/help", openapi_extra=policy(Action.CALL_FOR_HELP, RefusalCode.NOT_FOUND))
    async def own_call(token: Bearer) -> HelpCall:
        return await gate.read(token, incidents.own_call)

    @router.delete(
        "/kiosks/self/help", status_code=204, response_class=Response, openapi_extra=policy(Action.CALL_FOR_HELP)
    )
    async def call_off(token: Bearer) -> None:
        await gate.write(token, incidents.call_off)

    @router.get("/incidents", openapi_extra=policy(Action.RECORD_INCIDENT))
    async def shown(token: Bearer, after: After = None, limit: Limit = 50) -> Incidents:
        return await gate.read(token, lambda transaction, actor: incidents.shown(transaction, actor, after, limit))

    @router.post(
        "/incidents/{number}/answer",
        openapi_extra=policy(Action.RECORD_INCIDENT, RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def answer(number: Annotated[int, Path(ge=1, le=_MOST)], token: Bearer) -> Incident:
        return await gate.write(token, lambda transaction, actor: incidents.answer(transaction, actor, number))

    @router.post(
        "/incidents/{number}/end",
        openapi_extra=policy(Action.RECORD_INCIDENT, RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def end(number: Annotated[int, Path(ge=1, le=_MOST)], token: Bearer) -> Incident:
        return await gate.write(token, lambda transaction, actor: incidents.end(transaction, actor, number))

    return router
