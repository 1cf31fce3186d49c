"""An appointment for the person's own calendar, told to whoever holds its ticket: no name and no ID is in it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import clock_time
from desk_client.i18n.language import Language
from desk_client.server.notify.invite import Invited, invitation
from desk_client.server.notify.letter import Invitation, Method
from desk_client.server.notify.notices import said
from desk_client.server.services.booking.appointments import Record, record_of, records
from desk_client.server.services.booking.calendar_links import is_sealed
from desk_client.server.services.booking.telling import meeting_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person

_ORGANIZER: Final = "مجلس"
_DOMAIN: Final = "majlis"
"""Where no name of this server is known; the appointment's id alone is unique as well."""

_ARRIVING: Final[Mapping[Language, str]] = MappingProxyType(
    {
        Language.ARABIC: "{service}\nرقم التذكرة: {number}\nيُفتح تسجيل الحضور الساعة {opens}. نأمل إحضار الهوية.",
        Language.ENGLISH: "{service}\nTicket number: {number}\nCheck-in opens at {opens}. Please bring your ID.",
        Language.URDU: "{service}\nٹکٹ نمبر: {number}\nحاضری {opens} سے درج ہو گی۔ براہِ کرم شناختی کارڈ ساتھ لائیں۔",
    }
)
_AT_HOME: Final[Mapping[Language, str]] = MappingProxyType(
    {
        Language.ARABIC: "{service}\nرقم التذكرة: {number}\nيزوركم فريقنا في منزلكم. نأمل إبراز الهوية له.",
        Language.ENGLISH: "{service}\nTicket number: {number}\nOur team comes to your home. Please have your ID ready.",
        Language.URDU: "{service}\nٹکٹ نمبر: {number}\nہماری ٹیم آپ کے گھر آئے گی۔ براہِ کرم شناختی کارڈ تیار رکھیں۔",
    }
)


def own_calendar(transaction: Transaction, appointment_id: AppointmentId, seal: str) -> Invitation | Refusal:
    """The appointment as it stands now, in the person's language, for whoever shows its seal. Refusal: NOT_FOUND."""
    sealed = is_sealed(transaction, appointment_id, seal)
    row = transaction.connection.execute(
        records()
        .add_columns(person.c.language)
        .where(
            appointment.c.id == appointment_id,
            appointment.c.state != AppointmentState.HELD.value,
            appointment.c.booked_at.is_not(None),
            person.c.erased_at.is_(None),
        )
    ).one_or_none()
    if row is None or not sealed:
        return Refusal(RefusalCode.NOT_FOUND)
    found, language = record_of(transaction, row), Language(row.language)
    is_off = found.state is AppointmentState.CANCELLED
    return invitation(
        _invited(transaction, found, language), Method.CANCEL if is_off else Method.PUBLISH, transaction.now
    )


def _invited(transaction: Transaction, found: Record, language: Language) -> Invited:
    settings = transaction.settings
    meeting = meeting_of(transaction, found)
    # the same event as in an e-mail, where one was sent: a calendar that knows it already puts the new one in its place
    domain = urlsplit(settings.public_url or "").hostname or _DOMAIN
    return Invited(
        appointment_id=found.id,
        sequence=found.version,
        summary=said(meeting.office, language),
        place=said(meeting.place, language),
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        organizer=None if settings.smtp is None else settings.smtp.sender,
        organizer_name=_ORGANIZER if settings.smtp is None else settings.smtp.sender_name,
        domain=domain if settings.smtp is None else settings.smtp.domain,
        description=_description(transaction, found, language),
    )


def _description(transaction: Transaction, found: Record, language: Language) -> str:
    opens_at = found.starts_at - transaction.settings.audiences.check_in_before
    words = _AT_HOME if found.kind is AppointmentKind.HOME_VISIT else _ARRIVING
    return words[language].format(
        service=said(rules(transaction).services[found.service_id].name, language),
        number=found.ticket_number,
        opens=without_marks(clock_time(opens_at.astimezone(ZoneInfo(found.zone)).time(), language)),
    )
