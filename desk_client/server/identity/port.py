"""The port that every way of proving one's identity has: begin, then finish with what the person brings back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk_client.domain.ids import ChallengeId, KioskId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import Mobile, NationalId
from desk_client.server.services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who somebody at a kiosk says they are."""

    kiosk_id: KioskId
    national_id: NationalId
    mobile: Mobile


@dataclass(frozen=True, slots=True)
class Issued:
    """A challenge that waits for its answer. It looks the same whether or not ID and mobile belong together."""

    challenge_id: ChallengeId
    expires_at: datetime
    resend_after: datetime


@dataclass(frozen=True, slots=True)
class Proved:
    """An identity that was proved."""

    national_id: NationalId
    mobile: Mobile


class IdentityProvider(Protocol):
    """One way of proving an identity."""

    def begin(self, transaction: Transaction, claimed: Claimed) -> Issued | Refusal:
        """Challenge the person. Refusal: RATE_LIMITED."""
        ...

    def finish(
        self, transaction: Transaction, kiosk_id: KioskId, challenge_id: ChallengeId, answer: str
    ) -> Proved | Refusal:
        """Judge the answer.

        Refusals: CHALLENGE_UNKNOWN (also one of another kiosk, or used), CODE_EXPIRED, CODE_WRONG with the tries left,
        TOO_MANY_ATTEMPTS.
        """
        ...
