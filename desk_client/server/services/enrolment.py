"""Enrolling a kiosk: a one-time code that an administrator hands over becomes the terminal's own credential."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, select, update

from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.kiosks import EnrolmentAnswer, Kiosk, Site
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.sessions import open_session
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import session
from desk_client.server.storage.tables.region import enrolment_code, kiosk, site

CODE_DIGITS: Final = 10
CODE_LIFETIME: Final = timedelta(hours=24)
_HASH: Final = "enrolment-code"


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


def enrol(transaction: Transaction, code: str) -> EnrolmentAnswer | Refusal:
    """Exchange a code for a credential; the kiosk's earlier ones end.

    Refusals: ENROLMENT_CODE_INVALID, RATE_LIMITED.
    """
    limit = Limit("enrolment", "all", transaction.settings.identity.failed_enrolments)
    if (refusal := throttle.refused(transaction, limit)) is not None:
        return refusal
    code_hash = keyed_hash(transaction.pepper, _HASH, code)
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
        throttle.count(transaction, limit)
        return Refusal(RefusalCode.ENROLMENT_CODE_INVALID, field="code")
    kiosk_id = KioskId(
        transaction.connection.execute(
            select(enrolment_code.c.kiosk_id).where(enrolment_code.c.code_hash == code_hash)
        ).scalar_one()
    )
    transaction.connection.execute(
        update(session)
        .where(session.c.kiosk_id == kiosk_id, session.c.ended_at.is_(None))
        .values(ended_at=transaction.now)
    )
    transaction.connection.execute(update(kiosk).where(kiosk.c.id == kiosk_id).values(enrolled_at=transaction.now))
    opened = open_session(transaction, Role.KIOSK, kiosk_id=kiosk_id)
    record(transaction, opened.actor, "enrol_kiosk", kiosk_id)
    return EnrolmentAnswer(kiosk=_kiosk(transaction, kiosk_id), token=opened.token)


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
