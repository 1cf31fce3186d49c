"""Routes of recorded talks. A block's body is its sealed bytes; the server cannot open them without the vault."""

import re
from typing import Annotated, Any, Final

from fastapi import Path, Request, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId, OfficeId, RecordingId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.recording import MOST_BLOCKS, SEALED_BLOCK_BYTES
from desk_client.protocol.recordings import (
    Recording,
    RecordingAnswerAsk,
    RecordingBlocks,
    RecordingKey,
    RecordingPlay,
    RecordingRule,
    RecordingRuleAsk,
    RecordingRules,
    Recordings,
    RecordingStateAsk,
    RecordingWholeAsk,
    TalkRecording,
)
from desk_client.server.services.life import recording_rules, recordings
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.limits import LargerBody
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

LARGER_BODY: Final = LargerBody("PUT", re.compile(r"/v1/recordings/[^/]+/blocks/[^/]+"), SEALED_BLOCK_BYTES + 1)
_BYTES: Final = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_SEALED: Final[dict[int | str, dict[str, Any]]] = {  # OpenAPI's objects are of any shape
    200: {"description": "The block, sealed", "content": _BYTES}
}
_BlockInPath = Annotated[int, Path(ge=0, lt=MOST_BLOCKS)]
_ILLEGAL: Final = RefusalCode.ILLEGAL_TRANSITION


