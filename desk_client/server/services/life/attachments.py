"""Attachments of an audience or of a request: who may bring, see and take away what, and how it is kept.

A file is one row in the store and its content some more, so that one transaction erases all of it, every replica has it
and one backup holds it. How it gets there is told in `handing_in`; until it is whole it is not there for anybody.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Row, delete, select

from desk_client.domain.access import Action
from desk_client.domain.ids import AttachmentId, OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.server.attachments import cabinet
from desk_client.server.services.actor import Actor
from desk_client.server.services.life.folders import Beside, folder_of, noted, open_folder
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment, attachment_content, document_mark

_REMOVED: Final = "remove_attachment"
_INFECTED: Final = "refuse_infected_attachment"
Columns = Row[Any]  # of many types; the table checks them


@dataclass(frozen=True, slots=True)
class Content:
    """A file as it is handed out; `digest` is SHA-256 of the content."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)
    digest: bytes


def note_infected(transaction: Transaction, actor: Actor, beside: Beside) -> None:
    """Leave it in the audit trail that harm was brought, and by whom; what it was is the scanner's log's to tell."""
    record(transaction, actor, _INFECTED, beside.id)


def list_all(transaction: Transaction, actor: Actor, beside: Beside) -> Attachments | Refusal:
    """What belongs to an audience or a request, the oldest first. Refusals: FORBIDDEN, NOT_FOUND."""
    found = folder_of(transaction, actor, Action.SEE_ATTACHMENT, beside)
    if isinstance(found, Refusal):
        return found
    rows = transaction.connection.execute(
        select(attachment).where(found.shows, attachment.c.whole).order_by(attachment.c.added_at, attachment.c.id)
    ).all()
    if rows:
        looked_at(transaction, actor, Action.SEE_ATTACHMENT.value, found.person_id, found.id)
    return Attachments(
        attachments=tuple(answer_of(transaction, row) for row in rows),
        most=transaction.settings.attachments.per_appointment,
    )


def read(transaction: Transaction, actor: Actor, beside: Beside, attachment_id: AttachmentId) -> Content | Refusal:
    """One file with its content. Refusals: FORBIDDEN, NOT_FOUND.

    Raises:
        SealBrokenError: what is in the store is not what was put there.
    """
    found = folder_of(transaction, actor, Action.SEE_ATTACHMENT, beside)
    if isinstance(found, Refusal):
        return found
    rows = transaction.connection.execute(
        select(attachment, attachment_content.c.content)
        .join(attachment_content, attachment_content.c.attachment_id == attachment.c.id)
        .where(attachment.c.id == attachment_id, found.shows, attachment.c.whole)
        .order_by(attachment_content.c.number)
    ).all()
    if not rows:
        return Refusal(RefusalCode.NOT_FOUND)
    row = rows[0]
    content = b"".join(each.content for each in rows)
    looked_at(transaction, actor, Action.SEE_ATTACHMENT.value, found.person_id, row.id)
    return Content(
        name=cabinet.open_name(transaction.vault, row.id, row.name_sealed),
        media_type=row.media_type,
        content=cabinet.open_content(transaction.vault, row.id, row.key_sealed, content, row.digest),
        digest=row.digest,
    )


def remove(transaction: Transaction, actor: Actor, beside: Beside, attachment_id: AttachmentId) -> Refusal | None:
    """Erase a file, for good. Who may bring one may take one of their side away, as long as it is not over.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION.
    """
    found = open_folder(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    there = select(attachment.c.id).where(attachment.c.id == attachment_id, found.holds, attachment.c.whole)
    if transaction.connection.execute(there).one_or_none() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    erase(transaction, [attachment_id])
    noted(transaction, actor, found, _REMOVED, attachment_id)
    return None


def erase(transaction: Transaction, attachment_ids: list[AttachmentId]) -> None:
    """Delete content and key together, and its marks; also for retention and for the erasure of a person's data."""
    transaction.connection.execute(delete(document_mark).where(document_mark.c.attachment_id.in_(attachment_ids)))
    transaction.connection.execute(
        delete(attachment_content).where(attachment_content.c.attachment_id.in_(attachment_ids))
    )
    transaction.connection.execute(delete(attachment).where(attachment.c.id.in_(attachment_ids)))


def answer_of(transaction: Transaction, row: Columns) -> Attachment:
    """A row of `attachment`, as it is shown."""
    return Attachment(
        id=row.id,
        name=cabinet.open_name(transaction.vault, row.id, row.name_sealed),
        media_type=row.media_type,
        size=row.size,
        added_at=row.added_at,
        given_by=None if row.given_by is None else rules(transaction).offices[OfficeId(row.given_by)].title,
    )
