"""What a kiosk hands in later because the server was away (ADR 0042): sealed on the way, and what is inside."""

import base64
from datetime import datetime
from typing import Annotated, Final, Literal, Self

from pydantic import Base64Bytes, Field, TypeAdapter

from desk_client.domain.deposits import Verdict
from desk_client.domain.satisfaction import MOST_REASONS, Reason
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH
from desk_client.protocol.base import WHEN_NEEDED, Answer, Ask, CalendarDay, Identifier, Instant, Texts
from desk_client.protocol.satisfaction import Score
from desk_client.protocol.sessions import DocumentAsk

MOST_SEALED_BYTES: Final = 16 * 1024
MOST_DAYS: Final = 14


class TicketLeft(Ask):
    """Number and code of a ticket: that somebody knows both proves that they may."""

    ticket_number: str = Field(min_length=1, max_length=16)
    ticket_code: str = Field(min_length=1, max_length=16, repr=False)


class CheckInLeft(TicketLeft):
    """Somebody was here."""

    kind: Literal["check_in"] = "check_in"


class SurveyLeft(Ask):
    """What somebody thought of their audience; `session_token` is of the session in which they were received."""

    kind: Literal["survey"] = "survey"
    appointment_id: Identifier
    session_token: str = Field(min_length=1, max_length=128, repr=False)
    score: Score
    reasons: tuple[Reason, ...] = Field(default=(), max_length=MOST_REASONS)


class RequestLeft(Ask):
    """Somebody's wish to be received. Nothing proves who they are: it becomes an unverified request, never a booking.

    A citizen or resident has a `national_id`; a visitor a `document` instead. `consent_version` is of the words about
    their data to which they agreed.
    """

    kind: Literal["request"] = "request"
    national_id: str | None = Field(default=None, min_length=10, max_length=10, repr=False)
    document: DocumentAsk | None = None
    mobile: str = Field(min_length=1, max_length=20, repr=False)
    name: str = Field(min_length=1, max_length=200, repr=False)
    service_id: Identifier
    text: str = Field(default="", max_length=MAX_SUBJECT_LENGTH, repr=False)
    days: tuple[CalendarDay, ...] = Field(default=(), max_length=MOST_DAYS)
    consent_version: str = Field(min_length=1, max_length=16)
    language: Language = Language.ARABIC


Inside = Annotated[CheckInLeft | SurveyLeft | RequestLeft, Field(discriminator="kind")]
INSIDE: Final[TypeAdapter[CheckInLeft | SurveyLeft | RequestLeft]] = TypeAdapter(Inside, config=WHEN_NEEDED)
"""Reads and writes what is inside."""


class DepositAsk(Ask):
    """``PUT /v1/kiosks/self/deposits/{id}``; sent again under the same id, it is answered as the first time.

    `sequence` is the entry's number in the kiosk's outbox, `happened_at` its moment by the kiosk's clock. `sealed` is
    closed for the key of that id (`protocol.sealed_box`), with `outside` as its context.
    """

    sequence: int = Field(ge=1, lt=2**53)
    happened_at: Instant
    key_id: Identifier
    sealed: Base64Bytes = Field(min_length=1, max_length=2 * MOST_SEALED_BYTES, repr=False)

    @classmethod
    def of(cls, sequence: int, happened_at: datetime, key_id: str, sealed: bytes) -> Self:
        """Of what is in the outbox."""
        return cls(sequence=sequence, happened_at=happened_at, key_id=key_id, sealed=base64.b64encode(sealed))


class Deposit(Answer):
    """What became of it, and when it counts as having happened.

    A kiosk whose clock cannot be believed (`clock_is_plausible`) is taken at the moment of its arrival.
    """

    id: Identifier
    verdict: Verdict
    counted_at: Instant
    clock_is_plausible: bool


class DepositTerms(Answer):
    """``GET /v1/kiosks/self/deposits``: what a kiosk needs for the hours in which it cannot ask.

    `consent_text` are the words to which somebody who leaves a request agrees.
    """

    key_id: Identifier
    public_key: Base64Bytes
    consent_version: str
    consent_text: Texts
    server_time: Instant

    @classmethod
    def of(cls, key_id: str, public_key: bytes, consent_version: str, consent_text: Texts, now: datetime) -> Self:
        """Of a key as it is, in bytes."""
        return cls(
            key_id=key_id,
            public_key=base64.b64encode(public_key),
            consent_version=consent_version,
            consent_text=consent_text,
            server_time=now,
        )


def outside(entry_id: str, sequence: int, happened_at: datetime) -> bytes:
    """What stands on the outside of a box, authenticated with what is in it: one that is found gets no other moment."""
    return f"majlis-deposit/{entry_id}/{sequence}/{happened_at.timestamp():.6f}".encode("ascii")
