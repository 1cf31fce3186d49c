"""Where the tests' stores are, and a small table of their own: what is tried is the store, not the house's schema."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, String, Table, insert, select, update

from desk_client.server.storage.port import Store

scratch = MetaData()
seat = Table(
    "seat",
    scratch,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("owner", String(64), nullable=False),
    Column("visits", BigInteger, nullable=False),
)


@dataclass(frozen=True)
class Place:
    """A store's place; it may be opened any number of times, one after another or at once."""

    name: str
    open: Callable[[], Store]


def take(number: int, owner: str = "x") -> Callable[[Connection], int]:
    """Work that takes a seat; it fails where the seat is taken."""
    return lambda connection: connection.execute(insert(seat).values(number=number, owner=owner, visits=0)).rowcount


def visit(number: int, by: int = 1) -> Callable[[Connection], int]:
    return lambda connection: (
        connection.execute(update(seat).where(seat.c.number == number).values(visits=seat.c.visits + by)).rowcount
    )


def taken(connection: Connection) -> list[int]:
    return list(connection.execute(select(seat.c.number).order_by(seat.c.number)).scalars())


def visits(number: int) -> Callable[[Connection], int]:
    def read(connection: Connection) -> int:
        found: int = connection.execute(select(seat.c.visits).where(seat.c.number == number)).scalar_one()
        return found

    return read
