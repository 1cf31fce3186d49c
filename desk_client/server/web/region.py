"""Routes by which an administrator makes, changes, closes and opens what the region is made of."""

from typing import Annotated, Final

from fastapi import Query

from desk_client.domain.access import Action
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.base import CalendarDay
from desk_client.protocol.questions import QuestionsAsk
from desk_client.protocol.regions import (
    AgencyAsk,
    Closing,
    ClosingAsk,
    InterpreterAsk,
    NewInterpreterAsk,
    NewServiceAsk,
    NewTeamAsk,
    OfficeAsk,
    PlaceKind,
    Region,
    ServiceAsk,
    SiteAsk,
    TeamAsk,
    WordingsAsk,
)
from desk_client.server.services.administration import guidance, places, sent_beside
from desk_client.server.services.closing import closing
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath, IfMatch
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_VERSIONED: Final = (RefusalCode.NOT_FOUND, RefusalCode.PRECONDITION_REQUIRED, RefusalCode.PRECONDITION_FAILED)
_ADD: Final = policy(Action.ADMINISTER, RefusalCode.ALREADY_EXISTS)
_ADD_AGENCY: Final = policy(Action.ADMINISTER, RefusalCode.ALREADY_EXISTS, RefusalCode.INVALID_REQUEST)
_ADD_WITHIN: Final = policy(Action.ADMINISTER, RefusalCode.ALREADY_EXISTS, RefusalCode.NOT_FOUND)
_CHANGE: Final = policy(Action.ADMINISTER, *_VERSIONED)
_GUIDE: Final = policy(Action.ADMINISTER, *_VERSIONED, RefusalCode.INVALID_REQUEST)
_CLOSE: Final = policy(Action.ADMINISTER, *_VERSIONED, RefusalCode.INVALID_REQUEST, RefusalCode.ILLEGAL_TRANSITION)


def routes(gate: Gate) -> Router:
    """For administrators."""
    router = Router(tags=["region"])

    @router.get("/places/{what}/{place_id}/closing", openapi_extra=policy(Action.ADMINISTER, RefusalCode.NOT_FOUND))
    async def see_before(
        what: PlaceKind,
        place_id: IdInPath,
        first: Annotated[CalendarDay, Query(description="From which day on")],
        token: Bearer,
    ) -> Closing:
        return await gate.read(
            token, lambda transaction, actor: closing.preview(transaction, actor, what, place_id, first)
        )

    @router.put("/places/{what}/{place_id}/closing", openapi_extra=_CLOSE)
    async def close(what: PlaceKind, place_id: IdInPath, ask: ClosingAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: closing.close(transaction, actor, what, place_id, ask.first, version)
        )

    _agencies_and_offices(gate, router)
    _services_and_sites(gate, router)
    _guidance(gate, router)
    _helpers(gate, router)
    return router


def _agencies_and_offices(gate: Gate, router: Router) -> None:
    @router.post("/agencies", status_code=201, openapi_extra=_ADD_AGENCY)
    async def add_agency(ask: AgencyAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: places.add_agency(transaction, actor, ask))

    @router.put("/agencies/{agency_id}", openapi_extra=_GUIDE)
    async def change_agency(agency_id: IdInPath, ask: AgencyAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: places.change_agency(transaction, actor, agency_id, ask, version)
        )

    @router.post("/offices", status_code=201, openapi_extra=_ADD_WITHIN)
    async def add_office(ask: OfficeAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: places.add_office(transaction, actor, ask))

    @router.put("/offices/{office_id}", openapi_extra=_CHANGE)
    async def change_office(office_id: IdInPath, ask: OfficeAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: places.change_office(transaction, actor, office_id, ask, version)
        )


def _services_and_sites(gate: Gate, router: Router) -> None:
    @router.post("/services", status_code=201, openapi_extra=_ADD_WITHIN)
    async def add_service(ask: NewServiceAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: places.add_service(transaction, actor, ask))

    @router.put("/services/{service_id}", openapi_extra=_CHANGE)
    async def change_service(service_id: IdInPath, ask: ServiceAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: places.change_service(transaction, actor, service_id, ask, version)
        )

    @router.post(
        "/sites",
        status_code=201,
        openapi_extra=policy(
            Action.ADMINISTER, RefusalCode.ALREADY_EXISTS, RefusalCode.NOT_FOUND, RefusalCode.INVALID_REQUEST
        ),
    )
    async def add_site(ask: SiteAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: places.add_site(transaction, actor, ask))

    @router.put("/sites/{site_id}", openapi_extra=policy(Action.ADMINISTER, *_VERSIONED, RefusalCode.INVALID_REQUEST))
    async def change_site(site_id: IdInPath, ask: SiteAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: places.change_site(transaction, actor, site_id, ask, version)
        )

    @router.post(
        "/sites/{site_id}/kiosks",
        status_code=201,
        openapi_extra=policy(Action.ADMINISTER, RefusalCode.NOT_FOUND),
    )
    async def add_kiosk(site_id: IdInPath, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: places.add_kiosk(transaction, actor, site_id))


def _guidance(gate: Gate, router: Router) -> None:
    @router.put("/services/{service_id}/questions", openapi_extra=_GUIDE)
    async def put_questions(service_id: IdInPath, ask: QuestionsAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: guidance.put_questions(transaction, actor, service_id, ask, version)
        )

    @router.put("/services/{service_id}/wordings", openapi_extra=_GUIDE)
    async def put_wordings(service_id: IdInPath, ask: WordingsAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: guidance.put_wordings(transaction, actor, service_id, ask, version)
        )


def _helpers(gate: Gate, router: Router) -> None:
    @router.post("/teams", status_code=201, openapi_extra=_ADD_WITHIN)
    async def add_team(ask: NewTeamAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: sent_beside.add_team(transaction, actor, ask))

    @router.put("/teams/{team_id}", openapi_extra=_CHANGE)
    async def change_team(team_id: IdInPath, ask: TeamAsk, token: Bearer, version: IfMatch) -> Region:
        return await gate.write(
            token, lambda transaction, actor: sent_beside.change_team(transaction, actor, team_id, ask, version)
        )

    @router.post("/interpreters", status_code=201, openapi_extra=_ADD)
    async def add_interpreter(ask: NewInterpreterAsk, token: Bearer) -> Region:
        return await gate.write(token, lambda transaction, actor: sent_beside.add_interpreter(transaction, actor, ask))

    @router.put("/interpreters/{interpreter_id}", openapi_extra=_CHANGE)
    async def change_interpreter(
        interpreter_id: IdInPath, ask: InterpreterAsk, token: Bearer, version: IfMatch
    ) -> Region:
        return await gate.write(
            token,
            lambda transaction, actor: sent_beside.change_interpreter(transaction, actor, interpreter_id, ask, version),
        )
