"""Talking to the hall's operator: a call that stands until somebody comes, or until it is called off."""

from dataclasses import replace

from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import HelpCall, Page
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.incidents import Incident
from desk_client.protocol.kiosks import HelpAsk

_HELP = "/v1/kiosks/self/help"


def begin(client: KioskClient) -> None:
    """Leave the home page to call the operator."""
    client.visit.set(flow.aside(replace(client.visit.value, help=None), Page.OPERATOR))


async def call(client: KioskClient) -> Refusal | None:
    """Call the operator; a call that stands already is the same. Refusals: the server's."""
    answer = await client.gateway.ask("PUT", _HELP, Incident, token=client.credential, body=HelpAsk(failed=()))
    return answer if isinstance(answer, Refusal) else await look(client)


async def look(client: KioskClient) -> Refusal | None:
    """Read how the call stands; one that the server remembers no more is over. Refusals: the server's."""
    answer = await client.gateway.ask("GET", _HELP, HelpCall, token=client.credential)
    before = client.visit.value.help
    if isinstance(answer, Refusal):
        if answer.code is not RefusalCode.NOT_FOUND or before is None:
            return answer
        answer = before.model_copy(update={"stage": HelpStage.OVER})
    client.visit.set(replace(client.visit.value, help=answer))
    return None


async def call_off(client: KioskClient) -> Refusal | None:
    """Nobody needs to come any more: back to where the call came from. Refusals: the server's."""
    answer = await client.gateway.ask("DELETE", _HELP, Nothing, token=client.credential)
    if isinstance(answer, Refusal):
        return answer
    if client.visit.value.page is Page.OPERATOR:
        client.visit.set(flow.back(replace(client.visit.value, help=None)))
    return None


async def leave(client: KioskClient) -> None:
    """Whoever leaves needs nobody any more; where the server cannot be told, the operator finds nobody."""
    standing = client.visit.value.help
    if standing is not None and standing.stage is not HelpStage.OVER:
        await client.gateway.ask("DELETE", _HELP, Nothing, token=client.credential)
