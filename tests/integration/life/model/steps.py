"""What becomes of an appointment when somebody takes a step: the refusal's code, or None and the world has changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tests.integration.life.model.world import (
    AHEAD,
    CANCEL_BEFORE,
    CHANGE_BEFORE,
    JOB,
    MOST_OPEN,
    OFFICES,
    Own,
    Wish,
    World,
)

FROM: Final = {
    "admit": {"waiting": "in_session"},
    "send_back": {"in_session": "waiting"},
    "pause": {"in_session": "paused"},
    "resume": {"paused": "in_session"},
    "complete": {"in_session": "completed", "paused": "completed"},
    "transfer": {"waiting": "waiting", "in_session": "waiting"},
    "cancel": {"booked": "cancelled", "reminded": "cancelled", "waiting": "cancelled"},
    "reschedule": {"booked": "booked", "reminded": "booked"},
    "mark_no_show": {"booked": "no_show", "reminded": "no_show"},
    "mark_unserved": dict.fromkeys(("booked", "reminded", "waiting", "in_session", "paused"), "unserved"),
    "record_outcome": {"completed": "outcome_recorded"},
    "take_back_outcome": {"outcome_recorded": "completed", "confirmed": "completed"},
    "confirm_outcome": {"outcome_recorded": "confirmed"},
}
"""Which state each step follows, and where it leads."""
_HELD_FOR: Final = timedelta(minutes=5)
_TAKEN_BACK_WITHIN: Final = timedelta(minutes=5)
_LINGERS: Final = timedelta(minutes=10)
_GRACE: Final = timedelta(minutes=10)
_COME_FROM: Final = timedelta(minutes=60)


@dataclass(frozen=True)
class By:
    """Who asks: a citizen by number, a member of staff by name, or a job of the house."""

    person: int | None = None
    staff: str | None = None

    @property
    def name(self) -> str:
        return f"per_{self.person}" if self.person is not None else f"stf_{self.staff}" if self.staff else JOB

    def reaches(self, own: Own) -> bool:
        """An official has to do with their own office's; the desk of the agency with everybody's."""
        if self.person is not None:
            return own.person == self.person
        offices = {office for office, official in OFFICES.items() if official == self.staff}
        return not offices or bool(offices & {own.office, own.attending})


def _changed_since(own: Own, by: By, seen: int | None) -> str | None:
    if not by.reaches(own):
        return "not_found"
    return "precondition_failed" if seen is not None and seen != own.version else None


def _steps(world: World, key: str, step: str, by: By) -> str | None:
    following = FROM[step].get(world.owns[key].state)
    if following is None:
        return "illegal_transition"
    world.went(key, step, following, by.name)
    return None


def hold(world: World, by: By, person: int, office: str, site: str | None, at: datetime, made: str) -> str | None:
    earlier = frozenset(
        key
        for key, own in world.owns.items()
        if own.person == person and own.state == "held" and not own.offer and own.ends_at > world.now
    )
    if not world.may_begin(at):
        return "slot_unavailable"
    if world.open_here(person, office) >= MOST_OPEN:
        return "limit_reached"
    if not world.is_free(person, office, site, at, without=earlier):
        return "slot_taken"
    for key in earlier:
        del world.owns[key]
    world.owns[made] = Own(person, office, office, site, at, until=world.now + _HELD_FOR)
    world.note(made, "hold", by.name)
    return None


def book(world: World, key: str, by: By) -> str | None:
    own = world.owns[key]
    if not by.reaches(own):
        return "not_found"
    if own.state != "held" or own.offer or own.until is None or own.until <= world.now:
        return "hold_expired"
    world.went(key, "book", "booked", by.name)
    own.until, own.booked_at = None, world.now
    world.tell(key, "ticket")
    return None


def give_back(world: World, key: str, by: By) -> str | None:
    own = world.owns[key]
    if own.state != "held" or own.offer or not by.reaches(own):
        return "not_found"
    world.note(key, "release_hold", by.name)
    del world.owns[key]
    return None


def cancel(world: World, key: str, by: By, seen: int | None) -> str | None:
    own = world.owns[key]
    if (refused := _changed_since(own, by, seen)) is not None:
        return refused
    if own.state == "held":
        return "illegal_transition"
    if by.person is not None and own.state != "waiting" and world.now > own.starts_at - CANCEL_BEFORE:
        return "too_late_to_change"
    if (refused := _steps(world, key, "cancel", by)) is not None:
        return refused
    own.owned = False
    world.tell(key, "cancelled_by_you" if by.person is not None else "cancelled_by_office")
    return None


def reschedule(world: World, key: str, by: By, at: datetime, seen: int | None) -> str | None:
    own = world.owns[key]
    if (refused := _changed_since(own, by, seen)) is not None:
        return refused
    if by.person is not None and world.now > own.starts_at - CHANGE_BEFORE:
        return "too_late_to_change"
    if not world.may_begin(at):
        return "slot_unavailable"
    if not world.is_free(own.person, own.office, own.site, at, without=frozenset({key})):
        return "slot_taken"
    if (refused := _steps(world, key, "reschedule", by)) is not None:
        return refused
    own.starts_at, own.attending = at, own.office
    world.tell(key, "moved")
    return None


def check_in(world: World, key: str, by: By) -> str | None:
    own = world.owns[key]
    if not by.reaches(own):
        return "not_found"
    if own.state not in AHEAD:
        return "illegal_transition"
    if world.now < own.starts_at - _COME_FROM:
        return "too_early"
    if world.now >= own.ends_at:
        return "too_late"
    world.went(key, "check_in", "checked_in", by.name)
    world.went(key, "wait", "waiting", by.name)
    own.queued_at = world.now
    return None


def desk(world: World, key: str, by: By, step: str) -> str | None:
    return _steps(world, key, step, by) if by.reaches(world.owns[key]) else "not_found"


def transfer(world: World, key: str, by: By, to: str, seen: int | None) -> str | None:
    own = world.owns[key]
    if (refused := _changed_since(own, by, seen)) is not None:
        return refused
    if to == own.attending:
        return "invalid_request"
    if (refused := _steps(world, key, "transfer", by)) is not None:
        return refused
    own.attending = to
    return None


def record_outcome(world: World, key: str, by: By) -> str | None:
    own = world.owns[key]
    if by.reaches(own) and own.decided_at is not None and own.decided_by == by.staff:
        return None  # the same again
    refused = desk(world, key, by, "record_outcome")
    if refused is None:
        own.decided_by, own.decided_at = by.staff, world.now
        world.tell(key, "outcome_ready")
    return refused


def take_back_outcome(world: World, key: str, by: By) -> str | None:
    own = world.owns[key]
    if by.reaches(own):
        if own.decided_at is None:
            return "outcome_missing"
        if own.decided_by != by.staff:
            return "forbidden"
        if world.now > own.decided_at + _TAKEN_BACK_WITHIN:
            return "too_late"
    refused = desk(world, key, by, "take_back_outcome")
    if refused is None:
        own.decided_by = own.decided_at = None
    return refused


def confirm_outcome(world: World, key: str, by: By) -> str | None:
    if by.reaches(world.owns[key]) and world.owns[key].state in {"in_session", "paused", "completed"}:
        return "outcome_missing"
    return desk(world, key, by, "confirm_outcome")


def no_show(world: World, key: str, by: By, seen: int | None) -> str | None:
    own = world.owns[key]
    if (refused := _changed_since(own, by, seen)) is not None:
        return refused
    if world.now < own.ends_at + _GRACE:
        return "too_early"
    if world.fault_at(own):
        return "illegal_transition"
    return _missed(world, key, by)


def _missed(world: World, key: str, by: By) -> str | None:
    refused = _steps(world, key, "mark_no_show", by)
    if refused is None:
        world.tell(key, "no_show")
    return refused


@dataclass(frozen=True)
class MadeGood:
    """How the store names what was given instead."""

    again: str | None
    wish: str | None


def unserved(world: World, key: str, by: By, seen: int | None, made: MadeGood) -> str | None:
    return _changed_since(world.owns[key], by, seen) or make_good(world, key, by, made)


def make_good(world: World, key: str, by: By, made: MadeGood) -> str | None:
    """Booked again at the first time that no known fault covers, with priority; or first in line."""
    own = world.owns[key]
    if (refused := _steps(world, key, "mark_unserved", by)) is not None:
        return refused
    own.owned = False
    after = _not_before(world, own)
    first = next(
        (
            at
            for at in world.starts()
            if at > after and at != own.starts_at and world.is_free(own.person, own.office, own.site, at)
        ),
        None,
    )
    if first is None:
        wish = made.wish or f"no wish for {key}"
        world.wishes[wish] = Wish(own.person, own.office, own.site, None, key, 1, world.now)
        world.note(wish, "join_waitlist", by.name)
        world.tell(key, "cancelled_by_office")
        return None
    again = made.again or f"nothing instead of {key}"
    world.owns[again] = Own(
        own.person, own.office, own.office, own.site, first, priority=1, follows=key, booked_at=world.now
    )
    world.went(again, "book", "booked", by.name)
    world.tell(again, "ticket")
    world.tell(again, "fault_rebooked")
    return None


def _not_before(world: World, own: Own) -> datetime:
    ends = [
        world.tomorrow if fault.ends_at is None else fault.ends_at
        for fault in world.faults
        if fault.touches(own) and (fault.ends_at is None or fault.ends_at > world.now)
    ]
    return max([world.now, *ends])


def tidied(world: World) -> None:
    """Expired holds are dropped, some time later."""
    for key in world.in_state("held"):
        own = world.owns[key]
        if not own.offer and own.until is not None and own.until + _LINGERS <= world.now:
            del world.owns[key]
