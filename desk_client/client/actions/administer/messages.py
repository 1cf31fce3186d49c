"""What the server sends by itself: how it is worded, and what could not be delivered."""

from desk_client.client.actions.operate import ask
from desk_client.client.administration import Listed
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.messages import (
    DeadMessage,
    DeadMessages,
    MessageBodyAsk,
    MessagePreview,
    MessageTemplate,
    MessageTemplates,
)


async def read_templates(client: DeskClient) -> Refusal | None:
    """Read every message in Arabic and in English."""
    answer = await ask(client, "GET", "/v1/messages/templates", MessageTemplates)
    listed = client.administration.templates
    if isinstance(answer, Refusal):
        if client.token is not None:
            listed.set(listed.value.failed(answer))
        return answer
    listed.set(Listed(answer.templates))
    return None


async def preview(client: DeskClient, template: MessageTemplate, body: str) -> Refusal | None:
    """See how a body reads, and what it costs. Refusals: the server's."""
    if not body:
        client.administration.preview.set(None)
        return None
    path = f"{_path(template)}/preview"
    answer = await ask(client, "POST", path, MessagePreview, body=MessageBodyAsk(body=body))
    if isinstance(answer, Refusal):
        return answer
    client.administration.preview.set(answer)
    return None


async def word(client: DeskClient, template: MessageTemplate, body: str | None) -> Refusal | None:
    """Word a message anew, or with None in the server's own words. Refusals: INVALID_REQUEST and the server's."""
    if body is None:
        answer = await ask(client, "DELETE", _path(template), MessageTemplate)
    else:
        answer = await ask(client, "PUT", _path(template), MessageTemplate, body=MessageBodyAsk(body=body))
    return answer if isinstance(answer, Refusal) else await read_templates(client)


async def read_dead(client: DeskClient) -> Refusal | None:
    """Read every message that was given up, the oldest first."""
    listed = client.administration.dead
    rows: list[DeadMessage] = []
    after: str | None = None
    while True:
        query = {"limit": "200"} if after is None else {"limit": "200", "after": after}
        answer = await ask(client, "GET", "/v1/messages/dead", DeadMessages, query=query)
        if isinstance(answer, Refusal):
            if client.token is not None:
                listed.set(listed.value.failed(answer))
            return answer
        rows += answer.items
        after = answer.next
        if after is None:
            listed.set(Listed(tuple(rows)))
            return None


async def send_again(client: DeskClient, message_id: str) -> Refusal | None:
    """Send a dead letter off anew. Refusals: ILLEGAL_TRANSITION (it is not dead, or too late) and the server's."""
    answer = await ask(client, "POST", f"/v1/messages/dead/{message_id}/sending", Nothing)
    return answer if isinstance(answer, Refusal) else await read_dead(client)


async def settle(client: DeskClient, message_id: str) -> Refusal | None:
    """Give a dead letter up for good. Refusals: ILLEGAL_TRANSITION (it is not dead any more) and the server's."""
    answer = await ask(client, "POST", f"/v1/messages/dead/{message_id}/settling", Nothing)
    return answer if isinstance(answer, Refusal) else await read_dead(client)


def _path(template: MessageTemplate) -> str:
    return f"/v1/messages/templates/{template.key}/{template.language}"
