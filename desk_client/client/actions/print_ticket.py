"""The ticket on paper, where this kiosk or desk has a printer."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from desk_client.client.printer import Trouble
from desk_client.protocol.appointments import Appointment, Outcome

if TYPE_CHECKING:  # neither program loads the other's client
    from desk_client.client.desk import DeskClient
    from desk_client.client.kiosk import KioskClient

_TITLE = "Ticket"
"""What the job is called in the printer's own books: nothing that says whose it is."""


def calendar_link(client: "KioskClient | DeskClient", appointment: Appointment) -> str | None:
    """Where a telephone finds the appointment for its calendar; None where the server is too old to say."""
    if appointment.calendar_url is None:
        return None
    return urljoin(client.gateway.base_url, appointment.calendar_url)


def slip_link(client: "KioskClient | DeskClient", outcome: Outcome) -> str | None:
    """Where anybody finds out whether the outcome's slip is genuine; None where the server is too old to say."""
    return None if outcome.slip_url is None else urljoin(client.gateway.base_url, outcome.slip_url)


async def print_ticket(client: "KioskClient | DeskClient", pdf: bytes, size_mm: tuple[int, int]) -> Trouble | None:
    """Print the painted ticket; None once it has come out."""
    if client.printer is None:
        return Trouble.NO_PRINTER
    return await client.printer.print_page(pdf, _TITLE, size_mm)
