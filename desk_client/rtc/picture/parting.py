"""Which receivers are sent the good picture and which the poor one, so that one poor line spoils nobody else's. Pure.

All who receive the same encode receive it at the rate of the poorest among them. As long as their lines are alike that
costs little; where one is much poorer it costs everybody the difference, and a second, small encode is cheaper.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final, Generic, TypeVar

Receiver = TypeVar("Receiver")

_PART: Final = 2.0
"""How far apart two neighbours, in the order of their rates, are at the least where they are parted: a factor."""
_STAY_PARTED: Final = 1.5
"""The same while they are: a rate that wavers about one bound changes nothing."""
_RETURN_S: Final = 3.0
"""For how long the good picture must fit before it is sent again: the change costs a key frame for all who have it."""


class Parting(Generic[Receiver]):
    """Of those who receive pictures of one codec."""

    def __init__(self) -> None:
        self._poor: frozenset[Receiver] = frozenset()
        self._well_since_s: dict[Receiver, float] = {}

    def step(
        self, rates: Mapping[Receiver, float], now: float, held_up: Collection[Receiver] = ()
    ) -> frozenset[Receiver]:
        """Who is sent the poor picture; never all of them.

        Args:
            rates: what there is for pictures on each one's path, in bits per second, capped at what they are worth.
            now: monotonic seconds.
            held_up: whose path takes nothing at all now: they hold up nobody but the poor.
        """
        judged = _judged(
            {one: rate for one, rate in rates.items() if one not in held_up},
            least_gap=_STAY_PARTED if self._poor else _PART,
        )
        judged |= {one for one in held_up if one in rates}
        for one in rates:
            if one in judged:
                self._well_since_s.pop(one, None)
            else:
                self._well_since_s.setdefault(one, now)
        staying = {one for one in self._poor if one in rates and now - self._well_since_s.get(one, now) < _RETURN_S}
        poor = frozenset(judged | staying)
        self._well_since_s = {one: since_s for one, since_s in self._well_since_s.items() if one in rates}
        self._poor = frozenset() if len(poor) == len(rates) else poor
        return self._poor


def _judged(rates: Mapping[Receiver, float], *, least_gap: float) -> set[Receiver]:
    """All below the widest gap between neighbours, if it is wide enough."""
    ordered = sorted(rates, key=lambda one: rates[one])
    gaps = [
        (max(rates[above], 1.0) / max(rates[below], 1.0), place)
        for place, (below, above) in enumerate(pairwise(ordered), start=1)
    ]
    widest, place = max(gaps, default=(1.0, 0))
    return set(ordered[:place]) if widest >= least_gap else set()
