"""Routes of what offices mark on the documents of those whom they receive."""

from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId, AttachmentId, MarkId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.marks import Mark, MarkAsk, Marks
from desk_client.server.services.idempotency import once
from desk_client.server.services.life import marks
from desk_client.server.services.life.folders import OfAudience
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_MARKS: Final = "/appointments/{appointment_id}/attachments/{attachment_id}/marks"


def routes(gate: Gate) -> Router:
    """See, make, take away and put back."""
    router = Router(tags=["marks"])

    @router.get(_MARKS, openapi_extra=policy(Action.MARK_DOCUMENT))
    async def read(appointment_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> Marks:
        beside = OfAudience(AppointmentId(appointment_id))
        return await gate.read(
            token, lambda transaction, actor: marks.read(transaction, actor, beside, AttachmentId(attachment_id))
        )

    @router.post(
        _MARKS,
        status_code=201,
        openapi_extra=policy(Action.MARK_DOCUMENT, RefusalCode.INVALID_REQUEST, RefusalCode.LIMIT_REACHED),
    )
    async def make(
        appointment_id: IdInPath, attachment_id: IdInPath, ask: MarkAsk, key: IdempotencyKey, token: Bearer
    ) -> Mark:
        beside, document = OfAudience(AppointmentId(appointment_id)), AttachmentId(attachment_id)
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Mark, lambda: marks.make(transaction, actor, beside, document, ask)
            ),
        )

    @router.delete(_MARKS + "/{mark_id}", openapi_extra=policy(Action.MARK_DOCUMENT))
    async def remove(appointment_id: IdInPath, attachment_id: IdInPath, mark_id: IdInPath, token: Bearer) -> Mark:
        beside, document = OfAudience(AppointmentId(appointment_id)), AttachmentId(attachment_id)
        return await gate.write(
            token, lambda transaction, actor: marks.remove(transaction, actor, beside, document, MarkId(mark_id))
        )

    @router.post(_MARKS + "/{mark_id}/restoration", openapi_extra=policy(Action.MARK_DOCUMENT))
    async def restore(appointment_id: IdInPath, attachment_id: IdInPath, mark_id: IdInPath, token: Bearer) -> Mark:
        beside, document = OfAudience(AppointmentId(appointment_id)), AttachmentId(attachment_id)
        return await gate.write(
            token, lambda transaction, actor: marks.restore(transaction, actor, beside, document, MarkId(mark_id))
        )

    return router
