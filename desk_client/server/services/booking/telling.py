"""Telling people about their appointments: to the mobile or the address of whoever has one, in their own language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.people import Mobile
from desk_client.i18n.language import Language
from desk_client.protocol.base import Texts
from desk_client.server.notify.notices import AboutMeeting, Meeting, Notice
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.booking.writing import write_about
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.prepared import Row
from desk_client.server.storage.tables.people import person

_OWN_COMPUTER = Texts(ar="عن بُعد من جهازكم", en="from your own computer")
_BY_LINK = Texts(ar="عن بُعد من جهازكم، برابط يصلكم قبل الموعد", en="from your own device, by a link sent beforehand")
_AT_HOME = Texts(ar="في منزلكم", en="at your home")


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody is reached: by which mobile, if they have one, and in which language."""

    mobile: Mobile | None
    language: Language


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
                place = _OWN_COMPUTER if transaction.settings.public_url is None else _BY_LINK
    return Meeting(office.title, found.starts_at, found.zone, place, found.ticket_number)


def tell_about(
    transaction: Transaction,
    found: Record,
    what: TemplateKey | Callable[[Meeting], Notice],
    *,
    dedupe_key: str | None = None,
    expires_at: datetime | None = None,
    to: Reach | None = None,
) -> None:
    """Tell the person about their appointment; by SMS to a mobile, and by e-mail to those who want it.

    `what` is a message that says no more than the meeting, or makes a notice of it; `to` spares a look at the person.
    """
    if to is None:
        row = transaction.connection.execute(_REACH, {"of_person": found.person_id}).one()
        to = reach_of(transaction, row)
    meeting = meeting_of(transaction, found)
    notice = AboutMeeting(what, meeting) if isinstance(what, TemplateKey) else what(meeting)
    terms = Terms(
        purpose=notice.key,
        language=to.language,
        dedupe_key=dedupe_key,
        expires_at=expires_at,
        appointment_id=found.id,
        person_id=found.person_id,
    )
    write_about(transaction, found, meeting, notice, terms)
    if to.mobile is not None:
        tell(transaction, to.mobile, notice, terms)


def reach_of(transaction: Transaction, row: Row) -> Reach:
    """How the person of a row with `person_id`, `mobile_sealed` and `language` is reached."""
    sealed = row.mobile_sealed
    mobile = None if sealed is None else Mobile(transaction.vault.open("person.mobile", row.person_id, sealed))
    return Reach(mobile, Language(row.language))


_REACH: Final = select(person.c.id.label("person_id"), person.c.mobile_sealed, person.c.language).where(
    person.c.id == bindparam("of_person")
)
