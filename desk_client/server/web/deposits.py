"""Routes of what kiosks hand in later: what they need for it, and the entries themselves."""

from desk_client.domain.access import Action
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.deposits import Deposit, DepositAsk, DepositTerms
from desk_client.server.services.deposits import taking_in
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """For a kiosk's own credential."""
    router = Router(tags=["kiosks"])
    box = gate.house.deposits

    @router.get("/kiosks/self/deposits", openapi_extra=policy(Action.HAND_IN_DEPOSITS))
    async def terms(token: Bearer) -> DepositTerms:
        return await gate.read(token, lambda transaction, actor: taking_in.terms(transaction, actor, box))

    @router.put(
        "/kiosks/self/deposits/{entry_id}",
        openapi_extra=policy(Action.HAND_IN_DEPOSITS, RefusalCode.RATE_LIMITED),
    )
    async def take_in(entry_id: IdInPath, ask: DepositAsk, token: Bearer) -> Deposit:
        return await gate.write(
            token, lambda transaction, actor: taking_in.take_in(transaction, actor, box, entry_id, ask)
        )

    return router
