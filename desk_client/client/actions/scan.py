"""Coming with a ticket that a camera reads."""

import asyncio
from dataclasses import replace
from importlib import import_module

from desk_client.client.actions.identify import send_code
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal
from desk_client.domain.ticket_link import TicketLink


async def watch(client: KioskClient) -> None:
    """Open the camera and look for a ticket, as long as that page shows; without a camera its number is typed."""
    await asyncio.get_running_loop().run_in_executor(None, _load)
    if _shows(client):
        client.begin_scan(lambda: type_number(client))


def type_number(client: KioskClient) -> None:
    """Type what stands on the ticket instead. Where no camera serves, "back" does not lead to it either."""
    visit = client.visit.value
    if visit.page is not Page.SCAN:
        return
    if client.can_scan:
        client.visit.set(flow.aside(visit, Page.TICKET_NUMBER))
    else:
        client.visit.set(replace(visit, page=Page.TICKET_NUMBER))


async def take(client: KioskClient, link: TicketLink) -> Refusal | None:
    """Have the code for signing in sent to the ticket's person.

    Refusals: TICKET_UNKNOWN, INVALID_MOBILE for somebody of whom none is known, RATE_LIMITED and the server's.
    """
    if not _shows(client):
        return None
    client.visit.set(replace(client.visit.value, scanned=link, national_id="", ticket_number="", ticket_code=""))
    refusal = await send_code(client)
    if not _shows(client):
        return None
    if refusal is None:
        client.visit.set(flow.forward(client.visit.value))
    else:
        client.visit.set(replace(client.visit.value, scanned=None))
    return refusal


def _shows(client: KioskClient) -> bool:
    """Whether the person still holds it before the camera."""
    return client.visit.value.page is Page.SCAN


def _load() -> None:
    import_module("desk_client.client.ticket_scanner")
    import_module("zxingcpp")
