"""Routes by which an administrator words messages, and sends off again what was given up."""

from fastapi import Response

from desk_client.domain.access import Action
from desk_client.domain.ids import MessageId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.messages import (
    DeadMessage,
    DeadMessages,
    MessageBodyAsk,
    MessageLength,
    MessagePreview,
    MessageTemplate,
    MessageTemplates,
)
from desk_client.protocol.problem import FieldProblem
from desk_client.server.notify.parts import Length
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import messages
from desk_client.server.services.administration.messages import DeadLetter, Preview, Template, Worded
from desk_client.server.services.transaction import Transaction
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import After, IdInPath, Limit
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router

_MANAGE = policy(Action.MANAGE_MESSAGES)


def routes(gate: Gate) -> Router:
    """Templates, and the letters that did not arrive."""
    router = Router(prefix="/messages", tags=["messages"])
    _templates(gate, router)
    _dead_letters(gate, router)
    return router


def _templates(gate: Gate, router: Router) -> None:
    @router.get("/templates", openapi_extra=_MANAGE)
    async def templates(token: Bearer) -> MessageTemplates:
        found = await gate.read(token, messages.templates)
        return MessageTemplates(templates=tuple(map(_template, found)))

    @router.put("/templates/{key}/{language}", openapi_extra=_MANAGE)
    async def word(key: TemplateKey, language: Worded, ask: MessageBodyAsk, token: Bearer) -> MessageTemplate:
        return _template(
            await gate.write(
                token, lambda transaction, actor: messages.word(transaction, actor, key, language, ask.body)
            )
        )

    @router.delete("/templates/{key}/{language}", openapi_extra=_MANAGE)
    async def unword(key: TemplateKey, language: Worded, token: Bearer) -> MessageTemplate:
        return _template(
            await gate.write(token, lambda transaction, actor: messages.unword(transaction, actor, key, language))
        )

    @router.post("/templates/{key}/{language}/preview", openapi_extra=_MANAGE)
    async def preview(key: TemplateKey, language: Worded, ask: MessageBodyAsk, token: Bearer) -> MessagePreview:
        return _preview(await gate.read(token, lambda _, actor: messages.preview(actor, key, language, ask.body)))


def _dead_letters(gate: Gate, router: Router) -> None:
    @router.get("/dead", openapi_extra=policy(Action.MANAGE_MESSAGES, RefusalCode.NOT_FOUND))
    async def dead_letters(token: Bearer, after: After = None, limit: Limit = 50) -> DeadMessages:
        begin = None if after is None else MessageId(after)

        def service(transaction: Transaction, actor: Actor) -> DeadMessages | Refusal:
            # one more than asked for tells whether there is another page
            found = messages.dead_letters(transaction, actor, after=begin, most=limit + 1)
            if isinstance(found, Refusal):
                return found
            following = found[limit - 1].id if len(found) > limit else None
            return DeadMessages(items=tuple(map(_dead, found[:limit])), next=following)

        return await gate.read(token, service)

    @router.post(
        "/dead/{message_id}/sending",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_MESSAGES, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def send_again(message_id: IdInPath, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: messages.send_again(transaction, actor, MessageId(message_id))
        )

    @router.post(
        "/dead/{message_id}/settling",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_MESSAGES, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def settle(message_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: messages.settle(transaction, actor, MessageId(message_id)))


def _template(found: Template) -> MessageTemplate:
    return MessageTemplate(
        key=found.key.value,
        language="ar" if found.language is Language.ARABIC else "en",
        body=found.body,
        own=found.own,
        needed=tuple(found.needed),
        offered=tuple(found.offered),
    )


def _preview(found: Preview) -> MessagePreview:
    faults = tuple(FieldProblem(field=fault.field or "body", kind=fault.code.value) for fault in found.faults)
    length = None if found.length is None else _length(found.length)
    return MessagePreview(text=found.text, length=length, faults=faults)


def _length(length: Length) -> MessageLength:
    return MessageLength(alphabet=length.alphabet.value, units=length.units, parts=length.parts)


def _dead(letter: DeadLetter) -> DeadMessage:
    return DeadMessage(
        id=letter.id,
        kind=letter.kind.value,
        purpose=letter.purpose,
        language=letter.language,
        attempts=letter.attempts,
        created_at=letter.created_at,
        fault=letter.fault,
        can_be_sent=letter.can_be_sent,
    )
