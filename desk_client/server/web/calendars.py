"""Routes of calendars: an office's own as one document, and the administrator's holidays."""

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.calendars import (
    Calendar,
    CalendarAsk,
    CalendarPreview,
    CalendarPreviewAsk,
    Holidays,
    HolidaysAsk,
)
from desk_client.server.services.administration import calendar_preview, calendars
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath, IfMatch
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """For an office's manager, and for administrators."""
    router = Router(tags=["calendars"])

    @router.get("/offices/{office_id}/calendar", openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND))
    async def read(office_id: IdInPath, token: Bearer) -> Calendar:
        return await gate.read(
            token, lambda transaction, actor: calendars.read(transaction, actor, OfficeId(office_id))
        )

    @router.put(
        "/offices/{office_id}/calendar",
        openapi_extra=policy(
            Action.MANAGE_CALENDAR,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.INVALID_REQUEST,
            RefusalCode.ALREADY_EXISTS,
        ),
    )
    async def put(office_id: IdInPath, ask: CalendarAsk, token: Bearer, version: IfMatch) -> Calendar:
        return await gate.write(
            token, lambda transaction, actor: calendars.put(transaction, actor, OfficeId(office_id), ask, version)
        )

    @router.post(
        "/offices/{office_id}/calendar/preview",
        openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND),
    )
    async def see_before(office_id: IdInPath, ask: CalendarPreviewAsk, token: Bearer) -> CalendarPreview:
        return await gate.read(
            token, lambda transaction, actor: calendar_preview.preview(transaction, actor, OfficeId(office_id), ask)
        )

    @router.get("/holidays", openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND))
    async def holidays(token: Bearer) -> Holidays:
        return await gate.read(token, calendars.holidays)

    @router.put(
        "/holidays",
        openapi_extra=policy(
            Action.MANAGE_CALENDAR,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.INVALID_REQUEST,
        ),
    )
    async def put_holidays(ask: HolidaysAsk, token: Bearer, version: IfMatch) -> Holidays:
        return await gate.write(
            token, lambda transaction, actor: calendars.put_holidays(transaction, actor, ask, version)
        )

    return router
