"""Handing in a file, in steps: each a short transaction, for there is one writer, and everybody else waits for it.

Its row comes first, then its content in pieces; it is there for others only once the last step is done. What is left of
one that came to no end is cleared away by the job that looks for what is too old.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import func, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import RANDOM_BYTES, AttachmentId, new_attachment_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.server.attachments import cabinet
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.security.vault import Vault
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.life.attachments import answer_of, erase
from desk_client.server.services.life.folders import Beside, Folder, noted, open_folder
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment, attachment_content

PIECE_BYTES: Final = 256 * 1024
"""Some milliseconds of the writer's time."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A vetted file, sealed and ready to be written."""

    id: AttachmentId
    vetted: Vetted = field(repr=False)
    columns: cabinet.Sealed = field(repr=False)


def sealed(vault: Vault, random: Callable[[int], bytes], vetted: Vetted) -> Sealed:
    """Seal a vetted file under a new id; outside of any transaction, since it takes its time."""
    attachment_id = new_attachment_id(random(RANDOM_BYTES))
    return Sealed(attachment_id, vetted, cabinet.seal(vault, random, attachment_id, vetted.name, vetted.content))


def may_add(transaction: Transaction, actor: Actor, beside: Beside) -> Refusal | None:
    """Whether a file would be taken now; asked, and counted, before its bytes are read.

    Whether there is room shows later: a file that is brought again, after a lost answer, needs none.
    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it is over), RATE_LIMITED.
    """
    found = open_folder(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    return taken(transaction, Limit("attachment", actor.id, transaction.settings.attachments.uploads_per_person))


def pieces(ready: Sealed) -> Iterator[tuple[int, bytes]]:
    """What its content is kept in, numbered from 0 on."""
    content = ready.columns.content
    for number, start in enumerate(range(0, len(content), PIECE_BYTES)):
        yield number, content[start : start + PIECE_BYTES]


def begin(transaction: Transaction, actor: Actor, beside: Beside, ready: Sealed) -> Attachment | Refusal | None:
    """The first step. A file with the same content is not kept twice: the first one is the answer, and all is done.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it is over), ATTACHMENTS_FULL.
    """
    found = open_folder(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    if not people.keep(transaction, found.person_id):
        return Refusal(RefusalCode.NOT_FOUND)
    if (already := _there_or_full(transaction, found, ready)) is not None:
        return already
    transaction.connection.execute(
        insert(attachment).values(
            id=ready.id,
            **found.columns,
            person_id=found.person_id,
            name_sealed=ready.columns.name,
            key_sealed=ready.columns.key,
            media_type=ready.vetted.kind.value,
            size=len(ready.vetted.content),
            digest=ready.vetted.digest,
            added_by=actor.id,
            added_at=transaction.now,
            whole=False,
        )
    )
    return None


def put(transaction: Transaction, actor: Actor, ready: Sealed, number: int, piece: bytes) -> Refusal | None:
    """A step for each of the `pieces`. NOT_FOUND: it was taken away meanwhile, or took too long."""
    # whoever takes it away meanwhile waits for this piece, and takes it too
    mine = select(attachment.c.id).where(
        attachment.c.id == ready.id, attachment.c.added_by == actor.id, attachment.c.whole.is_(False)
    )
    if transaction.connection.execute(mine.with_for_update()).one_or_none() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    transaction.connection.execute(
        insert(attachment_content).values(attachment_id=ready.id, number=number, content=piece)
    )
    return None


def finish(transaction: Transaction, actor: Actor, beside: Beside, ready: Sealed) -> Attachment | Refusal:
    """The last step: from now on it is there. Refusals: as of the first."""
    found = open_folder(transaction, actor, beside)
    if isinstance(found, Refusal):
        erase(transaction, [ready.id])
        return found
    # of those who bring the last one that has room, one is refused: they come one after the other
    if not people.keep(transaction, found.person_id):
        return Refusal(RefusalCode.NOT_FOUND)
    if (already := _there_or_full(transaction, found, ready)) is not None:
        erase(transaction, [ready.id])
        return already
    kept = transaction.connection.execute(
        update(attachment)
        .where(attachment.c.id == ready.id, attachment.c.whole.is_(False))
        .values(whole=True, added_at=transaction.now)
    )
    if not kept.rowcount:
        return Refusal(RefusalCode.NOT_FOUND)
    done = Action.ATTACH if found.given_by is None else Action.GIVE_DOCUMENT
    noted(transaction, actor, found, done.value, ready.id)
    row = transaction.connection.execute(select(attachment).where(attachment.c.id == ready.id)).one()
    return answer_of(transaction, row)


def _there_or_full(transaction: Transaction, found: Folder, ready: Sealed) -> Attachment | Refusal | None:
    here = (found.holds, attachment.c.whole)
    same = transaction.connection.execute(
        select(attachment).where(*here, attachment.c.digest == ready.vetted.digest)
    ).first()
    if same is not None:
        return answer_of(transaction, same)
    kept = transaction.connection.execute(select(func.count()).select_from(attachment).where(*here)).scalar_one()
    full = kept >= transaction.settings.attachments.per_appointment
    return Refusal(RefusalCode.ATTACHMENTS_FULL) if full else None
