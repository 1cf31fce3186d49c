"""Where else people can be received, and when this kiosk is needed: public facts of the halls."""

from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import KioskDay
from desk_client.protocol.service_points import ServicePoints


def begin(client: KioskClient) -> None:
    """Leave the home page for the list of service points."""
    client.visit.set(flow.aside(client.visit.value, Page.SERVICE_POINTS))


async def load_points(client: KioskClient) -> Refusal | None:
    """Read the halls, the nearest first; what was read before is kept where that fails."""
    answer = await client.gateway.ask("GET", "/v1/service-points", ServicePoints, token=client.credential)
    if isinstance(answer, Refusal):
        recall_points(client)
        return answer
    client.points.set(answer)
    return None


def recall_points(client: KioskClient) -> None:
    """Know the halls as this kiosk saw them last, unless they were read since."""
    seen = None if client.depository is None else client.depository.provisions
    known = client.points.value
    if seen is not None and (known is None or known.as_of < seen.points.as_of):
        client.points.set(seen.points)


async def load_day(client: KioskClient) -> Refusal | None:
    """Read when this kiosk is next needed; whoever has signed in is not told of their own audience."""
    token = client.token or client.credential
    answer = await client.gateway.ask("GET", "/v1/kiosks/self/day", KioskDay, token=token)
    if isinstance(answer, Refusal):
        return answer
    client.day.set(answer)
    return None
