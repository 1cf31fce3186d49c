"""Where an RTP packet belongs in its stream, whatever its numbers have turned over (RFC 3550 appendix A.1). Pure."""

from dataclasses import dataclass
from typing import Final

from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.sound.opus_packet import MOST_SAMPLES

_NUMBERS: Final = 1 << 16
_TIMES: Final = 1 << 32
_MOST_AHEAD: Final = 3000
"""Packets: a wider gap is no loss but another stream (MAX_DROPOUT, as in the RFC)."""
_MOST_BEHIND: Final = 500
_MOST_SAMPLES_BEHIND: Final = 10 * SAMPLE_RATE
_CLOCK_SLACK_S: Final = 1.0
"""How far a pause in the timestamps may be from the pause in arrival: that is how late a packet may come."""


@dataclass(frozen=True)
class Place:
    """Of a packet, in numbers that do not turn over."""

    number: int
    timestamp: int


@dataclass(frozen=True)
class _Seen:
    place: Place
    at_s: float


class Arrivals:
    """Of one remote voice. Numbers begin one turn above zero, so that what is earlier than the first has its place."""

    def __init__(self) -> None:
        self._newest: _Seen | None = None
        self._stray: _Seen | None = None
        self.restarts = 0
        """How often the sender began anew: the places before are worth nothing from then on."""

    def place(self, sequence_number: int, timestamp: int, now_s: float) -> Place | None:
        """The packet's place; None for a stray, which fits nothing, until a second one follows upon it."""
        newest = self._newest
        if newest is None:
            return self._begin(sequence_number, timestamp, now_s)
        place = _beside(newest.place, sequence_number, timestamp)
        if _belongs(newest, place, now_s):
            self._stray = None
            if place.number > newest.place.number:
                self._newest = _Seen(place, now_s)
            return place
        stray = self._stray
        if stray is not None:
            following = _beside(stray.place, sequence_number, timestamp)
            if following.number > stray.place.number and _belongs(stray, following, now_s):
                self.restarts += 1
                return self._begin(sequence_number, timestamp, now_s)
        self._stray = _Seen(Place(sequence_number, timestamp), now_s)
        return None

    def _begin(self, sequence_number: int, timestamp: int, now_s: float) -> Place:
        place = Place(sequence_number % _NUMBERS + _NUMBERS, timestamp % _TIMES + _TIMES)
        self._newest, self._stray = _Seen(place, now_s), None
        return place


def _beside(known: Place, sequence_number: int, timestamp: int) -> Place:
    return Place(
        known.number + _signed(sequence_number - known.number, _NUMBERS),
        known.timestamp + _signed(timestamp - known.timestamp, _TIMES),
    )


def _signed(step: int, turn: int) -> int:
    """The shorter way round."""
    step %= turn
    return step if step < turn // 2 else step - turn


def _belongs(known: _Seen, place: Place, now_s: float) -> bool:
    packets = place.number - known.place.number
    samples = place.timestamp - known.place.timestamp
    if packets == 0:
        return samples == 0
    if packets < 0:
        return packets >= -_MOST_BEHIND and -_MOST_SAMPLES_BEHIND <= samples <= 0
    if packets > _MOST_AHEAD or samples < 0:
        return False
    return samples <= packets * MOST_SAMPLES or abs(samples / SAMPLE_RATE - (now_s - known.at_s)) <= _CLOCK_SLACK_S
