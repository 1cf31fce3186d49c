"""Routes that need no sign-in: health, readiness, version, enrolment and the doors for staff."""

from fastapi import APIRouter, Response
from sqlalchemy import text

from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentAsk, Kiosk
from desk_client.protocol.sessions import StaffSession, StaffSessionAsk
from desk_client.protocol.version import CURRENT, OLDEST_SUPPORTED, VersionAnswer
from desk_client.server.services import enrolment, sessions, staff
from desk_client.server.services.staff import AtTheDoor
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.problems import RefusedError


def probes(gate: Gate) -> APIRouter:
    """`/health`: the process answers. `/ready`: the store does."""
    router = APIRouter(tags=["probes"])

    @router.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/ready")
    async def ready() -> dict[str, str]:
        await gate.house.read(lambda transaction: transaction.connection.execute(text("SELECT 1")).scalar_one())
        return {"status": "ok"}

    return router


def routes(gate: Gate) -> APIRouter:
    """Version, enrolment, staff sign-in and everybody's sign-out."""
    router = APIRouter(tags=["sign-in"])

    @router.get("/version")
    async def version() -> VersionAnswer:
        return VersionAnswer(oldest=OLDEST_SUPPORTED, current=CURRENT, server_time=gate.house.clock.now())

    @router.post("/kiosks/enrolment", status_code=201)
    async def enrol(ask: EnrolmentAsk) -> EnrolmentAnswer:
        return await gate.open_write(lambda transaction: enrolment.enrol(transaction, ask.code))

    @router.get("/kiosks/self")
    async def own_kiosk(token: Bearer) -> Kiosk:
        return await gate.read(token, enrolment.own_kiosk)

    @router.post("/staff/sessions", status_code=201)
    async def sign_in(ask: StaffSessionAsk) -> StaffSession:
        door = await gate.house.read(lambda transaction: staff.at_the_door(transaction, ask.username))
        if isinstance(door, Refusal):
            raise RefusedError(door)
        return await _past_the_door(gate, ask, door)

    @router.delete("/sessions/current", status_code=204, response_class=Response)
    async def sign_out(token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: sessions.end_session(transaction, actor.session_id))

    return router


async def _past_the_door(gate: Gate, ask: StaffSessionAsk, door: AtTheDoor) -> StaffSession:
    staff_id = door.staff_id
    if await gate.house.passwords.checked(ask.password, door.password_hash) and staff_id is not None:
        return await gate.open_write(lambda transaction: staff.let_in(transaction, ask.username, staff_id))
    raise RefusedError(await gate.house.write(lambda transaction: staff.turned_away(transaction, ask.username)))
