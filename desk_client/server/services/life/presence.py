"""What an office's agenda says of those who wait: their place, when their turn comes, how they can be reached."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from desk_client.domain.appointment import QUEUED_STATES
from desk_client.domain.guests import page_presence
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Activity, KioskPart, Presence, Report, presence
from desk_client.protocol.appointments import AgendaItem
from desk_client.server.services.access.sessions import is_over
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.life.queues import line
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import guest_link
from desk_client.server.storage.tables.halls import kiosk_report
from desk_client.server.storage.tables.people import session


def in_line(
    transaction: Transaction, office_id: OfficeId, found: Collection[Record], items: Iterable[AgendaItem]
) -> tuple[AgendaItem, ...]:
    """The same items; of whoever waits they say more. `found` are their appointments, in the same order."""
    waiting = {each.id: each for each in found if each.state in QUEUED_STATES}
    if not waiting:
        return tuple(items)
    turns = {turn.id: turn.eta for turn in line(transaction, {office_id})}
    reports = _reports(transaction, {each.checked_in_kiosk_id for each in waiting.values()})
    pages = _pages(transaction, [each.id for each in waiting.values() if each.kind is AppointmentKind.VIDEO_OWN])
    said = []
    for record, item in zip(found, items, strict=True):
        eta = turns.get(record.id)
        if record.id not in waiting or eta is None:
            said.append(item)
            continue
        update = {
            "position": eta.position,
            "earliest_min": eta.earliest_min,
            "latest_min": eta.latest_min,
            "presence": pages.get(record.id)
            if record.checked_in_kiosk_id is None
            else _presence(record, reports, transaction.now),
        }
        said.append(item.model_copy(update=update))
    return tuple(said)


def _presence(record: Record, reports: Mapping[str, Row[Any]], now: datetime) -> Presence | None:
    row = reports.get(record.checked_in_kiosk_id or "")
    if row is None or record.checked_in_at is None:
        return None
    failed = tuple(part for part in KioskPart if part in row.failed.split(","))
    report = Report(Activity(row.activity), failed=failed, round_trip_ms=row.round_trip_ms)
    return presence(report, row.heard_at, now, record.checked_in_at)


def _pages(transaction: Transaction, ids: Collection[AppointmentId]) -> Mapping[str, Presence]:
    """How those are reached who came in by a guest's link, by audience; of several links the newest session says it."""
    if not ids:
        return {}
    rows = transaction.connection.execute(
        select(guest_link.c.appointment_id.label("audience"), session)
        .join(session, session.c.id == guest_link.c.session_id)
        .where(guest_link.c.appointment_id.in_(sorted(ids)))
        .order_by(session.c.created_at)
    )
    every = transaction.settings.sessions.touch_every
    return {
        row.audience: page_presence(row.seen_at, transaction.now, every, is_over=is_over(transaction, row))
        for row in rows
    }


def _reports(transaction: Transaction, kiosks: Collection[str | None]) -> Mapping[str, Row[Any]]:  # columns of any type
    named = sorted(each for each in kiosks if each is not None)
    if not named:
        return {}
    rows = transaction.connection.execute(select(kiosk_report).where(kiosk_report.c.kiosk_id.in_(named)))
    return {row.kiosk_id: row for row in rows}
