"""Accounts of staff: their own password, and what an administrator does with them; people who are let in no more.

Whoever is disabled, or given another role or another password, has no session left once that is committed.
"""

from typing import Any

from sqlalchemy import Row, select, update

from desk_client.domain.access import STAFF_ROLES, Action, Role
from desk_client.domain.delegation import EVERY_RIGHT, Delegation
from desk_client.domain.ids import PersonId, StaffId, new_staff_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.passwords import SHORTEST
from desk_client.protocol.accounts import (
    Ended,
    PeopleFound,
    PersonFound,
    PersonSearchAsk,
    SignOnAsk,
    StaffAccount,
    StaffAccounts,
    StaffAsk,
    StaffPostAsk,
)
from desk_client.protocol.base import MOST_ROWS, Texts
from desk_client.server.security.common_passwords import is_common
from desk_client.server.services.access import people
from desk_client.server.services.access.delegated import written
from desk_client.server.services.access.sessions import end_all
from desk_client.server.services.access.staff import folded
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.people import person, staff
from desk_client.server.storage.tables.region import agency

_BOUND_TO = {
    Role.OFFICIAL: "office_id",
    Role.DELEGATE: "office_id",
    Role.SPECIALIST: "office_id",
    Role.COORDINATOR: "agency_id",
    Role.AGENCY_LEADER: "agency_id",
    Role.INTERPRETER: "agency_id",
    Role.OPERATOR: "site_id",
}
"""What each role works for, without which nothing would be theirs."""


def weak(password: str, username: str, old: str | None = None) -> Refusal | None:
    """PASSWORD_WEAK for one that is short, common, made of the user name, or no other than the old one."""
    if len(password) < SHORTEST or is_common(password, username) or password == old:
        return Refusal(RefusalCode.PASSWORD_WEAK, field="password")
    return None


def own(transaction: Transaction, actor: Actor) -> StaffAccount | Refusal:
    """One's own account. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_OWN_ACCOUNT)) is not None or actor.staff_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    return _account(_row(transaction, actor.staff_id))


def own_username(transaction: Transaction, actor: Actor) -> str | Refusal:
    """Under which name one signs in. Refusal: FORBIDDEN."""
    account = own(transaction, actor)
    return account if isinstance(account, Refusal) else account.username


def change_password(transaction: Transaction, actor: Actor, password_hash: str) -> Refusal | None:
    """Give oneself another password, the old one having been checked; all other sessions end. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_OWN_ACCOUNT)) is not None or actor.staff_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    _set(transaction, actor.staff_id, password_hash=password_hash, password_is_first=False)
    end_all(transaction, staff_id=actor.staff_id, but=actor.session_id)
    record(transaction, actor, "change_password", actor.staff_id)
    return None


