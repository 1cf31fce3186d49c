"""Sessions: opened at sign-in, found again by their token, ended by hand, by idleness, by age, by disabling someone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, bindparam, insert, or_, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import QUEUED_STATES
from desk_client.domain.delegation import actions_of
from desk_client.domain.ids import (
    AgencyId,
    AppointmentId,
    GovernorateId,
    KioskId,
    OfficeId,
    PersonId,
    SessionId,
    SiteId,
    StaffId,
    new_session_id,
)
from desk_client.domain.narrowed import BROWSER_ACTIONS
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.security.tokens import TOKEN_BYTES, Token, TokenHash, hashed, new_token
from desk_client.server.services.access.delegated import delegation_of
from desk_client.server.services.actor import BY_BROWSER, Actor
from desk_client.server.services.rulebook import RULES_VERSION
from desk_client.server.services.trail import announce
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person, session, staff
from desk_client.server.storage.tables.region import kiosk, office

_AnyRow = Row[Any]  # a row's columns are of many types
_BY_PASSWORD: Final = frozenset({"password", "totp", "recovery_code"})
"""As what is noted of those who typed a password, with or without a second factor."""
_QUEUED: Final = [state.value for state in sorted(QUEUED_STATES)]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose session it is, and how they proved that.

    Attributes:
        verified_by: "sms", "nafath", "operator", "password", "totp", "recovery_code", "oidc", "enrolment", "ticket",
            "browser".
        assisted_by: the operator who let in somebody without a mobile.
        companions: how many stand beside the person.
        represented: for whom a representative comes, as text that nobody reads but `services.party`.
        appointment_id: the one that a ticket opened; the session is good for nothing else.
    """

    role: Role
    verified_by: str
    person_id: PersonId | None = None
    staff_id: StaffId | None = None
    kiosk_id: KioskId | None = None
    assisted_by: StaffId | None = None
    companions: int = 0
    represented: str | None = None
    appointment_id: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A new session and its token, which is told this once."""

    actor: Actor
    token: Token
    expires_at: datetime


def open_session(transaction: Transaction, holder: Holder) -> OpenedSession | Refusal:
    """Sign somebody in who has proved who they are.

    SESSION_EXPIRED where person, member of staff or kiosk is disabled, perhaps only just now.
    """
    token = new_token(transaction.random(TOKEN_BYTES))
    session_id = new_session_id(transaction.id_bytes())
    expires_at = transaction.now + _lifetime(transaction, holder.role)
    represented = holder.represented
    transaction.connection.execute(
        insert(session).values(
            id=session_id,
            token_hash=hashed(token),
            role=holder.role.value,
            person_id=holder.person_id,
            staff_id=holder.staff_id,
            kiosk_id=holder.kiosk_id,
            assisted_by=holder.assisted_by,
            represented_sealed=None
            if represented is None
            else transaction.vault.seal("session.represented", session_id, represented),
            companions=holder.companions,
            appointment_id=holder.appointment_id,
            verified_by=holder.verified_by,
            created_at=transaction.now,
            seen_at=transaction.now,
            expires_at=expires_at,
        )
    )
    if holder.person_id is not None:
        tell_of_visitor(transaction, holder.person_id)
    known = authenticate(transaction, hashed(token), before_change=True)
    return known if isinstance(known, Refusal) else OpenedSession(known.actor, token, expires_at)


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A session found by its token; `stale` when its activity should be noted again."""

    actor: Actor
    stale: bool


def _with_holders() -> Select[Any]:  # the row's columns are of many types
    """Sessions beside whoever they belong to: one statement says who asks, and whether they still may."""
    return (
        select(
            session,
            staff.c.role.label("staff_role"),
            staff.c.office_id,
            staff.c.agency_id,
            staff.c.site_id,
            staff.c.governorate_id,
            staff.c.disabled_at.label("staff_disabled_at"),
            staff.c.password_is_first,
            staff.c.delegated,
            staff.c.delegated_first,
            staff.c.delegated_last,
            office.c.zone.label("office_zone"),
            office.c.agency_id.label("office_agency_id"),
            kiosk.c.site_id.label("kiosk_site_id"),
            kiosk.c.disabled_at.label("kiosk_disabled_at"),
            person.c.disabled_at.label("person_disabled_at"),
            person.c.erased_at,
            # whoever is asked for at all needs the rulebook next
            RULES_VERSION.scalar_subquery().label("rules_version"),
        )
        .outerjoin(staff, staff.c.id == session.c.staff_id)
        .outerjoin(office, office.c.id == staff.c.office_id)
        .outerjoin(kiosk, kiosk.c.id == session.c.kiosk_id)
        .outerjoin(person, person.c.id == session.c.person_id)
    )


