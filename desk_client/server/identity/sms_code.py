"""Proof by a code that comes by SMS: whoever holds the mobile that belongs to the document.

A person who is not known yet is believed at a kiosk with the mobile they give; from then on document and mobile belong
together. At a computer of their own only people are let in who are known: from anywhere, anybody could be anybody.
For a known person with another mobile everything goes the same way, in answers, rows and time, only that no message is
sent. The same is true of somebody who is disabled, and of a person without a mobile: they go to the operator.
"""

import hmac
from typing import Final

from desk_client.domain.ids import ChallengeId, KioskId, new_challenge_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, Mobile
from desk_client.server.identity import challenges
from desk_client.server.identity.port import Claimed, Issued, Proved, Way
from desk_client.server.notify.notices import SignInCode
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.access import people
from desk_client.server.services.throttle import Limit
from desk_client.server.services.transaction import Transaction

CODE_DIGITS: Final = 6
_HASH: Final = "sms-code"
_RANGE_DIGITS: Final = 4
"""Fraudsters who earn by messages hold whole ranges of numbers: so many last digits make a range."""


class SmsCodeProvider:
    """An `IdentityProvider` by SMS code. Limits come from the settings."""

    def begin(self, transaction: Transaction, claimed: Claimed) -> Issued | Refusal:
        """Send a code, unless too many were asked for; see `IdentityProvider.begin`."""
        if claimed.mobile is None:
            return Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
        settings = transaction.settings.identity
        refusal = self._too_soon(transaction, claimed) or throttle.taken(
            transaction,
            *challenges.limits(transaction, claimed),
            Limit("challenge-mobile", claimed.mobile, settings.challenges_per_person),
            *self._of_own_computers(transaction, claimed.mobile if claimed.kiosk_id is None else None),
            Limit("sms-range", claimed.mobile[:-_RANGE_DIGITS], settings.sms_per_range, alarming=True),
            Limit("sms-hour", "all", settings.sms_per_hour, challenges.HOUR, alarming=True, shared=True),
        )
        if refusal is not None:
            return refusal
        challenge_id = new_challenge_id(transaction.id_bytes())
        code = digits(transaction.id_bytes(), CODE_DIGITS)
        issued = challenges.keep(
            transaction,
            challenge_id,
            Way.SMS_CODE,
            claimed,
            code_hash=keyed_hash(transaction.pepper, _HASH, challenge_id, code),
        )
        terms = Terms(
            TemplateKey.SIGN_IN_CODE,
            claimed.language,
            expires_at=issued.expires_at,
            hush=not self._belong(transaction, claimed.document, claimed.mobile, claimed.kiosk_id),
        )
        tell(transaction, claimed.mobile, SignInCode(code, settings.code_lifetime), terms)
        return issued

    def finish(
        self, transaction: Transaction, kiosk_id: KioskId | None, challenge_id: ChallengeId, answer: str
    ) -> Proved | Refusal:
        """Compare the code; see `IdentityProvider.finish`."""
        found = challenges.find(transaction, kiosk_id, challenge_id)
        if isinstance(found, Refusal):
            return found
        if found.code_hash is None or found.mobile is None:
            return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
        left = challenges.attempted(transaction, found)
        if left is None:
            return Refusal(RefusalCode.TOO_MANY_ATTEMPTS)
        right = hmac.compare_digest(found.code_hash, keyed_hash(transaction.pepper, _HASH, challenge_id, answer))
        # asked again: since the challenge began, somebody else may have become known by this document
        belong = self._belong(transaction, found.document, found.mobile, kiosk_id)
        if not right or not belong:
            if left == 0:
                return Refusal(RefusalCode.TOO_MANY_ATTEMPTS)
            return Refusal(RefusalCode.CODE_WRONG, attempts_left=left)
        if not challenges.use(transaction, found):
            return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
        return Proved(found.document, found.mobile, Way.SMS_CODE)

    @staticmethod
    def _of_own_computers(transaction: Transaction, mobile: Mobile | None) -> tuple[Limit, ...]:
        """What a mobile that is named at somebody's own computer may be sent, besides."""
        settings = transaction.settings.identity
        return () if mobile is None else (Limit("challenge-own-mobile", mobile, settings.own_challenges_per_person),)

    @staticmethod
    def _too_soon(transaction: Transaction, claimed: Claimed) -> Refusal | None:
        """RATE_LIMITED while the last code for this person or this mobile is younger than the time for a resend."""
        wait = transaction.settings.identity.resend_after
        latest = challenges.latest(transaction, claimed, transaction.now - wait)
        if latest is None:
            return None
        return Refusal(
            RefusalCode.RATE_LIMITED, retry_after_s=int((latest + wait - transaction.now).total_seconds()) + 1
        )

    @staticmethod
    def _belong(transaction: Transaction, document: Document, mobile: Mobile, kiosk_id: KioskId | None) -> bool:
        """Whether the mobile is the known person's own; for a person not yet known it is, at a kiosk."""
        known = people.with_document(transaction, document)
        mobile_index = people.mobile_index_of(transaction, mobile)
        if known is None:
            return kiosk_id is not None or transaction.settings.identity.newcomers_at_own_computers
        return known.mobile_index == mobile_index and not known.disabled
