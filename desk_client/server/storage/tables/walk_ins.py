"""The halls' queues of those who come without an appointment. A number says nothing about who has it."""

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, UniqueConstraint

from desk_client.server.storage.tables.base import DAY, ID, metadata
from desk_client.server.storage.types import Moment

walk_in_day: Final = Table(  # a hall's day; whoever gives or calls a number changes its row, and so waits for the other
    "walk_in_day",
    metadata,
    Column("site_id", ForeignKey("site.id"), primary_key=True),
    Column("day", DAY, primary_key=True),
    Column("numbers", Integer, nullable=False),  # given so far
    Column("blocks", Integer, nullable=False),  # set aside so far
    Column("streak", Integer, nullable=False),  # calls of the priority lane in a row: domain.walk_in
)

walk_in_block: Final = Table(
    "walk_in_block",
    metadata,
    Column("site_id", ForeignKey("site.id"), primary_key=True),
    Column("day", DAY, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
)

walk_in: Final = Table(
    "walk_in",
    metadata,
    Column("id", ID, primary_key=True),
    Column("site_id", ForeignKey("site.id"), nullable=False),
    Column("day", DAY, nullable=False),
    Column("number", String(4), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("since", Moment, nullable=False),  # its place in the lane
    Column("taken_at", Moment, nullable=False),
    Column("called_at", Moment),
    Column("called_by", ForeignKey("staff.id")),
    Column("kiosk_number", Integer),  # to which it was called; none: to the desk
    Column("calls", Integer, nullable=False),
    Column("ended_at", Moment),
    UniqueConstraint("site_id", "day", "number"),
)
