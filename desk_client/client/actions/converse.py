"""Writing beside a talk, and reading what is written there: for either end of it."""

import logging
from collections.abc import Sequence

from desk_client.client.gateway import Gateway
from desk_client.domain.chat import MAX_CHAT_LENGTH
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.chat import Chat, ChatLine, ChatLineAsk

logger = logging.getLogger(__name__)


async def read(gateway: Gateway, token: str | None, appointment_id: str) -> Sequence[ChatLine] | None:
    """What was written; None where it cannot be read now: it is read again with the next hint."""
    answer = await gateway.ask("GET", f"/v1/appointments/{appointment_id}/chat", Chat, token=token)
    if isinstance(answer, Refusal):
        logger.info("what is written beside the talk could not be read: %s", answer.code)
        return None
    return answer.lines


async def write(gateway: Gateway, token: str | None, appointment_id: str, text: str, key: str) -> ChatLine | Refusal:
    """Write a line. ``key`` is the line's own: sent again under it, it is written once.

    Refusals: INVALID_REQUEST (field `text`) and the server's.
    """
    text = text.strip()[:MAX_CHAT_LENGTH]
    if not text:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    path = f"/v1/appointments/{appointment_id}/chat"
    return await gateway.ask("POST", path, ChatLine, token=token, body=ChatLineAsk(text=text), idempotency_key=key)
