"""When offices receive: weeks, seasons, pauses, single days, and who stands in for whom."""

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from desk_client.server.storage.tables.base import CLOCK, DAY, HASH, ID, metadata, texts
from desk_client.server.storage.types import Moment

weekly_hours: Final = Table(
    "weekly_hours",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("weekday", Integer, primary_key=True),
    Column("opens", CLOCK, primary_key=True),
    Column("closes", CLOCK, nullable=False),
)

service_hours: Final = Table(  # where a service has any, they narrow its office's
    "service_hours",
    metadata,
    Column("service_id", ForeignKey("service.id"), primary_key=True),
    Column("weekday", Integer, primary_key=True),
    Column("opens", CLOCK, primary_key=True),
    Column("closes", CLOCK, nullable=False),
)

season: Final = Table(  # Ramadan hours: on its days, a season's week replaces the office's
    "season",
    metadata,
    Column("id", ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),
    *texts("name"),
    Column("first", DAY, nullable=False),
    Column("last", DAY, nullable=False),
)

season_hours: Final = Table(
    "season_hours",
    metadata,
    Column("season_id", ForeignKey("season.id"), primary_key=True),
    Column("weekday", Integer, primary_key=True),
    Column("opens", CLOCK, primary_key=True),
    Column("closes", CLOCK, nullable=False),
)

pause: Final = Table(  # prayer times
    "pause",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("opens", CLOCK, primary_key=True),
    Column("first", DAY, primary_key=True),  # "" for ever
    Column("closes", CLOCK, nullable=False),
    Column("last", DAY, nullable=False),  # "" for ever
    Column("weekdays", String(13), nullable=False),  # "" for all, else their numbers: "0,6"
)

schedule_exception: Final = Table(
    "schedule_exception",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("starts_at", Moment, primary_key=True),
    Column("ends_at", Moment, nullable=False),
)

duty: Final = Table(  # on these days, slots of `office_id` are those of `stand_in_id`
    "duty",
    metadata,
    Column("id", ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),
    Column("stand_in_id", ForeignKey("office.id"), nullable=False),
    Column("first", DAY, nullable=False),
    Column("last", DAY, nullable=False),
    Column("entered_at", Moment, nullable=False),
)

busy_time: Final = Table(  # an office does not receive then: it blocked the time, or its own calendar is full
    "busy_time",
    metadata,
    Column("id", ID, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("kind", String(16), nullable=False),  # blocked, imported
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("reason_sealed", LargeBinary),  # none where it was imported
    Column("made_by", ForeignKey("staff.id"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Index("ix_busy_time_office_id_ends_at", "office_id", "ends_at"),
)

calendar_feed: Final = Table(  # by which a member of staff's own calendar program reads their office's
    "calendar_feed",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("language", String(2), nullable=False),
    Column("shows_names", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
)
