"""Routes of what people bring with them. A body is the file itself; its name travels in a header, never in the URL."""

import re
from typing import Final

from fastapi import Request, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId, AttachmentId, RequestId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.server.services.life.folders import OfAudience, OfRequest, OfTalk
from desk_client.server.web.file_counter import ADD_REFUSALS, CONTENT, FILE, READ_ON, Counter, FileName
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.limits import LargerBody
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_ADD: Final = {**policy(Action.ATTACH, *ADD_REFUSALS), "requestBody": FILE}
_GIVE: Final = {**policy(Action.GIVE_DOCUMENT, *ADD_REFUSALS), "requestBody": FILE}
_SEE: Final = policy(Action.SEE_ATTACHMENT)
_REMOVE: Final = policy(Action.ATTACH, RefusalCode.ILLEGAL_TRANSITION)
_TAKE_BACK: Final = policy(Action.GIVE_DOCUMENT, RefusalCode.ILLEGAL_TRANSITION)


def routes(gate: Gate, counter: Counter) -> Router:
    """Bring, see, read and take away: beside an audience, in a talk, and beside a request, by the same rules."""
    router = Router(tags=["attachments"])
    given = "/appointments/{appointment_id}/handed-documents"
    audience, asked = "/appointments/{appointment_id}/attachments", "/requests/{request_id}/attachments"

    @router.post(audience, status_code=201, openapi_extra=_ADD)
    async def add(
        appointment_id: IdInPath, request: Request, token: Bearer, content_disposition: FileName = None
    ) -> Attachment:
        return await counter.add(
            OfAudience(AppointmentId(appointment_id)), request, gate.writer(token), content_disposition
        )

    @router.get(audience, openapi_extra=_SEE)
    async def list_all(appointment_id: IdInPath, token: Bearer) -> Attachments:
        return await counter.list_all(OfAudience(AppointmentId(appointment_id)), token)

    @router.get(f"{audience}/{{attachment_id}}", openapi_extra=_SEE, response_class=Response, responses=CONTENT)
    async def read(appointment_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> Response:
        return await counter.read(OfAudience(AppointmentId(appointment_id)), AttachmentId(attachment_id), token)

    @router.delete(f"{audience}/{{attachment_id}}", status_code=204, response_class=Response, openapi_extra=_REMOVE)
    async def remove(appointment_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> None:
        await counter.remove(OfAudience(AppointmentId(appointment_id)), AttachmentId(attachment_id), token)

    @router.post(given, status_code=201, openapi_extra=_GIVE)
    async def give_document(
        appointment_id: IdInPath, request: Request, token: Bearer, content_disposition: FileName = None
    ) -> Attachment:
        talk = OfTalk(AppointmentId(appointment_id))
        return await counter.add(talk, request, gate.writer(token), content_disposition)

    @router.delete(f"{given}/{{attachment_id}}", status_code=204, response_class=Response, openapi_extra=_TAKE_BACK)
    async def take_back(appointment_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> None:
        await counter.remove(OfTalk(AppointmentId(appointment_id)), AttachmentId(attachment_id), token)

    @router.post(asked, status_code=201, openapi_extra=_ADD)
    async def add_to_request(
        request_id: IdInPath, request: Request, token: Bearer, content_disposition: FileName = None
    ) -> Attachment:
        return await counter.add(OfRequest(RequestId(request_id)), request, gate.writer(token), content_disposition)

    @router.get(asked, openapi_extra=_SEE)
    async def list_of_request(request_id: IdInPath, token: Bearer) -> Attachments:
        return await counter.list_all(OfRequest(RequestId(request_id)), token)

    @router.get(f"{asked}/{{attachment_id}}", openapi_extra=_SEE, response_class=Response, responses=CONTENT)
    async def read_of_request(request_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> Response:
        return await counter.read(OfRequest(RequestId(request_id)), AttachmentId(attachment_id), token)

    @router.delete(f"{asked}/{{attachment_id}}", status_code=204, response_class=Response, openapi_extra=_REMOVE)
    async def remove_from_request(request_id: IdInPath, attachment_id: IdInPath, token: Bearer) -> None:
        await counter.remove(OfRequest(RequestId(request_id)), AttachmentId(attachment_id), token)

    return router


def larger_body(most_bytes: int) -> LargerBody:
    """What the general limit lets through for these routes, so that it is refused here, and with its own code."""
    paths = re.compile(r"/v1/((appointments|requests)/[^/]+/attachments|appointments/[^/]+/handed-documents|uploads)")
    return LargerBody("POST", paths, most_bytes * (READ_ON + 1))
