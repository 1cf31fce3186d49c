"""What is held about a person, in plain JSON, piece by piece: as much as there is, and never much of it in memory."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy import ColumnElement, LargeBinary, Row, Table, select, tuple_

from desk_client.domain.access import Action
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.security.vault import SealBrokenError
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy.held import HELD, Held
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.sealed import SealedColumn

T = TypeVar("T")
_AT_ONCE: Final = 100
_SEALED: Final = "_sealed"

Key = tuple[Any, ...]  # a primary key's values are of several types


class Read(Protocol):
    """Runs a service in a reading transaction of its own: `House.read_now`."""

    def __call__(self, service: Callable[[Transaction], T]) -> T:
        """Its answer."""
        ...


def own_export(transaction: Transaction, actor: Actor) -> PersonId | Refusal:
    """Whose data a citizen may have: their own. Noted in the trail. Refusal: FORBIDDEN."""
    if actor.person_id is None or actor.refused(Action.MANAGE_OWN_DATA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    record(transaction, actor, "export_data", actor.person_id)
    return actor.person_id


def exported(read: Read, person_id: PersonId, now: datetime) -> Iterator[str]:
    """The pieces of one JSON document (`protocol.privacy.PersonData`).

    Each piece is read in a transaction of its own: what changes meanwhile is in it as it was before or after.
    """
    head = json.dumps({"exported_at": now.isoformat(), "person_id": person_id})
    yield f'{head[:-1]}, "records": {{'
    for place, held in enumerate(HELD):
        yield f"{', ' if place else ''}{json.dumps(held.table.name)}: ["
        yield from _records(read, held, person_id)
        yield "]"
    yield "}}"


def _records(read: Read, held: Held, person_id: PersonId) -> Iterator[str]:
    after: Key | None = None
    while True:
        records, last = read(partial(_page, held=held, person_id=person_id, after=after))
        if records:
            yield ("" if after is None else ", ") + ", ".join(json.dumps(each, ensure_ascii=False) for each in records)
        if len(records) < _AT_ONCE:
            return
        after = last


def _page(
    transaction: Transaction, held: Held, person_id: PersonId, after: Key | None
) -> tuple[list[dict[str, object]], Key | None]:
    """The next records, and the key of the last."""
    key = list(held.table.primary_key.columns)
    conditions: list[ColumnElement[bool]] = [held.of(person_id)]
    if after is not None:
        conditions.append(tuple_(*key) > after if len(key) > 1 else key[0] > after[0])
    rows = transaction.connection.execute(select(held.table).where(*conditions).order_by(*key).limit(_AT_ONCE)).all()
    last = tuple(getattr(rows[-1], column.name) for column in key) if rows else None
    return [_record(transaction, held.table, row) for row in rows], last


def _record(transaction: Transaction, table: Table, row: Row[Any]) -> dict[str, object]:
    """A row as the person may read it: sealed columns opened, hashes left out."""
    place = "/".join(str(getattr(row, column.name)) for column in table.primary_key.columns)
    shown: dict[str, object] = {}
    for column in table.columns:
        value = getattr(row, column.name)
        if column.name.endswith(_SEALED):
            name = column.name.removesuffix(_SEALED)
            try:
                sealed_as = SealedColumn(table, column.name).name
                shown[name] = None if value is None else transaction.vault.open(sealed_as, place, value)
            except SealBrokenError:
                shown[f"{name}_unreadable"] = True  # the rest is theirs all the same
        elif isinstance(value, datetime):
            shown[column.name] = value.isoformat()
        elif not isinstance(column.type, LargeBinary):
            shown[column.name] = value
    if table.name in {"attachment", "recording"}:
        shown.pop("key", None)  # it opens the content wherever a copy of that may lie
    return shown