def listed(
    transaction: Transaction, actor: Actor, after: str | None = None, most: int = MOST_ROWS
) -> StaffAccounts | Refusal:
    """Everybody who works here, from behind the one with the id `after`. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.MANAGE_STAFF)) is not None:
        return refusal
    query = select(staff).order_by(staff.c.username).limit(most + 1)
    if after is not None:
        query = query.where(staff.c.username > select(staff.c.username).where(staff.c.id == after).scalar_subquery())
    rows = transaction.connection.execute(query).all()
    return StaffAccounts(
        staff=tuple(_account(row) for row in rows[:most]), next=rows[most - 1].id if len(rows) > most else None
    )


def hired(transaction: Transaction, actor: Actor, ask: StaffAsk, password_hash: str | None) -> StaffAccount | Refusal:
    """A new member of staff, who changes the password that they are given.

    Refusals: FORBIDDEN, INVALID_REQUEST (names what the role lacks), ALREADY_EXISTS.
    """
    if (refusal := actor.refused(Action.MANAGE_STAFF)) is not None:
        return refusal
    if (refusal := _misplaced(transaction, ask)) is not None:
        return refusal
    staff_id = new_staff_id(transaction.id_bytes())
    secret = {"password_hash": password_hash, "password_is_first": password_hash is not None}
    row = {"id": staff_id, "username": folded(ask.username), **secret, **_post(ask)}
    if not insert_new(transaction.connection, staff, [row]):
        return Refusal(RefusalCode.ALREADY_EXISTS, field="username")
    record(transaction, actor, "add_staff", staff_id)
    return _account(_row(transaction, staff_id))


def set_post(transaction: Transaction, actor: Actor, staff_id: StaffId, ask: StaffPostAsk) -> StaffAccount | Refusal:
    """Give a member of staff another name, role or place; their sessions end.

    Refusals: FORBIDDEN (also for oneself), NOT_FOUND, INVALID_REQUEST (names what the role lacks).
    """
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    if staff_id == actor.staff_id:
        return Refusal(RefusalCode.FORBIDDEN)
    if (refusal := _misplaced(transaction, ask)) is not None:
        return refusal
    _one_after_the_other(transaction, staff_id)
    before = _row(transaction, staff_id)
    if (before.role, before.office_id) != (ask.role.value, ask.office_id):  # what another office left to them is over
        whole: dict[str, object] = dict(written(Delegation(EVERY_RIGHT)))
        _set(transaction, staff_id, **whole, delegation_version=(before.delegation_version or 0) + 1)
    _set(transaction, staff_id, **_post(ask))
    end_all(transaction, staff_id=staff_id)
    record(transaction, actor, "change_post", staff_id)
    return _account(_row(transaction, staff_id))


def set_state(transaction: Transaction, actor: Actor, staff_id: StaffId, *, disabled: bool) -> StaffAccount | Refusal:
    """Let a member of staff in no more, or again. FORBIDDEN (also for oneself), NOT_FOUND."""
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    if staff_id == actor.staff_id:  # the last administrator would lock the door from outside
        return Refusal(RefusalCode.FORBIDDEN)
    _one_after_the_other(transaction, staff_id)
    _set(transaction, staff_id, disabled_at=transaction.now if disabled else None)
    end_all(transaction, staff_id=staff_id)
    record(transaction, actor, "disable_staff" if disabled else "enable_staff", staff_id)
    return _account(_row(transaction, staff_id))


def username_of(transaction: Transaction, actor: Actor, staff_id: StaffId) -> str | Refusal:
    """The user name of somebody whose password an administrator sets. FORBIDDEN, NOT_FOUND."""
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    username: str = _row(transaction, staff_id).username
    return username


def set_password(transaction: Transaction, actor: Actor, staff_id: StaffId, password_hash: str) -> Refusal | None:
    """Give a member of staff a new password, which they change; their sessions end. FORBIDDEN, NOT_FOUND."""
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    # their own is theirs: an administrator who gives themself one has chosen it
    is_first = staff_id != actor.staff_id
    _set(transaction, staff_id, password_hash=password_hash, password_is_first=is_first)
    end_all(transaction, staff_id=staff_id)
    record(transaction, actor, "set_password", staff_id)
    return None


def link_sign_on(transaction: Transaction, actor: Actor, staff_id: StaffId, ask: SignOnAsk) -> StaffAccount | Refusal:
    """Say who somebody is at the organisation's own sign-on. FORBIDDEN, NOT_FOUND, ALREADY_EXISTS: it is another's."""
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    if ask.subject is not None:
        holder = select(staff.c.id).where(staff.c.oidc_subject == ask.subject, staff.c.id != staff_id)
        if transaction.connection.execute(holder).first() is not None:
            return Refusal(RefusalCode.ALREADY_EXISTS, field="subject")
    _set(transaction, staff_id, oidc_subject=ask.subject)
    record(transaction, actor, "link_sign_on" if ask.subject is not None else "unlink_sign_on", staff_id)
    return _account(_row(transaction, staff_id))


def end_sessions(transaction: Transaction, actor: Actor, staff_id: StaffId) -> Ended | Refusal:
    """Sign a member of staff out everywhere. FORBIDDEN, NOT_FOUND."""
    if (refusal := _not_theirs(transaction, actor, staff_id)) is not None:
        return refusal
    ended = end_all(transaction, staff_id=staff_id)
    record(transaction, actor, "end_sessions", staff_id)
    return Ended(sessions=ended)


def set_person_state(
    transaction: Transaction, actor: Actor, person_id: PersonId, *, disabled: bool
) -> PersonFound | Refusal:
    """Let a person in no more, or again. FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    changed = transaction.connection.execute(
        update(person).where(person.c.id == person_id).values(disabled_at=transaction.now if disabled else None)
    )
    if changed.rowcount == 0:
        return Refusal(RefusalCode.NOT_FOUND)
    end_all(transaction, person_id=person_id)
    record(transaction, actor, "disable_person" if disabled else "enable_person", person_id)
    return _found(transaction, person_id)


