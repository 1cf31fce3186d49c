"""Pages of rows, in the order of a moment and a key: each begins behind the last row of the one before.

By what a row is rather than by how many came before it, so that rows which come or go meanwhile shift nothing.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, or_

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.storage.types import moment_ms

_EPOCH: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_MOST_DIGITS: Final = 15
"""No key of ours is longer, and no store compares with more."""
_Column = ColumnElement[Any]  # a column's values are of its own type


@dataclass(frozen=True, slots=True)
class Place:
    """The last row that was shown: its moment, and the key by which those of one moment are ordered."""

    at: datetime
    key: str | int


def place_of(after: str | None, *, numbered: bool = False) -> Place | Refusal | None:
    """Where a page of rows begins, whose keys are numbers where they are `numbered`; None at the beginning.

    INVALID_REQUEST (field `after`) for what `cursor` never made.
    """
    if after is None:
        return None
    try:
        at, key = base64.urlsafe_b64decode(after).decode().split(" ")
        moment = _EPOCH + timedelta(milliseconds=int(at))
        place = Place(moment, int(key[:_MOST_DIGITS]) if numbered else key)
    except (ValueError, binascii.Error, OverflowError):
        return Refusal(RefusalCode.INVALID_REQUEST, field="after")
    return place


def behind(at: _Column, key: _Column, place: Place, *, latest_first: bool) -> _Column:
    """The condition on rows that come after the place."""
    if latest_first:
        return or_(at < place.at, and_(at == place.at, key < place.key))
    return or_(at > place.at, and_(at == place.at, key > place.key))


def cursor(rows: Sequence[Row[Any]], limit: int, at: str, key: str) -> str | None:
    """What leads on from the first `limit` of these rows, by the names of both columns; None where that was all."""
    if len(rows) <= limit:
        return None
    last = rows[limit - 1]._mapping  # noqa: SLF001 - SQLAlchemy's public accessor, underscored so that no column hides it
    return base64.urlsafe_b64encode(f"{moment_ms(last[at])} {last[key]}".encode()).decode("ascii")
