"""Routes of one appointment: what its citizen does with it, and the changes that staff make too."""

from typing import Annotated, Any, Final

from fastapi import Path, Response

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import Appointment, Appointments, Outcome, TransferAsk
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.slots import MoveAsk
from desk_client.server.services.booking import appointments
from desk_client.server.services.booking.own_calendar import own_calendar
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import audiences, changes, outcomes
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import After, IdInPath, IfMatch, Limit
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router

_CALENDAR: Final = "text/calendar"
_IN_CALENDARS: Final[dict[int | str, dict[str, Any]]] = {  # OpenAPI's objects are of any shape
    200: {"description": "An iCalendar object (RFC 5545)", "content": {_CALENDAR: {"schema": {"type": "string"}}}}
}
Seal = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[a-z2-7]+$", description="of `calendar_url`")]


def routes(gate: Gate) -> Router:
    """From the list of one's own to the confirmed outcome."""
    router = Router(prefix="/appointments", tags=["appointments"])

    @router.get("/mine", openapi_extra=policy(Action.SEE_APPOINTMENT, only={Role.CITIZEN}))
    async def mine(token: Bearer, after: After = None, limit: Limit = MOST_ROWS) -> Appointments:
        return await gate.read(token, lambda transaction, actor: appointments.mine(transaction, actor, after, limit))

    @router.get("/{appointment_id}", openapi_extra=policy(Action.SEE_APPOINTMENT))
    async def one(appointment_id: IdInPath, token: Bearer) -> Appointment:
        return await gate.read(
            token, lambda transaction, actor: appointments.one(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/{appointment_id}/check-in",
        openapi_extra=policy(
            Action.CHECK_IN, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.TOO_EARLY, RefusalCode.TOO_LATE
        ),
    )
    async def check_in(appointment_id: IdInPath, token: Bearer) -> Appointment:
        return await gate.write(
            token, lambda transaction, actor: audiences.check_in(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/{appointment_id}/cancellation",
        openapi_extra=policy(Action.CANCEL, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.TOO_LATE_TO_CHANGE),
    )
    async def cancel(appointment_id: IdInPath, token: Bearer, version: IfMatch) -> Appointment:
        return await gate.write(
            token,
            lambda transaction, actor: changes.cancel(transaction, actor, AppointmentId(appointment_id), version),
        )

    @router.post(
        "/{appointment_id}/reschedule",
        openapi_extra=policy(
            Action.RESCHEDULE,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.KIND_NOT_OFFERED,
            RefusalCode.SLOT_TAKEN,
            RefusalCode.SLOT_UNAVAILABLE,
            RefusalCode.TOO_LATE_TO_CHANGE,
        ),
    )
    async def reschedule(
        appointment_id: IdInPath, ask: MoveAsk, key: IdempotencyKey, token: Bearer, version: IfMatch
    ) -> Appointment:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction,
                actor,
                key,
                ask,
                Appointment,
                lambda: changes.reschedule(transaction, actor, AppointmentId(appointment_id), ask, version),
            ),
        )

    @router.post(
        "/{appointment_id}/no-show",
        openapi_extra=policy(Action.MARK_NO_SHOW, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.TOO_EARLY),
    )
    async def no_show(appointment_id: IdInPath, token: Bearer, version: IfMatch) -> Appointment:
        return await gate.write(
            token,
            lambda transaction, actor: changes.mark_no_show(transaction, actor, AppointmentId(appointment_id), version),
        )

    @router.post("/{appointment_id}/transfer", openapi_extra=policy(Action.TRANSFER, RefusalCode.ILLEGAL_TRANSITION))
    async def transfer(appointment_id: IdInPath, ask: TransferAsk, token: Bearer, version: IfMatch) -> Appointment:
        return await gate.write(
            token,
            lambda transaction, actor: changes.transfer(
                transaction, actor, AppointmentId(appointment_id), OfficeId(ask.office_id), version
            ),
        )

    @router.get("/{appointment_id}/outcome", openapi_extra=policy(Action.SEE_OUTCOME, RefusalCode.OUTCOME_MISSING))
    async def read_outcome(appointment_id: IdInPath, token: Bearer) -> Outcome:
        return await gate.read(
            token,
            lambda transaction, actor: outcomes.read_outcome(
                transaction, gate.house.slips, actor, AppointmentId(appointment_id)
            ),
        )

    @router.post(
        "/{appointment_id}/outcome/confirmation",
        openapi_extra=policy(Action.CONFIRM_OUTCOME, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.OUTCOME_MISSING),
    )
    async def confirm_outcome(appointment_id: IdInPath, token: Bearer) -> Outcome:
        return await gate.write(
            token,
            lambda transaction, actor: outcomes.confirm_outcome(
                transaction, gate.house.slips, actor, AppointmentId(appointment_id)
            ),
        )

    @router.get(
        "/{appointment_id}/calendar/{seal}",
        openapi_extra=policy(PUBLIC),
        response_class=Response,
        responses=_IN_CALENDARS,
    )
    async def calendar(appointment_id: IdInPath, seal: Seal) -> Response:
        found = await gate.open_read(lambda transaction: own_calendar(transaction, AppointmentId(appointment_id), seal))
        return Response(
            found.calendar,
            media_type=f"{_CALENDAR}; charset=utf-8; method={found.method.value}",  # RFC 5545, section 8.1
            headers={"Content-Disposition": 'inline; filename="majlis.ics"'},
        )

    return router
