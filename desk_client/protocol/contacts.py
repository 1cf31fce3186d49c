"""How somebody may be written to, by their own choice."""

from pydantic import Field

from desk_client.protocol.base import Answer, Ask

_LONGEST = 254


class EmailAsk(Ask):
    """``PUT /v1/citizen/email`` and ``PUT /v1/staff/self/email``; null takes the address away."""

    email: str | None = Field(min_length=1, max_length=_LONGEST, repr=False)


class EmailAddress(Answer):
    """``GET`` of the same, and its answer: one's own address, to oneself; null where there is none."""

    email: str | None = Field(repr=False)
