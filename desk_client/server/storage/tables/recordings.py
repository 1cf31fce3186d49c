"""Recorded talks: whether an office may, what became of each, and the sealed blocks that they are kept in."""

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table

from desk_client.server.storage.tables.base import ID, metadata
from desk_client.server.storage.types import Moment

recording_rule: Final = Table(  # of an office without one nothing is recorded
    "recording_rule",
    metadata,
    Column("office_id", ForeignKey("office.id"), primary_key=True),
    Column("allowed", Boolean, nullable=False),
    Column("kept_days", Integer),  # none: as long as the house keeps recordings
    Column("changed_at", Moment, nullable=False),
)

recording: Final = Table(
    "recording",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),  # whose talk was recorded
    Column("state", String(16), nullable=False, index=True),
    Column("asked_by", ForeignKey("staff.id"), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("text_version", String(16)),  # of the words to which the citizen agreed
    Column("began_at", Moment),
    Column("ended_at", Moment),
    Column("end_reason", String(16)),
    Column("kept_at", Moment),
    Column("expires_at", Moment),
    Column("key_sealed", LargeBinary),  # without it the blocks are noise, in whatever copy of the store
    Column("size", BigInteger),
    Column("duration_ms", BigInteger),
)

recording_answer: Final = Table(  # of those who were called in; the citizen's stands in `recording`
    "recording_answer",
    metadata,
    Column("recording_id", ForeignKey("recording.id"), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("asked_at", Moment, nullable=False),
    Column("agreed_at", Moment),
    Column("text_version", String(16)),  # of the words to which they agreed
    Column("declined_at", Moment),  # they said no, or withdrew their yes
)

recording_block: Final = Table(
    "recording_block",
    metadata,
    Column("recording_id", ForeignKey("recording.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
