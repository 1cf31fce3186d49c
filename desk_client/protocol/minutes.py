"""The minutes of a talk: ``/v1/appointments/{id}/minutes``, shared by all of the office who may take them."""

from pydantic import Field

from desk_client.domain.decision import MAX_TEXT_LENGTH
from desk_client.protocol.base import Answer, Ask, Instant, Texts


class Minutes(Answer):
    """``GET …/minutes``: as they stand; they are no outcome yet, and gone once that is recorded."""

    text: str = Field(repr=False)
    version: int = Field(ge=0)
    """0: nothing is written."""
    author: Texts | None = None
    """Who else wrote last; none: whoever asks, or nobody."""
    written_at: Instant | None = None


class MinutesAsk(Ask):
    """``PUT …/minutes``: write them anew, over the version that one has read."""

    text: str = Field(max_length=MAX_TEXT_LENGTH, repr=False)
    version: int = Field(ge=0)
