"""What an office's agenda says of those who wait: their place, when their turn comes, how they can be reached."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from desk_client.domain.appointment import QUEUED_STATES
from desk_client.domain.guests import page_presence
from desk_client.domain.ids import AppointmentId, KioskId, OfficeId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Activity, KioskPart, Presence, Report, presence
from desk_client.protocol.appointments import AgendaItem
from desk_client.server.services.access.sessions import is_over
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.life.queues import line
from desk_client.server.services.rulebook import rules
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
    reached = _pages(transaction, waiting.values()) | _at_kiosks(transaction, waiting.values())
    said = []
    for record, item in zip(found, items, strict=True):
        eta = turns.get(record.id)
        if record.id not in waiting or eta is None:
            said.append(item)
            continue
        update: dict[str, object] = {
            "position": eta.position,
            "earliest_min": eta.earliest_min,
            "latest_min": eta.latest_min,
            **reached.get(record.id, {}),
        }
        said.append(item.model_copy(update=update))
    return tuple(said)


def _at_kiosks(transaction: Transaction, waiting: Iterable[Record]) -> dict[AppointmentId, dict[str, object]]:
    """How those are reached who checked in at a kiosk for a talk there, and at which kiosk they are now.

    Whoever signed out, or was signed out, has left the kiosk, whoever stands at it now; their place is kept, and they
    may come back at another one. Of who checked in there without a line no session is known: the kiosk alone says it.
    """
    there = {
        each.id: each
        for each in waiting
        if each.kind is AppointmentKind.VIDEO_KIOSK and each.checked_in_kiosk_id is not None
    }
    sessions = _sessions(transaction, there.values())
    now_at = {
        key: (KioskId(sessions[key].kiosk_id) if key in sessions else each.checked_in_kiosk_id)
        for key, each in there.items()
    }
    reports = _reports(transaction, set(now_at.values()))
    said: dict[AppointmentId, dict[str, object]] = {}
    for key, each in there.items():
        row, kiosk_id, since = sessions.get(key), now_at[key], each.checked_in_at
        if kiosk_id is None or since is None:
            continue
        if row is not None and is_over(transaction, row):
            said[key] = {"presence": Presence.AWAY}
            continue
        since = since if row is None else max(since, row.created_at)
        said[key] = {
            "presence": _presence(reports.get(kiosk_id), since, transaction.now),
            "kiosk_number": rules(transaction).kiosk_numbers[kiosk_id],
        }
    return said


def _sessions(transaction: Transaction, waiting: Collection[Record]) -> dict[AppointmentId, Row[Any]]:
    """Of each the newest session at a kiosk that went on when they checked in, or began since."""
    if not waiting:
        return {}
    rows = transaction.connection.execute(
        select(session)
        .where(
            session.c.person_id.in_(sorted({each.person_id for each in waiting})),
            session.c.kiosk_id.is_not(None),
        )
        .order_by(session.c.created_at)
    ).all()
    noted_every = transaction.settings.sessions.touch_every
    found: dict[AppointmentId, Row[Any]] = {}
    for each in waiting:
        since = each.checked_in_at
        if since is None:
            continue
        for row in rows:
            went_on = row.ended_at is None or row.ended_at >= since
            if row.person_id == each.person_id and went_on and row.seen_at >= since - noted_every:
                found[each.id] = row
    return found


def _presence(row: Row[Any] | None, since: datetime, now: datetime) -> Presence | None:
    if row is None:
        return None
    failed = tuple(part for part in KioskPart if part in row.failed.split(","))
    report = Report(Activity(row.activity), failed=failed, round_trip_ms=row.round_trip_ms)
    return presence(report, row.heard_at, now, since)


def _pages(transaction: Transaction, waiting: Iterable[Record]) -> dict[AppointmentId, dict[str, object]]:
    """How those are reached who came in by a guest's link, by audience; of several links the newest session says it."""
    ids = [each.id for each in waiting if each.kind is AppointmentKind.VIDEO_OWN and each.checked_in_kiosk_id is None]
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
        AppointmentId(row.audience): {
            "presence": page_presence(row.seen_at, transaction.now, every, is_over=is_over(transaction, row))
        }
        for row in rows
    }


def _reports(transaction: Transaction, kiosks: Collection[str | None]) -> Mapping[str, Row[Any]]:  # columns of any type
    named = sorted(each for each in kiosks if each is not None)
    if not named:
        return {}
    rows = transaction.connection.execute(select(kiosk_report).where(kiosk_report.c.kiosk_id.in_(named)))
    return {row.kiosk_id: row for row in rows}
