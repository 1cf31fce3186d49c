"""Members of staff: found by their name at the door, signed in once the password was checked.

The check itself costs 20 ms on purpose and runs between two transactions, in `security.passwords`.
"""

from dataclasses import dataclass

from sqlalchemy import select

from desk_client.domain.access import Role
from desk_client.domain.ids import OfficeId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.sessions import Staff, StaffSession
from desk_client.server.services import throttle
from desk_client.server.services.sessions import open_session
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.region import office


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """What is known before the password is checked; nothing for a name that nobody has."""

    staff_id: StaffId | None
    password_hash: str | None


def at_the_door(transaction: Transaction, username: str) -> AtTheDoor | Refusal:
    """Who would sign in under this name. RATE_LIMITED after too many wrong passwords, for unknown names as well."""
    if (refusal := throttle.refused(transaction, _limit(transaction, username))) is not None:
        return refusal
    row = transaction.connection.execute(
        select(staff.c.id, staff.c.password_hash).where(staff.c.username == _folded(username))
    ).one_or_none()
    return AtTheDoor(None, None) if row is None else AtTheDoor(StaffId(row.id), row.password_hash)


def turned_away(transaction: Transaction, username: str) -> Refusal:
    """Note a wrong password; WRONG_CREDENTIALS."""
    throttle.count(transaction, _limit(transaction, username))
    return Refusal(RefusalCode.WRONG_CREDENTIALS)


def let_in(transaction: Transaction, username: str, staff_id: StaffId) -> StaffSession | Refusal:
    """Sign in whose password was right. FORBIDDEN for somebody who serves no office."""
    row = transaction.connection.execute(
        select(staff, office.c.title_ar, office.c.title_en, office.c.honorific_ar, office.c.honorific_en)
        .outerjoin(office, office.c.id == staff.c.office_id)
        .where(staff.c.id == staff_id)
    ).one()
    if row.office_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    throttle.forget(transaction, _limit(transaction, username))
    opened = open_session(transaction, Role(row.role), staff_id=staff_id, office_id=OfficeId(row.office_id))
    record(transaction, opened.actor, "sign_in", opened.actor.session_id)
    return StaffSession(
        token=opened.token,
        person=Staff(
            id=staff_id,
            name=Texts(ar=row.name_ar, en=row.name_en),
            office_id=row.office_id,
            office_title=Texts(ar=row.title_ar, en=row.title_en),
            honorific=Texts(ar=row.honorific_ar, en=row.honorific_en),
        ),
        expires_at=opened.expires_at,
    )


def _limit(transaction: Transaction, username: str) -> Limit:
    return Limit("password", _folded(username), transaction.settings.identity.failed_passwords)


def _folded(username: str) -> str:
    return username.strip().casefold()
