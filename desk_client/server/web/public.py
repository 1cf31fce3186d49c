"""Routes that need no sign-in: version, enrolment; what a kiosk knows of itself, and of the halls around it."""

from desk_client.domain.access import Action, Role
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentAsk, Kiosk, KioskDay
from desk_client.protocol.service_points import ServicePoints
from desk_client.protocol.version import CURRENT, OLDEST_SUPPORTED, VersionAnswer
from desk_client.server.services.administration import enrolment
from desk_client.server.services.finding.kiosk_day import kiosk_day
from desk_client.server.services.finding.service_points import service_points
from desk_client.server.web.caller import Caller
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Version and enrolment."""
    router = Router(tags=["sign-in"])

    @router.get("/version", openapi_extra=policy(PUBLIC))
    async def version() -> VersionAnswer:
        return VersionAnswer(oldest=OLDEST_SUPPORTED, current=CURRENT, server_time=gate.house.clock.now())

    @router.post("/kiosks/enrolment", status_code=201, openapi_extra=policy(PUBLIC, RefusalCode.ENROLMENT_CODE_INVALID))
    async def enrol(ask: EnrolmentAsk, caller: Caller) -> EnrolmentAnswer:
        return await gate.open_write(lambda transaction: enrolment.enrol(transaction, ask.code, caller))

    @router.get("/kiosks/self", openapi_extra=policy(Action.SEE_OFFICES, only={Role.KIOSK, Role.CITIZEN}))
    async def own_kiosk(token: Bearer) -> Kiosk:
        return await gate.read(token, enrolment.own_kiosk)

    @router.get("/kiosks/self/day", openapi_extra=policy(Action.SEE_OFFICES, only={Role.KIOSK, Role.CITIZEN}))
    async def own_day(token: Bearer) -> KioskDay:
        return await gate.read(token, kiosk_day)

    @router.get("/service-points", openapi_extra=policy(Action.SEE_OFFICES))
    async def all_points(token: Bearer) -> ServicePoints:
        return await gate.read(token, service_points)

    return router