def find_people(transaction: Transaction, actor: Actor, ask: PersonSearchAsk) -> PeopleFound | Refusal:
    """People by document, mobile or words of their name; each goes into the register of who looked at what.

    Refusals: FORBIDDEN, INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_MOBILE, INVALID_NAME.
    """
    if (refusal := actor.refused(Action.FIND_PERSON)) is not None:
        return refusal
    found = people.found(transaction, ask)
    if isinstance(found, Refusal):
        return found
    for person_id in found:
        looked_at(transaction, actor, "find_person", person_id, person_id)
    return PeopleFound(people=tuple(_found(transaction, person_id) for person_id in found))


def _not_theirs(transaction: Transaction, actor: Actor, staff_id: StaffId) -> Refusal | None:
    if (refusal := actor.refused(Action.MANAGE_STAFF)) is not None:
        return refusal
    known = transaction.connection.execute(select(staff.c.id).where(staff.c.id == staff_id)).first()
    return Refusal(RefusalCode.NOT_FOUND) if known is None else None


def _one_after_the_other(transaction: Transaction, staff_id: StaffId) -> None:
    """Let two administrators who shut each other out do so in turn: the second has no session left to do it with."""
    if _row(transaction, staff_id).role == Role.ADMINISTRATOR.value:
        rules_changed(transaction)


def _post(ask: StaffPostAsk) -> dict[str, str | None]:
    return {
        "role": ask.role.value,
        "name_ar": ask.name.ar,
        "name_en": ask.name.en,
        "office_id": ask.office_id,
        "agency_id": ask.agency_id,
        "site_id": ask.site_id,
        "governorate_id": ask.governorate_id,
    }


def _misplaced(transaction: Transaction, ask: StaffPostAsk) -> Refusal | None:
    if ask.role not in STAFF_ROLES:
        return Refusal(RefusalCode.INVALID_REQUEST, field="role")
    needed = _BOUND_TO.get(ask.role)
    book = rules(transaction)
    known: dict[str, frozenset[str]] = {
        "office_id": frozenset(book.offices),
        "site_id": frozenset(book.sites),
        "agency_id": frozenset(transaction.connection.execute(select(agency.c.id)).scalars()),
        "governorate_id": frozenset(site.governorate_id for site in book.sites.values()),
    }
    for bound, ids in known.items():
        named = getattr(ask, bound)
        lacks = named is None and bound == needed
        too_much = named is not None and bound not in {needed, "governorate_id"}
        if lacks or too_much or (named is not None and named not in ids):
            return Refusal(RefusalCode.INVALID_REQUEST, field=bound)
    return None


def _set(transaction: Transaction, staff_id: StaffId, **values: object) -> None:
    transaction.connection.execute(update(staff).where(staff.c.id == staff_id).values(**values))


def _row(transaction: Transaction, staff_id: StaffId) -> Row[Any]:  # a row's columns are of many types
    return transaction.connection.execute(select(staff).where(staff.c.id == staff_id)).one()


def _account(row: Row[Any]) -> StaffAccount:  # the same
    return StaffAccount(
        id=row.id,
        username=row.username,
        role=Role(row.role),
        name=Texts(ar=row.name_ar, en=row.name_en),
        office_id=row.office_id,
        agency_id=row.agency_id,
        site_id=row.site_id,
        governorate_id=row.governorate_id,
        has_password=row.password_hash is not None,
        has_first_password=bool(row.password_is_first),
        has_second_factor=row.totp_confirmed_at is not None,
        has_sign_on=row.oidc_subject is not None,
        disabled_at=row.disabled_at,
    )


def _found(transaction: Transaction, person_id: PersonId) -> PersonFound:
    known = people.shown(transaction, person_id)
    assert known is not None  # found a moment ago
    return people.answered(known)
