"""What a person does about this desk itself: its settings, its devices and its printers."""

from dataclasses import replace

from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient


def open_settings(client: DeskClient) -> None:
    """Go to the settings from wherever nothing is being done."""
    client.day.set(replace(client.day.value, page=DeskPage.SETTINGS))


def close_settings(client: DeskClient) -> None:
    """Go back to the first page of whoever is signed in."""
    pages = client.day.value.pages
    client.day.set(replace(client.day.value, page=pages[0] if pages else DeskPage.SIGN_IN))


async def look_for_printers(client: DeskClient) -> None:
    """Read which printers this computer knows; `client.printer.known` tells."""
    await client.printer.look()


async def load_devices(client: DeskClient) -> None:
    """Load what opens devices, beside the loop."""
    await client.load()
    await client.conference.load()
