"""What the server sends by itself: how an administrator words it, and what could not be delivered."""

from typing import Literal

from pydantic import Field

from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page
from desk_client.protocol.problem import FieldProblem

MOST_BODY_LETTERS = 1000


class MessageTemplate(Answer):
    """One message in one language. `own`: an administrator worded it, else it is the server's own words.

    `needed` are the placeholders that a body must have, `offered` those that it may have besides.
    """

    key: str
    language: Literal["ar", "en"]
    body: str
    own: bool
    needed: tuple[str, ...]
    offered: tuple[str, ...]


class MessageTemplates(Answer):
    """``GET /v1/messages/templates``: every message in Arabic and in English."""

    templates: tuple[MessageTemplate, ...]


class MessageBodyAsk(Ask):
    """``PUT /v1/messages/templates/{key}/{language}`` and ``POST …/preview``. A brace itself is written twice."""

    body: str = Field(min_length=1, max_length=MOST_BODY_LETTERS)


class MessageLength(Answer):
    """What a text costs on its way to a phone: septets or UTF-16 code units, and how many parts are paid for."""

    alphabet: Literal["gsm7", "ucs2"]
    units: int
    parts: int


class MessagePreview(Answer):
    """How a body reads with an example's values; or, where `faults` has any, what is wrong with it."""

    text: str
    length: MessageLength | None
    faults: tuple[FieldProblem, ...]


class DeadMessage(Answer):
    """A message that was given up. To whom it was, and what it said, stays sealed."""

    id: Identifier
    kind: Literal["sms", "email"]
    purpose: str
    language: str
    attempts: int
    created_at: Instant
    fault: str
    can_be_sent: bool


class DeadMessages(Page):
    """``GET /v1/messages/dead``: the oldest first."""

    items: tuple[DeadMessage, ...]
