"""A hall from its operator's desk: what its kiosks say of themselves. The last report alone is kept, of nobody."""

from typing import Any

from sqlalchemy import Row, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId, SiteId
from desk_client.domain.kiosk_health import Activity, KioskPart, PrinterCondition, Report, complaints, health
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.hall import MOST_ASIDE_SHOWN, Hall, HallKiosk, Instructions, ReportAsk
from desk_client.protocol.kiosks import Site
from desk_client.server.services.actor import Actor
from desk_client.server.services.deposits import set_aside
from desk_client.server.services.halls.kiosk_orders import still_to_do, told
from desk_client.server.services.life import walk_ins
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.halls import kiosk_order, kiosk_report
from desk_client.server.storage.tables.region import kiosk, kiosk_pin, site


def report(transaction: Transaction, actor: Actor, ask: ReportAsk) -> Instructions | Refusal:
    """Note how the asking kiosk is, and tell it what its operator wants of it. FORBIDDEN for anybody else."""
    if (refusal := actor.refused(Action.REPORT_KIOSK)) is not None or actor.kiosk_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    run = transaction.connection.execute
    mine = kiosk_report.c.kiosk_id == actor.kiosk_id
    before = run(select(kiosk_report.c.activity, kiosk_report.c.since, kiosk_report.c.locked).where(mine)).one_or_none()
    now = transaction.now
    said = {
        "heard_at": now,
        "activity": ask.activity.value,
        "since": now if before is None or before.activity != ask.activity else before.since,
        "program": ask.program,
        "uptime_s": ask.uptime_s,
        "printer": ask.printer.value,
        "failed": ",".join(part for part in KioskPart if part in ask.failed),
        "checked_at": ask.checked_at,
        "round_trip_ms": ask.round_trip_ms,
        "unsent": ask.unsent,
        "error": ask.error,
        # a kiosk's clock may be wrong, and no error lies ahead
        "error_at": ask.error_at if ask.error_at is None else min(ask.error_at, now),
    }
    if before is None:
        run(insert(kiosk_report).values(kiosk_id=actor.kiosk_id, locked=False, **said))
    else:
        run(update(kiosk_report).where(mine).values(**said))
    return Instructions(
        locked=before is not None and before.locked,
        orders=still_to_do(transaction, actor),
        dealt=set_aside.told(transaction, actor.kiosk_id, ask.aside),
        called=walk_ins.called_in_hall(transaction, actor),
    )


def hall(transaction: Transaction, actor: Actor, site_id: SiteId) -> Hall | Refusal:
    """A hall's kiosks, each as it last said. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.MANAGE_KIOSKS)) is not None:
        return refusal
    run = transaction.connection.execute
    place = run(select(site).where(site.c.id == site_id)).one_or_none()
    if place is None:
        return Refusal(RefusalCode.NOT_FOUND)
    owner = Ownership(site_id=site_id, governorate_id=GovernorateId(place.governorate_id))
    if (refusal := actor.refused(Action.MANAGE_KIOSKS, owner)) is not None:
        return refusal
    rows = run(
        select(kiosk.c.id, kiosk.c.number, kiosk.c.enrolled_at, kiosk.c.disabled_at, kiosk_report)
        .outerjoin(kiosk_report, kiosk_report.c.kiosk_id == kiosk.c.id)
        .where(kiosk.c.site_id == site_id)
        .order_by(kiosk.c.number)
    ).all()
    orders: dict[str, list[Row[Any]]] = {}
    of_these = kiosk_order.c.kiosk_id.in_([row.id for row in rows])
    for row in run(select(kiosk_order).where(of_these).order_by(kiosk_order.c.asked_at.desc(), kiosk_order.c.id)):
        orders.setdefault(row.kiosk_id, []).append(row)
    aside = set_aside.open_ones(transaction, [row.id for row in rows])
    return Hall(
        site=Site(
            id=place.id,
            name=Texts(ar=place.name_ar, en=place.name_en),
            governorate=Texts(ar=place.governorate_ar, en=place.governorate_en),
        ),
        read_at=transaction.now,
        has_pin=run(select(kiosk_pin.c.site_id).where(kiosk_pin.c.site_id == site_id)).one_or_none() is not None,
        kiosks=tuple(_kiosk(transaction, row, orders.get(row.id, []), aside.get(row.id, [])) for row in rows),
    )


def _kiosk(transaction: Transaction, row: Row[Any], orders: list[Row[Any]], aside: list[Row[Any]]) -> HallKiosk:
    said = None
    failed = tuple(part for part in KioskPart if part in (row.failed or "").split(","))
    if row.heard_at is not None:
        said = Report(
            Activity(row.activity),
            PrinterCondition(row.printer),
            failed,
            row.round_trip_ms,
            row.unsent,
            len(aside),
            row.error_at,
        )
    now = transaction.now
    return HallKiosk(
        id=row.id,
        number=row.number,
        disabled=row.disabled_at is not None,
        enrolled=row.enrolled_at is not None,
        health=health(said, row.heard_at, now),
        complaints=() if said is None else complaints(said, now),
        heard_at=row.heard_at,
        activity=None if said is None else said.activity,
        since=row.since,
        locked=bool(row.locked),
        program=row.program,
        uptime_s=row.uptime_s,
        printer=PrinterCondition.NONE if said is None else said.printer,
        failed=failed,
        checked_at=row.checked_at,
        round_trip_ms=row.round_trip_ms,
        unsent=row.unsent or 0,
        error=row.error,
        error_at=row.error_at,
        orders=tuple(told(transaction, order) for order in orders),
        aside=tuple(set_aside.shown(entry, row.number) for entry in aside[:MOST_ASIDE_SHOWN]),
        aside_count=len(aside),
    )
