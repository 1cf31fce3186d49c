"""The ports that every way of proving one's identity has: begin, then finish with what the person brings back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desk_client.domain.ids import ChallengeId, KioskId, SiteId, StaffId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import Document, Mobile, NationalId
from desk_client.i18n.language import Language
from desk_client.server.services.transaction import Transaction


class Way(StrEnum):
    """How a person at a kiosk proves who they are. The value is the wire code, and stands in the store."""

    SMS_CODE = "sms_code"
    NAFATH = "nafath"
    """The national sign-on: the person picks a number in its app."""
    OPERATOR = "operator"
    """The operator of the hall has seen the papers."""


class Standing(StrEnum):
    """How far a proof has come that nobody types a code for. The value is the wire code."""

    PENDING = "pending"
    COMPLETED = "completed"
    REJECTED = "rejected"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who somebody says they are; a mobile only where they have one.

    Attributes:
        kiosk_id: the kiosk at which they stand; None at a computer of their own.
        site_id: its hall.
        address: of a computer of their own, for limits.
    """

    kiosk_id: KioskId | None
    site_id: SiteId | None
    document: Document
    mobile: Mobile | None = None
    language: Language = Language.ARABIC
    address: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """A challenge that waits for its answer. It looks the same whether or not the person is known.

    Attributes:
        number_to_show: what the person picks in the national sign-on's app; None elsewhere.
    """

    challenge_id: ChallengeId
    expires_at: datetime
    resend_after: datetime
    number_to_show: str | None = None


@dataclass(frozen=True, slots=True)
class Proved:
    """An identity that was proved, and how.

    Attributes:
        mobile: theirs, where they gave one.
        assisted_by: the operator who saw the papers.
    """

    document: Document
    mobile: Mobile | None
    way: Way
    assisted_by: StaffId | None = None


class IdentityProvider(Protocol):
    """A way of proving an identity that needs nothing but the store and what it sends."""

    def begin(self, transaction: Transaction, claimed: Claimed) -> Issued | Refusal:
        """Challenge the person. Refusals: RATE_LIMITED, INVALID_MOBILE where a mobile is needed."""
        ...

    def finish(
        self, transaction: Transaction, kiosk_id: KioskId | None, challenge_id: ChallengeId, answer: str
    ) -> Proved | Refusal:
        """Judge the answer; without a kiosk, to a challenge that was begun without one.

        Refusals: CHALLENGE_UNKNOWN (also one of another kiosk, or used), CODE_EXPIRED, CODE_WRONG with the tries left,
        TOO_MANY_ATTEMPTS; TOO_EARLY where somebody else has yet to confirm.
        """
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """A transaction at the national sign-on: its name for it, and the number that the person has to pick."""

    reference: str
    number: str


class NationalSignOn(Protocol):
    """The national sign-on, over the network. Blocks: for a worker thread, and never within a transaction."""

    def begin(self, national_id: NationalId) -> Begun | Refusal:
        """Ask the person's app. Refusals: IDENTITY_UNAVAILABLE, IDENTITY_REJECTED where it does not know the ID."""
        ...

    def standing(self, reference: str, national_id: NationalId) -> Standing | Refusal:
        """What the person did. Refusal: IDENTITY_UNAVAILABLE."""
        ...
