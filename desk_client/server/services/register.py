"""The books, read: the register of who looked at whose data, and the audit trail; page by page, the latest first."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Table, select

from desk_client.domain.access import Action
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.privacy import AuditEntry, AuditTrail, Look, OwnRegister, PersonLook, Register
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import access_log, audit

MOST_ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a book.

    Attributes:
        before: only rows with a lower number; None: from the latest on.
        rows: how many at most, up to `MOST_ROWS`.
    """

    before: int | None = None
    rows: int = 50


def own_register(transaction: Transaction, actor: Actor, page: Page) -> OwnRegister | Refusal:
    """Who looked at the citizen's own data. Refusal: FORBIDDEN."""
    if actor.person_id is None or actor.refused(Action.MANAGE_OWN_DATA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    rows = _page(transaction, access_log, page, {"person_id": actor.person_id})
    return OwnRegister(looks=tuple(Look(**_look(row)) for row in rows[: page.rows]), following=_following(rows, page))


def register(
    transaction: Transaction, actor: Actor, page: Page, *, person_id: str | None, by: str | None
) -> Register | Refusal:
    """Who looked at whose data; of one person, by one actor, or all. Refusal: FORBIDDEN.

    Asking about one person is itself a look.
    """
    if (refusal := actor.refused(Action.SEE_REGISTER)) is not None:
        return refusal
    rows = _page(transaction, access_log, page, {"person_id": person_id, "actor": by})
    if person_id is not None and rows:
        looked_at(transaction, actor, Action.SEE_REGISTER.value, PersonId(person_id), person_id)
    looks = tuple(PersonLook(**_look(row), person_id=row.person_id) for row in rows[: page.rows])
    return Register(looks=looks, following=_following(rows, page))


def audit_trail(
    transaction: Transaction, actor: Actor, page: Page, *, subject: str | None, by: str | None
) -> AuditTrail | Refusal:
    """Who did what; to one thing, by one actor, or all. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_REGISTER)) is not None:
        return refusal
    rows = _page(transaction, audit, page, {"subject": subject, "actor": by})
    return AuditTrail(
        entries=tuple(AuditEntry(**_look(row)) for row in rows[: page.rows]), following=_following(rows, page)
    )


def _page(transaction: Transaction, book: Table, page: Page, only: dict[str, str | None]) -> list[Row[Any]]:
    """The page's rows, and one more where there are any after it."""
    conditions = [book.c[name] == value for name, value in only.items() if value is not None]
    if page.before is not None:
        conditions.append(book.c.seq < page.before)
    query = select(book).where(*conditions).order_by(book.c.seq.desc()).limit(page.rows + 1)
    return list(transaction.connection.execute(query))


def _following(rows: list[Row[Any]], page: Page) -> int | None:
    return rows[page.rows - 1].seq if len(rows) > page.rows else None


def _look(row: Row[Any]) -> dict[str, Any]:  # a row's columns are of many types; the model checks them
    return {name: getattr(row, name) for name in ("seq", "at", "actor", "role", "action", "subject")}
