"""Which columns hold a person's data, sealed by `security.vault`: what a rotation of keys goes through."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Table

from desk_client.server.storage.tables.booking import (
    appointment,
    attachment,
    document_mark,
    outcome,
    outcome_amendment,
    outcome_draft,
    request,
    request_step,
)
from desk_client.server.storage.tables.bookkeeping import idempotency, outbox
from desk_client.server.storage.tables.calendars import busy_time
from desk_client.server.storage.tables.halls import kiosk_order
from desk_client.server.storage.tables.people import challenge, person, session, staff
from desk_client.server.storage.tables.recordings import recording
from desk_client.server.storage.tables.rooms import chat_line, office_note


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A sealed column. The vault's `table` is its `name`, the `row` its primary key's values joined by a slash."""

    table: Table
    column: str

    @property
    def name(self) -> str:
        """What the vault is told: "person.mobile" for the column `mobile_sealed`."""
        return f"{self.table.name}.{self.column.removesuffix('_sealed')}"


_TABLES: Final = (
    *(person, staff, session, challenge, request, appointment, outcome, attachment, idempotency, outbox),
    *(office_note, chat_line, kiosk_order, busy_time, outcome_amendment, request_step, recording, document_mark),
    outcome_draft,
)
SEALED: Final = tuple(
    SealedColumn(table, column.name) for table in _TABLES for column in table.columns if column.name.endswith("_sealed")
)
