"""Writing to people about their appointments: a letter, and an invitation for their calendar, to those who want it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sqlalchemy import bindparam, select

from desk_client.domain.consents import Purpose
from desk_client.server.notify.invite import Invited, invitation
from desk_client.server.notify.letter import Method
from desk_client.server.notify.notices import Meeting, Notice, Ticket, said
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import write
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.privacy import consents
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person

_METHODS: Final[Mapping[TemplateKey, Method]] = MappingProxyType(
    {
        TemplateKey.TICKET: Method.REQUEST,
        TemplateKey.MOVED: Method.REQUEST,
        TemplateKey.CANCELLED_BY_OFFICE: Method.CANCEL,
        TemplateKey.CANCELLED_BY_YOU: Method.CANCEL,
    }
)
"""What a calendar has to know; the rest is told by SMS."""
_NOT_HERE: Final = "••••••"
"""In the place of the ticket's code: the address is believed as it was typed, and the code opens the booking."""


def write_about(transaction: Transaction, found: Record, meeting: Meeting, notice: Notice, terms: Terms) -> None:
    """Send the notice by e-mail as well, where there is a mail server, and an address whose owner agreed to it."""
    smtp, method = transaction.settings.smtp, _METHODS.get(notice.key)
    if smtp is None or method is None:
        return
    sealed = transaction.connection.execute(_ADDRESS, {"of_person": found.person_id}).scalar_one_or_none()
    if sealed is None:
        return
    address = transaction.vault.open("person.email", found.person_id, sealed)
    invited = Invited(
        appointment_id=found.id,
        sequence=found.version,
        summary=said(meeting.office, terms.language),
        place=said(meeting.place, terms.language),
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        organizer=smtp.sender,
        organizer_name=smtp.sender_name,
        domain=smtp.domain,
        attendee=address,
    )
    shown = replace(notice, code=_NOT_HERE) if isinstance(notice, Ticket) else notice
    own_terms = replace(terms, dedupe_key=None if terms.dedupe_key is None else f"email:{terms.dedupe_key}")
    write(transaction, address, shown, own_terms, invitation=invitation(invited, method, transaction.now))


_ADDRESS: Final = select(person.c.email_sealed).where(
    person.c.id == bindparam("of_person"),
    person.c.email_sealed.is_not(None),
    consents.standing(person.c.id, Purpose.EMAIL),
)
