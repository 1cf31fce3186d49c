"""The link behind a ticket's QR code, which its holder's calendar reads and a kiosk's camera recognises a ticket by."""

import re
from dataclasses import dataclass, field
from typing import Final

from desk_client.domain.ids import AppointmentId

_LONGEST: Final = 512
"""Letters of a link; a QR code may hold four thousand."""
_LINK: Final = re.compile(
    r"https?://[A-Za-z0-9._~:/\[\]-]+/v1/appointments/(?P<id>apt_[a-z2-7]{26})/calendar/(?P<seal>[a-z2-7]{26})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class TicketLink:
    """Which appointment a ticket is for, and the server's seal that whoever shows it has held the ticket."""

    appointment_id: AppointmentId
    seal: str = field(repr=False)

    @property
    def path(self) -> str:
        """The link below the server's own address."""
        return f"/v1/appointments/{self.appointment_id}/calendar/{self.seal}"


def parse_ticket_link(text: str) -> TicketLink | None:
    """The ticket that a QR code's text names; None for anything else.

    Whose server it is cannot be told here, as each may be known by several names: only ours knows its seals. Nothing
    of the text is ever opened.
    """
    found = _LINK.fullmatch(text) if len(text) <= _LONGEST else None
    return None if found is None else TicketLink(AppointmentId(found["id"]), found["seal"])