_BY_TOKEN: Final = Prepared(_with_holders().where(session.c.token_hash == bindparam("token_hash")))
_BY_ID: Final = _with_holders().where(session.c.id.in_(bindparam("ids", expanding=True)))
_MOST_AT_ONCE: Final = 500


def authenticate(
    transaction: Transaction, token_hash: TokenHash, *, before_change: bool = False
) -> KnownSession | Refusal:
    """Whose token this is: UNAUTHENTICATED where nobody's, SESSION_EXPIRED where it is over. One statement.

    PASSWORD_CHANGE_REQUIRED for whoever came with a password that somebody else has set, whatever they ask for;
    `before_change` lets them pass, for the change itself and for going away.

    It is over by hand, by age, by idleness, and from the moment at which its person, member of staff or kiosk is
    disabled, or a member of staff has another role.
    """
    row = _BY_TOKEN.first(transaction.connection, {"token_hash": token_hash})
    if row is None:
        return Refusal(RefusalCode.UNAUTHENTICATED)
    transaction.rules_version = row.rules_version or 0
    return _judged(transaction, row, before_change=before_change)


def _judged(transaction: Transaction, row: _AnyRow, *, before_change: bool = False) -> KnownSession | Refusal:
    role = Role(row.role)
    over = is_over(transaction, row)
    cut = (row.staff_disabled_at, row.kiosk_disabled_at, row.person_disabled_at, row.erased_at)
    other_role = row.staff_role is not None and row.staff_role != row.role
    if over or other_role or any(moment is not None for moment in cut):
        return Refusal(RefusalCode.SESSION_EXPIRED)
    if row.password_is_first and not before_change and by_password(row.verified_by):
        return Refusal(RefusalCode.PASSWORD_CHANGE_REQUIRED)
    agency_id, site_id = row.agency_id or row.office_agency_id, row.site_id or row.kiosk_site_id
    actor = Actor(
        session_id=SessionId(row.id),
        role=role,
        person_id=None if row.person_id is None else PersonId(row.person_id),
        staff_id=None if row.staff_id is None else StaffId(row.staff_id),
        office_id=None if row.office_id is None else OfficeId(row.office_id),
        agency_id=None if agency_id is None else AgencyId(agency_id),
        kiosk_id=None if row.kiosk_id is None else KioskId(row.kiosk_id),
        site_id=None if site_id is None else SiteId(site_id),
        governorate_id=None if row.governorate_id is None else GovernorateId(row.governorate_id),
        verified_by=row.verified_by,
        appointment_id=None if row.appointment_id is None else AppointmentId(row.appointment_id),
        delegated=left_to(row, transaction.now),
    )
    return KnownSession(actor, stale=row.seen_at + transaction.settings.sessions.touch_every <= transaction.now)


def is_over(transaction: Transaction, row: _AnyRow) -> bool:
    """Whether a row of `session` is over by hand, by age or by idleness."""
    idle = _idle(transaction, Role(row.role))
    return (
        row.ended_at is not None
        or row.expires_at <= transaction.now
        or (idle is not None and row.seen_at + idle <= transaction.now)
    )


def by_password(verified_by: str) -> bool:
    """Whether somebody typed a password; whoever came by the organisation's sign-on has used none."""
    return verified_by in _BY_PASSWORD


