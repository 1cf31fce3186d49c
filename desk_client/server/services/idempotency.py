"""A request that is sent twice is carried out once (Idempotency-Key): the first answer is given again."""

import hashlib
from collections.abc import Callable
from typing import Final, TypeVar

from sqlalchemy import bindparam, delete, select, update

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Answer, Ask
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.bookkeeping import idempotency

A = TypeVar("A", bound=Answer)
_ANSWER: Final = "idempotency.answer"
_NOT_YET: Final = b""
_OWN: Final = (idempotency.c.actor == bindparam("own_actor"), idempotency.c.key == bindparam("own_key"))
_KEPT: Final = select(idempotency).where(*_OWN)
_FORGET: Final = delete(idempotency).where(*_OWN)
_ANSWERED: Final = Prepared(update(idempotency).where(*_OWN))
_RENEW: Final = update(idempotency).where(*_OWN)


def once(
    transaction: Transaction, actor: Actor, key: str, ask: Ask, kind: type[A], work: Callable[[], A | Refusal]
) -> A | Refusal:
    """Do the work, or give the answer that it gave before under the same key of the same actor.

    Another request under a used key is IDEMPOTENCY_MISMATCH. A refusal is not kept: a second try may go better.
    """
    request_hash = hashlib.sha256(f"{type(ask).__name__} {ask.model_dump_json()}".encode()).digest()
    mine = {"own_actor": actor.id, "own_key": key}
    reserved = {
        "actor": actor.id,
        "key": key,
        "request_hash": request_hash,
        "answer_sealed": _NOT_YET,
        "created_at": transaction.now,
    }
    # reserved before the work: whoever comes with the same key at the same moment waits here for the first answer
    if not insert_new(transaction.connection, idempotency, [reserved]):
        kept = transaction.connection.execute(_KEPT, mine).one()
        if kept.created_at + transaction.settings.audiences.idempotency_lifetime > transaction.now:
            if kept.request_hash != request_hash:
                return Refusal(RefusalCode.IDEMPOTENCY_MISMATCH)
            return kind.model_validate_json(transaction.vault.open(_ANSWER, _row(actor, key), kept.answer_sealed))
        transaction.connection.execute(_RENEW, {**mine, **reserved})
    answer = work()
    if isinstance(answer, Refusal):
        transaction.connection.execute(_FORGET, mine)
    else:
        sealed = transaction.vault.seal(_ANSWER, _row(actor, key), answer.model_dump_json())
        _ANSWERED.send(transaction.connection, {**mine, "answer_sealed": sealed})
    return answer


def _row(actor: Actor, key: str) -> str:
    return f"{actor.id}/{key}"
