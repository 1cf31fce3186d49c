"""Which lost packets to ask the peer for, until they come or would come too late (RFC 4585 section 6.2.1). Pure.

Upstream asks once, when it meets the gap. On a path that loses one packet in ten, every fifth question or its answer is
lost as well, and each of those would be a picture that stands still until a new key frame.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aiortc.rtp import RtpPacket

_WRAP: Final = 1 << 16
_HALF: Final = 1 << 15
_LEAST_PAUSE_S: Final = 0.03
_SLACK_S: Final = 0.01
"""Beyond the round trip: the peer's answer waits in its queue as well."""
_MOST_TIMES: Final = 10
_UNKNOWN_ROUND_TRIP_S: Final = 0.1
_MOST_LOST: Final = 256
"""Remembered at one time: a peer that leaves out most of its numbers costs no more, and a question fits one packet."""


@dataclass(slots=True)
class _Lost:
    """A packet that is missing."""

    since: float
    asked_at: float | None = None
    times: int = 0


class Nacks:
    """Of one stream. It stands in for `aiortc.rtcrtpreceiver.NackGenerator`, whose `add` and `missing` it offers.

    Args:
        deadline_s: after which a packet is of no use any more; whoever shows the stream goes on without it.
        widest: of a gap that is asked for; to send a wider one again would take longer than a new picture.
        round_trip_s: the path's, as far as it is known.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        *,
        deadline_s: float,
        widest: int,
        round_trip_s: Callable[[], float | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._deadline_s = deadline_s
        self._widest = widest
        self._round_trip_s = round_trip_s
        self._clock = clock
        self._highest: int | None = None
        self._lost: dict[int, _Lost] = {}
        self._due: list[int] = []

    @property
    def missing(self) -> list[int]:
        """The sequence numbers to ask for now, as of the last `add`."""
        return self._due

    def add(self, packet: RtpPacket) -> bool:
        """A packet came; whether there is something to ask for."""
        number, now = packet.sequence_number, self._clock()
        if self._highest is None:
            self._highest = number
        step = (number - self._highest) % _WRAP
        if 0 < step < _HALF:
            if step - 1 > self._widest:
                self._lost.clear()
            else:
                for between in range(1, step):
                    self._lost[(self._highest + between) % _WRAP] = _Lost(now)
                while len(self._lost) > _MOST_LOST:
                    del self._lost[next(iter(self._lost))]  # the oldest: it is the likeliest to come too late
            self._highest = number
        else:
            self._lost.pop(number, None)
        self._due = self._asked(now) if self._lost else []
        return bool(self._due)

    def _asked(self, now: float) -> list[int]:
        """Those that are due; they count as asked for from now on."""
        for number in [number for number, lost in self._lost.items() if now - lost.since >= self._deadline_s]:
            del self._lost[number]
        round_trip_s = self._round_trip_s()
        pause_s = max(_LEAST_PAUSE_S, (_UNKNOWN_ROUND_TRIP_S if round_trip_s is None else round_trip_s) + _SLACK_S)
        due = [
            number
            for number, lost in self._lost.items()
            if lost.times < _MOST_TIMES and (lost.asked_at is None or now - lost.asked_at >= pause_s)
        ]
        for number in due:
            self._lost[number].asked_at = now
            self._lost[number].times += 1
        return due
