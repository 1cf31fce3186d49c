"""Routes of the satisfaction survey: a citizen's answer, and what many answered together."""

from typing import Annotated

from fastapi import Query

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.base import CalendarDay
from desk_client.protocol.satisfaction import Satisfaction, SatisfactionAsk, SatisfactionReport
from desk_client.server.services.life import satisfaction
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_Months = Annotated[int, Query(ge=1, le=12, description="How many, from that of `first` on")]


def routes(gate: Gate) -> Router:
    """One answer in, many out together."""
    router = Router(tags=["satisfaction"])

    @router.put(
        "/appointments/{appointment_id}/satisfaction",
        openapi_extra=policy(Action.ANSWER_SURVEY, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.ALREADY_EXISTS),
    )
    async def answer(appointment_id: IdInPath, ask: SatisfactionAsk, token: Bearer) -> Satisfaction:
        return await gate.write(
            token,
            lambda transaction, actor: satisfaction.answer(transaction, actor, AppointmentId(appointment_id), ask),
        )

    @router.get("/satisfaction", openapi_extra=policy(Action.SEE_SATISFACTION))
    async def report(first: CalendarDay, token: Bearer, months: _Months = 1) -> SatisfactionReport:
        return await gate.read(token, lambda transaction, actor: satisfaction.report(transaction, actor, first, months))

    return router
