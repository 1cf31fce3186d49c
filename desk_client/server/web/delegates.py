"""Routes by which an official says what their office's manager may do."""

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, StaffId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.delegates import DelegateAsk, Delegates
from desk_client.server.services.administration import delegates
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath, IfMatch
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """For officials, and for administrators."""
    router = Router(prefix="/offices/{office_id}/delegates", tags=["delegates"])

    @router.get("", openapi_extra=policy(Action.MANAGE_DELEGATES, RefusalCode.NOT_FOUND))
    async def see(office_id: IdInPath, token: Bearer) -> Delegates:
        return await gate.read(
            token, lambda transaction, actor: delegates.listed(transaction, actor, OfficeId(office_id))
        )

    @router.put(
        "/{staff_id}",
        openapi_extra=policy(
            Action.MANAGE_DELEGATES,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.INVALID_REQUEST,
        ),
    )
    async def put(
        office_id: IdInPath, staff_id: IdInPath, ask: DelegateAsk, token: Bearer, version: IfMatch
    ) -> Delegates:
        return await gate.write(
            token,
            lambda transaction, actor: delegates.put(
                transaction, actor, OfficeId(office_id), StaffId(staff_id), ask, version
            ),
        )

    return router
