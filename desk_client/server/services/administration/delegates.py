"""What an office's managers may do in its name, and for how long: the official says it, or an administrator.

Whoever is given other rights has no session left: what they may from now on holds at once, also in a talk.
"""

from typing import Any

from sqlalchemy import Row, func, select, update

from desk_client.domain.access import Action, Ownership, Role
from desk_client.domain.delegation import DelegateRight, Delegation
from desk_client.domain.ids import OfficeId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.delegates import Delegate, DelegateAsk, Delegates
from desk_client.server.services.access.delegated import delegation_of, written
from desk_client.server.services.access.sessions import end_all
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff


def listed(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Delegates | Refusal:
    """The managers of an office, by name. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := _not_theirs(transaction, actor, office_id)) is not None:
        return refusal
    rows = transaction.connection.execute(
        select(staff)
        .where(staff.c.office_id == office_id, staff.c.role == Role.DELEGATE.value, staff.c.disabled_at.is_(None))
        .order_by(staff.c.name_ar, staff.c.id)
    )
    return Delegates(items=tuple(_answer(row) for row in rows))


def put(
    transaction: Transaction,
    actor: Actor,
    office_id: OfficeId,
    staff_id: StaffId,
    ask: DelegateAsk,
    version: int | None,
) -> Delegates | Refusal:
    """Leave these rights to a manager of the office; none at all: they may nothing any more. They are signed out.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (field `last`: before
    `first`).
    """
    if (refusal := _not_theirs(transaction, actor, office_id)) is not None:
        return refusal
    run = transaction.connection.execute
    theirs = (staff.c.id == staff_id, staff.c.office_id == office_id, staff.c.role == Role.DELEGATE.value)
    if run(select(staff.c.id).where(*theirs)).first() is None:
        return Refusal(RefusalCode.NOT_FOUND, field="staff_id")
    if version is None:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    if ask.first is not None and ask.last is not None and ask.last < ask.first:
        return Refusal(RefusalCode.INVALID_REQUEST, field="last")
    left = Delegation(frozenset(ask.rights), ask.first, ask.last)
    seen = func.coalesce(staff.c.delegation_version, 0) == version
    mine = run(update(staff).where(*theirs, seen).values(**written(left), delegation_version=version + 1))
    if mine.rowcount == 0:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    end_all(transaction, staff_id=staff_id)
    record(transaction, actor, "delegate" if ask.rights else "revoke_delegate", staff_id)
    return listed(transaction, actor, office_id)


def _not_theirs(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Refusal | None:
    if (refusal := actor.refused(Action.MANAGE_DELEGATES)) is not None:
        return refusal
    office = rules(transaction).offices.get(office_id)
    if office is None:
        return Refusal(RefusalCode.NOT_FOUND)
    owner = Ownership(office_ids=frozenset({office_id}), agency_id=office.agency_id)
    return actor.refused(Action.MANAGE_DELEGATES, owner)


def _answer(row: Row[Any]) -> Delegate:  # a row's columns are of many types
    left = delegation_of(row)
    return Delegate(
        staff_id=row.id,
        name=Texts(ar=row.name_ar, en=row.name_en),
        rights=tuple(right for right in DelegateRight if right in left.rights),
        first=left.first,
        last=left.last,
        version=row.delegation_version or 0,
    )
