"""The rows of challenges, which every way of signing in keeps alike: sealed, bound to a kiosk or to none, good once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Row, insert, select, update

from desk_client.domain.ids import ChallengeId, KioskId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, Mobile
from desk_client.server.identity.port import Claimed, Issued, Way
from desk_client.server.services.access import people
from desk_client.server.services.throttle import Limit
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import challenge

_NUMBER: Final = "challenge.number"
_MOBILE: Final = "challenge.mobile"
_TRANSACTION: Final = "challenge.transaction"
HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """A challenge that still waits for its answer.

    Attributes:
        note: what the way of signing in wrote down: the national sign-on's name for it, the operator who confirmed it,
            the guest's link that the code was sent for.
    """

    id: ChallengeId
    way: Way
    document: Document
    mobile: Mobile | None
    mobile_index: bytes | None
    code_hash: bytes | None
    attempts: int
    note: str | None


def limits(transaction: Transaction, claimed: Claimed) -> tuple[Limit, ...]:
    """How often a person may begin to sign in; and a kiosk and a hall, or somebody's own computer and all of these.

    Whoever knows somebody's ID can use up what is that person's at a computer of their own, but not at a kiosk too.
    """
    settings, who = transaction.settings.identity, claimed.document.key
    person = Limit("challenge-person", who, settings.challenges_per_person)
    if claimed.kiosk_id is None or claimed.site_id is None:
        return (
            person,
            Limit("challenge-own", who, settings.own_challenges_per_person),
            Limit("challenge-own-day", who, settings.own_challenges_per_day, _DAY),
            Limit("challenge-address", claimed.address, settings.challenges_per_address, alarming=True),
            Limit("challenge-own-hour", "all", settings.own_sms_per_hour, HOUR, alarming=True, shared=True),
        )
    return (
        person,
        Limit("challenge-kiosk", claimed.kiosk_id, settings.challenges_per_kiosk, alarming=True),
        Limit("challenge-site", claimed.site_id, settings.challenges_per_site, alarming=True),
    )


def keep(
    transaction: Transaction,
    challenge_id: ChallengeId,
    way: Way,
    claimed: Claimed,
    *,
    code_hash: bytes | None = None,
    note: str | None = None,
    number_to_show: str | None = None,
) -> Issued:
    """Write a new challenge down."""
    settings = transaction.settings.identity
    expires_at = transaction.now + settings.code_lifetime
    seal = transaction.vault.seal
    transaction.connection.execute(
        insert(challenge).values(
            id=challenge_id,
            provider=way.value,
            kiosk_id=claimed.kiosk_id,
            document=claimed.document.kind.value,
            nationality=claimed.document.nationality,
            number_sealed=seal(_NUMBER, challenge_id, claimed.document.number),
            number_index=people.index_of(transaction, claimed.document),
            mobile_sealed=None if claimed.mobile is None else seal(_MOBILE, challenge_id, claimed.mobile),
            mobile_index=None if claimed.mobile is None else people.mobile_index_of(transaction, claimed.mobile),
            code_hash=code_hash,
            transaction_sealed=None if note is None else seal(_TRANSACTION, challenge_id, note),
            attempts=0,
            created_at=transaction.now,
            expires_at=expires_at,
        )
    )
    return Issued(challenge_id, expires_at, transaction.now + settings.resend_after, number_to_show)


def find(transaction: Transaction, kiosk_id: KioskId | None, challenge_id: ChallengeId) -> Found | Refusal:
    """A kiosk's own challenge, or one of no kiosk. Refusals: CHALLENGE_UNKNOWN (also one that was used), CODE_EXPIRED.

    At somebody's own computer only its id says whose it is: nobody else was told of it.
    """
    row = transaction.connection.execute(
        select(challenge).where(challenge.c.id == challenge_id, _of_kiosk(kiosk_id))
    ).one_or_none()
    if row is None or row.used_at is not None:
        return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
    if row.expires_at <= transaction.now:
        return Refusal(RefusalCode.CODE_EXPIRED)
    return opened(transaction, row)


def opened(transaction: Transaction, row: Row[tuple[object, ...]]) -> Found:
    """A challenge from its row."""
    challenge_id = ChallengeId(row.id)
    opening = transaction.vault.open
    number = DocumentNumber(opening(_NUMBER, challenge_id, row.number_sealed))
    return Found(
        id=challenge_id,
        way=Way(row.provider),
        document=Document(DocumentKind(row.document), number, row.nationality),
        mobile=None if row.mobile_sealed is None else Mobile(opening(_MOBILE, challenge_id, row.mobile_sealed)),
        mobile_index=row.mobile_index,
        code_hash=row.code_hash,
        attempts=row.attempts,
        note=None if row.transaction_sealed is None else opening(_TRANSACTION, challenge_id, row.transaction_sealed),
    )


def attempted(transaction: Transaction, found: Found) -> int | None:
    """Use up one try, before it is judged; how many are left, or None where there was none.

    Counted under a condition: of many answers at the same moment no more are judged than there are tries.
    """
    most = transaction.settings.identity.code_attempts
    counted = transaction.connection.execute(
        update(challenge)
        .where(challenge.c.id == found.id, challenge.c.attempts < most, challenge.c.used_at.is_(None))
        .values(attempts=challenge.c.attempts + 1)
        .returning(challenge.c.attempts)
    ).scalar_one_or_none()
    return None if counted is None else most - counted


def use(transaction: Transaction, found: Found) -> bool:
    """Take the challenge: True for the one who gets it."""
    taken = transaction.connection.execute(
        update(challenge)
        .where(challenge.c.id == found.id, challenge.c.used_at.is_(None))
        .values(used_at=transaction.now)
    )
    return taken.rowcount == 1


def write_note(transaction: Transaction, found: Found, note: str) -> bool:
    """Keep something of the way's own, once: True for the one who wrote it."""
    sealed = transaction.vault.seal(_TRANSACTION, found.id, note)
    written = transaction.connection.execute(
        update(challenge)
        .where(
            challenge.c.id == found.id,
            challenge.c.transaction_sealed.is_(None),
            challenge.c.used_at.is_(None),
            challenge.c.expires_at > transaction.now,
        )
        .values(transaction_sealed=sealed)
    )
    return written.rowcount == 1


def latest(transaction: Transaction, claimed: Claimed, since: datetime) -> datetime | None:
    """When the last unused challenge for this person or this mobile was begun, where that was after `since`.

    At kiosks, or at computers of people's own: what strangers begin there keeps nobody waiting at a kiosk.
    """
    where = challenge.c.kiosk_id.is_(None) if claimed.kiosk_id is None else challenge.c.kiosk_id.is_not(None)
    same = challenge.c.number_index == people.index_of(transaction, claimed.document)
    if claimed.mobile is not None:
        same |= challenge.c.mobile_index == people.mobile_index_of(transaction, claimed.mobile)
    found: datetime | None = transaction.connection.execute(
        select(challenge.c.created_at)
        .where(same, where, challenge.c.created_at > since, challenge.c.used_at.is_(None))
        .order_by(challenge.c.created_at.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found


def _of_kiosk(kiosk_id: KioskId | None) -> ColumnElement[bool]:
    return challenge.c.kiosk_id.is_(None) if kiosk_id is None else challenge.c.kiosk_id == kiosk_id
