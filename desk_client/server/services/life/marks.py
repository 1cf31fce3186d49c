"""What the offices that receive somebody mark on a document of theirs: beside it, sealed, and by whom.

A mark is never changed: it is made, taken away and put back, each under a name, so that nothing is lost where two desks
work on one document. The citizen is shown none.
"""

import json
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import AttachmentId, MarkId, OfficeId, new_mark_id
from desk_client.domain.marks import MOST_MARKS, MarkKind, fault_in
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.marks import Mark, MarkAsk, Marks
from desk_client.server.services.actor import Actor
from desk_client.server.services.life.folders import Folder, OfAudience, folder_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce_office, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, attachment, document_mark
from desk_client.server.storage.tables.people import staff

_CONTENT: Final = "document_mark.content"
_remover = staff.alias("remover")


def read(transaction: Transaction, actor: Actor, beside: OfAudience, attachment_id: AttachmentId) -> Marks | Refusal:
    """All marks of a document, those that were taken away included. Refusals: FORBIDDEN, NOT_FOUND."""
    found = _document(transaction, actor, beside, attachment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.MARK_DOCUMENT.value, found.person_id, attachment_id)
    rows = transaction.connection.execute(
        _marks()
        .where(document_mark.c.attachment_id == attachment_id)
        .order_by(document_mark.c.page, document_mark.c.made_at, document_mark.c.id)
    ).all()
    return Marks(marks=tuple(_mark(transaction, actor, row) for row in rows))


def make(
    transaction: Transaction, actor: Actor, beside: OfAudience, attachment_id: AttachmentId, ask: MarkAsk
) -> Mark | Refusal:
    """Leave a mark. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the field, LIMIT_REACHED."""
    found = _document(transaction, actor, beside, attachment_id)
    if isinstance(found, Refusal):
        return found
    text = ask.text.strip()
    if (wrong := fault_in(ask.kind, ask.spot, text)) is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=wrong)
    run = transaction.connection.execute
    if run(select(func.count()).where(document_mark.c.attachment_id == attachment_id)).scalar_one() >= MOST_MARKS:
        return Refusal(RefusalCode.LIMIT_REACHED)
    mark_id = new_mark_id(transaction.id_bytes())
    content = {"x": ask.x, "y": ask.y, "width": ask.width, "height": ask.height, "text": text}
    run(
        insert(document_mark).values(
            id=mark_id,
            attachment_id=attachment_id,
            office_id=actor.office_id,
            kind=ask.kind.value,
            page=ask.page,
            content_sealed=transaction.vault.seal(_CONTENT, mark_id, json.dumps(content)),
            made_by=actor.staff_id,
            made_at=transaction.now,
        )
    )
    record(transaction, actor, Action.MARK_DOCUMENT.value, mark_id)
    _tell(transaction, found)
    return _one(transaction, actor, mark_id)


def remove(
    transaction: Transaction, actor: Actor, beside: OfAudience, attachment_id: AttachmentId, mark_id: MarkId
) -> Mark | Refusal:
    """Take a mark of one's own office away; twice is once. Refusals: FORBIDDEN (another office's), NOT_FOUND."""
    return _set(
        transaction,
        actor,
        (beside, attachment_id, mark_id),
        "remove_mark",
        {"removed_by": actor.staff_id, "removed_at": transaction.now},
    )


def restore(
    transaction: Transaction, actor: Actor, beside: OfAudience, attachment_id: AttachmentId, mark_id: MarkId
) -> Mark | Refusal:
    """Put a mark back that was taken away; twice is once. Refusals: as of `remove`."""
    gone = {"removed_by": None, "removed_at": None}
    return _set(transaction, actor, (beside, attachment_id, mark_id), "restore_mark", gone)


def _set(
    transaction: Transaction,
    actor: Actor,
    which: tuple[OfAudience, AttachmentId, MarkId],
    action: str,
    values: dict[str, Any],  # of columns
) -> Mark | Refusal:
    beside, attachment_id, mark_id = which
    found = _document(transaction, actor, beside, attachment_id)
    if isinstance(found, Refusal):
        return found
    row = transaction.connection.execute(
        select(document_mark).where(document_mark.c.id == mark_id, document_mark.c.attachment_id == attachment_id)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if row.office_id != actor.office_id:
        return Refusal(RefusalCode.FORBIDDEN)
    if (row.removed_at is None) is not (values["removed_at"] is None):
        transaction.connection.execute(update(document_mark).where(document_mark.c.id == mark_id).values(**values))
        record(transaction, actor, action, mark_id)
        _tell(transaction, found)
    return _one(transaction, actor, mark_id)


def _document(
    transaction: Transaction, actor: Actor, beside: OfAudience, attachment_id: AttachmentId
) -> Folder | Refusal:
    """Where a document lies that is whole and seen there. Refusals: FORBIDDEN, NOT_FOUND."""
    found = folder_of(transaction, actor, Action.MARK_DOCUMENT, beside)
    if isinstance(found, Refusal):
        return found
    there = select(attachment.c.id).where(attachment.c.id == attachment_id, found.shows, attachment.c.whole)
    is_there = transaction.connection.execute(there).one_or_none() is not None
    return found if is_there else Refusal(RefusalCode.NOT_FOUND)


def _tell(transaction: Transaction, found: Folder) -> None:
    """Let every desk look again that may have it open: of this audience, and of the others in its case."""
    beside = select(appointment.c.office_id, appointment.c.attending_id).where(appointment.c.case_id == found.case_id)
    others = transaction.connection.execute(beside).all() if found.case_id is not None else ()
    for office_id in found.told.union(*((OfficeId(each.office_id), OfficeId(each.attending_id)) for each in others)):
        announce_office(transaction, office_id, found.id)


def _marks() -> Any:  # a query of many types
    return (
        select(
            document_mark,
            staff.c.name_ar,
            staff.c.name_en,
            _remover.c.name_ar.label("remover_ar"),
            _remover.c.name_en.label("remover_en"),
        )
        .join(staff, staff.c.id == document_mark.c.made_by)
        .outerjoin(_remover, _remover.c.id == document_mark.c.removed_by)
    )


def _one(transaction: Transaction, actor: Actor, mark_id: MarkId) -> Mark:
    row = transaction.connection.execute(_marks().where(document_mark.c.id == mark_id)).one()
    return _mark(transaction, actor, row)


def _mark(transaction: Transaction, actor: Actor, row: Row[Any]) -> Mark:  # a row's columns are of many types
    content = json.loads(transaction.vault.open(_CONTENT, row.id, row.content_sealed))
    return Mark.model_validate(
        {
            **content,
            "id": row.id,
            "kind": MarkKind(row.kind),
            "page": row.page,
            "author": Texts(ar=row.name_ar, en=row.name_en),
            "office_title": rules(transaction).offices[OfficeId(row.office_id)].title,
            "made_at": row.made_at,
            "is_own": row.office_id == actor.office_id,
            "removed_at": row.removed_at,
            "removed_by": None if row.remover_ar is None else Texts(ar=row.remover_ar, en=row.remover_en),
        }
    )
