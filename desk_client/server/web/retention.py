"""Routes by which an administrator says how long what is kept."""

from desk_client.domain.access import Action
from desk_client.domain.retention import Kind
from desk_client.protocol.retention import Retention, RetentionAsk, RetentionPreview
from desk_client.server.services.administration import keeping
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_ADMINISTER = policy(Action.ADMINISTER)


def routes(gate: Gate) -> Router:
    """For administrators."""
    router = Router(prefix="/retention", tags=["retention"])

    @router.get("", openapi_extra=_ADMINISTER)
    async def see(token: Bearer) -> Retention:
        return await gate.read(token, keeping.listed)

    @router.put("/{kind}", openapi_extra=_ADMINISTER)
    async def keep(kind: Kind, ask: RetentionAsk, token: Bearer) -> Retention:
        return await gate.write(token, lambda transaction, actor: keeping.keep(transaction, actor, kind, ask.days))

    @router.delete("/{kind}", openapi_extra=_ADMINISTER)
    async def keep_as_usual(kind: Kind, token: Bearer) -> Retention:
        return await gate.write(token, lambda transaction, actor: keeping.keep(transaction, actor, kind, None))

    @router.post("/{kind}/preview", openapi_extra=_ADMINISTER)
    async def see_before(kind: Kind, ask: RetentionAsk, token: Bearer) -> RetentionPreview:
        return await gate.read(token, lambda transaction, actor: keeping.preview(transaction, actor, kind, ask.days))

    return router
