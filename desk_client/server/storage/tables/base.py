"""What all tables share: the metadata with its naming rules, and the shapes of common columns."""

from typing import Final

from sqlalchemy import Column, LargeBinary, MetaData, String, Text

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

ID: Final = String(64)
HASH: Final = LargeBinary(32)
CLOCK: Final = String(5)
"""A wall time, "HH:MM"."""
DAY: Final = String(10)
"""A day in ISO 8601; text of that shape sorts as days do."""


def texts(name: str) -> tuple[Column[str], Column[str]]:
    """A name in both languages."""
    return Column(f"{name}_ar", Text, nullable=False), Column(f"{name}_en", Text, nullable=False)
