"""Every table of the store, in SQLAlchemy Core; portable types only.

Moments are UTC milliseconds, wall times "HH:MM", days ISO 8601. Names of people and places come in Arabic and English.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from desk_client.server.storage.types import AUTO_INCREMENT, Moment

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
_ID: Final = String(64)


def _texts(name: str) -> tuple[Column[str], Column[str]]:
    return Column(f"{name}_ar", Text, nullable=False), Column(f"{name}_en", Text, nullable=False)


# --- the region and its offices ---

agency = Table(
    "agency", metadata, Column("id", _ID, primary_key=True), *_texts("name"), Column("rank", Integer, nullable=False)
)

office = Table(
    "office",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("agency_id", ForeignKey("agency.id"), nullable=False),
    *_texts("title"),
    *_texts("honorific"),
    *_texts("holder"),
    Column("zone", String(64), nullable=False),
    Column("rank", Integer, nullable=False),
)

service = Table(
    "service",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),
    *_texts("name"),
    Column("slot_minutes", Integer, nullable=False),
    Column("buffer_minutes", Integer, nullable=False),
    Column("lead_minutes", Integer, nullable=False),
    Column("horizon_minutes", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
)

weekly_hours = Table(
    "weekly_hours",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("weekday", Integer, primary_key=True),
    Column("opens", String(5), primary_key=True),
    Column("closes", String(5), nullable=False),
)

pause = Table(
    "pause",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("opens", String(5), primary_key=True),
    Column("closes", String(5), nullable=False),
)

holiday = Table("holiday", metadata, Column("day", String(10), primary_key=True), *_texts("name"))

schedule_exception = Table(
    "schedule_exception",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("starts_at", Moment, primary_key=True),
    Column("ends_at", Moment, nullable=False),
)

site = Table(
    "site",
    metadata,
    Column("id", _ID, primary_key=True),
    *_texts("name"),
    *_texts("governorate"),
    Column("rank", Integer, nullable=False),
)

kiosk = Table(
    "kiosk",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("enrolled_at", Moment),
    UniqueConstraint("site_id", "number"),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("kiosk_id", ForeignKey("kiosk.id"), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

# --- people and their sign-in ---

staff = Table(
    "staff",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("username", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("office_id", ForeignKey("office.id")),
    *_texts("name"),
    Column("password_hash", Text, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("national_id", String(10), nullable=False, unique=True),
    Column("mobile", String(16), nullable=False),
    Column("name", Text),
    Column("created_at", Moment, nullable=False),
)

challenge = Table(
    "challenge",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kiosk_id", ForeignKey("kiosk.id"), nullable=False),
    Column("national_id", String(10), nullable=False),
    Column("mobile", String(16), nullable=False),
    Column("code_hash", LargeBinary(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
)

throttle = Table(
    "throttle",
    metadata,
    Column("subject", LargeBinary(32), primary_key=True),
    Column("window_ends_at", Moment, nullable=False, index=True),
    Column("count", Integer, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("staff_id", ForeignKey("staff.id")),
    Column("kiosk_id", ForeignKey("kiosk.id")),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("ended_at", Moment),
)

# --- booking ---

hold = Table(
    "hold",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("service_id", ForeignKey("service.id"), nullable=False),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

claim = Table(
    "claim",
    metadata,
    Column("resource", String(80), primary_key=True),
    Column("quantum", Integer, primary_key=True),
    Column("owner", _ID, nullable=False, index=True),
    Column("expires_at", Moment),
)

appointment = Table(
    "appointment",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("service_id", ForeignKey("service.id"), nullable=False),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("state", String(24), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("ticket_number", String(16), nullable=False, unique=True),
    Column("ticket_code_hash", LargeBinary(32), nullable=False),
    Column("booked_at", Moment, nullable=False),
    Column("checked_in_at", Moment),
    Column("checked_in_kiosk_id", ForeignKey("kiosk.id")),
    Column("admitted_at", Moment),
    Column("completed_at", Moment),
    Index("ix_appointment_office_id_starts_at", "office_id", "starts_at"),
)

outcome = Table(
    "outcome",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("code", String(24), nullable=False),
    Column("text", Text, nullable=False),
    Column("responsible_unit", Text, nullable=False),
    Column("recorded_by", ForeignKey("staff.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
)

# --- the room of an audience ---

room = Table(
    "room",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("negotiation", Integer, nullable=False),
    Column("settled_by_official", Boolean, nullable=False),
    Column("settled_by_citizen", Boolean, nullable=False),
)

room_member = Table(
    "room_member",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("party", String(16), primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False),
    Column("token_issued_at", Moment, nullable=False),
    Column("present", Boolean, nullable=False),
)

# --- the house's own bookkeeping ---

idempotency = Table(
    "idempotency",
    metadata,
    Column("actor", _ID, primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("request_hash", LargeBinary(32), nullable=False),
    Column("answer", Text, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("role", String(16), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", _ID, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("recipient", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("fault", Text),
    Index("ix_outbox_state_due_at", "state", "due_at"),
)

change = Table(
    "change",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("appointment_id", _ID, nullable=False),
    Column("office_id", _ID, nullable=False),
    Column("person_id", _ID, nullable=False),
    sqlite_autoincrement=True,  # a number is never given twice, even after old rows are cleared away
)

counter = Table(
    "counter", metadata, Column("name", String(32), primary_key=True), Column("value", Integer, nullable=False)
)
