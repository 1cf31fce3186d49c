"""The region: agencies, offices and what one may come about; sites with their kiosks; whoever may be claimed beside."""

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from desk_client.server.storage.tables.base import CLOCK, DAY, HASH, ID, metadata, texts
from desk_client.server.storage.types import Moment


def standing() -> tuple[Column[int], Column[str]]:
    """What an administrator changes a place by: how often it was changed, and from which day on it is closed."""
    version = Column("version", Integer, nullable=False, default=1)
    return version, Column("closed_from", DAY)


agency: Final = Table(
    "agency",
    metadata,
    Column("id", ID, primary_key=True),
    *texts("name"),
    Column("rank", Integer, nullable=False),
    Column("transaction_link", Text),  # where its transactions are found: domain.transaction_link
    *standing(),
)

office: Final = Table(
    "office",
    metadata,
    Column("id", ID, primary_key=True),
    Column("agency_id", ForeignKey("agency.id"), nullable=False),
    *texts("title"),
    *texts("honorific"),
    *texts("holder"),
    Column("zone", String(64), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("rung", String(24), nullable=False),  # its place on the ladder of escalation: domain.request.Rung
    Column("shows_position", Boolean, nullable=False),
    Column("calendar_version", Integer, nullable=False, default=1),  # grows with each change: the entity tag
    *standing(),
)

service: Final = Table(
    "service",
    metadata,
    Column("id", ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),
    *texts("name"),
    Column("slot_minutes", Integer, nullable=False),
    Column("buffer_minutes", Integer, nullable=False),
    Column("lead_minutes", Integer, nullable=False),
    Column("horizon_minutes", Integer, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("cancel_before_minutes", Integer, nullable=False),
    Column("change_before_minutes", Integer, nullable=False),
    Column("most_open", Integer, nullable=False),  # open bookings of one person
    Column("by_request", Boolean, nullable=False, default=False),  # booked only by whom triage gave the right to
    Column("rank", Integer, nullable=False),
    Column("group_id", ID),  # the same is offered by other offices: whoever is free first
    Column("triage", Text),  # what is asked before it is booked: domain.triage.Question, as JSON
    Column("wordings", Text),  # with which outcomes may begin: domain.decision.Wording, as JSON
    Column("own_triage", Boolean, nullable=False, default=False),  # set on a screen: no file changes it any more
    Column("own_wordings", Boolean, nullable=False, default=False),  # the same
    *standing(),
)

service_kind: Final = Table(
    "service_kind",
    metadata,
    Column("service_id", ForeignKey("service.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),  # domain.kinds.AppointmentKind
)

site: Final = Table(
    "site",
    metadata,
    Column("id", ID, primary_key=True),
    *texts("name"),
    *texts("governorate"),
    Column("governorate_id", ID, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("rank", Integer, nullable=False),
    Column("address_ar", Text),
    Column("address_en", Text),
    Column("phone", Text),  # E.164
    *standing(),
)

site_hours: Final = Table(  # none: nobody has said when the hall is open
    "site_hours",
    metadata,
    Column("site_id", ForeignKey("site.id"), primary_key=True),
    Column("weekday", Integer, primary_key=True),
    Column("opens", CLOCK, primary_key=True),
    Column("closes", CLOCK, nullable=False),
)

kiosk: Final = Table(
    "kiosk",
    metadata,
    Column("id", ID, primary_key=True),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("enrolled_at", Moment),
    Column("disabled_at", Moment),
    UniqueConstraint("site_id", "number"),
)

kiosk_pin: Final = Table(  # by which a hall's operator gets past its kiosks' screens
    "kiosk_pin",
    metadata,
    Column("site_id", ForeignKey("site.id"), primary_key=True),
    Column("pin_hash", Text, nullable=False),
)

enrolment_code: Final = Table(
    "enrolment_code",
    metadata,
    Column("code_hash", HASH, primary_key=True),
    Column("kiosk_id", ForeignKey("kiosk.id"), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

interpreter: Final = Table(
    "interpreter",
    metadata,
    Column("id", ID, primary_key=True),
    *texts("name"),
    Column("language", String(16), nullable=False),  # "sign", or BCP 47
    Column("rank", Integer, nullable=False),
    Column("own", Boolean, nullable=False, default=False),  # made or named on a screen: no file changes it any more
    *standing(),
)

visiting_team: Final = Table(
    "visiting_team",
    metadata,
    Column("id", ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    *texts("name"),
    Column("rank", Integer, nullable=False),
    Column("own", Boolean, nullable=False, default=False),  # as of an interpreter
    *standing(),
)

holiday: Final = Table(
    "holiday",
    metadata,
    Column("day", DAY, primary_key=True),
    *texts("name"),
    Column("works", Boolean, nullable=False),  # true: a day that would be a holiday is none; this entry wins
)
