"""The server's backups: how they stand, one taken now, one tried now."""

from desk_client.client.actions.operate import ask
from desk_client.client.administration import Shown
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.backups import Backups

_PATH = "/v1/backups"


async def read(client: DeskClient) -> Refusal | None:
    """Read how they stand. Refusals: the server's."""
    return _shown(client, await ask(client, "GET", _PATH, Backups))


async def take(client: DeskClient) -> Refusal | None:
    """Have one taken now. Refusals: NOT_FOUND (the server takes none), ILLEGAL_TRANSITION (one is under way)."""
    return _kept(client, await ask(client, "POST", _PATH, Backups))


async def try_out(client: DeskClient, backup_id: str) -> Refusal | None:
    """Have one restored on trial. Refusals: NOT_FOUND, ILLEGAL_TRANSITION (something else is under way)."""
    return _kept(client, await ask(client, "POST", f"{_PATH}/{backup_id}/trial", Backups))


def _shown(client: DeskClient, answer: Backups | Refusal) -> Refusal | None:
    if isinstance(answer, Refusal) and client.token is not None:
        shown = client.administration.backups
        shown.set(Shown(shown.value.content, answer))
    return _kept(client, answer)


def _kept(client: DeskClient, answer: Backups | Refusal) -> Refusal | None:
    if isinstance(answer, Refusal):
        return answer
    client.administration.backups.set(Shown(answer))
    return None
