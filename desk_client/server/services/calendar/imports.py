"""The busy times of an office's own calendar, read from a file: when it is busy, and not what with."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, new_busy_time_id
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.office_calendars import BusyKind, Imported
from desk_client.server.calendars.busy_file import BusyFile
from desk_client.server.services.actor import Actor
from desk_client.server.services.calendar import lying
from desk_client.server.services.calendar.blocks import changed, prepare
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.calendars import busy_time

AHEAD: Final = timedelta(days=180)
"""How far ahead an import looks; what lies beyond comes with the next one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: what lies in the window counts, and the zone is that of events that name none."""

    window: Interval
    zone: ZoneInfo


def reading(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Reading | Refusal:
    """How this actor's file is to be read, which is done outside of any transaction. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id)) is not None:
        return refusal
    zone = ZoneInfo(rules(transaction).offices[office_id].zone)
    return Reading(Interval(transaction.now, transaction.now + AHEAD), zone)


def put(
    transaction: Transaction, actor: Actor, office_id: OfficeId, read: BusyFile, window: Interval
) -> Imported | Refusal:
    """Put what was read in the place of the former import. Refusals: FORBIDDEN, NOT_FOUND.

    Audiences that lie in it stand, and are told: their people have the office's word.
    """
    if (refusal := lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id)) is not None:
        return refusal
    prepare(transaction, office_id)
    _forget(transaction, office_id)
    rows = [
        {
            "id": new_busy_time_id(transaction.id_bytes()),
            "office_id": office_id,
            "kind": BusyKind.IMPORTED.value,
            "starts_at": each.starts_at,
            "ends_at": each.ends_at,
            "made_by": actor.staff_id,
            "made_at": transaction.now,
        }
        for each in read.busy
    ]
    if rows:
        transaction.connection.execute(insert(busy_time), rows)
    changed(transaction, actor, "import_busy_times", office_id, office_id)
    found = lying.in_the_way(transaction, actor, office_id, read.busy)
    return Imported(
        stretches=len(rows),
        until=window.ends_at,
        not_understood=read.not_understood,
        in_the_way=lying.told(transaction, actor, found),
    )


def remove(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Refusal | None:
    """Forget what was imported. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id)) is not None:
        return refusal
    _forget(transaction, office_id)
    changed(transaction, actor, "remove_busy_times", office_id, office_id)
    return None


def _forget(transaction: Transaction, office_id: OfficeId) -> None:
    transaction.connection.execute(
        delete(busy_time).where(busy_time.c.office_id == office_id, busy_time.c.kind == BusyKind.IMPORTED.value)
    )
