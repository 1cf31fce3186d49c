"""Routes of a hall's queue of those who come without an appointment."""

from desk_client.domain.access import Action
from desk_client.domain.ids import WalkInId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.walk_ins import CallAsk, CalledNumbers, WalkIn, WalkInAsk, WalkInBlock, WalkIns, WalkInStepAsk
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import walk_ins
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """The operator's side of it, and what everybody in the hall may read."""
    router = Router(prefix="/walk-ins", tags=["hall"])

    @router.get("", openapi_extra=policy(Action.RUN_WALK_INS))
    async def walk_ins_today(token: Bearer) -> WalkIns:
        return await gate.read(token, walk_ins.shown)

    @router.get("/called", openapi_extra=policy(Action.SEE_CALLED_NUMBERS))
    async def called_numbers(token: Bearer) -> CalledNumbers:
        return await gate.read(token, walk_ins.called_now)

    @router.post(
        "",
        status_code=201,
        openapi_extra=policy(Action.RUN_WALK_INS, RefusalCode.LIMIT_REACHED, RefusalCode.NOT_FOUND),
    )
    async def take_number(ask: WalkInAsk, key: IdempotencyKey, token: Bearer) -> WalkIn:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, WalkIn, lambda: walk_ins.take(transaction, actor, ask)
            ),
        )

    @router.post("/block", status_code=201, openapi_extra=policy(Action.RUN_WALK_INS, RefusalCode.LIMIT_REACHED))
    async def set_numbers_aside(token: Bearer) -> WalkInBlock:
        return await gate.write(token, walk_ins.set_aside)

    @router.post("/next", openapi_extra=policy(Action.RUN_WALK_INS, RefusalCode.NOT_FOUND))
    async def call_next(ask: CallAsk, key: IdempotencyKey, token: Bearer) -> WalkIn:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, WalkIn, lambda: walk_ins.call_next(transaction, actor, ask)
            ),
        )

    @router.post(
        "/{walk_in_id}/steps",
        openapi_extra=policy(Action.RUN_WALK_INS, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.TOO_EARLY),
    )
    async def number_step(walk_in_id: IdInPath, ask: WalkInStepAsk, token: Bearer) -> WalkIn:
        return await gate.write(
            token, lambda transaction, actor: walk_ins.take_step(transaction, actor, WalkInId(walk_in_id), ask)
        )

    return router
