"""Enrolling a kiosk: a one-time code that an administrator hands over becomes the terminal's own credential."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, select, update

from desk_client.domain.access import Action, Ownership, Role
from desk_client.domain.ids import GovernorateId, KioskId, SiteId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.base import Texts
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentCode, Kiosk, KioskState, Site
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.access.sessions import Holder, end_all, open_session
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import enrolment_code, kiosk, site

CODE_DIGITS: Final = 10
CODE_LIFETIME: Final = timedelta(hours=24)
_HASH: Final = "enrolment-code"
_ADDRESSES: Final = 10
"""So many addresses may use up their tries before nobody can enrol any more."""


def issue_code(transaction: Transaction, kiosk_id: KioskId) -> str | Refusal:
    """A new one-time code for a kiosk; earlier unused ones are void. NOT_FOUND where there is no such kiosk."""
    if transaction.connection.execute(select(kiosk.c.id).where(kiosk.c.id == kiosk_id)).one_or_none() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    code = digits(transaction.id_bytes(), CODE_DIGITS)
    transaction.connection.execute(
        delete(enrolment_code).where(enrolment_code.c.kiosk_id == kiosk_id, enrolment_code.c.used_at.is_(None))
    )
    transaction.connection.execute(
        insert(enrolment_code).values(
            code_hash=keyed_hash(transaction.pepper, _HASH, code),
            kiosk_id=kiosk_id,
            expires_at=transaction.now + CODE_LIFETIME,
        )
    )
    return code


def enrol(transaction: Transaction, code: str, address: str = "") -> EnrolmentAnswer | Refusal:
    """Exchange a code for a credential; the kiosk's earlier ones end. `address` is where the asking comes from.

    Refusals: ENROLMENT_CODE_INVALID, RATE_LIMITED.
    """
    # ten digits that live for a day; counted before it is judged, also over all: a code names no kiosk
    most = transaction.settings.identity.failed_enrolments
    limit = Limit("enrolment-address", address, most)
    everybody = Limit("enrolment", "all", most * _ADDRESSES, alarming=True, shared=True)
    if (refusal := throttle.taken(transaction, limit, everybody)) is not None:
        return refusal
    code_hash = keyed_hash(transaction.pepper, _HASH, to_ascii(code).strip())
    used = transaction.connection.execute(
        update(enrolment_code)
        .where(
            enrolment_code.c.code_hash == code_hash,
            enrolment_code.c.used_at.is_(None),
            enrolment_code.c.expires_at > transaction.now,
        )
        .values(used_at=transaction.now)
    )
    if used.rowcount == 0:
        return Refusal(RefusalCode.ENROLMENT_CODE_INVALID, field="code")
    kiosk_id = KioskId(
        transaction.connection.execute(
            select(enrolment_code.c.kiosk_id).where(enrolment_code.c.code_hash == code_hash)
        ).scalar_one()
    )
    throttle.forget(transaction, limit)
    end_all(transaction, kiosk_id=kiosk_id)
    transaction.connection.execute(update(kiosk).where(kiosk.c.id == kiosk_id).values(enrolled_at=transaction.now))
    opened = open_session(transaction, Holder(Role.KIOSK, "enrolment", kiosk_id=kiosk_id))
    if isinstance(opened, Refusal):  # a code is void once its kiosk is disabled
        return Refusal(RefusalCode.ENROLMENT_CODE_INVALID, field="code")
    record(transaction, opened.actor, "enrol_kiosk", kiosk_id)
    return EnrolmentAnswer(kiosk=_kiosk(transaction, kiosk_id), token=opened.token)


def hand_out_code(transaction: Transaction, actor: Actor, kiosk_id: KioskId) -> EnrolmentCode | Refusal:
    """A one-time code for a kiosk, by whoever manages it. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := not_theirs(transaction, actor, kiosk_id)) is not None:
        return refusal
    code = issue_code(transaction, kiosk_id)
    if isinstance(code, Refusal):
        return code
    record(transaction, actor, "hand_out_enrolment_code", kiosk_id)
    return EnrolmentCode(code=code, expires_at=transaction.now + CODE_LIFETIME)


def set_kiosk_state(
    transaction: Transaction, actor: Actor, kiosk_id: KioskId, *, disabled: bool
) -> KioskState | Refusal:
    """Take a kiosk out of service, with whoever stands at it, or back in: it is then enrolled anew.

    Refusals: FORBIDDEN, NOT_FOUND.
    """
    if (refusal := not_theirs(transaction, actor, kiosk_id)) is not None:
        return refusal
    run = transaction.connection.execute
    run(update(kiosk).where(kiosk.c.id == kiosk_id).values(disabled_at=transaction.now if disabled else None))
    if disabled:
        end_all(transaction, kiosk_id=kiosk_id)
        run(delete(enrolment_code).where(enrolment_code.c.kiosk_id == kiosk_id, enrolment_code.c.used_at.is_(None)))
    rules_changed(transaction)  # a site has as many seats as it has kiosks
    record(transaction, actor, "disable_kiosk" if disabled else "enable_kiosk", kiosk_id)
    return KioskState(id=kiosk_id, disabled=disabled)


def not_theirs(transaction: Transaction, actor: Actor, kiosk_id: KioskId) -> Refusal | None:
    """Why they may not manage this kiosk: FORBIDDEN, NOT_FOUND; None where they may."""
    if (refusal := actor.refused(Action.MANAGE_KIOSKS)) is not None:
        return refusal
    row = transaction.connection.execute(
        select(site.c.id, site.c.governorate_id).join_from(kiosk, site).where(kiosk.c.id == kiosk_id)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    where = Ownership(site_id=SiteId(row.id), governorate_id=GovernorateId(row.governorate_id))
    return actor.refused(Action.MANAGE_KIOSKS, where)


def own_kiosk(transaction: Transaction, actor: Actor) -> Kiosk | Refusal:
    """The kiosk that asks, or at which the citizen stands; FORBIDDEN for anybody else."""
    return Refusal(RefusalCode.FORBIDDEN) if actor.kiosk_id is None else _kiosk(transaction, actor.kiosk_id)


def _kiosk(transaction: Transaction, kiosk_id: KioskId) -> Kiosk:
    row = transaction.connection.execute(
        select(kiosk.c.number, site).join_from(kiosk, site).where(kiosk.c.id == kiosk_id)
    ).one()
    return Kiosk(
        id=kiosk_id,
        number=row.number,
        site=Site(
            id=row.id,
            name=Texts(ar=row.name_ar, en=row.name_en),
            governorate=Texts(ar=row.governorate_ar, en=row.governorate_en),
        ),
    )
