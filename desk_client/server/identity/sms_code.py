"""Proof by a code that comes by SMS: whoever holds the mobile that belongs to the ID.

A person who is not known yet is believed with the mobile they give; from then on ID and mobile belong together. For a
known ID with another mobile everything goes the same way, in answers, rows and time, only that no message is sent.
"""

import hmac
from typing import Final

from sqlalchemy import insert, select, update

from desk_client.domain.ids import ChallengeId, KioskId, new_challenge_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Mobile, NationalId
from desk_client.server.identity.port import Claimed, Issued, Proved
from desk_client.server.notify.outbox import enqueue_sms
from desk_client.server.notify.texts import code_text
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.throttle import Limit
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import challenge, person

CODE_DIGITS: Final = 6
_HASH: Final = "sms-code"


class SmsCodeProvider:
    """An `IdentityProvider` by SMS code. Limits come from the settings."""

    def begin(self, transaction: Transaction, claimed: Claimed) -> Issued | Refusal:
        """Send a code, unless too many were asked for; see `IdentityProvider.begin`."""
        settings = transaction.settings.identity
        refusal = self._too_soon(transaction, claimed)
        limits = (
            Limit("challenge-person", claimed.national_id, settings.challenges_per_person),
            Limit("challenge-mobile", claimed.mobile, settings.challenges_per_person),
            Limit("challenge-kiosk", claimed.kiosk_id, settings.challenges_per_kiosk),
        )
        for limit in limits:
            refusal = refusal or throttle.refused(transaction, limit)
        if refusal is not None:
            return refusal
        for limit in limits:
            throttle.count(transaction, limit)

        challenge_id = new_challenge_id(transaction.id_bytes())
        code = digits(transaction.id_bytes(), CODE_DIGITS)
        expires_at = transaction.now + settings.code_lifetime
        transaction.connection.execute(
            insert(challenge).values(
                id=challenge_id,
                kiosk_id=claimed.kiosk_id,
                national_id=claimed.national_id,
                mobile=claimed.mobile,
                code_hash=keyed_hash(transaction.pepper, _HASH, challenge_id, code),
                attempts=0,
                created_at=transaction.now,
                expires_at=expires_at,
            )
        )
        text = code_text(code, settings.code_lifetime)
        enqueue_sms(transaction, claimed.mobile, text, hush=not self._belong(transaction, claimed))
        return Issued(challenge_id, expires_at, transaction.now + settings.resend_after)

    def finish(
        self, transaction: Transaction, kiosk_id: KioskId, challenge_id: ChallengeId, answer: str
    ) -> Proved | Refusal:
        """Compare the code; see `IdentityProvider.finish`."""
        row = transaction.connection.execute(
            select(challenge).where(challenge.c.id == challenge_id, challenge.c.kiosk_id == kiosk_id)
        ).one_or_none()
        if row is None or row.used_at is not None:
            return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
        if row.expires_at <= transaction.now:
            return Refusal(RefusalCode.CODE_EXPIRED)
        left = transaction.settings.identity.code_attempts - row.attempts
        if left <= 0:
            return Refusal(RefusalCode.TOO_MANY_ATTEMPTS)
        right = hmac.compare_digest(row.code_hash, keyed_hash(transaction.pepper, _HASH, challenge_id, answer))
        claimed = Claimed(kiosk_id, NationalId(row.national_id), Mobile(row.mobile))
        # asked again: since the challenge began, somebody else may have become known under this ID
        if not right or not self._belong(transaction, claimed):
            self._note(transaction, challenge_id, attempts=row.attempts + 1)
            if left == 1:
                return Refusal(RefusalCode.TOO_MANY_ATTEMPTS)
            return Refusal(RefusalCode.CODE_WRONG, attempts_left=left - 1)
        self._note(transaction, challenge_id, used_at=transaction.now)
        return Proved(claimed.national_id, claimed.mobile)

    @staticmethod
    def _too_soon(transaction: Transaction, claimed: Claimed) -> Refusal | None:
        """RATE_LIMITED while the last code for this ID or this mobile is younger than the time for a resend."""
        wait = transaction.settings.identity.resend_after
        latest = transaction.connection.execute(
            select(challenge.c.created_at)
            .where(
                (challenge.c.national_id == claimed.national_id) | (challenge.c.mobile == claimed.mobile),
                challenge.c.created_at > transaction.now - wait,
                challenge.c.used_at.is_(None),
            )
            .order_by(challenge.c.created_at.desc())
            .limit(1)
        ).scalar_one_or_none()
        if latest is None:
            return None
        return Refusal(
            RefusalCode.RATE_LIMITED, retry_after_s=int((latest + wait - transaction.now).total_seconds()) + 1
        )

    @staticmethod
    def _belong(transaction: Transaction, claimed: Claimed) -> bool:
        """Whether the mobile is the known person's own; for a person not yet known it is."""
        known = transaction.connection.execute(
            select(person.c.mobile).where(person.c.national_id == claimed.national_id)
        ).scalar_one_or_none()
        return known is None or known == claimed.mobile

    @staticmethod
    def _note(transaction: Transaction, challenge_id: ChallengeId, **values: object) -> None:
        transaction.connection.execute(update(challenge).where(challenge.c.id == challenge_id).values(**values))
