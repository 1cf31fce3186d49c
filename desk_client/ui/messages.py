"""Refusals in words: the one place where a code becomes what a person reads, in each language."""

from typing import assert_never

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.refusals.attachments import not_attached
from desk_client.ui.refusals.audience import not_now
from desk_client.ui.refusals.entries import typed_wrongly
from desk_client.ui.refusals.identity import not_recognised
from desk_client.ui.refusals.message import Message
from desk_client.ui.refusals.service import not_served
from desk_client.ui.refusals.times import at_another_time

__all__ = ["Message", "worded"]


def worded(refusal: Refusal) -> Message:
    """Word a refusal in the language that is spoken now; tries left and waits are told where they are known."""
    match refusal.code:
        case (
            RefusalCode.INVALID_NATIONAL_ID
            | RefusalCode.INVALID_MOBILE
            | RefusalCode.INVALID_EMAIL
            | RefusalCode.INVALID_NAME
            | RefusalCode.INVALID_SUBJECT
            | RefusalCode.INVALID_REQUEST
            | RefusalCode.INVALID_DOCUMENT
            | RefusalCode.INVALID_NATIONALITY
            | RefusalCode.INVALID_REPRESENTATION
            | RefusalCode.INVALID_ADDRESS
            | RefusalCode.INVALID_REASON
            | RefusalCode.PASSWORD_WEAK
            | RefusalCode.PASSWORD_CHANGE_REQUIRED
        ):
            return typed_wrongly(refusal.code)
        case (
            RefusalCode.CHALLENGE_UNKNOWN
            | RefusalCode.CODE_WRONG
            | RefusalCode.CODE_EXPIRED
            | RefusalCode.TOO_MANY_ATTEMPTS
            | RefusalCode.RATE_LIMITED
            | RefusalCode.WRONG_CREDENTIALS
            | RefusalCode.UNAUTHENTICATED
            | RefusalCode.SESSION_EXPIRED
            | RefusalCode.ENROLMENT_CODE_INVALID
            | RefusalCode.SECOND_FACTOR_REQUIRED
            | RefusalCode.IDENTITY_REJECTED
            | RefusalCode.IDENTITY_UNAVAILABLE
            | RefusalCode.CONSENT_REQUIRED
            | RefusalCode.TICKET_UNKNOWN
            | RefusalCode.KIOSK_PIN_WRONG
            | RefusalCode.KIOSK_PIN_NOT_SET
        ):
            return not_recognised(refusal, refusal.code)
        case (
            RefusalCode.SLOT_TAKEN
            | RefusalCode.SLOT_UNAVAILABLE
            | RefusalCode.HOLD_EXPIRED
            | RefusalCode.TOO_EARLY
            | RefusalCode.TOO_LATE
            | RefusalCode.KIND_NOT_OFFERED
            | RefusalCode.TOO_LATE_TO_CHANGE
            | RefusalCode.LIMIT_REACHED
            | RefusalCode.ALREADY_WAITLISTED
            | RefusalCode.OFFER_EXPIRED
            | RefusalCode.OFFER_ANSWERED
        ):
            return at_another_time(refusal, refusal.code)
        case (
            RefusalCode.FORBIDDEN
            | RefusalCode.NOT_FOUND
            | RefusalCode.ILLEGAL_TRANSITION
            | RefusalCode.NOT_ADMITTED
            | RefusalCode.ROOM_FULL
            | RefusalCode.ONE_AT_A_TIME
            | RefusalCode.OFFICE_CLOSED
            | RefusalCode.OUTCOME_MISSING
            | RefusalCode.ALREADY_EXISTS
        ):
            return not_now(refusal.code)
        case (
            RefusalCode.ATTACHMENT_KIND_REFUSED
            | RefusalCode.ATTACHMENT_TOO_LARGE
            | RefusalCode.ATTACHMENT_DAMAGED
            | RefusalCode.ATTACHMENT_INFECTED
            | RefusalCode.ATTACHMENTS_FULL
            | RefusalCode.SCANNER_UNAVAILABLE
        ):
            return not_attached(refusal.code)
        case (
            RefusalCode.FRAME_TOO_LARGE
            | RefusalCode.IDEMPOTENCY_MISMATCH
            | RefusalCode.PROTOCOL_UNSUPPORTED
            | RefusalCode.SERVER_UNAVAILABLE
            | RefusalCode.TIMEOUT
            | RefusalCode.INTERNAL
            | RefusalCode.PRECONDITION_REQUIRED
            | RefusalCode.PRECONDITION_FAILED
        ):
            return not_served(refusal.code)
        case _ as never:
            assert_never(never)
