"""How the model's machines act on a store, and hold each answer and all of its tables against the model."""

import hashlib
import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import delete, update

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.server.jobs.offering import Offering
from desk_client.server.services.actor import Actor
from desk_client.server.services.memory import Memory
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import booking as tables
from desk_client.server.storage.tables.bookkeeping import audit, change, outbox
from desk_client.server.storage.tables.people import throttle
from desk_client.server.storage.tables.region import service
from desk_client.server.storage.tables.rooms import room, room_call, room_member, room_pair
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab
from tests.integration.life.model import world
from tests.integration.life.model.comparison import Comparison
from tests.integration.life.model.names import StoredNames
from tests.integration.life.model.steps import By
from tests.integration.life.model.world import OFFICES, SEATS, UNREACHABLE, World

T = TypeVar("T", bound=Callable[..., None])
PEOPLE: Final = (1, 2, 3, *sorted(UNREACHABLE))
HELPER: Final = By(staff="town-desk")


class Wanted(NamedTuple):
    """Who wants which of the next slots, where, and whether the agency's desk asks for them."""

    person: int
    office: str
    site: str | None
    slot: int
    helped: bool

    @property
    def by(self) -> By:
        return HELPER if self.helped else By(self.person)


WANTED: Final = st.builds(
    Wanted,
    st.sampled_from(PEOPLE),
    st.sampled_from(sorted(OFFICES)),
    st.sampled_from([*sorted(SEATS), None]),
    st.sampled_from([0, 1, 2, 3, 4, 5, 9, -1]),
    st.sampled_from([False, False, True]),
)
WHICH: Final = st.integers(0, 99)
SEEN: Final = st.sampled_from([None, None, 0, 1])
"""Which version the asker has seen: none, the present one, or the one before."""


@dataclass(frozen=True)
class Deed:
    """One thing that may be done, how often it is compared with others, and what it needs."""

    name: str
    weight: int
    needs: Callable[[Any], object]
    drawn: st.SearchStrategy[dict[str, Any]]


def deed(weight: int, needs: Callable[[Any], object] = bool, **drawn: st.SearchStrategy[Any]) -> Callable[[T], T]:
    """Make a machine's method one of the things that it does."""

    def marked(method: T) -> T:
        method.deed = Deed(method.__name__, weight, needs, st.fixed_dictionaries(drawn))  # type: ignore[attr-defined]  # functions take attributes
        return method

    return marked


class Machine(RuleBasedStateMachine):
    """A store, the model's world, and what was seen of their life; the rules are those of others."""

    def __init__(self, lab: Lab, events: Counter[str]) -> None:
        super().__init__()
        numbers = itertools.count()
        # the same names in every run, so that a failure can be had again
        house = replace(
            lab.house,
            random=lambda size: hashlib.shake_256(next(numbers).to_bytes(8, "big")).digest(size),
            memory=Memory(),
        )
        self.lab = Lab(house, lab.clock)
        self.lab.at(StandingClock().now())
        house.write_now(_prepared)
        self.world = World(self.lab.clock.now())
        self.comparison = Comparison(house)
        self.offering = Offering(house)
        self.names = StoredNames(house)
        self.events = events

    @rule(data=st.data())
    def something_is_done(self, data: st.DataObject) -> None:
        """One of the deeds; as rules of their own, most of them would be left out of most lives."""
        deeds = _deeds(type(self))
        possible = [each for each in deeds.values() if each.needs(self)]
        chosen = data.draw(st.sampled_from([each.name for each in possible for _ in range(each.weight)]))
        getattr(self, chosen)(**data.draw(deeds[chosen].drawn, chosen))

    @invariant()
    def the_store_is_as_the_model_says(self) -> None:
        self.comparison.store_is(self.world)

    def _later(self, by: timedelta, *, served: bool = False) -> None:
        self.lab.clock.advance(by)
        self.world.now = self.lab.clock.now()
        if served and self.world.beaten_at is not None:  # every minute, of which only the last one leaves a trace
            self.world.beaten_at = self.world.now
            self.lab.house.write_now(_beaten)

    def _pick(self, which: int, *states: str) -> tuple[str, world.Own]:
        keys = self.world.in_state(*states) or list(self.world.owns)
        key = keys[which % len(keys)]
        return key, self.world.owns[key]

    def _whose(self, which: int, *, helped: bool, state: str | None = None) -> tuple[str, By]:
        """One of those in that state, where there are some, and who asks for it."""
        key, own = self._pick(which, state) if state else self._any(which)
        return key, HELPER if helped else By(own.person)

    def _any(self, which: int) -> tuple[str, world.Own]:
        key = list(self.world.owns)[which % len(self.world.owns)]
        return key, self.world.owns[key]

    def _desk_of(self, which: int) -> tuple[str, By]:
        key, own = self._any(which)
        return key, By(staff=OFFICES[own.attending])

    def _version(self, key: str, seen: int | None) -> int | None:
        return None if seen is None else self.world.owns[key].version - seen

    def _actor(self, by: By) -> Actor:
        return self.lab.staff(by.staff) if by.staff is not None else self.lab.citizen(by.person or 0)

    def _agree(self, step: str, answer: object, expected: str | None) -> None:
        """The answer is what the model said that it had to be."""
        found = answer.code.value if isinstance(answer, Refusal) else None
        assert found == expected, f"{step}: {found or 'done'} and not {expected or 'done'}"
        self.events[f"{step}: {expected or 'done'}"] += 1

    def _do(self, asked: Callable[..., Any], *given: object) -> Any:  # services of every shape
        return self.lab.house.write_now(lambda transaction: asked(transaction, *given))


@cache
def _deeds(machine: type[Machine]) -> dict[str, Deed]:
    methods = {name: getattr(machine, name) for name in sorted(dir(machine))}
    return {name: method.deed for name, method in methods.items() if hasattr(method, "deed")}


def kind_of(site: str | None) -> AppointmentKind:
    """Every audience of the model is by video: from one's own computer, or at a kiosk."""
    return AppointmentKind.VIDEO_OWN if site is None else AppointmentKind.VIDEO_KIOSK


def name_of(answer: object) -> str:
    """The id of what was made, if anything was."""
    return str(getattr(answer, "id", "nothing"))


def _beaten(transaction: Transaction) -> None:
    transaction.connection.execute(update(tables.heartbeat).values(at=transaction.now))


def _prepared(transaction: Transaction) -> None:
    """Nothing has happened yet, and the services are as the model has them."""
    run = transaction.connection.execute
    for table in (
        room_pair,
        room_call,
        room_member,
        room,
        tables.outcome,
        tables.queue_told,
        tables.waitlist_offer,
        tables.waitlist,
        tables.claim,
        tables.occupancy,
        tables.appointment,
        tables.incident,
        tables.heartbeat,
        throttle,
        audit,
        outbox,
        change,
    ):
        run(delete(table))
    run(
        update(service).values(
            horizon_minutes=world.HORIZON // timedelta(minutes=1),
            cancel_before_minutes=world.CANCEL_BEFORE // timedelta(minutes=1),
            change_before_minutes=world.CHANGE_BEFORE // timedelta(minutes=1),
            most_open=world.MOST_OPEN,
        )
    )
    rules_changed(transaction)
