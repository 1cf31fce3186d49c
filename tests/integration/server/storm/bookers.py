"""Bookers: each holds, books, gives up, moves, cancels and asks again, as people and their kiosks do, all at once."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.integration.server.storm.history import Answer, Asked, Deed, History, Wish
from tests.integration.server.storm.ways import Way

_PATIENCE: Final = 8
"""How often a request without an answer is sent at the most."""

_BREATH_S: Final = 0.02
"""Before whoever got no answer asks again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot that one may want."""

    service_id: str
    starts_at: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How bookers behave; chances from 0 to 1.

    Attributes:
        slots: what everybody wants.
        tries: how many slots one asks for before going home; 0 for ever, until the storm is told to end.
        cancels, moves: what becomes of a booking.
        abandons: a hold that is never booked, half of them given back.
        repeats: a request that is sent several times at once under one key.
        crowd: how many times at once the first booker sends each of theirs.
    """

    slots: Sequence[Choice]
    tries: int = 4
    cancels: float = 0.3
    moves: float = 0.25
    abandons: float = 0.1
    repeats: float = 0.05
    crowd: int = 1


@dataclass
class Storm:
    """What is under way, and what was said so far."""

    way: Way
    plan: Plan
    seed: int
    history: History = field(default_factory=list)
    ending: bool = False
    booked: int = 0
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def rage(self, bookers: int) -> History:
        """Let so many bookers loose until the last one goes home; what they asked and heard."""
        await asyncio.gather(*(_Booker(self, number).live() for number in range(bookers)))
        return self.history

    async def ask(self, wish: Wish) -> Answer:
        """Ask once, and write it down."""
        invoked = time.monotonic_ns()
        answer = await self.way.ask(wish)
        self.history.append(Asked(wish, answer, invoked, time.monotonic_ns()))
        if wish.deed is Deed.BOOK and answer.is_yes:
            self.booked += 1
            self._heard.set()
        if answer.is_lost:
            await asyncio.sleep(_BREATH_S)
        return answer

    async def until_booked(self, number: int) -> None:
        """Wait until so many bookings were acknowledged."""
        while self.booked < number:
            self._heard.clear()
            await self._heard.wait()


class _Booker:
    def __init__(self, storm: Storm, number: int) -> None:
        self._storm = storm
        self._number = number
        self._chance = random.Random(storm.seed * 100_003 + number)  # noqa: S311 - a storm wants repeatable chance
        self._keys = 0

    async def live(self) -> None:
        plan, tried = self._storm.plan, 0
        while not self._storm.ending and (plan.tries == 0 or tried < plan.tries):
            tried += 1
            slot = self._chance.choice(plan.slots)
            hold = await self._surely(Deed.HOLD, slot.service_id, slot.starts_at)
            if not hold.is_yes:
                continue
            if self._happens(plan.abandons):
                if self._happens(0.5):
                    await self._surely(Deed.RELEASE, hold.body["id"])
                continue
            booked = await self._surely(Deed.BOOK, hold.body["id"])
            if not booked.is_yes:
                continue
            if await self._keeps(booked.body["appointment"]["id"], slot.service_id) and plan.tries > 0:
                return

    async def _keeps(self, appointment_id: str, service_id: str) -> bool:
        """What becomes of a booking; whether it is kept, and the booker content."""
        plan = self._storm.plan
        while self._happens(plan.moves):
            wanted = self._chance.choice([slot for slot in plan.slots if slot.service_id == service_id])
            await self._surely(Deed.MOVE, appointment_id, wanted.starts_at)
        if self._happens(plan.cancels):
            await self._surely(Deed.CANCEL, appointment_id)
            return False
        return True

    async def _surely(self, deed: Deed, target: str, starts_at: str = "") -> Answer:
        """Ask until somebody says yes or no, or patience ends; always under the same key."""
        self._keys += 1
        key = "" if deed in {Deed.CANCEL, Deed.RELEASE} else f"key-{self._storm.seed}-{self._number}-{self._keys}"
        wish = Wish(self._number, deed, target, starts_at, key)
        plan = self._storm.plan
        times = 1
        if key and self._number == 0:
            times = plan.crowd
        elif key and self._happens(plan.repeats):
            times = self._chance.randrange(2, 5)
        for _ in range(self._chance.randrange(1, _PATIENCE)):
            answers = await asyncio.gather(*(self._storm.ask(wish) for _ in range(times)))
            known = [answer for answer in answers if not answer.is_lost]
            if known:
                return next((answer for answer in known if answer.is_yes), known[0])
        return answers[0]

    def _happens(self, probability: float) -> bool:
        return self._chance.random() < probability
