"""What a round of each job does to the model's world; how the store names what was made is asked of `Names`."""

from datetime import timedelta
from typing import Final, Protocol

from tests.integration.life.model import steps, waiting
from tests.integration.life.model.steps import By, MadeGood
from tests.integration.life.model.world import AHEAD, JOB, OFFICES, UNREACHABLE, Fault, World

_GRACE: Final = timedelta(minutes=10)
_FORGOTTEN: Final = timedelta(hours=6)
_AWAY_AFTER: Final = timedelta(minutes=3)
_REMINDERS: Final = {"reminder_day": timedelta(days=1), "reminder_hour": timedelta(hours=1)}


class Names(Protocol):
    """The store's names for what a job has made."""

    def instead_of(self, key: str) -> MadeGood:
        """What was given for an appointment that we could not hold."""

    def offer_to(self, wish: str) -> tuple[str, str]:
        """The open offer of a wish, and what is held for it."""


def settle_missed(world: World, names: Names) -> dict[str, int]:
    """Who did not come is noted, unless the fault was ours; how many of each."""
    _beat(world)
    done = {"missed": 0, "made good": 0}
    due = sorted((own.starts_at, key) for key, own in world.owns.items() if _is_over(world, key))
    for _, key in due:
        own = world.owns[key]
        if own.state == "waiting" or world.fault_at(own):
            steps.make_good(world, key, By(), names.instead_of(key))
            done["made good"] += 1
        else:
            world.went(key, "mark_no_show", "no_show", JOB)
            world.tell(key, "no_show")
            done["missed"] += 1
    return done


def _is_over(world: World, key: str) -> bool:
    own = world.owns[key]
    if own.state in AHEAD:
        return own.ends_at + _GRACE <= world.now
    return own.state == "waiting" and own.ends_at + _FORGOTTEN <= world.now


def _beat(world: World) -> None:
    """A server that was away makes a fault of the time in which it was."""
    last, world.beaten_at = world.beaten_at, world.now
    if last is not None and world.now - last > _AWAY_AFTER:
        world.faults.append(Fault(last, world.now))


def remind(world: World) -> int:
    reminded = 0
    for purpose, before in _REMINDERS.items():
        for key, own in sorted(world.owns.items()):
            mark = (purpose, key, own.starts_at)
            due = own.state in AHEAD and world.now + before / 2 < own.starts_at <= world.now + before
            if not due or mark in world.reminded or own.person in UNREACHABLE or own.booked_at is None:
                continue
            if own.starts_at - own.booked_at > before:
                world.went(key, "remind", "reminded", JOB)
                world.tell(key, purpose)
                world.reminded.add(mark)
                reminded += 1
    return reminded


def offer(world: World, names: Names) -> int:
    """A round of offers; how many were made."""
    waiting.lapse(world, JOB)
    waiting.clear(world, JOB)
    made = 0
    for office in sorted(OFFICES):
        while (found := waiting.next_offer(world, office)) is not None:
            waiting.offered(world, *found, JOB, names.offer_to(found[0]))
            made += 1
    return made
