"""The room of an audience: who is in it, what its calls were like, what was written there, and calls that are owed."""

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from desk_client.server.storage.tables.base import ID, metadata
from desk_client.server.storage.types import Moment

room: Final = Table(
    "room",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("aside_since", Moment),  # a word among those of the house goes on
)

room_pair: Final = Table(  # two in a room who are, or are to be, connected with each other
    "room_pair",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("offerer", String(16), primary_key=True),
    Column("answerer", String(16), primary_key=True),
    Column("negotiation", Integer, nullable=False),
    Column("settled_by_offerer", Boolean, nullable=False),
    Column("settled_by_answerer", Boolean, nullable=False),
)

room_call: Final = Table(  # who was called in, the newest call of each seat
    "room_call",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("party", String(16), primary_key=True),  # third, fourth
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("capacity", String(24), nullable=False),
    Column("state", String(16), nullable=False),  # domain.called_in.Call
    Column("called_by", ForeignKey("staff.id"), nullable=False),
    Column("called_at", Moment, nullable=False),
    Column("answered_at", Moment),
)

handover: Final = Table(  # that somebody called in is to take the talk over, and whether they did
    "handover",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("room_id", ForeignKey("room.id"), nullable=False, index=True),
    Column("party", String(16), nullable=False),  # of the call in `room_call` on which it stands
    Column("called_at", Moment, nullable=False),
    Column("from_office_id", ForeignKey("office.id"), nullable=False),
    Column("to_office_id", ForeignKey("office.id"), nullable=False),
    Column("offered_by", ForeignKey("staff.id"), nullable=False),
    Column("offered_to", ForeignKey("staff.id"), nullable=False),
    Column("note_sealed", LargeBinary, nullable=False),
    Column("done_at", Moment),
)

room_member: Final = Table(
    "room_member",
    metadata,
    Column("room_id", ForeignKey("room.id"), primary_key=True),
    Column("party", String(16), primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False),
    Column("token_issued_at", Moment, nullable=False),
    Column("present", Boolean, nullable=False),
    Column("several", Boolean, nullable=False, default=False),  # its end can talk with more than one
    Column("asides", Boolean, nullable=False, default=False),  # and can keep apart from some of them
)

call_summary: Final = Table(
    "call_summary",
    metadata,
    Column("token_id", ID, primary_key=True),  # of the room token that the end entered with
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("party", String(16), nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("figures", Text, nullable=False),  # JSON, as protocol/call_summaries.py has it
)

office_note: Final = Table(
    "office_note",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),  # waiting, caption
    Column("text_sealed", LargeBinary, nullable=False),
    Column("prepared", String(24)),  # a sentence in place of a text
    Column("minutes", Integer),  # that it takes longer, where the sentence says so
    Column("sent_by", ForeignKey("staff.id"), nullable=False),
    Column("sent_at", Moment, nullable=False),
)

chat_line: Final = Table(
    "chat_line",
    metadata,
    Column("id", ID, primary_key=True),
    Column("appointment_id", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("author", String(16), nullable=False),  # citizen, official, delegate
    Column("text_sealed", LargeBinary, nullable=False),
    Column("sent_by", ForeignKey("staff.id")),  # none: the citizen
    Column("sent_at", Moment, nullable=False),
)

call_back: Final = Table(  # the line failed, and the office owes a call by phone
    "call_back",
    metadata,
    Column("appointment_id", ForeignKey("appointment.id"), primary_key=True),
    Column("way", String(16), nullable=False),  # mobile, hall
    Column("wanted_at", Moment, nullable=False),
    Column("result", String(16)),  # called_back, not_reached
    Column("result_at", Moment),
)
