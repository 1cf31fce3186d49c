"""The two manners of a wire model: what we ask is strict, what we are answered may grow."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)
from pydantic_core import PydanticCustomError

WHEN_NEEDED: Final = ConfigDict(defer_build=True)
"""A client's model is built when it is first used: the first screen waits for none that home has no use for."""
MOST_ROWS: Final = 200
"""No page has more rows."""
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written_out(value: object) -> object:
    """No count of seconds, as a number or as a text, which the library would take for a moment."""
    if isinstance(value, int | float) or (isinstance(value, str) and _DAY.match(value) is None):
        raise PydanticCustomError("datetime_parsing", "It is written as RFC 3339 has it")
    return value


def _within_reach(moment: datetime) -> datetime:
    """In UTC; the ends of the calendar are refused, where the next step of any arithmetic leads out of it."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise PydanticCustomError("datetime_out_of_range", "Nobody makes an appointment for then")
    return moment.astimezone(UTC)


def _day_within_reach(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise PydanticCustomError("date_out_of_range", "Nobody makes an appointment for then")
    return day


Instant = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_within_reach)]
"""A moment with its offset; the server always sends UTC (domain rule "Time")."""

CalendarDay = Annotated[date, BeforeValidator(_written_out), AfterValidator(_day_within_reach)]
"""A day that somebody may ask about."""

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
"""An opaque id made by the server."""

ConsentVersion = Annotated[
    str | None,
    Field(
        min_length=1,
        max_length=16,
        description="where the person has not agreed yet to the processing of their data (`consent_required`): the "
        "version of the words to which they do now, shown to them, or read to them by the member of staff who asks",
    ),
]


class Ask(BaseModel):
    """A request's body: an unknown field is a mistake of the sender and is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", **WHEN_NEEDED)

    @field_validator("*")
    @classmethod
    def _can_be_kept(cls, value: Any) -> Any:  # of every field, whatever its type
        """No text holds U+0000: PostgreSQL cannot keep it, and nobody types it."""
        if isinstance(value, str) and "\0" in value:
            raise PydanticCustomError("string_nul", "A text holds no U+0000")
        return value


class Answer(BaseModel):
    """A response's body: an unknown field comes from a newer server and is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", **WHEN_NEEDED)


class Page(Answer):
    """Part of a list that can grow, in a field of its own, called `items` in every new one.

    Ask with ``?limit=`` for how many, and with ``?after=`` the former page's `next` for more; null: that is all.
    """

    next: str | None = None


class Texts(Answer):
    """One name in both languages."""

    ar: str
    en: str


def build_models() -> None:
    """Build every model of the wire that is loaded, now: a server has them all ready before anybody asks.

    Whoever wraps a model (FastAPI does) takes from it whether to wait, so that none is left that would.
    """
    waiting: list[type[BaseModel]] = [Ask, Answer]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model.model_config.pop("defer_build", False):
            model.model_rebuild()
