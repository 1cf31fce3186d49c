"""A request that is sent twice is carried out once (Idempotency-Key): the first answer is given again."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import delete, insert, select

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Answer, Ask
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import idempotency

A = TypeVar("A", bound=Answer)


def once(
    transaction: Transaction, actor: Actor, key: str, ask: Ask, kind: type[A], work: Callable[[], A | Refusal]
) -> A | Refusal:
    """Do the work, or give the answer that it gave before under the same key of the same actor.

    Another request under a used key is IDEMPOTENCY_MISMATCH. A refusal is not kept: a second try may go better.
    """
    request_hash = hashlib.sha256(f"{type(ask).__name__} {ask.model_dump_json()}".encode()).digest()
    mine = (idempotency.c.actor == actor.id, idempotency.c.key == key)
    kept = transaction.connection.execute(select(idempotency).where(*mine)).one_or_none()
    if kept is not None and kept.created_at + transaction.settings.audiences.idempotency_lifetime > transaction.now:
        if kept.request_hash != request_hash:
            return Refusal(RefusalCode.IDEMPOTENCY_MISMATCH)
        return kind.model_validate_json(kept.answer)
    answer = work()
    if not isinstance(answer, Refusal):
        transaction.connection.execute(delete(idempotency).where(*mine))
        transaction.connection.execute(
            insert(idempotency).values(
                actor=actor.id,
                key=key,
                request_hash=request_hash,
                answer=answer.model_dump_json(),
                created_at=transaction.now,
            )
        )
    return answer
