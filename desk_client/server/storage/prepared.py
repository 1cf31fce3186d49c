"""Statements that run with every booking: compiled once for each backend, then handed to the driver as they are.

SQLAlchemy words them, and converts what goes in and comes out. What it does besides for each execution (events, result
objects, its caches) costs several times what the driver needs; elsewhere `connection.execute` is as good.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter, methodcaller
from typing import Any, Final, TypeVar

from sqlalchemy import ARRAY, Connection, Delete, Insert, Select, Update, bindparam, func, select
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

from desk_client.server.storage.driver_errors import translated
from desk_client.server.storage.talk import NUMBERED, talk_of

Values = Mapping[str, Any]  # by the names of columns and parameters, of many types
Row = Any  # a named tuple; which names it has, its statement says
Statement = Select[*tuple[Any, ...]] | Insert | Update | Delete
T = TypeVar("T")
_POSTGRESQL: Final = "postgresql"


class Prepared:
    """One statement, which may be kept for as long as the program runs and used by any thread.

    Errors are those of SQLAlchemy, as if it had run the statement.
    """

    def __init__(self, statement: Statement, *, a_list: str = "") -> None:
        """Take the statement; `a_list` names its parameter that is a list of any length, if it has one."""
        self._statement = statement
        self._a_list = a_list
        self._compiled: dict[tuple[str, str, int, tuple[str, ...]], _Compiled] = {}
        self._together: dict[tuple[str, ...], Prepared] = {}

    def change(self, connection: Connection, values: Values) -> int:
        """Run it and tell how many rows it met."""
        compiled = self._for(connection, values)
        return int(_run(connection, compiled.text, compiled.bind(values), _MET))

    def change_all(self, connection: Connection, rows: Sequence[Values]) -> int:
        """Run it for each of at least one row, which all name the same columns; how many rows it met in all."""
        statement, values = self._of_all(connection, rows)
        if statement is not self or len(rows) == 1:
            return statement.change(connection, values)
        compiled = self._for(connection, values)
        return _run_for_all(connection, compiled.text, list(map(compiled.bind, rows)))

    def send(self, connection: Connection, values: Values) -> None:
        """Run it before whatever follows in this transaction or ends it; nobody asks how many rows it met."""
        compiled = self._for(connection, values)
        bound = compiled.bind(values)
        if (talk := talk_of(connection)) is None:
            _run(connection, compiled.text, bound, _MET)
        else:
            talk.keep_back((compiled.text, bound))

    def send_all(self, connection: Connection, rows: Sequence[Values]) -> None:
        """The same for each of at least one row, which all name the same columns."""
        statement, values = self._of_all(connection, rows)
        if statement is self and len(rows) > 1:
            self.change_all(connection, rows)
        else:
            statement.send(connection, values)

    def rows(self, connection: Connection, values: Values) -> list[Row]:
        """Run it and read all that it finds."""
        compiled = self._for(connection, values)
        return list(map(compiled.row, _run(connection, compiled.text, compiled.bind(values), _ALL)))

    def first(self, connection: Connection, values: Values) -> Row | None:
        """Run it and read one row; None where it finds nothing."""
        compiled = self._for(connection, values)
        found = _run(connection, compiled.text, compiled.bind(values), _ONE)
        return None if found is None else compiled.row(found)

    def _of_all(self, connection: Connection, rows: Sequence[Values]) -> "tuple[Prepared, Values]":
        """What is run for all of the rows, and with which values: PostgreSQL takes new ones as one list a column.

        Elsewhere the driver goes through them, which for SQLite costs no more.
        """
        if len(rows) == 1 or connection.dialect.name != _POSTGRESQL or not isinstance(self._statement, Insert):
            return self, rows[0]
        names = tuple(rows[0])
        together = self._together.get(names)
        if together is None:
            together = self._together[names] = Prepared(_in_one(self._statement, names))
        return together, {name: [row[name] for row in rows] for name in names}

    def _for(self, connection: Connection, values: Values) -> "_Compiled":
        dialect = connection.dialect if talk_of(connection) is None else NUMBERED
        a_list = len(values[self._a_list]) if self._a_list else 0
        signature = dialect.name, dialect.paramstyle, a_list, tuple(values)
        compiled = self._compiled.get(signature)
        if compiled is None:
            compiled = self._compiled[signature] = _Compiled(self._statement, dialect, values, self._a_list)
        return compiled


class _Compiled:
    """For one backend, one set of names and one length of the list."""

    def __init__(self, statement: Statement, dialect: Dialect, values: Values, a_list: str) -> None:
        """These values stand for all that have the same names."""
        compiled = statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)
        if compiled.insert_prefetch or compiled.update_prefetch:
            raise ValueError("a column's default is computed by SQLAlchemy: only connection.execute does so")
        state = compiled.construct_expanded_state(values)
        self.text = state.statement
        self._a_list = a_list
        self._listed = state.parameter_expansion.get(a_list, [])
        known = {*values, *self._listed}
        self._constant = {name: value for name, value in state.parameters.items() if name not in known}
        places = state.parameters if state.positiontup is None else state.positiontup
        origin = {each: name for name, expanded in state.parameter_expansion.items() for each in expanded}
        self._places = [
            (name, compiled.binds[origin.get(name, name)].type.dialect_impl(dialect).bind_processor(dialect))
            for name in places
        ]
        self._in_order = state.positiontup is not None
        columns = [] if not isinstance(statement, Select) else list(statement.selected_columns)
        self._row = namedtuple("Row", [column.key or "" for column in columns]) if columns else tuple  # noqa: PYI024 - which names, only the statement tells
        self._read = [
            (place, convert)
            for place, column in enumerate(columns)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None)) is not None
        ]

    def bind(self, values: Values) -> tuple[Any, ...] | dict[str, Any]:
        """What the driver binds."""
        if self._constant or self._listed:
            values = {**self._constant, **values, **dict(zip(self._listed, values.get(self._a_list, ()), strict=True))}
        if self._in_order:
            return tuple([values[name] if convert is None else convert(values[name]) for name, convert in self._places])
        return {name: values[name] if convert is None else convert(values[name]) for name, convert in self._places}

    def row(self, found: Sequence[Any]) -> Row:
        """A row of what the driver found."""
        if not self._read:
            return self._row(*found)
        columns = list(found)
        for place, convert in self._read:
            columns[place] = convert(columns[place])
        return self._row(*columns)


def _in_one(statement: Insert, names: tuple[str, ...]) -> Insert:
    """The same insert for any number of rows, each column's values in a list of their own."""
    columns = [statement.table.c[name] for name in names]
    lists = (bindparam(column.name, type_=ARRAY(column.type)) for column in columns)
    given = func.unnest(*lists).table_valued(*names, name="given").render_derived()
    return statement.from_select(names, select(*given.c))


_MET: Final[Callable[[Any], int]] = attrgetter("rowcount")
_ALL: Final[Callable[[Any], list[Any]]] = methodcaller("fetchall")
_ONE: Final[Callable[[Any], Any]] = methodcaller("fetchone")


def _run(connection: Connection, text: str, bound: Any, take: Callable[[Any], T]) -> T:  # PEP 249 is untyped
    """What `take` takes of the cursor. SQLite looks for rows only as they are read, and may fail there as well."""
    talk = talk_of(connection)
    try:
        if talk is not None:
            return take(talk.ask((text, bound)))
        cursor = connection.connection.cursor()
        cursor.execute(text, bound)
        return take(cursor)
    except connection.dialect.loaded_dbapi.Error as error:
        raise translated(connection, error) from error


def _run_for_all(connection: Connection, text: str, rows: Sequence[Any]) -> int:
    """How many rows it met in all."""
    if talk_of(connection) is not None:
        return sum(_run(connection, text, bound, _MET) for bound in rows)
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(text, rows)
    except connection.dialect.loaded_dbapi.Error as error:
        raise translated(connection, error) from error
    return int(cursor.rowcount)
