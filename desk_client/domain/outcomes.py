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
    INVALID_EMAIL = "invalid_email"
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
    INVALID_DOCUMENT = "invalid_document"
    """A visitor's passport or border number."""
    INVALID_NATIONALITY = "invalid_nationality"
    INVALID_REPRESENTATION = "invalid_representation"
    """Who comes for somebody else says for whom, and shows the power of attorney's number."""
    SECOND_FACTOR_REQUIRED = "second_factor_required"
    PASSWORD_WEAK = "password_weak"  # noqa: S105 - the name of a refusal, no password
    PASSWORD_CHANGE_REQUIRED = "password_change_required"  # noqa: S105 - the same
    """An administrator has set the password: until its owner takes one of their own it opens nothing else."""
    IDENTITY_REJECTED = "identity_rejected"
    """The person said no in the national sign-on's own app."""
    IDENTITY_UNAVAILABLE = "identity_unavailable"
    """The national sign-on, or the organisation's own, does not answer."""
    CONSENT_REQUIRED = "consent_required"
    KIOSK_PIN_WRONG = "kiosk_pin_wrong"
    KIOSK_PIN_NOT_SET = "kiosk_pin_not_set"
    """The hall has no operator's PIN: an administrator, or its operator, has to set one."""

    # what they may do
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    ALREADY_EXISTS = "already_exists"

    # booking
    SLOT_TAKEN = "slot_taken"
    SLOT_UNAVAILABLE = "slot_unavailable"
    HOLD_EXPIRED = "hold_expired"
    INVALID_SUBJECT = "invalid_subject"
    INVALID_ADDRESS = "invalid_address"
    KIND_NOT_OFFERED = "kind_not_offered"
    TICKET_UNKNOWN = "ticket_unknown"
    """No booking has this ticket number and code."""
    TOO_LATE_TO_CHANGE = "too_late_to_change"
    """Past the service's limit for cancelling or moving."""
    LIMIT_REACHED = "limit_reached"
    """The person has as many open bookings as one may have."""
    ALREADY_WAITLISTED = "already_waitlisted"
    OFFER_EXPIRED = "offer_expired"
    OFFER_ANSWERED = "offer_answered"
    """Somebody has said yes or no to this offer of the waitlist already."""
    INVALID_REASON = "invalid_reason"
    """A rejection that does not name the unit, the reason and the next step (domain rule "A rejection names …")."""

    # the audience itself
    ILLEGAL_TRANSITION = "illegal_transition"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NOT_ADMITTED = "not_admitted"
    ROOM_FULL = "room_full"
    ONE_AT_A_TIME = "one_at_a_time"
    """The visitor's end shows one person alone: nobody can be called in."""
    OFFICE_CLOSED = "office_closed"
    """It receives nobody today, or any more."""
    OUTCOME_MISSING = "outcome_missing"

    # what people bring with them
    ATTACHMENT_KIND_REFUSED = "attachment_kind_refused"
    ATTACHMENT_TOO_LARGE = "attachment_too_large"
    ATTACHMENT_DAMAGED = "attachment_damaged"
    ATTACHMENT_INFECTED = "attachment_infected"
    ATTACHMENTS_FULL = "attachments_full"
    SCANNER_UNAVAILABLE = "scanner_unavailable"

    # the wire
    INVALID_REQUEST = "invalid_request"
    FRAME_TOO_LARGE = "frame_too_large"
    IDEMPOTENCY_MISMATCH = "idempotency_mismatch"
    PRECONDITION_REQUIRED = "precondition_required"
    PRECONDITION_FAILED = "precondition_failed"
    """Somebody else changed it since it was read."""
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
