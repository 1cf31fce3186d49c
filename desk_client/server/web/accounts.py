"""Routes of those who manage staff, kiosks and people's access."""

from typing import Annotated

from fastapi import Path, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import KioskId, PersonId, StaffId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.accounts import (
    Ended,
    NewPasswordAsk,
    PeopleFound,
    PersonFound,
    PersonSearchAsk,
    SignOnAsk,
    StaffAccount,
    StaffAccounts,
    StaffAsk,
    StaffPostAsk,
    StaffStateAsk,
)
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.kiosks import EnrolmentCode, KioskState, KioskStateAsk
from desk_client.protocol.regions import Region
from desk_client.server.services.access import second_factor
from desk_client.server.services.administration import accounts, enrolment, region
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import After, Limit
from desk_client.server.web.policy import policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_Id = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
_STAFF = policy(Action.MANAGE_STAFF)
_KIOSKS = policy(Action.MANAGE_KIOSKS)


def routes(gate: Gate) -> Router:
    """Staff, kiosks, people."""
    router = Router(tags=["accounts"])
    _staff(gate, router)
    _staff_access(gate, router)
    _others(gate, router)
    return router


def _staff(gate: Gate, router: Router) -> None:
    @router.get("/staff", openapi_extra=_STAFF)
    async def listed(token: Bearer, after: After = None, limit: Limit = MOST_ROWS) -> StaffAccounts:
        return await gate.read(token, lambda transaction, actor: accounts.listed(transaction, actor, after, limit))

    @router.post(
        "/staff",
        status_code=201,
        openapi_extra=policy(Action.MANAGE_STAFF, RefusalCode.ALREADY_EXISTS, RefusalCode.PASSWORD_WEAK),
    )
    async def hire(ask: StaffAsk, token: Bearer) -> StaffAccount:
        await gate.read(token, lambda _, actor: actor.refused(Action.MANAGE_STAFF))  # before a hash is spent on them
        hashed = None if ask.password is None else await _hashed(gate, ask.password, ask.username)
        return await gate.write(token, lambda transaction, actor: accounts.hired(transaction, actor, ask, hashed))

    @router.put("/staff/{staff_id}/post", openapi_extra=_STAFF)
    async def set_post(staff_id: _Id, ask: StaffPostAsk, token: Bearer) -> StaffAccount:
        return await gate.write(
            token, lambda transaction, actor: accounts.set_post(transaction, actor, StaffId(staff_id), ask)
        )

    @router.put("/staff/{staff_id}/state", openapi_extra=_STAFF)
    async def set_state(staff_id: _Id, ask: StaffStateAsk, token: Bearer) -> StaffAccount:
        return await gate.write(
            token,
            lambda transaction, actor: accounts.set_state(transaction, actor, StaffId(staff_id), disabled=ask.disabled),
        )


def _staff_access(gate: Gate, router: Router) -> None:
    @router.put(
        "/staff/{staff_id}/password",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_STAFF, RefusalCode.PASSWORD_WEAK),
    )
    async def set_password(staff_id: _Id, ask: NewPasswordAsk, token: Bearer) -> None:
        username = await gate.read(
            token, lambda transaction, actor: accounts.username_of(transaction, actor, StaffId(staff_id))
        )
        hashed = await _hashed(gate, ask.password, username)
        await gate.write(
            token, lambda transaction, actor: accounts.set_password(transaction, actor, StaffId(staff_id), hashed)
        )

    @router.put("/staff/{staff_id}/sign-on", openapi_extra=policy(Action.MANAGE_STAFF, RefusalCode.ALREADY_EXISTS))
    async def link_sign_on(staff_id: _Id, ask: SignOnAsk, token: Bearer) -> StaffAccount:
        return await gate.write(
            token, lambda transaction, actor: accounts.link_sign_on(transaction, actor, StaffId(staff_id), ask)
        )

    @router.delete("/staff/{staff_id}/second-factor", status_code=204, response_class=Response, openapi_extra=_STAFF)
    async def reset_second_factor(staff_id: _Id, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: second_factor.reset(transaction, actor, StaffId(staff_id)))

    @router.delete("/staff/{staff_id}/sessions", openapi_extra=_STAFF)
    async def end_sessions(staff_id: _Id, token: Bearer) -> Ended:
        return await gate.write(
            token, lambda transaction, actor: accounts.end_sessions(transaction, actor, StaffId(staff_id))
        )


def _others(gate: Gate, router: Router) -> None:
    @router.get("/region", openapi_extra=policy(Action.ADMINISTER))
    async def whole_region(token: Bearer) -> Region:
        return await gate.read(token, region.whole)

    @router.post("/kiosks/{kiosk_id}/enrolment-code", status_code=201, openapi_extra=_KIOSKS)
    async def hand_out_code(kiosk_id: _Id, token: Bearer) -> EnrolmentCode:
        return await gate.write(
            token, lambda transaction, actor: enrolment.hand_out_code(transaction, actor, KioskId(kiosk_id))
        )

    @router.put("/kiosks/{kiosk_id}/state", openapi_extra=_KIOSKS)
    async def set_kiosk_state(kiosk_id: _Id, ask: KioskStateAsk, token: Bearer) -> KioskState:
        return await gate.write(
            token,
            lambda transaction, actor: enrolment.set_kiosk_state(
                transaction, actor, KioskId(kiosk_id), disabled=ask.disabled
            ),
        )

    @router.post(
        "/people/search",
        openapi_extra=policy(
            Action.FIND_PERSON,
            RefusalCode.INVALID_DOCUMENT,
            RefusalCode.INVALID_MOBILE,
            RefusalCode.INVALID_NAME,
            RefusalCode.INVALID_NATIONALITY,
            RefusalCode.INVALID_NATIONAL_ID,
        ),
    )
    async def find_people(ask: PersonSearchAsk, token: Bearer) -> PeopleFound:
        return await gate.read(token, lambda transaction, actor: accounts.find_people(transaction, actor, ask))

    @router.put("/people/{person_id}/state", openapi_extra=policy(Action.ADMINISTER))
    async def set_person_state(person_id: _Id, ask: StaffStateAsk, token: Bearer) -> PersonFound:
        return await gate.write(
            token,
            lambda transaction, actor: accounts.set_person_state(
                transaction, actor, PersonId(person_id), disabled=ask.disabled
            ),
        )


async def _hashed(gate: Gate, password: str, username: str) -> str:
    if (refusal := accounts.weak(password, username)) is not None:
        raise RefusedError(refusal)
    return await gate.house.passwords.hashed(password)
