"""When what was recorded was captured, in our own time: by sender reports and the fastest packets. Pure.

Reports (RFC 3550 section 6.4.1) place the timestamps of both of a peer's streams in the peer's time: picture and voice
are so together whatever the line did. How far the peer's clock is from ours, the fastest packet tells: nothing comes
before it was captured, and the fastest took half a round trip. All of it is asked anew every few seconds: clocks drift,
and a machine that is held up loses sound.
"""

from dataclasses import dataclass, field
from typing import Final

from desk_client.rtc.recording.pieces import Piece, PieceKind, Report

RATES_HZ: Final = {PieceKind.PICTURE: 90_000, PieceKind.SOUND: 48_000}
_TURN: Final = 1 << 32
_OF_SOUND_S: Final = 0.02
"""A packet of sound cannot leave before its last sample was heard."""
_STRETCH_S: Final = 4.0


class Earliest:
    """How much later than a count things were: the least around each place, for whoever is held up is only late."""

    def __init__(self) -> None:
        self._least: dict[int, float] = {}

    def add(self, at_s: float, late_s: float) -> None:
        """At that count it was so late."""
        place = int(at_s // _STRETCH_S)
        self._least[place] = min(late_s, self._least.get(place, late_s))

    def around(self, at_s: float) -> float | None:
        """The least of the stretch and its neighbours, else of the nearest one; None where nothing is known."""
        place = int(at_s // _STRETCH_S)
        near = [self._least[each] for each in (place - 1, place, place + 1) if each in self._least]
        if near:
            return min(near)
        nearest = min(self._least, key=lambda each: abs(each - place), default=None)
        return None if nearest is None else self._least[nearest]


class Count:
    """Timestamps as seconds, with their turns; in the order in which they are given, back and forth a little."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._newest: int | None = None

    def seconds(self, timestamp: int) -> float:
        """From some origin, the same for all."""
        if self._newest is None:
            self._newest = timestamp
        step = (timestamp - self._newest) % _TURN
        at = self._newest + (step - _TURN if step >= _TURN // 2 else step)
        self._newest = max(self._newest, at)
        return at / self._rate_hz


class OwnClock:
    """When our own sound was captured: its samples are counted, and a block may be late, but never early."""

    def __init__(self) -> None:
        self._first = Count(RATES_HZ[PieceKind.SOUND])
        self._second = Count(RATES_HZ[PieceKind.SOUND])
        self._late = Earliest()

    def heard(self, piece: Piece) -> None:
        """A block was captured: the first reading."""
        at_s = self._first.seconds(piece.timestamp)
        self._late.add(at_s, piece.at_us / 1e6 - at_s)

    def captured_s(self, piece: Piece) -> float:
        """When that was: the second reading, in the same order."""
        at_s = self._second.seconds(piece.timestamp)
        late_s = self._late.around(at_s)
        return piece.at_us / 1e6 if late_s is None else at_s + late_s


@dataclass
class _Stream:
    first: Count
    second: Count
    """Of both readings."""
    reported: Earliest = field(default_factory=Earliest)
    """By the count: the peer's time, less the count."""
    is_reported: bool = False
    came: list[tuple[float, float]] = field(default_factory=list)
    """Count and arrival of each piece."""
    _has_begun: bool = False

    def counted(self, timestamp: int) -> float:
        """In the first reading; the second begins to count where the first did."""
        if not self._has_begun:
            self._has_begun = True
            self.second.seconds(timestamp)
        return self.first.seconds(timestamp)


class PeerClock:
    """Of one connection: what its pieces told in the first reading, and then when each was captured in our time."""

    def __init__(self) -> None:
        self._streams = {kind: _Stream(Count(rate), Count(rate)) for kind, rate in RATES_HZ.items()}
        self._rtts: list[float] = []
        self._ahead: Earliest | None = None

    def reported(self, piece: Piece, report: Report) -> None:
        """A report came: the first reading."""
        stream = self._streams[report.kind]
        count_s = stream.counted(piece.timestamp)
        stream.reported.add(count_s, report.ntp_s - count_s)
        stream.is_reported = True
        if report.rtt_s > 0:
            self._rtts.append(report.rtt_s)

    def came(self, piece: Piece) -> None:
        """A picture or sound came: the first reading."""
        stream = self._streams[piece.kind]
        stream.came.append((stream.counted(piece.timestamp), piece.at_us / 1e6))

    def captured_s(self, piece: Piece) -> float:
        """When that was captured, in our own monotonic time: the second reading, in the same order."""
        if self._ahead is None:
            self._ahead = self._measured()
        stream = self._streams[piece.kind]
        peers_s = self._peers_s(stream, stream.second.seconds(piece.timestamp))
        ahead_s = self._ahead.around(piece.at_us / 1e6)
        return piece.at_us / 1e6 if peers_s is None or ahead_s is None else peers_s + ahead_s

    def _peers_s(self, stream: _Stream, count_s: float) -> float | None:
        """The peer's time; without any reports the count itself is as good, for want of a better."""
        if not stream.is_reported:
            return None if any(each.is_reported for each in self._streams.values()) else count_s
        offset_s = stream.reported.around(count_s)
        return None if offset_s is None else count_s + offset_s

    def _measured(self) -> Earliest:
        """What our time is ahead of the peer's."""
        ahead, half_s = Earliest(), min(self._rtts, default=0.0) / 2
        for kind, stream in self._streams.items():
            takes_s = half_s + (_OF_SOUND_S if kind is PieceKind.SOUND else 0.0)
            for count_s, came_s in stream.came:
                if (peers_s := self._peers_s(stream, count_s)) is not None:
                    ahead.add(came_s, came_s - peers_s - takes_s)
        return ahead
