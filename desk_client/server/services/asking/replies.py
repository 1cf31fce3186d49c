"""What a citizen is asked about their request: the link by which they read it, and answer it once.

Whoever has the link has the person's mobile, on which they have signed in before; it shows the question, and nothing
of the request itself or of the person.
"""

from typing import Final

from sqlalchemy import select

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestState, RequestStep
from desk_client.domain.words import is_readable
from desk_client.protocol.requests import ReplyAsk, ReplyPlace
from desk_client.server.security.tokens import TOKEN_BYTES, hashed, new_token
from desk_client.server.services.asking.requests import Asked, asked_of, step, unit_of
from desk_client.server.services.booking.appointments import opened
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import request, request_step

PAGE: Final = "/reply"
"""Where the page stands to which a link leads."""


def new_reply_link(transaction: Transaction) -> tuple[str, str]:
    """What opens the page, and its address; there is a `public_url`, or nobody is asked anything."""
    assert transaction.settings.public_url is not None
    token = new_token(transaction.random(TOKEN_BYTES))
    # behind the mark nothing of it reaches a log of anybody's (RFC 9110, section 7.1)
    return token, f"{transaction.settings.public_url.rstrip('/')}{PAGE}#{token}"


def place(transaction: Transaction, token: str | None) -> ReplyPlace | Refusal:
    """What is asked. NOT_FOUND: nothing, or it was answered, or the request went on without."""
    found = _of_token(transaction, token)
    if isinstance(found, Refusal):
        return found
    row = transaction.connection.execute(
        select(request_step)
        .where(request_step.c.request_id == found.id, request_step.c.step == RequestStep.ASK_BACK.value)
        .order_by(request_step.c.version.desc())
        .limit(1)
    ).one()
    question = opened(transaction, "request_step.words", row.id, row.words_sealed)
    return ReplyPlace(unit=unit_of(transaction, found), question=question, asked_at=row.at)


def reply(transaction: Transaction, token: str | None, ask: ReplyAsk) -> Refusal | None:
    """The citizen's answer: the request goes on where it stood, and whoever asked sees it in its history.

    Refusals: NOT_FOUND, INVALID_REQUEST (field `text`).
    """
    found = _of_token(transaction, token)
    if isinstance(found, Refusal):
        return found
    text = words_of(ask)
    if isinstance(text, Refusal):
        return text
    done = step(transaction, None, found, RequestStep.REPLY, words=text)
    return Refusal(RefusalCode.NOT_FOUND) if isinstance(done, Refusal) else None  # somebody was quicker


def words_of(ask: ReplyAsk) -> str | Refusal:
    """What was answered, as it is kept. INVALID_REQUEST (field `text`): there is nothing to read."""
    text = ask.text.strip()
    return text if text and is_readable(text) else Refusal(RefusalCode.INVALID_REQUEST, field="text")


def _of_token(transaction: Transaction, token: str | None) -> Asked | Refusal:
    row = transaction.connection.execute(
        select(request).where(
            request.c.reply_hash == hashed(token or ""), request.c.state == RequestState.AWAITING_REPLY.value
        )
    ).one_or_none()
    return Refusal(RefusalCode.NOT_FOUND) if row is None else asked_of(row)