def left_to(row: _AnyRow, now: datetime) -> frozenset[Action] | None:
    """What of their role's actions somebody has now; None: all of them.

    An office's manager has what was left to them, by the day of their office; an official in a browser what is done
    there.
    """
    if row.verified_by == BY_BROWSER:
        return BROWSER_ACTIONS
    if row.delegated is None or row.office_zone is None or row.role != Role.DELEGATE.value:
        return None
    return actions_of(delegation_of(row).on(now.astimezone(ZoneInfo(row.office_zone)).date()))


def open_ones(transaction: Transaction, session_ids: Collection[SessionId]) -> frozenset[SessionId]:
    """Those of the sessions that may go on. For whoever watches over many at once."""
    wanted, found = list(session_ids), set()
    for first in range(0, len(wanted), _MOST_AT_ONCE):
        ids = wanted[first : first + _MOST_AT_ONCE]
        for row in transaction.connection.execute(_BY_ID, {"ids": ids}):
            if not isinstance(_judged(transaction, row), Refusal):
                found.add(SessionId(row.id))
    return frozenset(found)


def still_open(transaction: Transaction, session_id: SessionId) -> bool:
    """Whether a session that is in use right now may go on; notes the activity if so."""
    row = transaction.connection.execute(_BY_ID, {"ids": [session_id]}).one_or_none()
    known = None if row is None else _judged(transaction, row)
    if known is None or isinstance(known, Refusal):
        return False
    if known.stale:
        touch(transaction, session_id)
    return True


def actor_of(transaction: Transaction, session_id: SessionId) -> Actor | None:
    """Whose session this is; None where it is over, or was never there."""
    row = transaction.connection.execute(_BY_ID, {"ids": [session_id]}).one_or_none()
    known = None if row is None else _judged(transaction, row)
    return known.actor if isinstance(known, KnownSession) else None


def touch(transaction: Transaction, session_id: SessionId) -> None:
    """Note that the session is in use."""
    transaction.connection.execute(update(session).where(session.c.id == session_id).values(seen_at=transaction.now))


def end_session(transaction: Transaction, session_id: SessionId) -> None:
    """Sign out: the token is worth nothing from now on."""
    _end(transaction, session.c.id == session_id)


def tell_of_visitor(transaction: Transaction, person_id: PersonId) -> None:
    """Somebody came to a kiosk or a page, or left it: the offices for which they wait read how they are reached now."""
    waits = transaction.connection.execute(
        select(appointment.c.id, appointment.c.attending_id).where(
            appointment.c.person_id == person_id, appointment.c.state.in_(_QUEUED)
        )
    )
    for each in waits:
        announce(transaction, AppointmentId(each.id), OfficeId(each.attending_id), person_id)


def end_all(
    transaction: Transaction,
    *,
    staff_id: StaffId | None = None,
    person_id: PersonId | None = None,
    kiosk_id: KioskId | None = None,
    but: SessionId | None = None,
) -> int:
    """End all sessions of whoever is named, also those that others have at that kiosk; returns how many."""
    whose = [
        column == value
        for column, value in (
            (session.c.staff_id, staff_id),
            (session.c.person_id, person_id),
            (session.c.kiosk_id, kiosk_id),
        )
        if value is not None
    ]
    if not whose:
        raise ValueError("nobody is named")
    return _end(transaction, or_(*whose) & (session.c.id != ("" if but is None else but)))


def _end(transaction: Transaction, which: ColumnElement[bool]) -> int:
    return transaction.connection.execute(
        update(session).where(which, session.c.ended_at.is_(None)).values(ended_at=transaction.now)
    ).rowcount


def _lifetime(transaction: Transaction, role: Role) -> timedelta:
    sessions = transaction.settings.sessions
    match role:
        case Role.KIOSK:
            return sessions.kiosk_lifetime
        case Role.CITIZEN:
            return sessions.citizen_lifetime
        case _:  # everybody else works for the house
            return sessions.staff_lifetime


def _idle(transaction: Transaction, role: Role) -> timedelta | None:
    sessions = transaction.settings.sessions
    match role:
        case Role.KIOSK:
            return None  # a kiosk may stand unused over a feast
        case Role.CITIZEN:
            return sessions.citizen_idle
        case _:  # the same
            return sessions.staff_idle
