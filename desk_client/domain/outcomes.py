"""Expected failures as values: what may go wrong in ordinary use, each with one stable code.

A code is what travels on the wire and what a screen words; it never changes its meaning. Prose lives with the screen.
"""

from dataclasses import dataclass
from enum import StrEnum


class RefusalCode(StrEnum):
    """Every reason for which a request may be refused. The value is the wire code."""

    # who somebody is
    INVALID_NATIONAL_ID = "invalid_national_id"
    INVALID_MOBILE = "invalid_mobile"
    INVALID_NAME = "invalid_name"
    CHALLENGE_UNKNOWN = "challenge_unknown"
    CODE_WRONG = "code_wrong"
    CODE_EXPIRED = "code_expired"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
    RATE_LIMITED = "rate_limited"
    WRONG_CREDENTIALS = "wrong_credentials"
    UNAUTHENTICATED = "unauthenticated"
    SESSION_EXPIRED = "session_expired"
    ENROLMENT_CODE_INVALID = "enrolment_code_invalid"

    # what they may do
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"

    # booking
    SLOT_TAKEN = "slot_taken"
    SLOT_UNAVAILABLE = "slot_unavailable"
    HOLD_EXPIRED = "hold_expired"
    INVALID_SUBJECT = "invalid_subject"

    # the audience itself
    ILLEGAL_TRANSITION = "illegal_transition"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NOT_ADMITTED = "not_admitted"
    ROOM_FULL = "room_full"
    OUTCOME_MISSING = "outcome_missing"

    # the wire
    INVALID_REQUEST = "invalid_request"
    FRAME_TOO_LARGE = "frame_too_large"
    IDEMPOTENCY_MISMATCH = "idempotency_mismatch"
    PROTOCOL_UNSUPPORTED = "protocol_unsupported"
    SERVER_UNAVAILABLE = "server_unavailable"
    TIMEOUT = "timeout"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request was not carried out, and what a screen needs to say so well.

    Attributes:
        code: the reason.
        retry_after_s: whole seconds after which trying again may succeed, where that is known.
        attempts_left: how many tries remain before TOO_MANY_ATTEMPTS, where tries are counted.
        field: the name of the input that is at fault, where one is.
    """

    code: RefusalCode
    retry_after_s: int | None = None
    attempts_left: int | None = None
    field: str | None = None