def routes(gate: Gate) -> Router:
    """The office's rule, the talk, and what is kept."""
    router = Router(tags=["recordings"])
    talk, one = "/appointments/{appointment_id}/recording", "/recordings/{recording_id}"
    called_in = "/appointments/{appointment_id}/called-in/mine/recording"

    @router.get("/recording-rules", openapi_extra=policy(Action.ALLOW_RECORDING))
    async def every_rule(token: Bearer) -> RecordingRules:
        return await gate.read(token, recording_rules.every_rule)

    @router.get("/offices/{office_id}/recording", openapi_extra=policy(Action.ALLOW_RECORDING))
    async def rule(office_id: IdInPath, token: Bearer) -> RecordingRule:
        return await gate.read(
            token, lambda transaction, actor: recording_rules.rule(transaction, actor, OfficeId(office_id))
        )

    @router.put("/offices/{office_id}/recording", openapi_extra=policy(Action.ALLOW_RECORDING))
    async def allow(office_id: IdInPath, ask: RecordingRuleAsk, token: Bearer) -> RecordingRule:
        return await gate.write(
            token, lambda transaction, actor: recordings.allow(transaction, actor, OfficeId(office_id), ask)
        )

    @router.get(talk, openapi_extra=policy(Action.FOLLOW_RECORDING))
    async def follow(appointment_id: IdInPath, token: Bearer) -> TalkRecording:
        return await gate.read(
            token, lambda transaction, actor: recordings.of_talk(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post(
        talk,
        openapi_extra=policy(Action.RECORD, RefusalCode.CONSENT_REQUIRED, RefusalCode.KIND_NOT_OFFERED, _ILLEGAL),
    )
    async def ask_citizen(appointment_id: IdInPath, token: Bearer) -> TalkRecording:
        return await gate.write(
            token, lambda transaction, actor: recordings.ask(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        f"{talk}/answer",
        openapi_extra=policy(Action.ANSWER_RECORDING, RefusalCode.PRECONDITION_FAILED, _ILLEGAL),
    )
    async def answer(appointment_id: IdInPath, ask: RecordingAnswerAsk, token: Bearer) -> TalkRecording:
        return await gate.write(
            token, lambda transaction, actor: recordings.answer(transaction, actor, AppointmentId(appointment_id), ask)
        )

    @router.get(called_in, openapi_extra=policy(Action.BE_CALLED_IN, RefusalCode.NOT_ADMITTED))
    async def follow_called_in(appointment_id: IdInPath, token: Bearer) -> TalkRecording:
        return await gate.read(
            token, lambda transaction, actor: recordings.of_called_in(transaction, actor, AppointmentId(appointment_id))
        )

    @router.put(
        called_in,
        openapi_extra=policy(Action.BE_CALLED_IN, RefusalCode.NOT_ADMITTED, RefusalCode.PRECONDITION_FAILED, _ILLEGAL),
    )
    async def answer_called_in(appointment_id: IdInPath, ask: RecordingAnswerAsk, token: Bearer) -> TalkRecording:
        return await gate.write(
            token,
            lambda transaction, actor: recordings.answer_called_in(
                transaction, actor, AppointmentId(appointment_id), ask
            ),
        )

    @router.get("/recordings", openapi_extra=policy(Action.SEE_RECORDING))
    async def listed(token: Bearer) -> Recordings:
        return await gate.read(token, recordings.listed)

    @router.post(f"{one}/beginning", openapi_extra=policy(Action.RECORD, _ILLEGAL))
    async def begin(recording_id: IdInPath, token: Bearer) -> RecordingKey:
        return await gate.write(
            token, lambda transaction, actor: recordings.begin(transaction, actor, RecordingId(recording_id))
        )

    @router.put(f"{one}/state", openapi_extra=policy(Action.RECORD, _ILLEGAL))
    async def change(recording_id: IdInPath, ask: RecordingStateAsk, token: Bearer) -> Recording:
        return await gate.write(
            token, lambda transaction, actor: recordings.change(transaction, actor, RecordingId(recording_id), ask)
        )

    @router.get(f"{one}/blocks", openapi_extra=policy(Action.RECORD))
    async def blocks(recording_id: IdInPath, token: Bearer) -> RecordingBlocks:
        return await gate.read(
            token, lambda transaction, actor: recordings.blocks(transaction, actor, RecordingId(recording_id))
        )

    @router.put(
        f"{one}/blocks/{{block}}",
        status_code=204,
        response_class=Response,
        openapi_extra={
            **policy(Action.RECORD, RefusalCode.INVALID_REQUEST, _ILLEGAL),
            "requestBody": {"required": True, "content": _BYTES},
        },
    )
    async def put_block(recording_id: IdInPath, block: _BlockInPath, request: Request, token: Bearer) -> None:
        content = await request.body()
        await gate.write(
            token,
            lambda transaction, actor: recordings.put_block(
                transaction, actor, RecordingId(recording_id), block, content
            ),
        )

    @router.post(f"{one}/whole", openapi_extra=policy(Action.RECORD, RefusalCode.INVALID_REQUEST, _ILLEGAL))
    async def whole(recording_id: IdInPath, ask: RecordingWholeAsk, token: Bearer) -> Recording:
        return await gate.write(
            token, lambda transaction, actor: recordings.whole(transaction, actor, RecordingId(recording_id), ask)
        )

    @router.post(f"{one}/plays", openapi_extra=policy(Action.SEE_RECORDING, _ILLEGAL))
    async def play(recording_id: IdInPath, token: Bearer) -> RecordingPlay:
        return await gate.read(
            token, lambda transaction, actor: recordings.play(transaction, actor, RecordingId(recording_id))
        )

    @router.get(
        f"{one}/blocks/{{block}}",
        openapi_extra=policy(Action.SEE_RECORDING),
        response_class=Response,
        responses=_SEALED,
    )
    async def read_block(recording_id: IdInPath, block: _BlockInPath, token: Bearer) -> Response:
        content = await gate.read(
            token, lambda transaction, actor: recordings.block(transaction, actor, RecordingId(recording_id), block)
        )
        return Response(content, media_type="application/octet-stream")

    @router.delete(one, status_code=204, response_class=Response, openapi_extra=policy(Action.RECORD, _ILLEGAL))
    async def remove(recording_id: IdInPath, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: recordings.remove(transaction, actor, RecordingId(recording_id))
        )

    return router
