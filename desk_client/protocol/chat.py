"""What both sides write beside a talk: ``/v1/appointments/{id}/chat``. It stays with the appointment."""

from pydantic import Field

from desk_client.domain.chat import MAX_CHAT_LENGTH, ChatAuthor
from desk_client.protocol.base import Answer, Ask, Identifier, Instant


class ChatLineAsk(Ask):
    """``POST /v1/appointments/{id}/chat`` with an ``Idempotency-Key``: sent again, it is written once."""

    text: str = Field(min_length=1, max_length=MAX_CHAT_LENGTH, repr=False)


class ChatLine(Answer):
    """One line, as everybody reads it."""

    id: Identifier
    author: ChatAuthor
    text: str = Field(repr=False)
    sent_at: Instant


class Chat(Answer):
    """``GET /v1/appointments/{id}/chat``: the newest lines, oldest first.

    ``changed`` hints at the appointment when there are more.
    """

    lines: tuple[ChatLine, ...]
