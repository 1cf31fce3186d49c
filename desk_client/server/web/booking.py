"""Routes from the list of offices to a ticket: calendars, search, holds and bookings."""

from typing import Annotated

from fastapi import Query, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId, OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import AppointmentAsk, Booked
from desk_client.protocol.base import CalendarDay
from desk_client.protocol.offices import Offices
from desk_client.protocol.slots import Availability, FoundSlots, Hold, HoldAsk, Month, SearchAsk
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.finding import availability, offices
from desk_client.server.services.finding.availability import MOST_DAYS, AvailabilityQuery
from desk_client.server.services.finding.search import search
from desk_client.server.services.idempotency import once
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import IdInPath, IdInQuery
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_Days = Annotated[int, Query(ge=1, le=MOST_DAYS)]


def routes(gate: Gate) -> Router:
    """For citizens at a kiosk, and for staff who book in somebody's name."""
    router = Router(tags=["booking"])

    @router.get("/offices", openapi_extra=policy(Action.SEE_OFFICES))
    async def list_offices(token: Bearer) -> Offices:
        return await gate.read(token, offices.list_offices)

    @router.get(
        "/offices/{office_id}/availability", openapi_extra=policy(Action.SEE_OFFICES, RefusalCode.KIND_NOT_OFFERED)
    )
    async def office_availability(
        office_id: IdInPath,
        service_id: IdInQuery,
        first: CalendarDay,
        token: Bearer,
        days: _Days = 1,
        kind: AppointmentKind = AppointmentKind.VIDEO_KIOSK,
        site_id: IdInQuery | None = None,
        interpreter: bool = False,  # noqa: FBT001, FBT002 - a query parameter is named by whoever asks
    ) -> Availability:
        query = AvailabilityQuery(
            OfficeId(office_id),
            ServiceId(service_id),
            first,
            days,
            kind,
            None if site_id is None else SiteId(site_id),
            interpreter,
        )
        return await gate.read(token, lambda transaction, actor: availability.availability(transaction, actor, query))

    @router.get("/availability", openapi_extra=policy(Action.SEE_OFFICES))
    async def month(first: CalendarDay, token: Bearer, days: _Days = 30) -> Month:
        return await gate.read(token, lambda transaction, actor: availability.month(transaction, actor, first, days))

    @router.post("/slots/search", openapi_extra=policy(Action.SEE_OFFICES, RefusalCode.NOT_FOUND))
    async def find_slots(ask: SearchAsk, token: Bearer) -> FoundSlots:
        return await gate.read(token, lambda transaction, actor: search(transaction, actor, ask))

    @router.post(
        "/holds",
        status_code=201,
        openapi_extra=policy(
            Action.BOOK,
            RefusalCode.KIND_NOT_OFFERED,
            RefusalCode.LIMIT_REACHED,
            RefusalCode.NOT_FOUND,
            RefusalCode.SLOT_TAKEN,
            RefusalCode.SLOT_UNAVAILABLE,
            for_another=Action.BOOK_FOR,
        ),
    )
    async def place_hold(ask: HoldAsk, key: IdempotencyKey, token: Bearer) -> Hold:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Hold, lambda: holding.place_hold(transaction, actor, ask)
            ),
            begins=True,
        )

    @router.delete(
        "/holds/{hold_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.BOOK, for_another=Action.BOOK_FOR),
    )
    async def release_hold(hold_id: IdInPath, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: holding.release_hold(transaction, actor, AppointmentId(hold_id))
        )

    @router.post(
        "/appointments",
        status_code=201,
        openapi_extra=policy(
            Action.BOOK,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.INVALID_ADDRESS,
            RefusalCode.INVALID_NAME,
            RefusalCode.INVALID_SUBJECT,
            RefusalCode.NOT_FOUND,
            RefusalCode.CONSENT_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
            for_another=Action.BOOK_FOR,
        ),
    )
    async def book(ask: AppointmentAsk, key: IdempotencyKey, token: Bearer) -> Booked:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Booked, lambda: booking.book(transaction, actor, ask)
            ),
        )

    return router
