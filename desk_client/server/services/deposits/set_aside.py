"""What was left at a kiosk and could not be done: its operator sees it until they say that they have seen to it.

What the server set aside is known since it came in; what a kiosk set aside by itself comes with the kiosk's reports.
"""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.deposits import AtKiosk, LeftKind, Verdict, counted
from desk_client.domain.ids import GovernorateId, KioskId, PersonId, SiteId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.accounts import PersonFound
from desk_client.protocol.hall import AsideTold, EntryAside
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, deposit
from desk_client.server.storage.tables.region import kiosk, site

_AT_KIOSK: Final = frozenset(each.value for each in AtKiosk)
_AnyRow = Row[Any]  # a row's columns are of many types


def told(transaction: Transaction, kiosk_id: KioskId, entries: Sequence[AsideTold]) -> tuple[str, ...]:
    """A kiosk tells what it holds: what is new is kept for its operator. Those that need not be held any more."""
    if not entries:
        return ()
    run = transaction.connection.execute
    ids = [each.id for each in entries]
    rows = run(select(deposit.c.id, deposit.c.settled_at).where(deposit.c.kiosk_id == kiosk_id, deposit.c.id.in_(ids)))
    settled = {row.id: row.settled_at is not None for row in rows}
    for entry in entries:
        if entry.id in settled:
            continue
        moment = counted(entry.happened_at, transaction.now)
        # what the server judged is known to it: where it is not, nothing was done
        reason = entry.reason if entry.reason in _AT_KIOSK else AtKiosk.REFUSED
        run(
            insert(deposit).values(
                kiosk_id=kiosk_id,
                id=entry.id,
                sequence=entry.sequence,
                claimed_at=entry.happened_at,
                counted_at=moment.at,
                plausible=moment.is_plausible,
                received_at=transaction.now,
                verdict=reason.value,
            )
        )
    return tuple(key for key, is_settled in settled.items() if is_settled)


def open_ones(transaction: Transaction, kiosk_ids: Collection[str]) -> dict[str, list[_AnyRow]]:
    """What nobody has dealt with yet, by kiosk, the oldest first."""
    found: dict[str, list[_AnyRow]] = {}
    for row in transaction.connection.execute(
        select(deposit)
        .where(deposit.c.kiosk_id.in_(kiosk_ids), deposit.c.settled_at.is_(None))
        .order_by(deposit.c.received_at, deposit.c.sequence)
    ):
        found.setdefault(row.kiosk_id, []).append(row)
    return found


def shown(row: _AnyRow, kiosk_number: int) -> EntryAside:
    """One of them as its operator sees it: the number of the slip, and nothing of whose it is."""
    return EntryAside(
        id=row.id,
        number=f"{kiosk_number}-{row.sequence:04d}",
        kind=None if row.kind is None else LeftKind(row.kind),
        left_at=row.claimed_at if row.plausible else row.received_at,
        reason=AtKiosk(row.verdict) if row.verdict in _AT_KIOSK else Verdict(row.verdict),
        person_known=row.kind == LeftKind.CHECK_IN and row.subject is not None,
    )


def deal_with(transaction: Transaction, actor: Actor, kiosk_id: KioskId, entry_id: str) -> Refusal | None:
    """An operator has seen to it; said twice it changes nothing. Refusals: FORBIDDEN, NOT_FOUND."""
    row = _theirs(transaction, actor, kiosk_id, entry_id)
    if isinstance(row, Refusal):
        return row
    if row.settled_at is None:
        transaction.connection.execute(
            update(deposit)
            .where(deposit.c.kiosk_id == kiosk_id, deposit.c.id == entry_id)
            .values(settled_at=transaction.now, settled_by=actor.staff_id)
        )
        record(transaction, actor, "deal_with_deposit", row.subject or entry_id)
    return None


def whose(transaction: Transaction, actor: Actor, kiosk_id: KioskId, entry_id: str) -> PersonFound | Refusal:
    """Whoever left it, so that they can be helped; the register has who asked. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.FIND_PERSON)) is not None:
        return refusal
    row = _theirs(transaction, actor, kiosk_id, entry_id)
    if isinstance(row, Refusal):
        return row
    person_id = transaction.connection.execute(
        select(appointment.c.person_id).where(appointment.c.id == row.subject)
    ).scalar_one_or_none()
    known = None if person_id is None or row.kind != LeftKind.CHECK_IN else people.shown(transaction, person_id)
    if known is None or known.masked_id is None:
        return Refusal(RefusalCode.NOT_FOUND)  # nobody knows whose it is, or they were erased meanwhile
    looked_at(transaction, actor, Action.FIND_PERSON.value, PersonId(known.id), row.subject)
    return people.answered(known)


def _theirs(transaction: Transaction, actor: Actor, kiosk_id: KioskId, entry_id: str) -> _AnyRow | Refusal:
    """An entry of a hall that the asker looks after."""
    if (refusal := actor.refused(Action.MANAGE_KIOSKS)) is not None:
        return refusal
    row = transaction.connection.execute(
        select(deposit, site.c.id.label("site_id"), site.c.governorate_id)
        .join(kiosk, kiosk.c.id == deposit.c.kiosk_id)
        .join(site, site.c.id == kiosk.c.site_id)
        .where(deposit.c.kiosk_id == kiosk_id, deposit.c.id == entry_id)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    owner = Ownership(site_id=SiteId(row.site_id), governorate_id=GovernorateId(row.governorate_id))
    return actor.refused(Action.MANAGE_KIOSKS, owner) or row
