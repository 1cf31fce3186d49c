"""The region's places by name."""

from desk_client.client.actions.operate import ask
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.regions import Region


async def read_region(client: DeskClient) -> Refusal | None:
    """Read agencies, offices, halls and kiosks. Refusals: the server's."""
    answer = await ask(client, "GET", "/v1/region", Region)
    if isinstance(answer, Refusal):
        if client.token is not None:
            client.administration.places.set(answer)
        return answer
    client.administration.places.set(None)
    client.administration.region.set(answer)
    return None
