"""Members of staff: found by their name at the door, signed in once password and second factor were checked.

The password's check costs 20 ms on purpose and runs between two transactions, in `security.passwords`. A try is counted
before it is judged, so that a crowd of guesses at the same moment has no more tries than one after the other.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from desk_client.domain.access import Role
from desk_client.domain.ids import StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.sessions import Staff, StaffSession
from desk_client.server.services import throttle
from desk_client.server.services.access import second_factor
from desk_client.server.services.access.delegated import delegation_of
from desk_client.server.services.access.sessions import Holder, by_password, open_session
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.region import agency, office, site

_NOTHING = Texts(ar="", en="")


@dataclass(frozen=True, slots=True)
class Door:
    """At whose name somebody knocks, and from where.

    Attributes:
        username: as it was typed.
        address: the caller's, from the socket or a trusted proxy.
    """

    username: str
    address: str


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """What is known before the password is checked; nothing for a name that nobody has, or that is disabled."""

    staff_id: StaffId | None
    password_hash: str | None


def at_the_door(transaction: Transaction, door: Door) -> AtTheDoor | Refusal:
    """Who would sign in under this name; counts as a try. RATE_LIMITED after too many, for unknown names as well."""
    # of an address only failures are counted, afterwards: a whole hall may stand behind one
    refusal = throttle.refused(transaction, _by_address(transaction, door)) or throttle.taken(
        transaction, *_by_name(transaction, door)
    )
    if refusal is not None:
        return refusal
    row = transaction.connection.execute(
        select(staff.c.id, staff.c.password_hash).where(
            staff.c.username == folded(door.username), staff.c.disabled_at.is_(None)
        )
    ).one_or_none()
    return AtTheDoor(None, None) if row is None else AtTheDoor(StaffId(row.id), row.password_hash)


def turned_away(transaction: Transaction, door: Door) -> Refusal:
    """Note a wrong password; WRONG_CREDENTIALS."""
    throttle.taken(transaction, _by_address(transaction, door))
    return Refusal(RefusalCode.WRONG_CREDENTIALS)


def recognised(transaction: Transaction, door: Door) -> None:
    """The password was right: the tries under this name begin anew."""
    throttle.forget(transaction, *_by_name(transaction, door))


def let_in(transaction: Transaction, door: Door, staff_id: StaffId, code: str | None) -> StaffSession | Refusal:
    """Sign in whose password was right.

    Refusals: those of `second_factor.checked`; WRONG_CREDENTIALS where they were disabled a moment ago.
    """
    recognised(transaction, door)
    row = _row(transaction, staff_id)
    factor = second_factor.checked(transaction, staff_id, Role(row.role), code)
    if isinstance(factor, Refusal):
        return factor
    return opened(transaction, staff_id, factor)


def opened(transaction: Transaction, staff_id: StaffId, verified_by: str) -> StaffSession | Refusal:
    """Open the session of somebody who proved who they are. WRONG_CREDENTIALS where they are disabled."""
    row = _row(transaction, staff_id)
    session = open_session(transaction, Holder(Role(row.role), verified_by, staff_id=staff_id))
    if isinstance(session, Refusal):
        return Refusal(RefusalCode.WRONG_CREDENTIALS)
    record(transaction, session.actor, "sign_in", session.actor.session_id)
    return StaffSession(
        token=session.token,
        person=_shown(row, transaction.now),
        expires_at=session.expires_at,
        must_change_password=bool(row.password_is_first) and by_password(verified_by),
    )


def folded(username: str) -> str:
    """A user name as the store has it."""
    return username.strip().casefold()


def _row(transaction: Transaction, staff_id: StaffId) -> Any:  # a row's columns are of many types
    return transaction.connection.execute(
        select(
            staff.c.id,
            staff.c.role,
            staff.c.password_is_first,
            staff.c.name_ar,
            staff.c.name_en,
            staff.c.office_id,
            staff.c.site_id,
            staff.c.delegated,
            staff.c.delegated_first,
            staff.c.delegated_last,
            office.c.zone,
            office.c.title_ar,
            office.c.title_en,
            office.c.honorific_ar,
            office.c.honorific_en,
            agency.c.name_ar.label("agency_ar"),
            agency.c.name_en.label("agency_en"),
            site.c.name_ar.label("site_ar"),
            site.c.name_en.label("site_en"),
        )
        .outerjoin(office, office.c.id == staff.c.office_id)
        .outerjoin(agency, agency.c.id == staff.c.agency_id)
        .outerjoin(site, site.c.id == staff.c.site_id)
        .where(staff.c.id == staff_id)
    ).one()


def _shown(row: Row[Any], now: datetime) -> Staff:  # the same
    name = Texts(ar=row.name_ar, en=row.name_en)
    titles = ((row.title_ar, row.title_en), (row.agency_ar, row.agency_en), (row.site_ar, row.site_en))
    title = next((Texts(ar=ar, en=en) for ar, en in titles if ar is not None), name)
    left = delegation_of(row) if row.role == Role.DELEGATE.value and row.delegated is not None else None
    return Staff(
        rights=None if left is None else tuple(sorted(left.on(now.astimezone(ZoneInfo(row.zone)).date()))),
        rights_until=None if left is None else left.last,
        id=row.id,
        name=name,
        role=Role(row.role),
        office_id=row.office_id,
        office_title=title,
        honorific=_NOTHING if row.honorific_ar is None else Texts(ar=row.honorific_ar, en=row.honorific_en),
        site_id=row.site_id,
    )


def _by_name(transaction: Transaction, door: Door) -> tuple[Limit, ...]:
    """Few tries from one address, more from all: nobody is locked out of their account by a stranger's five guesses."""
    identity, username = transaction.settings.identity, folded(door.username)
    return (
        Limit("password", f"{username}@{door.address}", identity.failed_passwords),
        Limit("password-anywhere", username, identity.failed_passwords_anywhere),
    )


def _by_address(transaction: Transaction, door: Door) -> Limit:
    most = transaction.settings.identity.failed_passwords_per_address
    return Limit("password-address", door.address, most, alarming=True)
