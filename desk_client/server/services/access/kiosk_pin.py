"""The operator's PIN of a hall: the one way past the screen of a kiosk that is in service.

It is kept as passwords are, and since it has few digits it is hashed under the server's secret before: whoever has only
the store cannot try them all. A try is counted before it is judged, as at every other door (`access.staff`).
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId, KioskId, SiteId
from desk_client.domain.kiosk_pin import is_guessable
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import to_ascii
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import kiosk, kiosk_pin, site

_HASH: Final = "kiosk-pin"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AtTheLock:
    """What is known before the PIN is checked."""

    kiosk_id: KioskId
    site_id: SiteId
    pin_hash: str = field(repr=False)


def weak(pin: str) -> Refusal | None:
    """PASSWORD_WEAK for one that is among the first to be guessed."""
    return Refusal(RefusalCode.PASSWORD_WEAK, field="pin") if is_guessable(to_ascii(pin)) else None


def peppered(pepper: bytes, site_id: SiteId, pin: str) -> str:
    """What is hashed instead of the PIN: it cannot be guessed without the server's secret."""
    return keyed_hash(pepper, _HASH, site_id, to_ascii(pin)).hex()


def settable(transaction: Transaction, actor: Actor, site_id: SiteId) -> Refusal | None:
    """Whether this is a hall whose PIN they may set. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.MANAGE_KIOSKS)) is not None:
        return refusal
    governorate_id = _governorate(transaction, site_id)
    if governorate_id is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return actor.refused(Action.MANAGE_KIOSKS, Ownership(site_id=site_id, governorate_id=governorate_id))


def set_pin(transaction: Transaction, actor: Actor, site_id: SiteId, pin_hash: str) -> Refusal | None:
    """Give a hall another PIN, by whoever manages its kiosks. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := settable(transaction, actor, site_id)) is not None:
        return refusal
    return keep_pin(transaction, actor, site_id, pin_hash)


def keep_pin(transaction: Transaction, actor: Actor | None, site_id: SiteId, pin_hash: str) -> Refusal | None:
    """The same from the command line, where nobody has signed in. NOT_FOUND where there is no such hall."""
    if _governorate(transaction, site_id) is None:
        return Refusal(RefusalCode.NOT_FOUND)
    run = transaction.connection.execute
    run(delete(kiosk_pin).where(kiosk_pin.c.site_id == site_id))
    run(insert(kiosk_pin).values(site_id=site_id, pin_hash=pin_hash))
    for kiosk_id in run(select(kiosk.c.id).where(kiosk.c.site_id == site_id)).scalars():
        throttle.forget(transaction, *_limits(transaction, KioskId(kiosk_id)))
    record(transaction, actor, "set_kiosk_pin", site_id)
    return None


def at_the_lock(transaction: Transaction, actor: Actor) -> AtTheLock | Refusal:
    """What the PIN typed at this kiosk has to be; counts as a try.

    Refusals: FORBIDDEN, KIOSK_PIN_NOT_SET, RATE_LIMITED.
    """
    if (refusal := actor.refused(Action.UNLOCK_KIOSK)) is not None:
        return refusal
    if actor.kiosk_id is None or actor.site_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    pin_hash = transaction.connection.execute(
        select(kiosk_pin.c.pin_hash).where(kiosk_pin.c.site_id == actor.site_id)
    ).scalar_one_or_none()
    if pin_hash is None:
        return Refusal(RefusalCode.KIOSK_PIN_NOT_SET)
    if (refusal := throttle.taken(transaction, *_limits(transaction, actor.kiosk_id))) is not None:
        return refusal
    return AtTheLock(actor.kiosk_id, actor.site_id, pin_hash)


def unlocked(transaction: Transaction, actor: Actor, lock: AtTheLock) -> None:
    """Note that the PIN was right: the tries of this kiosk begin anew."""
    throttle.forget(transaction, *_limits(transaction, lock.kiosk_id))
    record(transaction, actor, "unlock_kiosk", lock.kiosk_id)


def turned_away(transaction: Transaction, actor: Actor, lock: AtTheLock) -> Refusal:
    """Note a wrong PIN. KIOSK_PIN_WRONG with the tries left; RATE_LIMITED, with how long, where that was the last."""
    record(transaction, actor, "fail_to_unlock_kiosk", lock.kiosk_id)
    limits = _limits(transaction, lock.kiosk_id)
    for limit in limits:
        if (refusal := throttle.refused(transaction, limit)) is not None:
            return refusal
    remaining = min(throttle.left(transaction, limit) for limit in limits)
    return Refusal(RefusalCode.KIOSK_PIN_WRONG, attempts_left=remaining, field="pin")


def _governorate(transaction: Transaction, site_id: SiteId) -> GovernorateId | None:
    found = transaction.connection.execute(select(site.c.governorate_id).where(site.c.id == site_id))
    governorate_id = found.scalar_one_or_none()
    return None if governorate_id is None else GovernorateId(governorate_id)


def _limits(transaction: Transaction, kiosk_id: KioskId) -> tuple[Limit, Limit]:
    """The longer one first: where both are used up, it says how long."""
    identity = transaction.settings.identity
    return (
        Limit("kiosk-pin-day", kiosk_id, identity.failed_kiosk_pins_per_day, window=_DAY, alarming=True),
        Limit("kiosk-pin", kiosk_id, identity.failed_kiosk_pins),
    )
