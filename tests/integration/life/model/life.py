"""Rules of the machine: the waitlist, the passing of time, and the jobs of the house; with all others, a whole life."""

import re
from datetime import timedelta
from typing import Final

from hypothesis import strategies as st

from desk_client.domain.ids import OfferId, WaitlistId
from desk_client.protocol.waitlists import WaitAsk
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.jobs.no_shows import settle_missed
from desk_client.server.jobs.reminding import remind_due
from desk_client.server.services.waitlist import offers, waitlists
from tests.integration.life.model import jobs, steps, waiting
from tests.integration.life.model.audiences import Audiences
from tests.integration.life.model.machine import HELPER, WANTED, WHICH, Wanted, deed, kind_of, name_of
from tests.integration.life.model.steps import By
from tests.integration.life.model.world import Wish

HOW: Final = ("accept", "by_code", "decline", "stranger")
MINUTES: Final = st.sampled_from([1, 5, 11, 35, 60, 430])


class Life(Audiences):
    """The whole life of appointments on one store."""

    # the waitlist

    @deed(2, wanted=WANTED, which=st.one_of(st.none(), WHICH))
    def join(self, wanted: Wanted, which: int | None) -> None:
        """For an earlier time than that of an appointment, or for any time at all."""
        self._later(timedelta(seconds=1))  # nobody joins at the same moment as somebody else
        ahead = self.world.in_state("booked", "reminded", "waiting", "cancelled")
        key = None if which is None or not ahead else ahead[which % len(ahead)]
        own = None if key is None else self.world.owns[key]
        if own is not None and which is not None and which % 8 > 0:  # else it may well be somebody else's
            wanted = wanted._replace(person=own.person)
        before = self.world.nth(wanted.slot) if wanted.slot > 3 else None
        ask = WaitAsk(
            appointment_id=key,
            service_id=None if own is not None else f"{wanted.office}-desk",
            site_id=wanted.site,
            kind=kind_of(wanted.site),
            before=before,
            person_id=f"per_{wanted.person}" if wanted.helped else None,
        )
        answer = self._do(waitlists.join, self._actor(wanted.by), ask)
        office = wanted.office if own is None else own.office
        wish = Wish(wanted.person, office, wanted.site, before, key, 0, self.world.now)
        self._agree("join", answer, waiting.join(self.world, wanted.by, wish, name_of(answer)))

    @deed(1, which=WHICH, helped=st.booleans(), needs=lambda self: self.world.wishes)
    def leave(self, which: int, *, helped: bool) -> None:
        name = list(self.world.wishes)[which % len(self.world.wishes)]
        by = HELPER if helped else By(self.world.wishes[name].person)
        answer = self._do(waitlists.leave, self._actor(by), WaitlistId(name))
        self._agree("leave", answer, waiting.leave(self.world, name, by))

    @deed(2, which=WHICH, how=st.sampled_from(HOW), needs=lambda self: self.world.offers)
    def the_offer_is_answered(self, which: int, how: str) -> None:
        still_open = [name for name, offer in self.world.offers.items() if offer.state == "open"]
        names = still_open if still_open and which % 4 else list(self.world.offers)
        name = names[-1 - which % len(names)]
        offer = self.world.offers[name]
        by = By(7 if how == "stranger" else self.world.wishes[offer.wish].person)
        if how == "by_code":
            code = self._code_of(offer.held)
            answer = self._do(offers.accept_by_code, self.lab.kiosk(f"hall-{1 + which % 3}"), code)
            expected = waiting.accept(self.world, name, by, at_kiosk=f"hall-{1 + which % 3}")
        elif how == "decline":
            answer = self._do(offers.decline, self._actor(by), OfferId(name))
            expected = waiting.decline(self.world, name, by)
        else:
            answer = self._do(offers.accept, self._actor(by), OfferId(name))
            expected = waiting.accept(self.world, name, by)
        self._agree(how, answer, expected)

    # time, and who works by it

    @deed(3, minutes=MINUTES, served=st.booleans())
    def time_passes(self, minutes: int, *, served: bool) -> None:
        self._later(timedelta(minutes=minutes), served=served)

    @deed(1, wanted=WANTED, later=st.sampled_from([0, 9, 15]))
    def a_hold_is_forgotten(self, wanted: Wanted, later: int) -> None:
        """And cleared away, some time after it expired."""
        self.hold(wanted)
        self._later(timedelta(minutes=later))
        self.lab.house.write_now(tidy)
        before = len(self.world.owns)
        steps.tidied(self.world)
        self.events["tidied"] += before - len(self.world.owns)

    @deed(1)
    def the_missed_are_settled(self) -> None:
        settle_missed(self.lab.house)
        for event, times in jobs.settle_missed(self.world, self.names).items():
            self.events[event] += times

    @deed(2, wait=st.booleans())
    def reminders_are_sent(self, *, wait: bool) -> None:
        """Now, or when the last of the appointments is less than an hour away."""
        starts = [self.world.owns[key].starts_at for key in self.world.in_state("booked", "reminded")]
        if wait and starts:
            self._later(max(max(starts) - timedelta(minutes=50) - self.world.now, timedelta()), served=True)
        remind_due(self.lab.house)
        self.events["reminded"] += jobs.remind(self.world)

    @deed(2)
    def the_waitlist_is_served(self) -> None:
        self.offering.round()
        self.events["offered"] += jobs.offer(self.world, self.names)

    @deed(
        4,
        wanted=WANTED,
        which=st.one_of(st.none(), WHICH),
        later=st.sampled_from([0, 0, 9, 10]),
        how=st.sampled_from([None, *HOW]),
    )
    def somebody_waits_and_is_offered_something(
        self, wanted: Wanted, which: int | None, later: int, how: str | None
    ) -> None:
        """They join and are offered something, answer or not, in time or not, and the next one has their turn."""
        self.join(wanted, which)
        self.the_waitlist_is_served()
        self._later(timedelta(minutes=later))
        if how is not None and self.world.offers:
            self.the_offer_is_answered(4 * wanted.slot + 1, how)
        self.the_waitlist_is_served()

    @deed(3, served=st.booleans(), needs=lambda self: self.world.in_state("booked", "reminded"))
    def nobody_comes(self, *, served: bool) -> None:
        """The clock goes on until the next appointment is over."""
        over = min(self.world.owns[key].ends_at for key in self.world.in_state("booked", "reminded"))
        self._later(max(over + timedelta(minutes=10) - self.world.now, timedelta()), served=served)
        self.the_missed_are_settled()

    def _code_of(self, held: str) -> str:
        number = self.world.owns[held].person
        texts = [text for purpose, text in self.lab.messages(number) if purpose == "waitlist_offer"]
        theirs = [each.held for each in self.world.offers.values() if self.world.owns[each.held].person == number]
        code = re.search(r"[0-9]{8}", texts[theirs.index(held)])
        assert code is not None
        return code.group()
