"""Column types that mean the same on every backend."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Dialect, Integer
from sqlalchemy.types import TypeDecorator

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)

AUTO_INCREMENT = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column declared INTEGER."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as whole milliseconds since 1970-01-01T00:00Z and read back in UTC."""

    impl = BigInteger
    cache_ok = True

    # not process_bind_param and process_result_value: SQLAlchemy wraps those twice, and a booking has forty moments

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        """Milliseconds for the store; a naive datetime is a bug and raises ValueError."""
        del dialect
        return _kept

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], datetime | None]:
        """The moment, in UTC."""
        del dialect, coltype
        return _read


def _kept(value: datetime | None) -> int | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment in the store is aware")
    return (value - _EPOCH) // _MILLISECOND


def _read(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(milliseconds=value)


def moment_ms(value: datetime) -> int:
    """An aware moment as a store keeps it."""
    return (value - _EPOCH) // _MILLISECOND
