"""Routes of an office's calendar for its own people: some days of it, blocked time, busy times, and feeds."""

import re
from typing import Annotated, Any, Final

from fastapi import Path, Query, Response
from starlette.concurrency import run_in_threadpool

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import BusyTimeId, OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import CalendarDay
from desk_client.protocol.office_calendars import (
    MAX_FILE_LENGTH,
    MOST_DAYS,
    BlockAsk,
    Blocked,
    Feed,
    FeedAsk,
    ImportAsk,
    Imported,
    OfficeDays,
)
from desk_client.server.calendars.busy_file import NotACalendarError, read_busy
from desk_client.server.services.calendar import blocks, days, feeds, imports
from desk_client.server.services.idempotency import once
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.limits import LargerBody
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_OWN: Final = {Role.OFFICIAL, Role.DELEGATE}
_MEDIA_TYPE: Final = "text/calendar"
_A_FILE: Final[dict[int | str, dict[str, Any]]] = {  # OpenAPI's objects are of any shape
    200: {
        "description": "An iCalendar object (RFC 5545, RFC 7986)",
        "content": {_MEDIA_TYPE: {"schema": {"type": "string"}}},
    }
}
_FeedToken = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$", description="of `url`")]
_Count = Annotated[int, Query(alias="days", ge=1, le=MOST_DAYS)]

LARGER_BODY: Final = LargerBody(
    "PUT",
    re.compile(r"/v1/offices/[^/]+/busy-times"),
    # a line end is two characters more in JSON, and a letter of Arabic two bytes
    4 * MAX_FILE_LENGTH,
)
"""A calendar file is longer than other questions."""


def routes(gate: Gate) -> Router:
    """For those of an office; and a feed for whatever program has its address."""
    router = Router(tags=["calendars"])
    _add_days(router, gate)
    _add_feeds(router, gate)
    return router


def _add_days(router: Router, gate: Gate) -> None:
    @router.get(
        "/offices/{office_id}/days",
        openapi_extra=policy(Action.SEE_AGENDA, RefusalCode.NOT_FOUND, only=_OWN),
    )
    async def read_days(
        office_id: IdInPath,
        first: CalendarDay,
        token: Bearer,
        count: Annotated[int, Query(alias="days", ge=1, le=MOST_DAYS)] = 7,
    ) -> OfficeDays:
        return await gate.read(
            token, lambda transaction, actor: days.days(transaction, actor, OfficeId(office_id), first, count)
        )

    @router.post(
        "/offices/{office_id}/blocks",
        openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND, RefusalCode.SLOT_TAKEN, only=_OWN),
    )
    async def block(office_id: IdInPath, ask: BlockAsk, key: IdempotencyKey, token: Bearer) -> Blocked:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction,
                actor,
                key,
                ask,
                Blocked,
                lambda: blocks.block(transaction, actor, OfficeId(office_id), ask),
            ),
        )

    @router.delete(
        "/offices/{office_id}/blocks/{busy_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND, only=_OWN),
    )
    async def unblock(office_id: IdInPath, busy_id: IdInPath, token: Bearer) -> None:
        await gate.write(
            token,
            lambda transaction, actor: blocks.unblock(transaction, actor, OfficeId(office_id), BusyTimeId(busy_id)),
        )

    @router.put(
        "/offices/{office_id}/busy-times",
        openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND, RefusalCode.ATTACHMENT_DAMAGED, only=_OWN),
    )
    async def take_in(office_id: IdInPath, ask: ImportAsk, token: Bearer) -> Imported:
        whose = OfficeId(office_id)
        how = await gate.read(token, lambda transaction, actor: imports.reading(transaction, actor, whose))
        try:  # beside everything else: somebody's whole calendar takes its time
            found = await run_in_threadpool(read_busy, ask.file, how.window, how.zone)
        except NotACalendarError:
            raise RefusedError(Refusal(RefusalCode.ATTACHMENT_DAMAGED, field="file")) from None
        return await gate.write(
            token, lambda transaction, actor: imports.put(transaction, actor, whose, found, how.window)
        )

    @router.delete(
        "/offices/{office_id}/busy-times",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_CALENDAR, RefusalCode.NOT_FOUND, only=_OWN),
    )
    async def forget(office_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: imports.remove(transaction, actor, OfficeId(office_id)))


def _add_feeds(router: Router, gate: Gate) -> None:
    of_desk = policy(Action.SEE_AGENDA, only=_OWN)

    @router.get("/desk/calendar-feed", openapi_extra=of_desk)
    async def own_feed(token: Bearer) -> Feed:
        return await gate.read(token, feeds.own)

    @router.put("/desk/calendar-feed", openapi_extra=of_desk)
    async def make_feed(ask: FeedAsk, token: Bearer) -> Feed:
        return await gate.write(token, lambda transaction, actor: feeds.make(transaction, actor, ask))

    @router.delete("/desk/calendar-feed", status_code=204, response_class=Response, openapi_extra=of_desk)
    async def end_feed(token: Bearer) -> None:
        await gate.write(token, feeds.end)

    @router.get(
        "/calendar-feeds/{feed_token}.ics",
        openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND),
        response_class=Response,
        responses=_A_FILE,
    )
    async def read_feed(feed_token: _FeedToken) -> Response:
        found = await gate.open_read(lambda transaction: feeds.file_of(transaction, feed_token))
        return Response(
            found,
            media_type=f"{_MEDIA_TYPE}; charset=utf-8",  # without a method, as the file is: RFC 5545, section 8.1
            headers={"Content-Disposition": 'inline; filename="majlis.ics"'},
        )
