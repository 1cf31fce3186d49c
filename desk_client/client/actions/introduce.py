"""What only some people have to say of themselves: a visitor's papers, companions, and for whom they come."""

from dataclasses import replace

from desk_client.client.flows import kiosk as flow
from desk_client.client.introduction import DocumentKind, Introduction
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_document, parse_name, parse_national_id
from desk_client.domain.words import readable
from desk_client.i18n.digits import only_digits, to_ascii

_UNSAID = "ZZ"
"""Stands for a nationality while only the number is judged; ISO 3166-1 gives it to nobody."""


def open_others(client: KioskClient) -> None:
    """Look what can be said beside an ID."""
    client.visit.set(flow.aside(client.visit.value, Page.OTHERS))


def go_to(client: KioskClient, page: Page) -> None:
    """Say one of them."""
    client.visit.set(flow.aside(client.visit.value, page))


def enter_papers(client: KioskClient, kind: DocumentKind, typed: str) -> Refusal | None:
    """Take the number of a passport, or the one that was given at the border. Refusal: INVALID_DOCUMENT."""
    document = parse_document(kind, to_ascii(typed).strip(), _UNSAID)
    if isinstance(document, Refusal):
        return document
    _introduce(client, replace(_said(client), kind=kind, number=document.number))
    client.visit.set(flow.forward(client.visit.value))
    return None


def choose_nationality(client: KioskClient, code: str) -> None:
    """Take the country that issued the papers; they stand in place of an ID."""
    _introduce(client, replace(_said(client), nationality=code))
    client.visit.set(
        flow.forward(replace(client.visit.value, national_id="", challenge=None, ticket_code="", scanned=None))
    )


def count_companions(client: KioskClient, companions: int) -> None:
    """Say how many people stand beside, and go on with one's own ID."""
    _introduce(client, replace(_said(client), companions=companions))
    client.visit.set(flow.returned(client.visit.value, Page.NATIONAL_ID))


def enter_represented_name(client: KioskClient, typed: str) -> Refusal | None:
    """Say for whom one comes; what no reader sees of it goes. Refusal: INVALID_NAME."""
    name = parse_name(readable(typed))
    if isinstance(name, Refusal):
        return name
    _introduce(client, replace(_said(client), for_name=name))
    client.visit.set(flow.forward(client.visit.value))
    return None


def enter_represented_id(client: KioskClient, typed: str) -> Refusal | None:
    """Give that person's ID. Refusal: INVALID_NATIONAL_ID."""
    checked = parse_national_id(to_ascii(typed).strip())
    if isinstance(checked, Refusal):
        return checked
    _introduce(client, replace(_said(client), for_id=checked))
    client.visit.set(flow.forward(client.visit.value))
    return None


def enter_power_of_attorney(client: KioskClient, typed: str) -> Refusal | None:
    """Give the number of what lets one come for them, and go on with one's own ID. Refusal: INVALID_REPRESENTATION."""
    number = only_digits(typed)
    if not number:
        return Refusal(RefusalCode.INVALID_REPRESENTATION, field="representation.power_of_attorney")
    _introduce(client, replace(_said(client), power_of_attorney=number))
    client.visit.set(flow.returned(client.visit.value, Page.NATIONAL_ID))
    return None


def come_for_oneself(client: KioskClient) -> None:
    """Take back for whom one comes, and who is with one."""
    said = _said(client)
    client.visit.set(replace(client.visit.value, introduction=Introduction(said.kind, said.number, said.nationality)))


def _said(client: KioskClient) -> Introduction:
    return client.visit.value.introduction


def _introduce(client: KioskClient, introduction: Introduction) -> None:
    client.visit.set(replace(client.visit.value, introduction=introduction))
