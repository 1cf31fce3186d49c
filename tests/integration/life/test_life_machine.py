"""The life of appointments against a model in memory, on both stores: whatever order things are done in.

The model knows neither the domain's table nor the store: which step may follow which state, and what time belongs to
whom, is said here once more in its own words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, select

from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.incidents import Unserved
from desk_client.protocol.slots import HoldAsk, MoveAsk
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.life import audiences, changes, making_good
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, claim, outcome, queue_told, waitlist, waitlist_offer
from desk_client.server.storage.tables.bookkeeping import audit, change, outbox
from desk_client.server.storage.tables.rooms import room, room_member
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, slot

EXAMPLES: Final = 20
STEPS: Final = 20
OFFICES: Final = {"mayor": "mayor", "roads": "roads-head"}
SEATS: Final = {"hall": 3, "far": 1}
SLOTS: Final = [slot(1, 0), slot(3, 0), slot(5, 0), slot(0, 1), slot(1, 1)]
LENGTH: Final = timedelta(minutes=30)
LIMIT: Final = timedelta(minutes=60)
MOST_OPEN: Final = 5

WISHES: Final = st.tuples(
    st.integers(1, 3), st.sampled_from(sorted(OFFICES)), st.sampled_from(sorted(SEATS)), st.sampled_from(SLOTS)
)

FROM: Final = {
    "check_in": {"booked": "waiting"},
    "admit": {"waiting": "in_session"},
    "send_back": {"in_session": "waiting"},
    "pause": {"in_session": "paused"},
    "resume": {"paused": "in_session"},
    "complete": {"in_session": "completed", "paused": "completed"},
    "transfer": {"waiting": "waiting", "in_session": "waiting"},
    "cancel": {"booked": "cancelled", "waiting": "cancelled"},
    "reschedule": {"booked": "booked"},
    "mark_no_show": {"booked": "no_show"},
    "mark_unserved": dict.fromkeys(("booked", "waiting", "in_session", "paused"), "unserved"),
}
"""Which state each step follows, and where it leads."""
OPEN: Final = {"booked", "waiting", "in_session", "paused"}
DESK: Final = {
    "admit": audiences.admit,
    "send_back": audiences.send_back,
    "pause": audiences.pause,
    "resume": audiences.resume,
    "complete": audiences.complete,
}


@dataclass
class Own:
    """An appointment as the model has it; `owned` is whether its time is its own."""

    person: int
    office: str
    attending: str
    site: str
    starts_at: datetime
    state: str = "held"
    until: datetime | None = None
    owned: bool = True
    audit: list[str] = field(default_factory=lambda: ["hold"])

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + LENGTH


class Life(RuleBasedStateMachine):
    """Does things to appointments in any order; the store has to agree with the model after each."""

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self.lab = lab
        self.model: dict[str, Own] = {}
        self.gone: set[str] = set()
        lab.at(StandingClock().now())
        lab.house.write_now(_clear)
        lab.house.memory.taken.clear()

    @property
    def now(self) -> datetime:
        return self.lab.clock.now()

    # what is done

    @initialize(wanted=st.lists(WISHES, min_size=3, max_size=6))
    def some_are_booked(self, wanted: list[tuple[int, str, str, datetime]]) -> None:
        for wish in wanted:
            self.hold(*wish)
            if self._of("held"):
                self.book(-1)

    @rule(wish=WISHES)
    def hold_and_book(self, wish: tuple[int, str, str, datetime]) -> None:
        self.hold(*wish)
        if self._of("held"):
            self.book(-1)

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self._of("booked"))
    def come(self, which: int) -> None:
        """Whoever has a booking comes for it, if the day is not over: the clock goes on until then."""
        key, own = self._pick(which, "booked")
        if (early := own.starts_at - timedelta(minutes=20) - self.now) > timedelta():
            self.lab.clock.advance(early)
        self.check_in(list(self.model).index(key))

    @rule(minutes=st.sampled_from([1, 4, 5, 11, 35, 60]))
    def time_passes(self, minutes: int) -> None:
        self.lab.clock.advance(timedelta(minutes=minutes))

    @rule()
    def the_house_is_kept(self) -> None:
        self.lab.house.write_now(tidy)
        for key, own in list(self.model.items()):
            if own.state == "held" and own.until is not None and own.until + timedelta(minutes=10) <= self.now:
                self._forget(key)

    @rule(wish=WISHES)
    def only_hold(self, wish: tuple[int, str, str, datetime]) -> None:
        self.hold(*wish)

    def hold(self, person: int, office: str, site: str, starts_at: datetime) -> None:
        ask = HoldAsk(office_id=office, service_id=f"{office}-desk", starts_at=starts_at, site_id=site)
        answer = self._do(holding.place_hold, self.lab.citizen(person), ask)
        earlier = [key for key, own in self.model.items() if own.person == person and own.state == "held"]
        open_here = sum(
            own.person == person and own.office == office and own.state in OPEN and own.ends_at > self.now
            for own in self.model.values()
        )
        if starts_at < self.now:
            self._refused(answer, RefusalCode.SLOT_UNAVAILABLE)
        elif open_here >= MOST_OPEN:
            self._refused(answer, RefusalCode.LIMIT_REACHED)
        elif not self._is_free(person, office, site, starts_at, without={*earlier}):
            self._refused(answer, RefusalCode.SLOT_TAKEN)
        else:
            assert not isinstance(answer, Refusal), answer
            for key in earlier:
                # what is over for good is not looked at any more, and waits to be tidied away
                if self.model[key].ends_at > self.now:
                    self._forget(key)
            until = self.now + timedelta(minutes=5)
            self.model[answer.id] = Own(person, office, office, site, starts_at, until=until)

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self._of("held"))
    def book(self, which: int) -> None:
        key, own = self._pick(which, "held")
        answer = self._do(booking.book, self.lab.citizen(own.person), AppointmentAsk(hold_id=key, subject="طريق"))
        assert own.until is not None
        if own.until <= self.now:
            self._refused(answer, RefusalCode.HOLD_EXPIRED)
            return
        assert not isinstance(answer, Refusal), answer
        self._went(own, "booked", "book")
        own.until = None

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self._of("held"))
    def give_back(self, which: int) -> None:
        key, own = self._pick(which, "held")
        assert self._do(holding.release_hold, self.lab.citizen(own.person), AppointmentId(key)) is None
        self._forget(key)

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self.model)
    def cancel(self, which: int) -> None:
        key, own = self._pick(which)
        answer = self._do(changes.cancel, self.lab.citizen(own.person), AppointmentId(key), None)
        if own.state != "waiting" and not self._in_time(own):
            self._refused(answer, RefusalCode.TOO_LATE_TO_CHANGE)
        elif own.state == "held":  # giving a hold up by its id is the same as cancelling it
            assert not isinstance(answer, Refusal), answer
            self._went(own, "cancelled", "cancel")
            own.owned = False
        elif self._steps(own, "cancel", answer):
            own.owned = False

    @rule(which=st.integers(0, 99), starts_at=st.sampled_from(SLOTS))
    @precondition(lambda self: self.model)
    def reschedule(self, which: int, starts_at: datetime) -> None:
        key, own = self._pick(which)
        ask = MoveAsk(starts_at=starts_at)
        answer = self._do(changes.reschedule, self.lab.citizen(own.person), AppointmentId(key), ask, None)
        if not self._in_time(own):
            self._refused(answer, RefusalCode.TOO_LATE_TO_CHANGE)
        elif starts_at < self.now:
            self._refused(answer, RefusalCode.SLOT_UNAVAILABLE)
        elif not self._is_free(own.person, own.office, own.site, starts_at, without={key}):
            self._refused(answer, RefusalCode.SLOT_TAKEN)
        elif self._steps(own, "reschedule", answer):
            own.starts_at = starts_at

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self.model)
    def check_in(self, which: int) -> None:
        key, own = self._pick(which)
        answer = self._do(audiences.check_in, self.lab.citizen(own.person), AppointmentId(key))
        if own.state == "booked" and self.now < own.starts_at - LIMIT:
            self._refused(answer, RefusalCode.TOO_EARLY)
        elif own.state == "booked" and self.now >= own.ends_at:
            self._refused(answer, RefusalCode.TOO_LATE)
        elif self._steps(own, "check_in", answer):
            own.audit.append("wait")

    @rule(which=st.integers(0, 99), step=st.sampled_from(sorted(DESK)))
    @precondition(lambda self: self.model)
    def the_desk_acts(self, which: int, step: str) -> None:
        key, own = self._pick(which)
        self._steps(own, step, self._do(DESK[step], self.lab.staff(OFFICES[own.attending]), AppointmentId(key)))

    @rule(which=st.integers(0, 99), steps=st.lists(st.integers(0, 99), min_size=2, max_size=6))
    @precondition(lambda self: self._of("waiting") + self._of("in_session") + self._of("paused"))
    def the_desk_goes_on(self, which: int, steps: list[int]) -> None:
        """What the desk may do with those who are there, one thing after the other."""
        for step in steps:
            if self._of("waiting") + self._of("in_session") + self._of("paused"):
                self._something_that_fits(which, step)

    def _something_that_fits(self, which: int, step: int) -> None:
        there = [key for state in ("waiting", "in_session", "paused") for key in self._of(state)]
        key = there[which % len(there)]
        own, place = self.model[key], list(self.model).index(key)
        fitting = [name for name in (*sorted(DESK), "transfer") if own.state in FROM[name]]
        if (name := fitting[step % len(fitting)]) == "transfer":
            self.transfer(place, next(office for office in sorted(OFFICES) if office != own.attending))
        else:
            self.the_desk_acts(place, name)

    @rule(which=st.integers(0, 99), to=st.sampled_from(sorted(OFFICES)))
    @precondition(lambda self: self.model)
    def transfer(self, which: int, to: str) -> None:
        key, own = self._pick(which)
        desk = self.lab.staff(OFFICES[own.attending])
        answer = self._do(changes.transfer, desk, AppointmentId(key), OfficeId(to), None)
        if to == own.attending:
            self._refused(answer, RefusalCode.INVALID_REQUEST)
        elif self._steps(own, "transfer", answer):
            own.attending = to

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self.model)
    def no_show(self, which: int) -> None:
        key, own = self._pick(which)
        answer = self._do(changes.mark_no_show, self.lab.staff(OFFICES[own.attending]), AppointmentId(key), None)
        if self.now < own.ends_at + timedelta(minutes=10):
            self._refused(answer, RefusalCode.TOO_EARLY)
        else:
            self._steps(own, "mark_no_show", answer)

    @rule(which=st.integers(0, 99))
    @precondition(lambda self: self.model)
    def unserved(self, which: int) -> None:
        key, own = self._pick(which)
        desk = self.lab.staff(OFFICES[own.attending])
        answer = self._do(making_good.mark_unserved, desk, AppointmentId(key), None)
        if not self._steps(own, "mark_unserved", answer):
            return
        own.owned = False
        assert isinstance(answer, Unserved)
        assert answer.rebooked is not None
        days = (slot(number, day) for day in range(5) for number in range(6))
        first = next(
            at
            for at in days
            if at > self.now and at != own.starts_at and self._is_free(own.person, own.office, own.site, at)
        )
        assert answer.rebooked.slot.starts_at == first
        self.model[answer.rebooked.id] = Own(
            own.person, own.office, own.office, own.site, first, state="booked", audit=["book"]
        )

    # what must hold

    @invariant()
    def states_are_the_model_s(self) -> None:
        found = self.lab.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(appointment.c.id, appointment.c.state, appointment.c.attending_id, appointment.c.starts_at)
            ).all()
        )
        assert {row.id: tuple(row)[1:] for row in found} == {
            key: (own.state, own.attending, own.starts_at) for key, own in self.model.items()
        }

    @invariant()
    def time_belongs_to_whom_the_model_says(self) -> None:
        found = self.lab.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(claim.c.owner, claim.c.resource, claim.c.quantum, claim.c.expires_at)
            ).all()
        )
        owned: dict[str, set[tuple[str, int]]] = {}
        for owner, resource, quantum, expires_at in found:
            if expires_at is None or expires_at > self.now:
                name = resource.rsplit("-", 1)[0] if resource.startswith("kiosk:") else resource
                assert (name, quantum) not in owned.setdefault(owner, set())
                owned[owner].add((name, quantum))
        assert owned == {key: self._time_of(own) for key, own in self.model.items() if self._owns(own)}

    @invariant()
    def each_change_left_its_audit_row(self) -> None:
        found = self.lab.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(audit.c.subject, audit.c.action).order_by(audit.c.seq)
            ).all()
        )
        noted: dict[str, list[str]] = {}
        for subject, action in found:
            noted.setdefault(subject, []).append(action)
        assert {key: noted.get(key, []) for key in self.model} == {key: own.audit for key, own in self.model.items()}
        assert set(noted) <= set(self.model) | self.gone

    # how the model thinks

    def _owns(self, own: Own) -> bool:
        return own.owned and (own.until is None or own.until > self.now)

    def _time_of(self, own: Own) -> set[tuple[str, int]]:
        first = int(own.starts_at.timestamp()) // 300
        names = (f"office:{own.office}", f"person:per_{own.person}", f"kiosk:{own.site}")
        return {(name, quantum) for name in names for quantum in range(first, first + 6)}

    def _is_free(
        self, person: int, office: str, site: str, starts_at: datetime, without: set[str] | None = None
    ) -> bool:
        there = [
            own
            for key, own in self.model.items()
            if own.starts_at == starts_at and self._owns(own) and key not in (without or ())
        ]
        return (
            all(own.office != office and own.person != person for own in there)
            and sum(own.site == site for own in there) < SEATS[site]
        )

    def _in_time(self, own: Own) -> bool:
        return self.now <= own.starts_at - LIMIT

    def _of(self, state: str) -> list[str]:
        return [key for key, own in self.model.items() if own.state == state]

    def _pick(self, which: int, state: str | None = None) -> tuple[str, Own]:
        keys = list(self.model) if state is None else self._of(state)
        key = keys[which % len(keys)]
        return key, self.model[key]

    def _forget(self, key: str) -> None:
        del self.model[key]
        self.gone.add(key)

    def _went(self, own: Own, state: str, step: str) -> None:
        own.state = state
        own.audit.append(step)

    def _steps(self, own: Own, step: str, answer: object) -> bool:
        """Whether the step was taken, as the model's table says that it had to be, or not."""
        following = FROM[step].get(own.state)
        if following is None:
            self._refused(answer, RefusalCode.ILLEGAL_TRANSITION)
            return False
        assert not isinstance(answer, Refusal), answer
        self._went(own, following, step)
        return True

    def _refused(self, answer: object, code: RefusalCode) -> None:
        assert isinstance(answer, Refusal), answer
        assert answer.code is code

    def _do(self, service: Callable[..., Any], *given: object) -> Any:  # services of every shape
        return self.lab.house.write_now(lambda transaction: service(transaction, *given))


def _clear(transaction: Transaction) -> None:
    for table in (
        room_member,
        room,
        outcome,
        queue_told,
        waitlist_offer,
        waitlist,
        claim,
        appointment,
        audit,
        outbox,
        change,
    ):
        transaction.connection.execute(delete(table))


def test_any_life_is_the_model_s(lab: Lab) -> None:
    class LifeOnThisStore(Life):
        def __init__(self) -> None:
            super().__init__(lab)

    run_state_machine_as_test(
        LifeOnThisStore,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # a failure is told as it was found: to make it shorter takes minutes
            phases=(Phase.generate,),
        ),
    )
