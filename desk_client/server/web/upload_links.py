"""Routes of the links by which visitors' telephones send files: for the kiosk that shows one, for the page behind it.

The page's own requests carry what opens the link as a bearer's token, which is no session: it is good for nothing else.
"""

from typing import TypeVar

from fastapi import Request, Response

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import AttachmentId, UploadLinkId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.upload_links import PhoneFiles, UploadLink, UploadPlace
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import attachments, links
from desk_client.server.services.life.folders import OfLink
from desk_client.server.services.transaction import Transaction
from desk_client.server.web.file_counter import ADD_REFUSALS, CONTENT, FILE, Counter, FileName
from desk_client.server.web.gate import ActorService, Bearer, Gate, Writer
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router

T = TypeVar("T")
_OF_VISIT = policy(Action.ATTACH, RefusalCode.NOT_FOUND, only={Role.CITIZEN})
_SEND = {**policy(PUBLIC, RefusalCode.NOT_FOUND, *ADD_REFUSALS), "requestBody": FILE}


def routes(gate: Gate, counter: Counter) -> Router:
    """Open, look, read and end, at the kiosk; ask and send, from the page."""
    router = Router(tags=["attachments"])

    @router.post("/upload-links", status_code=201, openapi_extra=_OF_VISIT)
    async def open_link(token: Bearer) -> UploadLink:
        return await gate.write(token, links.open_link)

    @router.get("/upload-links/{link_id}/files", openapi_extra=_OF_VISIT)
    async def list_files(link_id: IdInPath, token: Bearer) -> PhoneFiles:
        return await gate.read(token, lambda transaction, actor: _files(transaction, actor, UploadLinkId(link_id)))

    @router.get(
        "/upload-links/{link_id}/files/{attachment_id}",
        openapi_extra=_OF_VISIT,
        response_class=Response,
        responses=CONTENT,
    )
    async def read_file(link_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> Response:
        return await counter.read(OfLink(UploadLinkId(link_id)), AttachmentId(attachment_id), token)

    @router.delete("/upload-links/{link_id}", status_code=204, response_class=Response, openapi_extra=_OF_VISIT)
    async def end(link_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: links.end_link(transaction, actor, UploadLinkId(link_id)))

    @router.get("/uploads", openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND))
    async def place(token: Bearer) -> UploadPlace:
        return await gate.open_write(lambda transaction: _place(transaction, token))

    @router.post("/uploads", status_code=201, openapi_extra=_SEND)
    async def send(request: Request, token: Bearer, content_disposition: FileName = None) -> Attachment:
        found = await gate.open_write(lambda transaction: links.of_token(transaction, token))
        return await counter.add(OfLink(found[0].id), request, _by_link(gate, token), content_disposition)

    return router


def _by_link(gate: Gate, token: str | None) -> Writer:
    """Writes in the name of the visit that the link belongs to, as long as both are open."""

    async def write(service: ActorService[T]) -> T:
        def within(transaction: Transaction) -> T | Refusal:
            found = links.of_token(transaction, token)
            return found if isinstance(found, Refusal) else service(transaction, found[1])

        return await gate.open_write(within)

    return write


def _files(transaction: Transaction, actor: Actor, link_id: UploadLinkId) -> PhoneFiles | Refusal:
    link = links.of_session(transaction, actor, Action.SEE_ATTACHMENT, link_id)
    if isinstance(link, Refusal):
        return link
    sent = attachments.list_all(transaction, actor, OfLink(link_id))
    if isinstance(sent, Refusal):
        return sent
    return PhoneFiles(files=sent.attachments, is_open=link.is_open, has_phone=link.has_phone)


def _place(transaction: Transaction, token: str | None) -> UploadPlace | Refusal:
    found = links.of_token(transaction, token)
    if isinstance(found, Refusal):
        return found
    link, actor = found
    sent = attachments.list_all(transaction, actor, OfLink(link.id))
    if isinstance(sent, Refusal):
        return sent
    settings = transaction.settings.attachments
    return UploadPlace(
        files=sent.attachments,
        most=settings.per_appointment,
        most_bytes=settings.most_bytes,
        expires_at=link.expires_at,
    )
