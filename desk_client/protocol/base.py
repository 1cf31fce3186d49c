"""The two manners of a wire model: what we ask is strict, what we are answered may grow."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

Instant = AwareDatetime
"""A moment with its offset; the server always sends UTC (domain rule "Time")."""

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
"""An opaque id made by the server."""


class Ask(BaseModel):
    """A request's body: an unknown field is a mistake of the sender and is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Answer(BaseModel):
    """A response's body: an unknown field comes from a newer server and is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Texts(Answer):
    """One name in both languages."""

    ar: str
    en: str
