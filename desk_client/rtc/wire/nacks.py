"""Which lost packets to ask the peer for, until they come or would come too late (RFC 4585 section 6.2.1). Pure.

Upstream asks once, when it meets the gap. On a path that loses one packet in ten, every fifth question or its answer is
lost as well, and each of those would be a picture that stands still until a new key frame. Here a question is repeated
each round trip, and on a path that loses much it is asked twice at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.wire.unwrapping import Unwrapper

_LEAST_PAUSE_S: Final = 0.03
_SLACK_S: Final = 0.01
"""Beyond the round trip: the peer's answer waits in its queue as well."""
_TWICE_AFTER_S: Final = 0.012
_MUCH_LOST: Final = 0.01
_WEIGHT: Final = 0.005
"""Of each packet in the mean of what is lost."""
_MOST_TIMES: Final = 20
_UNKNOWN_ROUND_TRIP_S: Final = 0.1
_OTHER_COUNT: Final = 1000
_BEGUN_ANEW_AFTER: Final = 200
"""Packets in a row that are so far behind the newest: the peer counts from elsewhere."""
_MOST_LOST: Final = 256
"""Remembered at one time: a peer that leaves out most of its numbers costs no more, and a question fits one packet."""


@dataclass(slots=True)
class _Lost:
    """A packet that is missing."""

    since: float
    due: float
    times: int = 0


class Nacks:
    """Of one stream.

    Args:
        deadline_s: after which a packet is of no use any more; whoever shows the stream goes on without it.
        widest: of a gap that is asked for; to send a wider one again would take longer than a new picture.
        round_trip_s: the path's, as far as it is known.
    """

    def __init__(self, *, deadline_s: float, widest: int, round_trip_s: Callable[[], float | None]) -> None:
        self._deadline_s = deadline_s
        self._widest = widest
        self._round_trip_s = round_trip_s
        self._numbers = Unwrapper()
        self._highest: int | None = None
        self._lost: dict[int, _Lost] = {}
        self._loss = 0.0
        self._far_behind = 0

    def add(self, sequence_number: int, now: float) -> bool:
        """A packet came; whether something is missing."""
        number = self._numbers.unwrap(sequence_number)
        if self._highest is None:
            self._highest = number
        elif number > self._highest:
            missing = number - self._highest - 1
            if missing > self._widest:
                self._lost.clear()
            else:
                for between in range(self._highest + 1, number):
                    self._lost[between] = _Lost(now, now)
                while len(self._lost) > _MOST_LOST:
                    del self._lost[next(iter(self._lost))]  # the oldest: it is the likeliest to come too late
                self._loss = 1 - (1 - self._loss) * (1 - _WEIGHT) ** missing
                self._loss -= _WEIGHT * self._loss
            self._highest = number
        else:
            self._lost.pop(number, None)
            self._far_behind = self._far_behind + 1 if number < self._highest - _OTHER_COUNT else 0
            if self._far_behind >= _BEGUN_ANEW_AFTER:
                self._numbers, self._highest, self._far_behind = Unwrapper(), None, 0
                self._lost.clear()
        return bool(self._lost)

    def due(self, now: float) -> list[int]:
        """The sequence numbers (16 bits) to ask for now; they count as asked for."""
        if not self._lost:
            return []
        for number in [number for number, lost in self._lost.items() if now - lost.since >= self._deadline_s]:
            del self._lost[number]
        due = [number for number, lost in self._lost.items() if lost.due <= now and lost.times < _MOST_TIMES]
        round_trip_s = self._round_trip_s()
        pause_s = max(_LEAST_PAUSE_S, (_UNKNOWN_ROUND_TRIP_S if round_trip_s is None else round_trip_s) + _SLACK_S)
        twice = self._loss > _MUCH_LOST
        for number in due:
            lost = self._lost[number]
            lost.times += 1
            second = twice and lost.times % 2 == 1
            lost.due = now + (_TWICE_AFTER_S if second else pause_s)
        return [number & 0xFFFF for number in due]
