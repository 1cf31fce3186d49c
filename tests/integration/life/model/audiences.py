"""Rules of the machine: an audience from its booking to its outcome, and what may come between."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import initialize

from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.appointments import AppointmentAsk, OutcomeAsk
from desk_client.protocol.incidents import IncidentAsk, IncidentKind
from desk_client.protocol.slots import HoldAsk, MoveAsk
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.life import audiences, changes, incidents, making_good, outcomes
from tests.integration.life.model import steps
from tests.integration.life.model.machine import SEEN, WANTED, WHICH, Machine, Wanted, deed, kind_of, name_of
from tests.integration.life.model.steps import By, MadeGood
from tests.integration.life.model.world import OFFICES, SEATS, Fault

DESK: Final[dict[str, Callable[..., Any]]] = {
    "admit": audiences.admit,
    "send_back": audiences.send_back,
    "pause": audiences.pause,
    "resume": audiences.resume,
    "complete": audiences.complete,
}
_DECISION: Final = OutcomeAsk(decision=Decision(DecisionCode.GRANTED, "كما طلبتم", ""))
SITES: Final = st.sampled_from([None, *sorted(SEATS)])


class Audiences(Machine):
    """What people and offices do."""

    # booking

    @initialize(day=st.sampled_from([0, 0, 4]), wanted=st.lists(WANTED, min_size=3, max_size=6))
    def some_are_booked(self, day: int, wanted: list[Wanted]) -> None:
        """On a Sunday, or on a Thursday: then there is nothing else within reach once the day is over."""
        self._later(timedelta(days=day))
        for each in wanted:
            self.hold_and_book(each)

    @deed(1, wanted=WANTED)
    def hold(self, wanted: Wanted) -> None:
        at = self.world.nth(wanted.slot)
        ask = HoldAsk(
            office_id=wanted.office,
            service_id=f"{wanted.office}-desk",
            starts_at=at,
            site_id=wanted.site,
            kind=kind_of(wanted.site),
            person_id=f"per_{wanted.person}" if wanted.helped else None,
        )
        answer = self._do(holding.place_hold, self._actor(wanted.by), ask)
        made = name_of(answer)
        self._agree(
            "hold",
            answer,
            steps.hold(self.world, wanted.by, wanted.person, wanted.office, wanted.site, at, made),
        )

    @deed(3, wanted=WANTED)
    def hold_and_book(self, wanted: Wanted) -> None:
        self.hold(wanted)
        if self.world.in_state("held"):
            self.book(-1, helped=wanted.helped)

    @deed(1, which=WHICH, helped=st.booleans(), needs=lambda self: self.world.owns)
    def book(self, which: int, *, helped: bool) -> None:
        key, by = self._whose(which, helped=helped, state="held")
        answer = self._do(booking.book, self._actor(by), AppointmentAsk(hold_id=key, subject="طريق"))
        self._agree("book", answer, steps.book(self.world, key, by))

    @deed(1, which=WHICH, helped=st.booleans(), needs=lambda self: self.world.in_state("held"))
    def give_back(self, which: int, *, helped: bool) -> None:
        key, by = self._whose(which, helped=helped, state="held")
        answer = self._do(holding.release_hold, self._actor(by), AppointmentId(key))
        self._agree("give_back", answer, steps.give_back(self.world, key, by))

    # changes of mind

    @deed(2, which=WHICH, helped=st.booleans(), seen=SEEN, needs=lambda self: self.world.owns)
    def cancel(self, which: int, seen: int | None, *, helped: bool) -> None:
        key, by = self._whose(which, helped=helped)
        version = self._version(key, seen)
        answer = self._do(changes.cancel, self._actor(by), AppointmentId(key), version)
        self._agree("cancel", answer, steps.cancel(self.world, key, by, version))

    @deed(3, which=WHICH, helped=st.booleans(), seen=SEEN, slot=st.integers(-1, 6), needs=lambda self: self.world.owns)
    def reschedule(self, which: int, seen: int | None, slot: int, *, helped: bool) -> None:
        key, by = self._whose(which, helped=helped)
        version, at = self._version(key, seen), self.world.nth(slot)
        answer = self._do(changes.reschedule, self._actor(by), AppointmentId(key), MoveAsk(starts_at=at), version)
        self._agree("reschedule", answer, steps.reschedule(self.world, key, by, at, version))

    @deed(
        1,
        which=WHICH,
        stranger=st.sampled_from([By(7), By(staff="mayor"), By(staff="roads-head")]),
        needs=lambda self: self.world.owns,
    )
    def somebody_else_tries(self, which: int, stranger: By) -> None:
        key, _ = self._whose(which, helped=False)
        if not stranger.reaches(self.world.owns[key]):
            answer = self._do(changes.cancel, self._actor(stranger), AppointmentId(key), None)
            self._agree("stranger", answer, "not_found")

    # the hour itself

    @deed(
        4,
        which=WHICH,
        choices=st.lists(WHICH, max_size=5),
        ends=st.sampled_from(["", "complete", "confirm"]),
        needs=lambda self: self.world.in_state("booked", "reminded"),
    )
    def come(self, which: int, choices: list[int], ends: str) -> None:
        """Whoever has a booking comes for it: the clock goes on until then, and the server serves all the while."""
        key, own = self._pick(which, "booked", "reminded")
        if (early := own.starts_at - timedelta(minutes=20) - self.world.now) > timedelta():
            self._later(early, served=True)
        place = list(self.world.owns).index(key)
        self.check_in(place)
        for choice in choices:
            self._something_that_fits(key, choice)
        if not ends:
            return
        for step in {"waiting": ("admit", "complete"), "in_session": ("complete",), "paused": ("complete",)}.get(
            own.state, ()
        ):
            self.the_desk_acts(place, step)
        if ends == "confirm":
            self.the_outcome(place, confirm=True)

    @deed(1, which=WHICH, needs=lambda self: self.world.owns)
    def check_in(self, which: int) -> None:
        key, by = self._whose(which, helped=False)
        answer = self._do(audiences.check_in, self._actor(by), AppointmentId(key))
        self._agree("check_in", answer, steps.check_in(self.world, key, by))

    @deed(1, which=WHICH, step=st.sampled_from(sorted(DESK)), needs=lambda self: self.world.owns)
    def the_desk_acts(self, which: int, step: str) -> None:
        key, by = self._desk_of(which)
        answer = self._do(DESK[step], self._actor(by), AppointmentId(key))
        self._agree(step, answer, steps.desk(self.world, key, by, step))

    @deed(
        3,
        which=WHICH,
        choices=st.lists(WHICH, min_size=1, max_size=5),
        needs=lambda self: self.world.in_state("waiting", "in_session", "paused"),
    )
    def the_desk_goes_on(self, which: int, choices: list[int]) -> None:
        """What the desk may do with those who are there, one thing after the other."""
        key, _ = self._pick(which, "waiting", "in_session", "paused")
        for choice in choices:
            self._something_that_fits(key, choice)

    def _something_that_fits(self, key: str, choice: int) -> None:
        own, place = self.world.owns[key], list(self.world.owns).index(key)
        fitting = [step for step in (*sorted(DESK), "transfer") if own.state in steps.FROM[step]]
        if not fitting:
            return
        self._later(timedelta(minutes=1), served=True)
        if (step := fitting[choice % len(fitting)]) == "transfer":
            self.transfer(place, next(each for each in sorted(OFFICES) if each != own.attending), None)
        else:
            self.the_desk_acts(place, step)

    @deed(1, which=WHICH, to=st.sampled_from(sorted(OFFICES)), seen=SEEN, needs=lambda self: self.world.owns)
    def transfer(self, which: int, to: str, seen: int | None) -> None:
        key, by = self._desk_of(which)
        version = self._version(key, seen)
        answer = self._do(changes.transfer, self._actor(by), AppointmentId(key), OfficeId(to), version)
        self._agree("transfer", answer, steps.transfer(self.world, key, by, to, version))

    @deed(1, which=WHICH, confirm=st.booleans(), needs=lambda self: self.world.owns)
    def the_outcome(self, which: int, *, confirm: bool) -> None:
        """Written by the office, then confirmed by the citizen."""
        key, desk = self._desk_of(which)
        answer = self._do(
            outcomes.record_outcome, self.lab.house.slips, self._actor(desk), AppointmentId(key), _DECISION
        )
        self._agree("record_outcome", answer, steps.record_outcome(self.world, key, desk))
        if confirm:
            by = By(self.world.owns[key].person)
            answer = self._do(outcomes.confirm_outcome, self.lab.house.slips, self._actor(by), AppointmentId(key))
            self._agree("confirm_outcome", answer, steps.confirm_outcome(self.world, key, by))

    @deed(1, which=WHICH, needs=lambda self: self.world.owns)
    def the_outcome_taken_back(self, which: int) -> None:
        key, desk = self._desk_of(which)
        answer = self._do(outcomes.take_back_outcome, self._actor(desk), AppointmentId(key))
        self._agree("take_back_outcome", answer, steps.take_back_outcome(self.world, key, desk))

    # missed, or not to be had through our fault

    @deed(1, which=WHICH, seen=SEEN, needs=lambda self: self.world.owns)
    def no_show(self, which: int, seen: int | None) -> None:
        key, by = self._desk_of(which)
        version = self._version(key, seen)
        answer = self._do(changes.mark_no_show, self._actor(by), AppointmentId(key), version)
        self._agree("no_show", answer, steps.no_show(self.world, key, by, version))

    @deed(2, which=WHICH, seen=SEEN, needs=lambda self: self.world.owns)
    def unserved(self, which: int, seen: int | None) -> None:
        key, by = self._desk_of(which)
        version = self._version(key, seen)
        answer = self._do(making_good.mark_unserved, self._actor(by), AppointmentId(key), version)
        made = MadeGood(None, None)
        if not isinstance(answer, Refusal):
            made = MadeGood(None if answer.rebooked is None else answer.rebooked.id, answer.wait_id)
            self.events["first in line"] += answer.rebooked is None
        self._agree("unserved", answer, steps.unserved(self.world, key, by, version, made))

    @deed(
        1,
        site=SITES,
        office=st.sampled_from([None, *sorted(OFFICES)]),
        ago=st.sampled_from([0, 40, 400]),
        lasts=st.sampled_from([5, 60, None]),
    )
    def a_fault(self, site: str | None, office: str | None, ago: int, lasts: int | None) -> None:
        starts_at = self.world.now - timedelta(minutes=ago)
        ends_at = None if lasts is None else starts_at + timedelta(minutes=lasts)
        ask = IncidentAsk(kind=IncidentKind.POWER, site_id=site, office_id=office, starts_at=starts_at, ends_at=ends_at)
        answer = self._do(incidents.enter, self.lab.staff("admin"), ask)
        self.world.faults.append(Fault(starts_at, ends_at, site, office, answer.number))
        self.events["fault"] += 1

    @deed(1, which=WHICH, needs=lambda self: self.world.faults)
    def the_fault_is_over(self, which: int) -> None:
        fault = self.world.faults[which % len(self.world.faults)]
        answer = self._do(incidents.end, self.lab.staff("admin"), fault.number)
        if fault.number == 0:  # the server's own, of whose number we were not told
            assert isinstance(answer, Refusal)
        elif fault.ends_at is not None or fault.starts_at >= self.world.now:
            self._agree("end_fault", answer, "illegal_transition")
        else:
            fault.ends_at = self.world.now
            self._agree("end_fault", answer, None)
