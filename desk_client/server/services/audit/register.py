"""The books, read: the register of who looked at whose data, and the audit trail; page by page, the latest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, CompoundSelect, Row, Table, literal, select, union

from desk_client.domain.access import Action
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.privacy import AuditEntry, AuditTrail, Look, OwnRegister, PersonLook, Register
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, attachment, request
from desk_client.server.storage.tables.bookkeeping import access_log, audit
from desk_client.server.storage.tables.recordings import recording

_MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a book.

    Attributes:
        after: `next` of the part before; None: from the latest on.
        rows: how many at most.
        since: nothing before this moment.
        until: nothing from this moment on.
    """

    after: str | None = None
    rows: int = 50
    since: datetime | None = None
    until: datetime | None = None


def own_register(transaction: Transaction, actor: Actor, part: Part) -> OwnRegister | Refusal:
    """Who looked at the citizen's own data. Refusals: FORBIDDEN, INVALID_REQUEST (field `after`)."""
    if actor.person_id is None or actor.refused(Action.MANAGE_OWN_DATA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    rows = _page(transaction, access_log, part, {"person_id": actor.person_id})
    if isinstance(rows, Refusal):
        return rows
    return OwnRegister(items=tuple(Look(**_look(row)) for row in rows[: part.rows]), next=_next(rows, part))


def register(
    transaction: Transaction,
    actor: Actor,
    part: Part,
    *,
    person_id: str | None,
    by: str | None,
    case: str | None = None,
) -> Register | Refusal:
    """Who looked at whose data; of one person, by one actor, in one case, or all. Asking about one person is a look.

    `case` is the case's id, or that of any appointment, request, file or recording of it.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `after`).
    """
    if (refusal := actor.refused(Action.SEE_REGISTER)) is not None:
        return refusal
    within = () if case is None else (access_log.c.subject.in_(of_case(case)),)
    rows = _page(transaction, access_log, part, {"person_id": person_id, "actor": by}, *within)
    if isinstance(rows, Refusal):
        return rows
    if person_id is not None and rows:
        looked_at(transaction, actor, Action.SEE_REGISTER.value, PersonId(person_id), person_id)
    items = tuple(PersonLook(**_look(row), person_id=row.person_id) for row in rows[: part.rows])
    return Register(items=items, next=_next(rows, part))


def audit_trail(
    transaction: Transaction, actor: Actor, part: Part, *, only: Mapping[str, str | None]
) -> AuditTrail | Refusal:
    """Who did what; `only` to one `subject`, by one `actor`, of one kind of `action`, where these are named.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `after`).
    """
    if (refusal := actor.refused(Action.SEE_REGISTER)) is not None:
        return refusal
    rows = _page(transaction, audit, part, only)
    if isinstance(rows, Refusal):
        return rows
    return AuditTrail(items=tuple(AuditEntry(**_look(row)) for row in rows[: part.rows]), next=_next(rows, part))


def of_case(named: str) -> CompoundSelect[tuple[str]]:
    """The ids of everything in the case that this names, or that what this names belongs to."""
    things = (appointment, request)
    held = (attachment.c.appointment_id, attachment.c.request_id, recording.c.appointment_id)
    owners = union(
        *(select(column).where(column.table.c.id == named, column.is_not(None)) for column in held),
        select(literal(named)),
    )
    cases = union(
        *(select(thing.c.case_id).where(thing.c.id.in_(owners)) for thing in things),
        select(literal(named)),
    )
    parts = [select(thing.c.id).where(thing.c.case_id.in_(cases)) for thing in things]
    own = union(*parts)
    brought = [select(column.table.c.id).where(column.in_(own)) for column in held]
    return union(*parts, *brought, select(literal(named)))


def _page(
    transaction: Transaction, book: Table, part: Part, only: Mapping[str, str | None], *within: ColumnElement[bool]
) -> list[Row[Any]] | Refusal:
    """The page's rows, and one more where there are any after it."""
    conditions = list(within)
    conditions += [book.c[name] == value for name, value in only.items() if value is not None]
    if part.since is not None:
        conditions.append(book.c.at >= part.since)
    if part.until is not None:
        conditions.append(book.c.at < part.until)
    if part.after is not None:
        if not part.after.isascii() or not part.after.isdigit() or len(part.after) > _MOST_DIGITS:
            return Refusal(RefusalCode.INVALID_REQUEST, field="after")
        conditions.append(book.c.seq < int(part.after))
    query = select(book).where(*conditions).order_by(book.c.seq.desc()).limit(part.rows + 1)
    return list(transaction.connection.execute(query))


def _next(rows: list[Row[Any]], part: Part) -> str | None:
    return str(rows[part.rows - 1].seq) if len(rows) > part.rows else None


def _look(row: Row[Any]) -> dict[str, Any]:  # a row's columns are of many types; the model checks them
    return {name: getattr(row, name) for name in ("seq", "at", "actor", "role", "action", "subject")}
