"""Routes of calling others into an audience: the official's, and those of whoever is called."""

from typing import Annotated

from fastapi import Path

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.asides import AsideAsk, AsideState
from desk_client.protocol.called_in import (
    Callables,
    CalledIn,
    CalledIns,
    CallInAsk,
    CaptionAsk,
    Invitation,
    InvitationAnswer,
    Invitations,
)
from desk_client.protocol.notes import Note
from desk_client.protocol.rooms import RoomToken
from desk_client.server.services.life import asides, called_in, rooms
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Call in, see who is, take out; see one's own calls, answer, enter."""
    router = Router(tags=["called in"])
    tokens, attestor = gate.house.room_tokens, gate.house.attestor

    @router.get("/appointments/{appointment_id}/called-in", openapi_extra=policy(Action.CALL_IN))
    async def called(appointment_id: IdInPath, token: Bearer) -> CalledIns:
        return await gate.read(
            token, lambda transaction, actor: called_in.called(transaction, actor, AppointmentId(appointment_id))
        )

    @router.get("/appointments/{appointment_id}/called-in/possible", openapi_extra=policy(Action.CALL_IN))
    async def possible(appointment_id: IdInPath, token: Bearer) -> Callables:
        return await gate.read(
            token, lambda transaction, actor: called_in.possible(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/called-in",
        status_code=201,
        openapi_extra=policy(
            Action.CALL_IN,
            RefusalCode.NOT_ADMITTED,
            RefusalCode.ROOM_FULL,
            RefusalCode.ONE_AT_A_TIME,
        ),
    )
    async def call(appointment_id: IdInPath, ask: CallInAsk, token: Bearer) -> CalledIn:
        return await gate.write(
            token, lambda transaction, actor: called_in.call(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.delete("/appointments/{appointment_id}/called-in/{party}", openapi_extra=policy(Action.CALL_IN))
    async def take_out(appointment_id: IdInPath, party: Annotated[Party, Path()], token: Bearer) -> CalledIns:
        return await gate.write(
            token,
            lambda transaction, actor: called_in.take_out(transaction, actor, AppointmentId(appointment_id), party),
        )

    @router.get("/desk/called-in", openapi_extra=policy(Action.BE_CALLED_IN))
    async def invitations(token: Bearer) -> Invitations:
        return await gate.read(token, called_in.invitations)

    @router.put(
        "/appointments/{appointment_id}/called-in/mine",
        openapi_extra=policy(Action.BE_CALLED_IN, RefusalCode.CONSENT_REQUIRED, RefusalCode.PRECONDITION_FAILED),
    )
    async def answer(appointment_id: IdInPath, ask: InvitationAnswer, token: Bearer) -> Invitation:
        return await gate.write(
            token, lambda transaction, actor: called_in.answer(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.put(
        "/appointments/{appointment_id}/aside",
        openapi_extra=policy(Action.SPEAK_APART, RefusalCode.NOT_ADMITTED, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def set_aside(appointment_id: IdInPath, ask: AsideAsk, token: Bearer) -> AsideState:
        return await gate.write(
            token,
            lambda transaction, actor: asides.set_by_official(transaction, actor, AppointmentId(appointment_id), ask),
        )

    @router.put(
        "/appointments/{appointment_id}/called-in/mine/aside",
        openapi_extra=policy(Action.BE_CALLED_IN, RefusalCode.NOT_ADMITTED, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def set_own_aside(appointment_id: IdInPath, ask: AsideAsk, token: Bearer) -> AsideState:
        return await gate.write(
            token,
            lambda transaction, actor: called_in.set_aside(transaction, actor, AppointmentId(appointment_id), ask),
        )

    @router.post(
        "/appointments/{appointment_id}/called-in/mine/captions",
        status_code=201,
        openapi_extra=policy(
            Action.BE_CALLED_IN, RefusalCode.NOT_ADMITTED, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.LIMIT_REACHED
        ),
    )
    async def write_caption(appointment_id: IdInPath, ask: CaptionAsk, token: Bearer) -> Note:
        return await gate.write(
            token,
            lambda transaction, actor: called_in.write_caption(transaction, actor, AppointmentId(appointment_id), ask),
        )

    @router.post(
        "/appointments/{appointment_id}/called-in/mine/room-token",
        openapi_extra=policy(Action.BE_CALLED_IN, RefusalCode.NOT_ADMITTED),
    )
    async def room_token(appointment_id: IdInPath, token: Bearer) -> RoomToken:
        return await gate.read(
            token,
            lambda transaction, actor: rooms.called_in_token(
                transaction, tokens, attestor, actor, AppointmentId(appointment_id)
            ),
        )

    return router
