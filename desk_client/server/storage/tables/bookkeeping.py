"""The house's own books: what was asked before, who did and saw what, what goes out, what changed."""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from desk_client.server.storage.tables.base import HASH, ID, metadata
from desk_client.server.storage.types import AUTO_INCREMENT, Moment

idempotency: Final = Table(
    "idempotency",
    metadata,
    Column("actor", ID, primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("request_hash", HASH, nullable=False),
    Column("answer_sealed", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
)

audit: Final = Table(
    "audit",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("actor", ID, nullable=False),
    Column("role", String(24), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", ID, nullable=False, index=True),
    sqlite_autoincrement=True,  # the number of a row that was taken away never comes back
)

audit_link: Final = Table(  # the chain: one link a row, in the order in which the sealer saw them
    "audit_link",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("audit_seq", BigInteger, nullable=False, unique=True),
    Column("digest", HASH, nullable=False),
    Column("sealed_at", Moment, nullable=False),
)

access_log: Final = Table(  # the register of who looked at whose data
    "access_log",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("actor", ID, nullable=False),
    Column("role", String(24), nullable=False),
    Column("action", String(40), nullable=False),
    Column("person_id", ID, nullable=False, index=True),
    Column("subject", ID, nullable=False),
)

outbox: Final = Table(
    "outbox",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),  # sms, email
    Column("purpose", String(32), nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(16), nullable=False),
    Column("recipient_sealed", LargeBinary),  # none once it went, or was given up
    Column("body_sealed", LargeBinary),
    Column("dedupe_key", String(160), unique=True),
    Column("appointment_id", ID, index=True),
    Column("person_id", ID, index=True),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("sent_at", Moment),
    Column("fault", Text),
    Index("ix_outbox_state_kind_due_at", "state", "kind", "due_at"),  # each kind has a sender of its own
)

message_template: Final = Table(
    "message_template",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("body", Text, nullable=False),
    Column("updated_by", ForeignKey("staff.id"), nullable=False),
    Column("updated_at", Moment, nullable=False),
)

retention: Final = Table(
    "retention",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("days", Integer, nullable=False),
)

change: Final = Table(
    "change",
    metadata,
    Column("seq", AUTO_INCREMENT, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("appointment_id", ID, nullable=False),
    Column("office_id", ID, nullable=False),
    Column("person_id", ID, nullable=False),
    sqlite_autoincrement=True,  # a number is never given twice, even after old rows are cleared away
)

counter: Final = Table(
    "counter", metadata, Column("name", String(32), primary_key=True), Column("value", Integer, nullable=False)
)
