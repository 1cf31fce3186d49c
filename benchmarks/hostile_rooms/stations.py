"""Where hostile inputs are put in, and how far they get."""

from abc import ABC, abstractmethod
from collections import Counter
from random import Random


class Station(ABC):
    """One place. What it holds is made anew after a while: a table that junk has filled lets nothing in any more.

    Args:
        chance: what is drawn from.
    """

    renewed_every = 5000
    """Inputs."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.inputs: Counter[str] = Counter()
        """So far, by kind."""
        self.reached: Counter[str] = Counter()
        """Of those, how many got past the first look at them."""

    async def put(self) -> None:
        """Make an input and put it in."""
        total = self.inputs.total()
        if total % self.renewed_every == 0:
            if total:
                await self.close()
            await self.open()
        await self.feed()

    @abstractmethod
    async def open(self) -> None:
        """Make what inputs are put into."""

    @abstractmethod
    async def feed(self) -> None:
        """Put one in, and count it."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of what was made."""
