"""Column types that mean the same on every backend."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Dialect, Integer
from sqlalchemy.types import TypeDecorator

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

AUTO_INCREMENT = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column declared INTEGER."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as whole milliseconds since 1970-01-01T00:00Z and read back in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Milliseconds for the store; a naive datetime is a bug and raises ValueError."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment in the store is aware")
        return moment_ms(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The moment, in UTC."""
        del dialect
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


def moment_ms(value: datetime) -> int:
    """An aware moment as a store keeps it."""
    return (value - _EPOCH) // timedelta(milliseconds=1)
