"""Bringing documents: from camera, stick, scanner or phone into the basket, and from there to the audience."""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from desk_client.client.actions import book
from desk_client.client.actions.carry import Paper, carried
from desk_client.client.documents import folders
from desk_client.client.documents.basket import Basket, Passage
from desk_client.client.documents.folders import Found, Looked
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Appointment, Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.protocol.kiosks import DocumentBounds
from desk_client.protocol.upload_links import PhoneFiles, UploadLink

logger = logging.getLogger(__name__)

_HOLD_LEFT: Final = timedelta(minutes=3)
"""With less than this the time is held anew: documents take their while."""


def bounds(client: KioskClient) -> DocumentBounds:
    """What the server takes."""
    kiosk = client.station.value.kiosk
    return DocumentBounds() if kiosk is None else kiosk.documents


def begin(client: KioskClient) -> None:
    """Bring documents to what is being booked; what was brought before is still there."""
    basket = client.brought.basket
    known = basket.value if basket.value.appointment_id is None else Basket()
    basket.set(replace(known, bounds=bounds(client)))


def add_to(client: KioskClient, appointment: Appointment) -> None:
    """Bring documents to an audience that stands."""
    basket = client.brought.basket
    known = basket.value if basket.value.appointment_id == appointment.id else Basket(appointment_id=appointment.id)
    basket.set(replace(known, bounds=bounds(client)))
    client.visit.set(flow.aside(replace(client.visit.value, appointment=appointment), Page.MORE_DOCUMENTS))


async def load_kept(client: KioskClient) -> Refusal | None:
    """Read what is with the audience already."""
    basket = client.brought.basket
    appointment_id = basket.value.appointment_id
    if appointment_id is None:
        return None
    path = f"/v1/appointments/{appointment_id}/attachments"
    answer = await client.gateway.ask("GET", path, Attachments, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    if basket.value.appointment_id == appointment_id:
        own = tuple(each for each in answer.attachments if each.given_by is None)  # what the office gave takes no room
        basket.set(_arrived(basket.value, own))
    return None


def _arrived(basket: Basket, kept: tuple[Attachment, ...]) -> Basket:
    """The same, where what was sent is among what is kept."""
    return replace(basket, kept=kept, documents=basket.unsent)


def bring(client: KioskClient, name: str, content: bytes) -> Refusal | None:
    """Add a file. Refusals: ATTACHMENT_TOO_LARGE, ATTACHMENT_KIND_REFUSED, ATTACHMENTS_FULL."""
    basket = client.brought.basket
    refusal = basket.value.refused(content)
    if refusal is None:
        basket.set(basket.value.with_file(name, content))
    return refusal


def put_away(client: KioskClient, document_id: str) -> None:
    """Take a file out again that was not sent yet."""
    client.brought.basket.set(client.brought.basket.value.without(document_id))


async def go_on(client: KioskClient, now: datetime) -> Refusal | None:
    """Go on to the summary. Where the time was held for long already, it is held anew; the summary says if it is gone.

    Documents go to the server once the booking stands: they belong to an audience, and there is none before.
    """
    hold = client.visit.value.hold
    if hold is not None and hold.expires_at - now < _HOLD_LEFT and (refusal := await book.hold_again(client)):
        logger.info("the time could not be held anew: %s", refusal.code)
    client.visit.set(flow.forward(client.visit.value))
    return None


async def send(client: KioskClient) -> Refusal | None:
    """Send what was brought to the audience, one after the other; what fails for a passing reason is tried again.

    One that fails keeps none of the others back, and the booking stands whatever becomes of them. Refusal: of the first
    one that could not be sent; which, and why, is in the basket.
    """
    basket, appointment = client.brought.basket, client.visit.value.appointment
    if appointment is None or basket.value.is_sending:
        return None
    for document in basket.value.unsent:
        basket.set(basket.value.with_passage(document.id, Passage.UNDER_WAY))
        path = f"/v1/appointments/{appointment.id}/attachments"
        paper = Paper(document.name, document.kind, document.content)
        answer = await carried(client.gateway, lambda: client.token, path, paper)
        passage = Passage.FAILED if isinstance(answer, Refusal) else Passage.SENT
        refusal = answer if isinstance(answer, Refusal) else None
        basket.set(basket.value.with_passage(document.id, passage, refusal))
        if refusal is not None:
            logger.info("a document could not be sent: %s", refusal.code)
    return next((each.refusal for each in basket.value.failed if each.refusal is not None), None)


async def send_more(client: KioskClient) -> Refusal | None:
    """Send to the audience that stands already, and go back to where it was chosen once all of it has arrived."""
    refusal = await send(client)
    if refusal is None:
        client.visit.set(flow.back(client.visit.value))
        client.brought.basket.set(Basket())
    return refusal


# --- a stick, or the scanner's folder ---------------------------------------------------------------------------------


async def look_for_files(client: KioskClient) -> Looked:
    """What may be brought from the scanner's folder and from what is plugged in."""
    brought, most_bytes = client.brought, bounds(client).most_bytes

    def look() -> Looked:
        plugged = folders.sticks(brought.media_roots)
        return folders.look(brought.scans, plugged, most_bytes, brought.began_s)

    return await asyncio.to_thread(look)


async def take_file(client: KioskClient, found: Found) -> Refusal | None:
    """Bring one of them. Refusals: NOT_FOUND (it is gone), and those of `bring`."""
    content = await asyncio.to_thread(folders.read, found, bounds(client).most_bytes)
    return content if isinstance(content, Refusal) else bring(client, found.name, content)


# --- a phone ----------------------------------------------------------------------------------------------------------


async def open_link(client: KioskClient) -> Refusal | None:
    """Have a phone send files for some minutes."""
    answer = await client.gateway.ask("POST", "/v1/upload-links", UploadLink, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    client.brought.phone.set(None)
    client.brought.link.set(answer)
    return None


async def read_phone(client: KioskClient) -> Refusal | None:
    """Read what came from the phone. Refusal NOT_FOUND: the link is over."""
    link = client.brought.link.value
    if link is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask("GET", f"/v1/upload-links/{link.id}/files", PhoneFiles, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    if client.brought.link.value == link:
        client.brought.phone.set(answer)
    return None


async def take_from_phone(client: KioskClient) -> Refusal | None:
    """The person says that these are theirs: bring what came, and go back. Refusals: those of `bring`, the server's."""
    link, phone = client.brought.link.value, client.brought.phone.value
    if link is None or phone is None:
        return Refusal(RefusalCode.NOT_FOUND)
    for file in phone.files:
        path = f"/v1/upload-links/{link.id}/files/{file.id}"
        content = await client.gateway.fetch_file(path, token=client.token)
        if isinstance(content, Refusal):
            return content
        if (refusal := bring(client, file.name, content)) is not None:
            return refusal
    client.visit.set(flow.back(client.visit.value))
    return None


async def close_link(client: KioskClient) -> None:
    """The phone may send no more, and what it sent is erased there; a server that is away forgets it by itself."""
    link = client.brought.link.value
    client.brought.link.set(None)
    client.brought.phone.set(None)
    if link is not None:
        await client.gateway.ask("DELETE", f"/v1/upload-links/{link.id}", Nothing, token=client.token)
