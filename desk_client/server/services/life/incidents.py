"""Faults of ours: recorded by those who see them, by the server that was away, or by a kiosk that calls for help."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, insert, or_, select, update

from desk_client.domain.access import Action, Ownership, Scope, scope_of
from desk_client.domain.ids import OfficeId, SiteId
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.incidents import Incident, IncidentAsk, IncidentKind, Incidents
from desk_client.protocol.kiosks import HelpAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.pages import behind, cursor, place_of
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.booking import heartbeat, incident

AWAY_AFTER: Final = timedelta(minutes=3)
"""A server that has not beaten for so long was away."""
_SERVER: Final = "server"
_LONGEST: Final = timedelta(days=31)
_SAME_CALL: Final = timedelta(minutes=10)
"""A kiosk that calls again so soon means the same; later, whoever came then has gone."""
_AnyRow = Row[Any]  # a row's columns are of many types


def enter(transaction: Transaction, actor: Actor, ask: IncidentAsk) -> Incident | Refusal:
    """Say when and where the fault was, or is, ours. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the field."""
    if (refusal := actor.refused(Action.RECORD_INCIDENT)) is not None:
        return refusal
    rulebook = rules(transaction)
    site = None if ask.site_id is None else rulebook.sites.get(SiteId(ask.site_id))
    office = None if ask.office_id is None else rulebook.offices.get(OfficeId(ask.office_id))
    if (ask.site_id is not None and site is None) or (ask.office_id is not None and office is None):
        return Refusal(RefusalCode.NOT_FOUND)
    owner = Ownership(
        office_ids=frozenset() if office is None else frozenset({office.id}),
        agency_id=None if office is None else office.agency_id,
        site_id=None if site is None else site.id,
        governorate_id=None if site is None else site.governorate_id,
    )
    if (refusal := actor.refused(Action.RECORD_INCIDENT, owner)) is not None:
        return refusal
    starts_at = transaction.now if ask.starts_at is None else ask.starts_at
    if abs(starts_at - transaction.now) > _LONGEST:
        return Refusal(RefusalCode.INVALID_REQUEST, field="starts_at")
    if ask.ends_at is not None and not starts_at < ask.ends_at <= starts_at + _LONGEST:
        return Refusal(RefusalCode.INVALID_REQUEST, field="ends_at")
    number = _entered(transaction, ask.kind, ask.site_id, ask.office_id, starts_at, ask.ends_at)
    record(transaction, actor, "record_incident", f"incident:{number}")
    return _answer(transaction.connection.execute(select(incident).where(incident.c.seq == number)).one())


def end(transaction: Transaction, actor: Actor, number: int) -> Incident | Refusal:
    """It is over. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it was over before)."""
    if (refusal := actor.refused(Action.RECORD_INCIDENT)) is not None:
        return refusal
    row = transaction.connection.execute(select(incident).where(incident.c.seq == number)).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    rulebook = rules(transaction)
    owner = Ownership(
        office_ids=frozenset() if row.office_id is None else frozenset({OfficeId(row.office_id)}),
        agency_id=None if row.office_id is None else rulebook.offices[OfficeId(row.office_id)].agency_id,
        site_id=row.site_id,
        governorate_id=None if row.site_id is None else rulebook.sites[SiteId(row.site_id)].governorate_id,
    )
    if (refusal := actor.refused(Action.RECORD_INCIDENT, owner)) is not None:
        return refusal
    over = transaction.connection.execute(
        update(incident)
        .where(incident.c.seq == number, incident.c.ends_at.is_(None), incident.c.starts_at < transaction.now)
        .values(ends_at=transaction.now)
    )
    if over.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, "end_incident", f"incident:{number}")
    return _answer(transaction.connection.execute(select(incident).where(incident.c.seq == number)).one())


def call_for_help(transaction: Transaction, actor: Actor, ask: HelpAsk) -> Incident | Refusal:
    """Have the hall's operator told that somebody is stuck at the asking kiosk, and why. FORBIDDEN for anybody else.

    It stands until the operator ends it. Nobody is excused by it: a machine judges no one's fault.
    """
    if (refusal := actor.refused(Action.CALL_FOR_HELP)) is not None:
        return refusal
    failed = ",".join(part for part in KioskPart if part in ask.failed)
    run = transaction.connection.execute
    own = (incident.c.kiosk_id == actor.kiosk_id, incident.c.ends_at.is_(None))
    standing = run(
        update(incident)
        .where(*own, incident.c.starts_at > transaction.now - _SAME_CALL)
        .values(failed=failed)
        .returning(incident.c.seq)
    ).scalars()
    number = max(standing, default=None)
    if number is None:
        run(update(incident).where(*own).values(ends_at=transaction.now))
        number = run(
            insert(incident)
            .values(
                kind=IncidentKind.KIOSK.value,
                site_id=actor.site_id,
                kiosk_id=actor.kiosk_id,
                starts_at=transaction.now,
                confirmed=False,
                failed=failed,
            )
            .returning(incident.c.seq)
        ).scalar_one()
        record(transaction, actor, "call_for_help", f"incident:{number}")
    return _answer(run(select(incident).where(incident.c.seq == number)).one())


def shown(transaction: Transaction, actor: Actor, after: str | None = None, limit: int = 50) -> Incidents | Refusal:
    """The faults of one's own place and of everywhere, the latest first.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `after`).
    """
    if (refusal := actor.refused(Action.RECORD_INCIDENT)) is not None:
        return refusal
    place = place_of(after, numbered=True)
    if isinstance(place, Refusal):
        return place
    at, key = incident.c.starts_at, incident.c.seq
    query = select(incident).order_by(at.desc(), key.desc()).limit(limit + 1)
    if place is not None:
        query = query.where(behind(at, key, place, latest_first=True))
    if scope_of(actor.role, Action.RECORD_INCIDENT) is Scope.SITE:
        query = query.where(or_(incident.c.site_id.is_(None), incident.c.site_id == actor.site_id))
    elif scope_of(actor.role, Action.RECORD_INCIDENT) is Scope.OFFICE:
        query = query.where(or_(incident.c.office_id.is_(None), incident.c.office_id == actor.office_id))
    rows = transaction.connection.execute(query).all()
    return Incidents(
        incidents=tuple(_answer(row) for row in rows[:limit]), next=cursor(rows, limit, "starts_at", "seq")
    )


def beat(transaction: Transaction) -> int | None:
    """Note that a server serves; the number of the incident where none did for a while, and this call noticed."""
    now = transaction.now
    last = transaction.connection.execute(
        select(heartbeat.c.at).where(heartbeat.c.name == _SERVER)
    ).scalar_one_or_none()
    if last is None:
        insert_new(transaction.connection, heartbeat, [{"name": _SERVER, "at": now}])
        return None
    if last >= now:  # the clock was put back, or another server was quicker
        return None
    mine = transaction.connection.execute(
        update(heartbeat).where(heartbeat.c.name == _SERVER, heartbeat.c.at == last).values(at=now)
    )
    if mine.rowcount == 0 or now - last <= AWAY_AFTER:
        return None
    number = _entered(transaction, IncidentKind.SERVER_DOWN, None, None, last, now)
    record(transaction, None, "record_incident", f"incident:{number}")
    return number


def _entered(
    transaction: Transaction,
    kind: IncidentKind,
    site_id: str | None,
    office_id: str | None,
    starts_at: datetime,
    ends_at: datetime | None,
) -> int:
    number: int = transaction.connection.execute(
        insert(incident)
        .values(
            kind=kind.value,
            site_id=site_id,
            office_id=office_id,
            starts_at=starts_at,
            ends_at=ends_at,
            confirmed=True,
        )
        .returning(incident.c.seq)
    ).scalar_one()
    return number


def _answer(row: _AnyRow) -> Incident:
    kinds = {kind.value for kind in IncidentKind}
    return Incident(
        number=row.seq,
        kind=IncidentKind(row.kind) if row.kind in kinds else IncidentKind.OTHER,
        site_id=row.site_id,
        office_id=row.office_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kiosk_id=row.kiosk_id,
        failed=tuple(part for part in KioskPart if part in (row.failed or "").split(",")),
        confirmed=row.confirmed,
    )
