"""Links by which a visitor's telephone sends files: of one visit, for some minutes, for this alone.

What is sent lies with the link until the visit has taken it to an audience as its own, and goes when the visit ends.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, insert, or_, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import RANDOM_BYTES, PersonId, SessionId, UploadLinkId, new_upload_link_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.upload_links import UploadLink
from desk_client.server.security.tokens import TOKEN_BYTES, hashed, new_token
from desk_client.server.services.access.sessions import actor_of
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import attachment, attachment_content, upload_link
from desk_client.server.storage.tables.people import session

PAGE: Final = "/upload"
"""Where the page stands that a telephone is led to."""
_OPENED: Final = "open_upload_link"
_ENDED: Final = "end_upload_link"
_SEEN_WITHIN: Final = timedelta(seconds=30)
_SEEN_EVERY: Final = timedelta(seconds=5)
_LEFT_FOR: Final = timedelta(minutes=10)
"""So long the visit may still take what came before the link was over."""
_AnyRow = Row[Any]  # a row's columns are of many types


@dataclass(frozen=True, slots=True)
class Link:
    """A link, as those on either end of it see it.

    Attributes:
        is_open: whether a telephone may send by it.
        has_phone: whether one has the page open.
    """

    id: UploadLinkId
    session_id: SessionId
    person_id: PersonId
    expires_at: datetime
    is_open: bool
    has_phone: bool


def open_link(transaction: Transaction, actor: Actor) -> UploadLink | Refusal:
    """A new link of the visit that asks; an earlier one of it ends, and what came by it goes.

    Refusals: FORBIDDEN, RATE_LIMITED, NOT_FOUND (telephones do not reach this server).
    """
    if (refusal := actor.refused(Action.ATTACH)) is not None:
        return refusal
    public_url, settings = transaction.settings.public_url, transaction.settings.attachments
    if actor.person_id is None or actor.appointment_id is not None:  # a guest's browser hands in by itself
        return Refusal(RefusalCode.FORBIDDEN)
    if public_url is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if (refusal := taken(transaction, Limit("upload-link", actor.id, settings.uploads_per_person))) is not None:
        return refusal
    _erase(transaction, select(upload_link.c.id).where(upload_link.c.session_id == actor.session_id))
    token = new_token(transaction.random(TOKEN_BYTES))
    link_id = new_upload_link_id(transaction.random(RANDOM_BYTES))
    expires_at = transaction.now + settings.upload_link_lifetime
    transaction.connection.execute(
        insert(upload_link).values(
            id=link_id,
            session_id=actor.session_id,
            token_hash=hashed(token),
            opened_at=transaction.now,
            expires_at=expires_at,
        )
    )
    record(transaction, actor, _OPENED, link_id)
    # behind the mark nothing of it reaches a log of anybody's (RFC 9110, section 7.1)
    return UploadLink(id=link_id, url=f"{public_url.rstrip('/')}{PAGE}#{token}", expires_at=expires_at)


def of_session(transaction: Transaction, actor: Actor, action: Action, link_id: UploadLinkId) -> Link | Refusal:
    """The link, where it is of the session that asks. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(action)) is not None:
        return refusal
    if actor.person_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    row = transaction.connection.execute(
        select(upload_link).where(upload_link.c.id == link_id, upload_link.c.session_id == actor.session_id)
    ).one_or_none()
    return Refusal(RefusalCode.NOT_FOUND) if row is None else _link(transaction, row, actor.person_id)


def of_token(transaction: Transaction, token: str | None) -> tuple[Link, Actor] | Refusal:
    """The open link that a telephone shows, and in whose name it sends. NOT_FOUND: there is none, or it is over."""
    row = transaction.connection.execute(
        select(upload_link).where(upload_link.c.token_hash == hashed(token or ""))
    ).one_or_none()
    if row is None or row.expires_at <= transaction.now:
        return Refusal(RefusalCode.NOT_FOUND)
    actor = actor_of(transaction, SessionId(row.session_id))
    if actor is None or actor.person_id is None:
        return Refusal(RefusalCode.NOT_FOUND)
    lock_row(transaction.connection, upload_link, row.id)  # who clears it away waits until this is done
    if row.seen_at is None or row.seen_at + _SEEN_EVERY <= transaction.now:
        transaction.connection.execute(
            update(upload_link).where(upload_link.c.id == row.id).values(seen_at=transaction.now)
        )
    return _link(transaction, row, actor.person_id), actor


def end_link(transaction: Transaction, actor: Actor, link_id: UploadLinkId) -> Refusal | None:
    """Nothing more may be sent by it, and what was is erased. Refusals: FORBIDDEN, NOT_FOUND."""
    found = of_session(transaction, actor, Action.ATTACH, link_id)
    if isinstance(found, Refusal):
        return found
    _erase(transaction, select(upload_link.c.id).where(upload_link.c.id == link_id))
    record(transaction, actor, _ENDED, link_id)
    return None


def clear_links(transaction: Transaction) -> None:
    """Erase links that are over, or whose visit is, with all that came by them."""
    now, idle = transaction.now, transaction.settings.sessions.citizen_idle
    over = (
        select(upload_link.c.id)
        .join(session, session.c.id == upload_link.c.session_id)
        .where(
            or_(
                upload_link.c.expires_at <= now - _LEFT_FOR,
                session.c.ended_at.is_not(None),
                session.c.expires_at <= now,
                session.c.seen_at <= now - idle,
            )
        )
    )
    _erase(transaction, over)


def _erase(transaction: Transaction, which: Any) -> None:  # a select of ids, with or without a join
    run = transaction.connection.execute
    for link_id in run(which).scalars().all():
        lock_row(transaction.connection, upload_link, link_id)  # whoever sends just now comes first
        brought = select(attachment.c.id).where(attachment.c.upload_link_id == link_id)
        run(delete(attachment_content).where(attachment_content.c.attachment_id.in_(brought)))
        run(delete(attachment).where(attachment.c.upload_link_id == link_id))
        run(delete(upload_link).where(upload_link.c.id == link_id))


def _link(transaction: Transaction, row: _AnyRow, person_id: PersonId) -> Link:
    return Link(
        UploadLinkId(row.id),
        SessionId(row.session_id),
        person_id,
        row.expires_at,
        is_open=transaction.now < row.expires_at,
        has_phone=row.seen_at is not None and transaction.now < row.seen_at + _SEEN_WITHIN,
    )
