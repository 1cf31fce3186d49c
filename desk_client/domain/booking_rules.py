"""What a service allows a person who books: notice, horizon, changes of mind, how many at once.

The domain rule is "Lead time": minimum notice, horizon, cancel-before and change-before are per service, because a
hearing-like session gives the citizen notice and a question at the counter does not. Notice and horizon are the slot
rule's, since they also decide which slots are offered; the rest stands here. A bound is inclusive: who may cancel until
two hours before may do so exactly two hours before.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slots import SlotRule


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """How long a service lets a person change their mind, and how often they may book it.

    Attributes:
        cancel_before: how long before its start an appointment may last be cancelled by the citizen.
        change_before: how long before its start it may last be moved to another slot by the citizen.
        most_open: how many bookings of the service one person may have before them; None for any number.
    """

    cancel_before: timedelta = timedelta()
    change_before: timedelta = timedelta()
    most_open: int | None = None

    def __post_init__(self) -> None:
        if self.cancel_before < timedelta() or self.change_before < timedelta():
            raise ValueError("the limits for cancelling and moving are not negative")
        if self.most_open is not None and self.most_open < 1:
            raise ValueError("a service that is booked at all is booked once at least")


def may_begin(now: datetime, starts_at: datetime, rule: SlotRule) -> Refusal | None:
    """Whether a slot is neither too soon nor too far ahead to be booked now. Refusal: SLOT_UNAVAILABLE."""
    if now + rule.lead_time <= starts_at <= now + rule.horizon:
        return None
    return Refusal(RefusalCode.SLOT_UNAVAILABLE, field="starts_at")


def may_book_another(open_bookings: int, rule: ChangeRule) -> Refusal | None:
    """Whether a person with so many bookings of the service before them may have one more. Refusal: LIMIT_REACHED.

    A move to another slot is not one more; do not ask for it.
    """
    if rule.most_open is None or open_bookings < rule.most_open:
        return None
    return Refusal(RefusalCode.LIMIT_REACHED)


def cancel_until(starts_at: datetime, rule: ChangeRule) -> datetime:
    """The last moment at which the citizen may cancel."""
    return starts_at - rule.cancel_before


def change_until(starts_at: datetime, rule: ChangeRule) -> datetime:
    """The last moment at which the citizen may move the appointment."""
    return starts_at - rule.change_before


def may_cancel(now: datetime, starts_at: datetime, rule: ChangeRule) -> Refusal | None:
    """Whether the citizen may still cancel. Refusal: TOO_LATE_TO_CHANGE, also for what has begun."""
    return _until(cancel_until(starts_at, rule), now, starts_at)


def may_change(now: datetime, starts_at: datetime, rule: ChangeRule) -> Refusal | None:
    """Whether the citizen may still move the appointment. Refusal: TOO_LATE_TO_CHANGE, also for what has begun."""
    return _until(change_until(starts_at, rule), now, starts_at)


def _until(last: datetime, now: datetime, starts_at: datetime) -> Refusal | None:
    if now <= last and now < starts_at:
        return None
    return Refusal(RefusalCode.TOO_LATE_TO_CHANGE)
