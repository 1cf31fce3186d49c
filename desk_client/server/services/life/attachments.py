"""Attachments of an audience or of a request: who may bring, see and take away what, and how it is kept.

A file is one row in the store and its content another, so that one transaction keeps or erases both, every replica has
them and one backup holds them. What is slow (vetting, sealing) is done before the transaction begins.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, assert_never

from sqlalchemy import ColumnElement, Row, delete, func, insert, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import (
    RANDOM_BYTES,
    AppointmentId,
    AttachmentId,
    OfficeId,
    PersonId,
    RequestId,
    new_attachment_id,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import OPEN_STATES as OPEN_REQUESTS
from desk_client.domain.request import RequestState
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.server.attachments import cabinet
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.security.vault import Vault
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment, attachment_content

_OPEN: Final = frozenset(
    {
        AppointmentState.BOOKED,
        AppointmentState.REMINDED,
        AppointmentState.CHECKED_IN,
        AppointmentState.WAITING,
        AppointmentState.IN_SESSION,
        AppointmentState.PAUSED,
    }
)
"""While an audience lies ahead or goes on. A held one may vanish; what was decided on stays as it was."""
_OPEN_REQUESTS: Final = OPEN_REQUESTS | {RequestState.SCHEDULED}
"""While somebody owes an answer, or has given a slot that may be prepared for."""
_REMOVED: Final = "remove_attachment"
_INFECTED: Final = "refuse_infected_attachment"


@dataclass(frozen=True, slots=True)
class OfAudience:
    """What is brought to an audience."""

    id: AppointmentId


@dataclass(frozen=True, slots=True)
class OfRequest:
    """What is brought with a request."""

    id: RequestId


Beside = OfAudience | OfRequest
Columns = Row[Any]  # of many types; the table checks them


@dataclass(frozen=True, slots=True)
class Sealed:
    """A vetted file, sealed and ready to be written."""

    id: AttachmentId
    vetted: Vetted = field(repr=False)
    columns: cabinet.Sealed = field(repr=False)


@dataclass(frozen=True, slots=True)
class Content:
    """A file as it is handed out; `digest` is SHA-256 of the content."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)
    digest: bytes


@dataclass(frozen=True, slots=True)
class _Folder:
    """What files lie beside.

    Attributes:
        is_open: whether any may still be brought or taken away.
        told: the offices that hear of it: those of an audience; a request is looked at when its turn comes.
    """

    beside: Beside
    person_id: PersonId
    is_open: bool
    told: frozenset[OfficeId]

    @property
    def id(self) -> str:
        """Of the audience, or of the request."""
        return self.beside.id

    @property
    def columns(self) -> dict[str, str]:
        """What a row of theirs says of where it belongs."""
        return {"appointment_id" if isinstance(self.beside, OfAudience) else "request_id": self.id}

    @property
    def holds(self) -> ColumnElement[bool]:
        """The condition on rows that they are here."""
        column = attachment.c.appointment_id if isinstance(self.beside, OfAudience) else attachment.c.request_id
        return column == self.id


def sealed(vault: Vault, random: Callable[[int], bytes], vetted: Vetted) -> Sealed:
    """Seal a vetted file under a new id; outside of any transaction, since it takes its time."""
    attachment_id = new_attachment_id(random(RANDOM_BYTES))
    return Sealed(attachment_id, vetted, cabinet.seal(vault, random, attachment_id, vetted.name, vetted.content))


def may_add(transaction: Transaction, actor: Actor, beside: Beside) -> Refusal | None:
    """Whether a file would be taken now; asked, and counted, before its bytes are read.

    Whether there is room shows later: a file that is brought again, after a lost answer, needs none.
    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it is over), RATE_LIMITED.
    """
    found = _open_one(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    return taken(transaction, Limit("attachment", actor.id, transaction.settings.attachments.uploads_per_person))


def add(transaction: Transaction, actor: Actor, beside: Beside, ready: Sealed) -> Attachment | Refusal:
    """Keep a file. One with the same content is not kept twice: the first one is the answer, as after a lost answer.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it is over), ATTACHMENTS_FULL.
    """
    found = _open_one(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    # of those who bring the last one that has room, one is refused: they come one after the other
    if not people.keep(transaction, found.person_id):
        return Refusal(RefusalCode.NOT_FOUND)
    same = transaction.connection.execute(
        select(attachment).where(found.holds, attachment.c.digest == ready.vetted.digest)
    ).first()
    if same is not None:
        return _answer(transaction, same)
    if (refusal := _full(transaction, found)) is not None:
        return refusal
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
        )
    )
    transaction.connection.execute(
        insert(attachment_content).values(attachment_id=ready.id, content=ready.columns.content)
    )
    _noted(transaction, actor, found, Action.ATTACH.value, ready.id)
    return Attachment(
        id=ready.id,
        name=ready.vetted.name,
        media_type=ready.vetted.kind.value,
        size=len(ready.vetted.content),
        added_at=transaction.now,
    )


