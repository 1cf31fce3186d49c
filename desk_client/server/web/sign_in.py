"""Routes by which people at a kiosk or at home, and those who help them, sign in; and everybody's sign-out."""

from typing import Annotated

from fastapi import Path, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import ChallengeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.sessions import (
    AssistanceAsk,
    Challenge,
    ChallengeAsk,
    ChallengeStanding,
    Citizen,
    CitizenSession,
    CitizenSessionAsk,
    NameAsk,
    OwnChallengeAsk,
    WaitingList,
    Ways,
)
from desk_client.server.identity import operator
from desk_client.server.identity.port import NationalSignOn, Standing
from desk_client.server.services.access import browsers, citizens
from desk_client.server.services.access.citizens import AskOutside, LookOutside
from desk_client.server.web.caller import Caller
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.outside import Outside
from desk_client.server.web.policy import PUBLIC, SIGNED_IN, policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_Id = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
_START = policy(Action.START_CITIZEN_SESSION)


def routes(gate: Gate) -> Router:
    """Who is at the kiosk."""
    router = Router(prefix="/citizen", tags=["citizen"])
    outside = Outside()

    def national() -> NationalSignOn:
        if gate.house.national is None:
            raise RefusedError(Refusal(RefusalCode.IDENTITY_UNAVAILABLE))
        return gate.house.national

    async def look(at: LookOutside) -> Standing:
        sign_on = national()
        return await outside.ask(lambda: sign_on.standing(at.reference, at.national_id))

    @router.get("/ways", openapi_extra=_START)
    async def ways(token: Bearer) -> Ways:
        has_national = gate.house.national is not None
        return await gate.read(token, lambda _, actor: citizens.ways(actor, national=has_national))

    @router.post(
        "/challenges",
        status_code=201,
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.IDENTITY_REJECTED,
            RefusalCode.IDENTITY_UNAVAILABLE,
            RefusalCode.INVALID_DOCUMENT,
            RefusalCode.INVALID_MOBILE,
            RefusalCode.INVALID_NATIONALITY,
            RefusalCode.INVALID_NATIONAL_ID,
        ),
    )
    async def challenge(ask: ChallengeAsk, token: Bearer) -> Challenge:
        step: Challenge | AskOutside = await gate.write(
            token, lambda transaction, actor: citizens.challenge(transaction, actor, ask)
        )
        if not isinstance(step, AskOutside):
            return step
        sign_on, asked = national(), step
        begun = await outside.ask(lambda: sign_on.begin(asked.national_id))
        return await gate.open_write(lambda transaction: citizens.challenge_begun(transaction, asked, begun))

    @router.get(
        "/challenges/{challenge_id}",
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION, RefusalCode.CHALLENGE_UNKNOWN, RefusalCode.IDENTITY_UNAVAILABLE
        ),
    )
    async def standing(challenge_id: _Id, token: Bearer) -> ChallengeStanding:
        step: Standing | LookOutside = await gate.read(
            token, lambda transaction, actor: citizens.standing(transaction, actor, ChallengeId(challenge_id))
        )
        state = await look(step) if isinstance(step, LookOutside) else step
        return ChallengeStanding(state=state.value)

    @router.delete(
        "/challenges/{challenge_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.START_CITIZEN_SESSION, RefusalCode.CHALLENGE_UNKNOWN),
    )
    async def withdraw(challenge_id: _Id, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: citizens.withdraw(transaction, actor, ChallengeId(challenge_id))
        )

    @router.post(
        "/sessions",
        status_code=201,
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.CHALLENGE_UNKNOWN,
            RefusalCode.CODE_EXPIRED,
            RefusalCode.CODE_WRONG,
            RefusalCode.IDENTITY_REJECTED,
            RefusalCode.IDENTITY_UNAVAILABLE,
            RefusalCode.INVALID_REPRESENTATION,
            RefusalCode.TOO_EARLY,
            RefusalCode.TOO_MANY_ATTEMPTS,
        ),
    )
    async def sign_in(ask: CitizenSessionAsk, token: Bearer) -> CitizenSession:
        step: CitizenSession | LookOutside = await gate.write(
            token, lambda transaction, actor: citizens.sign_in(transaction, actor, ask)
        )
        if isinstance(step, LookOutside):
            said = await look(step)
            step = await gate.write(token, lambda transaction, actor: citizens.sign_in(transaction, actor, ask, said))
            assert not isinstance(step, LookOutside)  # it was given what it asked for
        return step

    @router.post(
        "/own/challenges",
        status_code=201,
        openapi_extra=policy(
            PUBLIC,
            RefusalCode.INVALID_DOCUMENT,
            RefusalCode.INVALID_MOBILE,
            RefusalCode.INVALID_NATIONALITY,
            RefusalCode.INVALID_NATIONAL_ID,
        ),
    )
    async def own_challenge(ask: OwnChallengeAsk, caller: Caller) -> Challenge:
        return await gate.open_write(lambda transaction: citizens.own_challenge(transaction, caller, ask))

    @router.post(
        "/own/sessions",
        status_code=201,
        openapi_extra=policy(
            PUBLIC,
            RefusalCode.CHALLENGE_UNKNOWN,
            RefusalCode.CODE_EXPIRED,
            RefusalCode.CODE_WRONG,
            RefusalCode.INVALID_REPRESENTATION,
            RefusalCode.SESSION_EXPIRED,
            RefusalCode.TOO_MANY_ATTEMPTS,
        ),
    )
    async def own_sign_in(ask: CitizenSessionAsk, caller: Caller) -> CitizenSession:
        return await gate.open_write(lambda transaction: citizens.own_sign_in(transaction, caller, ask))

    @router.put("/name", openapi_extra=policy(Action.BOOK, RefusalCode.INVALID_NAME))
    async def give_name(ask: NameAsk, token: Bearer) -> Citizen:
        return await gate.write(token, lambda transaction, actor: citizens.give_name(transaction, actor, ask))

    return router


def assistance_routes(gate: Gate) -> Router:
    """The operator who lets in somebody without a mobile; and signing out."""
    router = Router(tags=["sign-in"])

    @router.get("/assistance", openapi_extra=policy(Action.ASSIST_SIGN_IN))
    async def waiting(token: Bearer) -> WaitingList:
        return await gate.read(token, operator.waiting)

    @router.post(
        "/assistance/{challenge_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.ASSIST_SIGN_IN, RefusalCode.INVALID_DOCUMENT),
    )
    async def confirm(challenge_id: _Id, ask: AssistanceAsk, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: operator.confirm(transaction, actor, ChallengeId(challenge_id), ask)
        )

    @router.delete("/sessions/current", status_code=204, response_class=Response, openapi_extra=policy(SIGNED_IN))
    async def sign_out(token: Bearer) -> None:
        await gate.write(token, browsers.sign_out, before_change=True)

    return router
