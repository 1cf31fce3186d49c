"""Routes of a person's rights over their data, and of the books for those who oversee the house."""

from typing import Annotated, Any, Final

from fastapi import Query
from starlette.responses import StreamingResponse

from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.base import Instant
from desk_client.protocol.contacts import EmailAddress, EmailAsk
from desk_client.protocol.privacy import AuditTrail, ConsentAsk, Consents, Erased, OwnRegister, PersonData, Register
from desk_client.server.services.access import contacts
from desk_client.server.services.audit import register
from desk_client.server.services.audit.register import Part
from desk_client.server.services.privacy import consents, erasure
from desk_client.server.services.privacy.export import exported, own_export
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import After, IdInQuery, Limit
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_EXPORT: Final[dict[int | str, dict[str, Any]]] = {200: {"model": PersonData}}  # OpenAPI's objects are of any shape


_MomentInQuery = Annotated[Instant | None, Query(description="RFC 3339, with its offset")]


def own_routes(gate: Gate) -> Router:
    """What citizens ask about their own data."""
    router = Router(prefix="/citizen", tags=["privacy"])
    own = policy(Action.MANAGE_OWN_DATA)

    @router.get("/consents", openapi_extra=own)
    async def see_consents(token: Bearer) -> Consents:
        return await gate.read(token, consents.mine)

    @router.put("/consents/{purpose}", openapi_extra=policy(Action.MANAGE_OWN_DATA, RefusalCode.PRECONDITION_FAILED))
    async def give_consent(purpose: Purpose, ask: ConsentAsk, token: Bearer) -> Consents:
        return await gate.write(token, lambda transaction, actor: consents.give(transaction, actor, purpose, ask))

    @router.delete("/consents/{purpose}", openapi_extra=own)
    async def withdraw_consent(purpose: Purpose, token: Bearer) -> Consents:
        return await gate.write(token, lambda transaction, actor: consents.withdraw(transaction, actor, purpose))

    @router.get("/email", openapi_extra=own)
    async def see_email(token: Bearer) -> EmailAddress:
        return await gate.read(
            token, lambda transaction, actor: contacts.own(transaction, actor, Action.MANAGE_OWN_DATA)
        )

    @router.put("/email", openapi_extra=policy(Action.MANAGE_OWN_DATA, RefusalCode.INVALID_EMAIL))
    async def change_email(ask: EmailAsk, token: Bearer) -> EmailAddress:
        return await gate.write(
            token, lambda transaction, actor: contacts.change(transaction, actor, Action.MANAGE_OWN_DATA, ask)
        )

    @router.get("/data", openapi_extra=own, response_class=StreamingResponse, responses=_EXPORT)
    async def export_data(token: Bearer) -> StreamingResponse:
        person_id = await gate.write(token, own_export)
        pieces = exported(gate.house.read_now, person_id, gate.house.clock.now())
        return StreamingResponse(pieces, media_type="application/json")

    @router.delete(
        "/data",
        openapi_extra=policy(Action.MANAGE_OWN_DATA, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.NOT_FOUND),
    )
    async def erase_data(token: Bearer) -> Erased:
        return await gate.write(token, erasure.erase_self)

    @router.get("/register", openapi_extra=own)
    async def own_register(token: Bearer, after: After = None, limit: Limit = 50) -> OwnRegister:
        part = Part(after, limit)
        return await gate.read(token, lambda transaction, actor: register.own_register(transaction, actor, part))

    return router


def book_routes(gate: Gate) -> Router:
    """Who looked at what, and who did what."""
    router = Router(tags=["books"])
    see = policy(Action.SEE_REGISTER)

    @router.get("/register", openapi_extra=see)
    async def see_register(
        token: Bearer,
        person_id: IdInQuery | None = None,
        actor: IdInQuery | None = None,
        case: IdInQuery | None = None,
        since: _MomentInQuery = None,
        until: _MomentInQuery = None,
        after: After = None,
        limit: Limit = 50,
    ) -> Register:
        part, by = Part(after, limit, since, until), actor
        return await gate.read(
            token,
            lambda transaction, actor: register.register(
                transaction, actor, part, person_id=person_id, by=by, case=case
            ),
        )

    @router.get("/audit", openapi_extra=see)
    async def see_audit(
        token: Bearer,
        subject: IdInQuery | None = None,
        actor: IdInQuery | None = None,
        action: IdInQuery | None = None,
        since: _MomentInQuery = None,
        until: _MomentInQuery = None,
        after: After = None,
        limit: Limit = 50,
    ) -> AuditTrail:
        part = Part(after, limit, since, until)
        only = {"subject": subject, "actor": actor, "action": action}
        return await gate.read(
            token, lambda transaction, actor: register.audit_trail(transaction, actor, part, only=only)
        )

    return router
