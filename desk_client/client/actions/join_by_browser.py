"""What an official does to receive from a browser: have a link made for themselves, see whether one is in, end that."""

from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.browsers import BrowserLink, BrowserStanding

__all__ = ["BrowserLink", "BrowserStanding", "end", "make_link", "may_join", "read"]


def may_join(client: DeskClient) -> bool:
    """Whether whoever is signed in receives people, and so may do it from a browser."""
    return Action.JOIN_BY_BROWSER in client.day.value.may


async def make_link(client: DeskClient) -> BrowserLink | Refusal:
    """A link that opens once, within minutes. Refusals: NOT_FOUND (browsers do not reach the server), RATE_LIMITED."""
    return await client.gateway.ask("POST", "/v1/desk/browser/links", BrowserLink, token=client.token)


async def read(client: DeskClient) -> BrowserStanding | Refusal:
    """Whether a browser is signed in for this account, and whether a link waits to be opened."""
    return await client.gateway.ask("GET", "/v1/desk/browser", BrowserStanding, token=client.token)


async def end(client: DeskClient) -> Refusal | None:
    """Take the link back, and sign the browser out."""
    answer = await client.gateway.ask("DELETE", "/v1/desk/browser", Nothing, token=client.token)
    return answer if isinstance(answer, Refusal) else None
