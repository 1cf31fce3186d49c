"""How long each kind of record is kept: the house's defaults, which an administrator changes by kind.

Nothing that is open is ever removed, however old; and the audit trail is not among the kinds: it is kept.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What is removed by its age. The value is the name in the table `retention` and on the command line."""

    ANSWERS = "answers"
    """Answers kept for a request that is sent twice."""
    HINTS = "hints"
    """Word to other servers and windows that something changed."""
    CHALLENGES = "challenges"
    """Sign-ins that were begun, after they expired."""
    ENROLMENT_CODES = "enrolment_codes"
    MESSAGES = "messages"
    """Sent, or not to be sent any more."""
    DEAD_MESSAGES = "dead_messages"
    """Given up; they still have recipient and text."""
    SESSIONS = "sessions"
    """After they expired."""
    WAITS = "waits"
    """Places on a waitlist that were left or served."""
    CANCELLED_APPOINTMENTS = "cancelled_appointments"
    """Cancelled, missed or not served."""
    FINISHED_APPOINTMENTS = "finished_appointments"
    """With what was decided, and what the person thought of it."""
    REQUESTS = "requests"
    """Answered, declined or withdrawn."""
    ATTACHMENTS = "attachments"
    """What people brought to something that is over."""
    RECORDINGS = "recordings"
    """Recorded talks, at the most: an office may keep its own for less."""
    LEFTOVERS = "leftovers"
    """Files of which not everything came."""
    ACCESS_LOG = "access_log"
    """Who looked at what."""
    PERSONS = "persons"
    """People of whom nothing else is held any more."""


KEPT_FOR: Final[Mapping[Kind, timedelta]] = MappingProxyType(
    {
        Kind.ANSWERS: timedelta(days=1),
        Kind.HINTS: timedelta(hours=1),
        Kind.CHALLENGES: timedelta(hours=1),
        Kind.ENROLMENT_CODES: timedelta(days=30),
        Kind.MESSAGES: timedelta(days=90),
        Kind.DEAD_MESSAGES: timedelta(days=30),
        Kind.SESSIONS: timedelta(days=365),
        Kind.WAITS: timedelta(days=90),
        Kind.CANCELLED_APPOINTMENTS: timedelta(days=365),
        Kind.FINISHED_APPOINTMENTS: timedelta(days=5 * 365),
        Kind.REQUESTS: timedelta(days=5 * 365),
        Kind.ATTACHMENTS: timedelta(days=365),
        Kind.RECORDINGS: timedelta(days=90),
        Kind.LEFTOVERS: timedelta(hours=1),
        Kind.ACCESS_LOG: timedelta(days=3 * 365),
        Kind.PERSONS: timedelta(days=3 * 365),
    }
)
"""The defaults, for a region that has not decided otherwise; what the law asks is for its lawyers to say."""
