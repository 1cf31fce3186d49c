"""A whole book, or what is searched in it, written out: for whoever inspects the house, or clears something up."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final, Literal, Protocol, TypeVar

from sqlalchemy import Row, Table, select

from desk_client.domain.access import Action
from desk_client.domain.grounds import Grounds
from desk_client.domain.outcomes import Refusal
from desk_client.server.services.actor import Actor
from desk_client.server.services.audit.register import Part, of_case
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import access_log, audit

T = TypeVar("T")
Book = Literal["audit", "register"]
_TABLES: Final[Mapping[Book, Table]] = {"audit": audit, "register": access_log}
_AT_ONCE: Final = 1000


class Read(Protocol):
    """Runs a service in a reading transaction of its own: `House.read_now`."""

    def __call__(self, service: Callable[[Transaction], T]) -> T:
        """Its answer."""
        ...


def asked(transaction: Transaction, actor: Actor, book: Book, grounds: Grounds) -> bool | Refusal:
    """Whether a book may be taken out, on these grounds; noted in the trail. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_REGISTER)) is not None:
        return refusal
    record(transaction, actor, grounds.of("export_book"), book)
    return True


def written(
    read: Read, book: Book, part: Part, only: Mapping[str, str | None], case: str | None, now: datetime
) -> Iterator[str]:
    """The pieces of one JSON document, the oldest row first; `only` where these columns have these values.

    `case` as of `register.register`.

    Each piece is read in a transaction of its own; what comes in after `now` is not in it.
    """
    yield f'{{"book": "{book}", "exported_at": "{now.isoformat()}", "rows": ['
    after, is_first = 0, True
    while rows := read(partial(_rows, table=_TABLES[book], part=part, only=only, case=case, after=after, now=now)):
        yield ("" if is_first else ",\n") + ",\n".join(json.dumps(_shown(row)) for row in rows)
        after, is_first = rows[-1].seq, False
    yield "]}"


def _rows(
    transaction: Transaction,
    table: Table,
    part: Part,
    only: Mapping[str, str | None],
    case: str | None,
    after: int,
    now: datetime,
) -> list[Row[Any]]:  # a row's columns are of many types
    conditions = [table.c.seq > after, table.c.at <= now]
    conditions += [table.c[name] == value for name, value in only.items() if value is not None]
    if case is not None:
        conditions.append(table.c.subject.in_(of_case(case)))
    if part.since is not None:
        conditions.append(table.c.at >= part.since)
    if part.until is not None:
        conditions.append(table.c.at < part.until)
    query = select(table).where(*conditions).order_by(table.c.seq).limit(_AT_ONCE)
    return list(transaction.connection.execute(query))


def _shown(row: Row[Any]) -> dict[str, object]:  # the same
    shown = row._asdict()
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in shown.items()}
