"""Routes by which a citizen at a kiosk says who they are."""

from fastapi import APIRouter

from desk_client.protocol.sessions import Challenge, ChallengeAsk, Citizen, CitizenSession, CitizenSessionAsk, NameAsk
from desk_client.server.services import citizens
from desk_client.server.web.gate import Bearer, Gate


def sign_in_routes(gate: Gate) -> APIRouter:
    """Who is at the kiosk."""
    router = APIRouter(prefix="/citizen", tags=["citizen"])
    provider = gate.house.identity

    @router.post("/challenges", status_code=201)
    async def challenge(ask: ChallengeAsk, token: Bearer) -> Challenge:
        return await gate.write(token, lambda transaction, actor: citizens.challenge(transaction, provider, actor, ask))

    @router.post("/sessions", status_code=201)
    async def sign_in(ask: CitizenSessionAsk, token: Bearer) -> CitizenSession:
        return await gate.write(token, lambda transaction, actor: citizens.sign_in(transaction, provider, actor, ask))

    @router.put("/name")
    async def give_name(ask: NameAsk, token: Bearer) -> Citizen:
        return await gate.write(token, lambda transaction, actor: citizens.give_name(transaction, actor, ask))

    return router
