"""How long what is kept."""

from desk_client.client.actions.operate import ask
from desk_client.client.administration import Listed
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.domain.retention import Kind
from desk_client.protocol.retention import Retention, RetentionAsk, RetentionPreview


async def read(client: DeskClient) -> Refusal | None:
    """Read every kind. Refusals: the server's."""
    return _shown(client, await ask(client, "GET", "/v1/retention", Retention))


async def count(client: DeskClient, kind: Kind, days: int) -> int | Refusal:
    """How many records would go, were a kind kept for so many days. Refusals: the server's."""
    path = f"/v1/retention/{kind}/preview"
    answer = await ask(client, "POST", path, RetentionPreview, body=RetentionAsk(days=days))
    return answer if isinstance(answer, Refusal) else answer.due


async def keep(client: DeskClient, kind: Kind, days: int | None) -> Refusal | None:
    """Keep a kind for so many days, or for None as long as it usually is. Refusals: the server's."""
    path = f"/v1/retention/{kind}"
    if days is None:
        answer = await ask(client, "DELETE", path, Retention)
    else:
        answer = await ask(client, "PUT", path, Retention, body=RetentionAsk(days=days))
    return answer if isinstance(answer, Refusal) else _shown(client, answer)


def _shown(client: DeskClient, answer: Retention | Refusal) -> Refusal | None:
    listed = client.administration.kept
    if isinstance(answer, Refusal):
        if client.token is not None:
            listed.set(listed.value.failed(answer))
        return answer
    listed.set(Listed(answer.kinds))
    return None