def note_infected(transaction: Transaction, actor: Actor, beside: Beside) -> None:
    """Leave it in the audit trail that harm was brought, and by whom; what it was is the scanner's log's to tell."""
    record(transaction, actor, _INFECTED, beside.id)


def list_all(transaction: Transaction, actor: Actor, beside: Beside) -> Attachments | Refusal:
    """What belongs to an audience or a request, the oldest first. Refusals: FORBIDDEN, NOT_FOUND."""
    found = _folder(transaction, actor, Action.SEE_ATTACHMENT, beside)
    if isinstance(found, Refusal):
        return found
    rows = transaction.connection.execute(
        select(attachment).where(found.holds).order_by(attachment.c.added_at, attachment.c.id)
    ).all()
    if rows:
        looked_at(transaction, actor, Action.SEE_ATTACHMENT.value, found.person_id, found.id)
    return Attachments(
        attachments=tuple(_answer(transaction, row) for row in rows),
        most=transaction.settings.attachments.per_appointment,
    )


def read(transaction: Transaction, actor: Actor, beside: Beside, attachment_id: AttachmentId) -> Content | Refusal:
    """One file with its content. Refusals: FORBIDDEN, NOT_FOUND.

    Raises:
        SealBrokenError: what is in the store is not what was put there.
    """
    found = _folder(transaction, actor, Action.SEE_ATTACHMENT, beside)
    if isinstance(found, Refusal):
        return found
    row = transaction.connection.execute(
        select(attachment, attachment_content.c.content)
        .join(attachment_content, attachment_content.c.attachment_id == attachment.c.id)
        .where(attachment.c.id == attachment_id, found.holds)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    looked_at(transaction, actor, Action.SEE_ATTACHMENT.value, found.person_id, row.id)
    return Content(
        name=cabinet.open_name(transaction.vault, row.id, row.name_sealed),
        media_type=row.media_type,
        content=cabinet.open_content(transaction.vault, row.id, row.key_sealed, row.content, row.digest),
        digest=row.digest,
    )


def remove(transaction: Transaction, actor: Actor, beside: Beside, attachment_id: AttachmentId) -> Refusal | None:
    """Erase a file, for good. Who may bring one may take one away, as long as it is not over.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION.
    """
    found = _open_one(transaction, actor, beside)
    if isinstance(found, Refusal):
        return found
    there = select(attachment.c.id).where(attachment.c.id == attachment_id, found.holds)
    if transaction.connection.execute(there).one_or_none() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    erase(transaction, [attachment_id])
    _noted(transaction, actor, found, _REMOVED, attachment_id)
    return None


def erase(transaction: Transaction, attachment_ids: list[AttachmentId]) -> None:
    """Delete content and key together; also for retention and for the erasure of a person's data."""
    transaction.connection.execute(
        delete(attachment_content).where(attachment_content.c.attachment_id.in_(attachment_ids))
    )
    transaction.connection.execute(delete(attachment).where(attachment.c.id.in_(attachment_ids)))


def _open_one(transaction: Transaction, actor: Actor, beside: Beside) -> _Folder | Refusal:
    found = _folder(transaction, actor, Action.ATTACH, beside)
    return Refusal(RefusalCode.ILLEGAL_TRANSITION) if isinstance(found, _Folder) and not found.is_open else found


def _folder(transaction: Transaction, actor: Actor, action: Action, beside: Beside) -> _Folder | Refusal:
    """What the files are beside, where the actor may do this to it. Refusals: FORBIDDEN, NOT_FOUND."""
    match beside:
        case OfAudience():
            audience = reachable(transaction, actor, action, beside.id)
            if isinstance(audience, Refusal):
                return audience
            return _Folder(
                beside,
                audience.person_id,
                audience.state in _OPEN,
                frozenset({audience.office_id, audience.attending_id}),
            )
        case OfRequest():
            asked = requests.reachable(transaction, actor, action, beside.id, None)
            if isinstance(asked, Refusal):
                return asked
            return _Folder(beside, asked.person_id, asked.state in _OPEN_REQUESTS, frozenset())
        case _:
            assert_never(beside)


def _full(transaction: Transaction, found: _Folder) -> Refusal | None:
    kept = transaction.connection.execute(select(func.count()).select_from(attachment).where(found.holds)).scalar_one()
    full = kept >= transaction.settings.attachments.per_appointment
    return Refusal(RefusalCode.ATTACHMENTS_FULL) if full else None


def _noted(transaction: Transaction, actor: Actor, found: _Folder, action: str, attachment_id: str) -> None:
    record(transaction, actor, action, attachment_id)
    for office_id in found.told:
        announce(transaction, AppointmentId(found.id), office_id, found.person_id)


def _answer(transaction: Transaction, row: Columns) -> Attachment:
    return Attachment(
        id=row.id,
        name=cabinet.open_name(transaction.vault, row.id, row.name_sealed),
        media_type=row.media_type,
        size=row.size,
        added_at=row.added_at,
    )
