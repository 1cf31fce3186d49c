"""Sessions: opened at sign-in, found again by their token, ended by hand, by idleness or by age."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from sqlalchemy import insert, select, update

from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, OfficeId, PersonId, SessionId, StaffId, new_session_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.security.tokens import TOKEN_BYTES, Token, TokenHash, hashed, new_token
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import session, staff


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A new session and its token, which is told this once."""

    actor: Actor
    token: Token
    expires_at: datetime


def open_session(
    transaction: Transaction,
    role: Role,
    *,
    person_id: PersonId | None = None,
    staff_id: StaffId | None = None,
    office_id: OfficeId | None = None,
    kiosk_id: KioskId | None = None,
) -> OpenedSession:
    """Sign somebody in who has proved who they are."""
    token = new_token(transaction.random(TOKEN_BYTES))
    session_id = new_session_id(transaction.id_bytes())
    expires_at = transaction.now + _lifetime(transaction, role)
    transaction.connection.execute(
        insert(session).values(
            id=session_id,
            token_hash=hashed(token),
            role=role.value,
            person_id=person_id,
            staff_id=staff_id,
            kiosk_id=kiosk_id,
            created_at=transaction.now,
            seen_at=transaction.now,
            expires_at=expires_at,
        )
    )
    actor = Actor(session_id, role, person_id, staff_id, office_id, kiosk_id)
    return OpenedSession(actor, token, expires_at)


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A session found by its token; `stale` when its activity should be noted again."""

    actor: Actor
    stale: bool


def authenticate(transaction: Transaction, token_hash: TokenHash) -> KnownSession | Refusal:
    """Whose token this is: UNAUTHENTICATED where nobody's, SESSION_EXPIRED where it is over."""
    row = transaction.connection.execute(
        select(session, staff.c.office_id)
        .outerjoin(staff, staff.c.id == session.c.staff_id)
        .where(session.c.token_hash == token_hash)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.UNAUTHENTICATED)
    role = Role(row.role)
    idle = _idle(transaction, role)
    if (
        row.ended_at is not None
        or row.expires_at <= transaction.now
        or (idle is not None and row.seen_at + idle <= transaction.now)
    ):
        return Refusal(RefusalCode.SESSION_EXPIRED)
    actor = Actor(
        SessionId(row.id),
        role,
        None if row.person_id is None else PersonId(row.person_id),
        None if row.staff_id is None else StaffId(row.staff_id),
        None if row.office_id is None else OfficeId(row.office_id),
        None if row.kiosk_id is None else KioskId(row.kiosk_id),
    )
    return KnownSession(actor, stale=row.seen_at + transaction.settings.sessions.touch_every <= transaction.now)


def still_open(transaction: Transaction, session_id: SessionId) -> bool:
    """Whether a session that is in use right now may go on; notes the activity if so."""
    token_hash = transaction.connection.execute(
        select(session.c.token_hash).where(session.c.id == session_id)
    ).scalar_one()
    known = authenticate(transaction, TokenHash(token_hash))
    if isinstance(known, Refusal):
        return False
    if known.stale:
        touch(transaction, session_id)
    return True


def touch(transaction: Transaction, session_id: SessionId) -> None:
    """Note that the session is in use."""
    transaction.connection.execute(update(session).where(session.c.id == session_id).values(seen_at=transaction.now))


def end_session(transaction: Transaction, session_id: SessionId) -> None:
    """Sign out: the token is worth nothing from now on."""
    transaction.connection.execute(
        update(session).where(session.c.id == session_id, session.c.ended_at.is_(None)).values(ended_at=transaction.now)
    )


def _lifetime(transaction: Transaction, role: Role) -> timedelta:
    sessions = transaction.settings.sessions
    match role:
        case Role.KIOSK:
            return sessions.kiosk_lifetime
        case Role.CITIZEN:
            return sessions.citizen_lifetime
        case Role.OFFICIAL | Role.DELEGATE | Role.ADMINISTRATOR:
            return sessions.staff_lifetime
        case _:
            assert_never(role)


def _idle(transaction: Transaction, role: Role) -> timedelta | None:
    sessions = transaction.settings.sessions
    match role:
        case Role.KIOSK:
            return None  # a kiosk may stand unused over a feast
        case Role.CITIZEN:
            return sessions.citizen_idle
        case Role.OFFICIAL | Role.DELEGATE | Role.ADMINISTRATOR:
            return sessions.staff_idle
        case _:
            assert_never(role)
