"""The device check between check-in and the waiting room: it runs by itself, and holds nobody up."""

from desk_client.client.actions import call_operator as call_operator_actions
from desk_client.client.actions.greet import same_protocol
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.incidents import Incident
from desk_client.protocol.kiosks import HelpAsk


def begin(client: KioskClient) -> None:
    """Look at the devices that are open, until the visit is on another page."""
    client.begin_check(lambda: same_protocol(client.gateway, client.clock), lambda: go_on(client))


def try_again(client: KioskClient) -> None:
    """Look again at what was not good."""
    if client.checking is not None:
        client.checking.retry()


def answer_heard(client: KioskClient, *, heard: bool) -> None:
    """Say whether we hear the loudspeaker."""
    if client.checking is not None:
        client.checking.answer(heard=heard)


def go_on(client: KioskClient) -> None:
    """Sit down in the waiting room, whatever was found."""
    visit = client.visit.value
    if visit.page is Page.CHECK:
        client.visit.set(flow.forward(visit))


async def call_operator(client: KioskClient) -> Refusal | None:
    """Have the hall's operator told that we are stuck here, and what does not serve."""
    found = client.check.value
    ask = HelpAsk(failed=() if found is None else found.failed)
    answer = await client.gateway.ask("PUT", "/v1/kiosks/self/help", Incident, token=client.credential, body=ask)
    if isinstance(answer, Refusal):
        return answer
    if client.checking is not None:
        client.checking.operator_told()
    await call_operator_actions.look(client)  # who comes is told here as well; where it cannot be read now, later
    return None
