"""Telling people about their appointments: to the mobile of whoever has one, in their own language."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.people import Mobile
from desk_client.i18n.language import Language
from desk_client.protocol.base import Texts
from desk_client.server.notify.notices import AboutMeeting, Meeting, Notice
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.services.appointments import Record
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person

_OWN_COMPUTER = Texts(ar="عن بُعد من جهازكم", en="from your own computer")
_AT_HOME = Texts(ar="في منزلكم", en="at your home")


def meeting_of(transaction: Transaction, found: Record) -> Meeting:
    """Whom one meets, when and where: what every message about an appointment is made of."""
    rulebook = rules(transaction)
    office = rulebook.offices[found.attending_id]
    if found.site_id is not None:
        place = rulebook.sites[found.site_id].name
    else:
        match found.kind:
            case AppointmentKind.HOME_VISIT:
                place = _AT_HOME
            case AppointmentKind.IN_PERSON:
                place = office.title
            case _:
                place = _OWN_COMPUTER
    return Meeting(office.title, found.starts_at, found.zone, place, found.ticket_number)


def tell_about(
    transaction: Transaction,
    found: Record,
    what: TemplateKey | Callable[[Meeting], Notice],
    *,
    dedupe_key: str | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Tell the person about their appointment; nothing is sent to somebody without a mobile, or who was erased.

    `what` is a message that says no more than the meeting, or makes a notice of it.
    """
    row = transaction.connection.execute(
        select(person.c.mobile_sealed, person.c.language).where(person.c.id == found.person_id)
    ).one()
    if row.mobile_sealed is None:
        return
    meeting = meeting_of(transaction, found)
    notice = AboutMeeting(what, meeting) if isinstance(what, TemplateKey) else what(meeting)
    terms = Terms(
        purpose=notice.key,
        language=Language(row.language),
        dedupe_key=dedupe_key,
        expires_at=expires_at,
        appointment_id=found.id,
        person_id=found.person_id,
    )
    mobile = transaction.vault.open("person.mobile", found.person_id, row.mobile_sealed)
    tell(transaction, Mobile(mobile), notice, terms)
