"""What has been given away of many resources at once, read in a few statements, whatever their number.

A month of a hundred offices is two hundred thousand claims. The store gathers those of each resource into one text: to
fetch them as rows costs ten times as much. Names go in as one value, so that each statement is the same for any number
of them, and is prepared once; each name is looked up by its key, even where a planner would rather read it all.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ARRAY, ColumnElement, Connection, FromClause, Text, bindparam, cast, func, select

from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.booking import appointment, claim, occupancy

_SQLITE: Final = "sqlite"


def versions(connection: Connection, resources: Iterable[str]) -> dict[str, int]:
    """The version of each resource; those that were never claimed have none."""
    dialect = connection.dialect.name
    rows = _versions(dialect).rows(connection, {"names": _spoken(dialect, resources)})
    return {row.name: row.version for row in rows if row.version is not None}


def quanta(connection: Connection, resources: Iterable[str], within: range) -> dict[str, list[int]]:
    """The quanta of each resource that are claimed, in any order, by expired holds as well; none where there are none.

    Only an index is read: of a claim, its table is ten times as large.
    """
    dialect = connection.dialect.name
    these = {"names": _spoken(dialect, resources), "first": within.start, "beyond": within.stop}
    rows = _quanta(dialect).rows(connection, these)
    return {row.name: json.loads(f"[{row.quanta}]") for row in rows if row.quanta is not None}


def held(connection: Connection, resources: Sequence[str], within: range) -> list[tuple[str, int, datetime]]:
    """The claims of holds among these: resource, quantum, and when the hold expires or did."""
    dialect = connection.dialect.name
    window = {"first": within.start, "beyond": within.stop}
    most = _A_FEW * len(resources)
    holds = [row.id for row in _HOLDS.rows(connection, {"most": most})]
    if len(holds) < most:  # fewer than it takes to look at all that is claimed
        found = _of_holds(dialect).rows(connection, window | {"names": _spoken(dialect, holds)})
        asked = set(resources)
        return [tuple(row) for row in found if row.resource in asked]
    return [
        tuple(row) for row in _of_resources(dialect).rows(connection, window | {"names": _spoken(dialect, resources)})
    ]


def _spoken(dialect: str, names: Iterable[str]) -> Any:  # what the driver binds for a list of texts
    return json.dumps(list(names)) if dialect == _SQLITE else list(names)


def _names(dialect: str) -> tuple[FromClause, ColumnElement[str]]:
    """The names that were asked for, as a table."""
    if dialect == _SQLITE:
        each = func.json_each(bindparam("names", type_=Text)).table_valued("value", name="name")
    else:
        each = func.unnest(bindparam("names", type_=ARRAY(Text))).table_valued("value", name="name").render_derived()
    return each, each.c.value


@cache
def _versions(dialect: str) -> Prepared:
    each, name = _names(dialect)
    version = select(occupancy.c.version).where(occupancy.c.resource == name).scalar_subquery()
    return Prepared(select(name.label("name"), version.label("version")).select_from(each))


@cache
def _quanta(dialect: str) -> Prepared:
    each, name = _names(dialect)
    taken = (
        select(func.aggregate_strings(cast(claim.c.quantum, Text), ","))
        .where(claim.c.resource == name, *_WITHIN)
        .scalar_subquery()
    )
    return Prepared(select(name.label("name"), taken.label("quanta")).select_from(each))


@cache
def _of_resources(dialect: str) -> Prepared:
    each, name = _names(dialect)
    return Prepared(_EXPIRING.select_from(each).join(claim, claim.c.resource == name))


@cache
def _of_holds(dialect: str) -> Prepared:
    each, name = _names(dialect)
    return Prepared(_EXPIRING.select_from(each).join(claim, claim.c.owner == name))


_WITHIN: Final = (claim.c.quantum >= bindparam("first"), claim.c.quantum < bindparam("beyond"))
_EXPIRING: Final = select(claim.c.resource, claim.c.quantum, claim.c.expires_at).where(
    *_WITHIN, claim.c.expires_at.is_not(None)
)
_HOLDS: Final = Prepared(  # whatever has claims that expire is held until then
    select(appointment.c.id).where(appointment.c.held_until.is_not(None)).limit(bindparam("most"))
)
_A_FEW: Final = 50
"""To find the claims of so many holds costs about as much as to look at all the claims of one resource."""
