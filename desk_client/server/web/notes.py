"""Routes of what an office writes to somebody in their audience's hour, and of the call by phone that it owes them."""

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.incidents import Unserved
from desk_client.protocol.notes import (
    CallBack,
    CallBackDone,
    CallBackNumber,
    CallBackResultAsk,
    Note,
    NoteAsk,
    Notes,
    NotesSent,
    NoteToAllAsk,
)
from desk_client.server.services.life import call_backs, notes
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """Notes, and calls."""
    router = Router(tags=["notes"])

    @router.post(
        "/appointments/{appointment_id}/notes",
        status_code=201,
        openapi_extra=policy(Action.WRITE_NOTE, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.LIMIT_REACHED),
    )
    async def write(appointment_id: IdInPath, ask: NoteAsk, token: Bearer) -> Note:
        return await gate.write(
            token, lambda transaction, actor: notes.write(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.post(
        "/desk/notes",
        status_code=201,
        openapi_extra=policy(Action.WRITE_NOTE, only={Role.OFFICIAL, Role.DELEGATE}),
    )
    async def write_to_all(word: NoteToAllAsk, token: Bearer) -> NotesSent:
        return await gate.write(token, lambda transaction, actor: notes.write_to_all(transaction, actor, word))

    @router.get("/appointments/{appointment_id}/notes", openapi_extra=policy(Action.SEE_NOTES))
    async def read(appointment_id: IdInPath, token: Bearer) -> Notes:
        return await gate.read(
            token, lambda transaction, actor: notes.read(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        "/appointments/{appointment_id}/call-back",
        openapi_extra=policy(Action.ASK_CALL_BACK, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def ask(appointment_id: IdInPath, token: Bearer) -> CallBack:
        return await gate.write(
            token, lambda transaction, actor: call_backs.ask(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        "/appointments/{appointment_id}/call-back/number",
        openapi_extra=policy(Action.CALL_BACK, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def number(appointment_id: IdInPath, token: Bearer) -> CallBackNumber:
        return await gate.write(
            token, lambda transaction, actor: call_backs.number(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        "/appointments/{appointment_id}/call-back/result",
        openapi_extra=policy(Action.CALL_BACK, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def resolve(appointment_id: IdInPath, ask: CallBackResultAsk, token: Bearer) -> CallBackDone:
        return await gate.write(
            token, lambda transaction, actor: call_backs.resolve(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.post(
        "/appointments/{appointment_id}/rebooking",
        openapi_extra=policy(Action.ASK_REBOOKING, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.TOO_EARLY),
    )
    async def rebook(appointment_id: IdInPath, token: Bearer) -> Unserved:
        return await gate.write(
            token, lambda transaction, actor: call_backs.rebook(transaction, actor, AppointmentId(appointment_id))
        )

    return router
