"""Routes of requests: a citizen's wish to be received, and its triage."""

from typing import Annotated

from fastapi import Query

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import RequestId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.request import RequestState, WorkList
from desk_client.protocol.requests import (
    Inbox,
    OwnRequest,
    ReplyAsk,
    Request,
    RequestAsk,
    RequestFile,
    Requests,
    TriageAsk,
)
from desk_client.server.services.asking import inbox as inboxes
from desk_client.server.services.asking import own, requests
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.idempotency import once
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import After, IdInPath, IdInQuery, IfMatch, Limit
from desk_client.server.web.policy import policy, staff_who
from desk_client.server.web.router import Router

_States = Annotated[list[RequestState] | None, Query(max_length=len(RequestState), description="all open ones without")]
_WorkList = Annotated[WorkList | None, Query(description="one work list alone; `mine` is the asker's own")]


def routes(gate: Gate) -> Router:
    """For citizens, and for those who answer them."""
    router = Router(prefix="/requests", tags=["requests"])

    @router.post(
        "",
        status_code=201,
        openapi_extra=policy(
            Action.SUBMIT_REQUEST,
            RefusalCode.NOT_FOUND,
            RefusalCode.INVALID_REQUEST,
            RefusalCode.LIMIT_REACHED,
            RefusalCode.INVALID_NAME,
            RefusalCode.CONSENT_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
        ),
    )
    async def submit(ask: RequestAsk, key: IdempotencyKey, token: Bearer) -> Request:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Request, lambda: requests.submit(transaction, actor, ask)
            ),
        )

    @router.get("", openapi_extra=policy(Action.SEE_REQUEST, only=staff_who(Action.SEE_REQUEST)))
    async def inbox(
        token: Bearer,
        state: _States = None,
        office_id: IdInQuery | None = None,
        work_list: _WorkList = None,
        after: After = None,
        limit: Limit = 50,
    ) -> Inbox:
        return await gate.read(
            token,
            lambda transaction, actor: inboxes.inbox(
                transaction, actor, state or (), office_id, after, limit, work_list
            ),
        )

    @router.get("/mine", openapi_extra=policy(Action.SEE_REQUEST, only={Role.CITIZEN}))
    async def mine(token: Bearer, after: After = None, limit: Limit = 50) -> Requests:
        return await gate.read(token, lambda transaction, actor: requests.mine(transaction, actor, after, limit))

    @router.get("/{request_id}", openapi_extra=policy(Action.SEE_REQUEST, RefusalCode.NOT_FOUND))
    async def one(request_id: IdInPath, token: Bearer) -> Request:
        return await gate.read(
            token, lambda transaction, actor: requests.one(transaction, actor, RequestId(request_id))
        )

    @router.get(
        "/{request_id}/file",
        openapi_extra=policy(Action.SEE_REQUEST, RefusalCode.NOT_FOUND, only=staff_who(Action.SEE_REQUEST)),
    )
    async def file(request_id: IdInPath, token: Bearer) -> RequestFile:
        return await gate.read(
            token, lambda transaction, actor: inboxes.file_of(transaction, actor, RequestId(request_id))
        )

    @router.get(
        "/{request_id}/course",
        openapi_extra=policy(Action.SEE_REQUEST, RefusalCode.NOT_FOUND, only={Role.CITIZEN}),
    )
    async def course(request_id: IdInPath, token: Bearer) -> OwnRequest:
        return await gate.read(token, lambda transaction, actor: own.course(transaction, actor, RequestId(request_id)))

    @router.post(
        "/{request_id}/reply",
        openapi_extra=policy(
            Action.SUBMIT_REQUEST,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.INVALID_REQUEST,
            only={Role.CITIZEN},
        ),
    )
    async def answer_question(request_id: IdInPath, ask: ReplyAsk, token: Bearer, version: IfMatch) -> Request:
        return await gate.write(
            token, lambda transaction, actor: own.reply(transaction, actor, RequestId(request_id), ask, version)
        )

    @router.post(
        "/{request_id}/steps",
        openapi_extra=policy(
            Action.TRIAGE,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.INVALID_REQUEST,
            RefusalCode.INVALID_REASON,
            RefusalCode.SLOT_UNAVAILABLE,
            RefusalCode.SLOT_TAKEN,
            RefusalCode.KIND_NOT_OFFERED,
            RefusalCode.CONSENT_REQUIRED,
        ),
    )
    async def take_step(request_id: IdInPath, ask: TriageAsk, token: Bearer, version: IfMatch) -> Request:
        return await gate.write(
            token, lambda transaction, actor: triage(transaction, actor, RequestId(request_id), ask, version)
        )

    @router.post(
        "/{request_id}/withdrawal",
        openapi_extra=policy(
            Action.SUBMIT_REQUEST,
            RefusalCode.NOT_FOUND,
            RefusalCode.PRECONDITION_FAILED,
            RefusalCode.ILLEGAL_TRANSITION,
            only={Role.CITIZEN},
        ),
    )
    async def withdraw(request_id: IdInPath, token: Bearer, version: IfMatch) -> Request:
        return await gate.write(
            token, lambda transaction, actor: requests.withdraw(transaction, actor, RequestId(request_id), version)
        )

    return router
