"""What a camera may read, and what of it is a ticket."""

import pytest

from desk_client.domain.ids import AppointmentId
from desk_client.domain.ticket_link import TicketLink, parse_ticket_link

LINK = TicketLink(AppointmentId("apt_" + "a2" * 13), "b7" * 13)


@pytest.mark.parametrize(
    "origin",
    ["https://majlis.example", "http://127.0.0.1:8700", "https://[2001:db8::7]:8443", "https://emirate.example/majlis"],
)
def test_a_ticket_s_link_is_read_whatever_its_server_is_called(origin: str) -> None:
    assert parse_ticket_link(origin + LINK.path) == LINK


@pytest.mark.parametrize(
    "text",
    [
        "",
        LINK.path,
        "https://majlis.example/",
        "javascript:alert(1)//" + LINK.path,
        f"https://majlis.example{LINK.path}?next=https://other.example",
        f"https://majlis.example{LINK.path}\n",
        f" https://majlis.example{LINK.path}",
        f"https://majlis.example\u202e{LINK.path}",
        f"https://user@majlis.example{LINK.path}",
        f"https://majlis.example{LINK.path[:-1]}",
        f"https://majlis.example{LINK.path}7",
        f"https://majlis.example{LINK.path.upper()}",
        f"https://majlis.example/v1/appointments/../../admin/calendar/{LINK.seal}",
        "https://" + "a" * 600 + LINK.path,
        "00020101021226580014sa.gov.sama.pay52040000530368254",
        "🙂👨‍👩‍👧",
        "A" * 4096,
    ],
)
def test_anything_else_is_no_ticket(text: str) -> None:
    assert parse_ticket_link(text) is None


def test_the_seal_is_not_told_by_accident() -> None:
    assert LINK.seal not in repr(LINK)
