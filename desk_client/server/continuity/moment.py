"""The moment of a PostgreSQL database's backup: which of the journal's transactions are in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select, text

from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.port import LINEAGE
from desk_client.server.continuity.records import journal_files
from desk_client.server.storage.port import Store
from desk_client.server.storage.tables.bookkeeping import counter

_ENDS_WITHIN_S: Final = 60.0
_LOOK_EVERY_S: Final = 0.02
_SNAPSHOT: Final = text("SELECT CAST(pg_current_snapshot() AS text)")
_NEXT: Final = text("SELECT CAST(pg_current_xact_id() AS text)")
"""A number of its own. A snapshot's end would not do: it is behind what is done, not behind what was begun."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the journal was, and a number of a transaction that began later than all in it."""

    lineage: int | None
    number: int
    beyond: int


class _TooEarlyError(Exception):
    """A transaction that the journal may hold is not to be seen yet."""


def standing(store: Store, journal: Path | None) -> Standing:
    """Where the journal stands before the backup; at 0 where it is not here."""
    lineage = store.read(lambda connection: connection.execute(_LINEAGE).scalar_one_or_none())
    own = [] if journal is None else [each for each in journal_files(journal) if each.lineage == lineage]
    number = max((each.last for each in own), default=0)
    beyond = store.read(lambda connection: str(connection.execute(_NEXT).scalar_one()))
    return Standing(lineage, number, int(beyond))


def begun_after(before: Standing, copy: Callable[[Callable[[Connection], None]], object]) -> str:
    """Copy a state that holds all that the journal held before; the snapshot that was copied.

    What is in the journal may not be visible for a moment yet: its commit waits to hear that it is there.

    Raises:
        BackupError: a transaction of before does not end.
    """
    snapshot = ""

    def begun(connection: Connection) -> None:
        nonlocal snapshot
        snapshot = str(connection.execute(_SNAPSHOT).scalar_one())
        if int(snapshot.split(":")[0]) < before.beyond:
            raise _TooEarlyError

    deadline = time.monotonic() + _ENDS_WITHIN_S
    while True:
        try:
            copy(begun)
        except _TooEarlyError:
            if time.monotonic() > deadline:
                raise BackupError("a transaction in this PostgreSQL has not ended for a minute") from None
            time.sleep(_LOOK_EVERY_S)
        else:
            return snapshot


_LINEAGE: Final = select(counter.c.value).where(counter.c.name == LINEAGE)
