"""Packets that wait for their turn to be played, no more of them than can be of use. Pure."""

from dataclasses import dataclass
from typing import Final

from desk_client.rtc.sound.arrivals import Place
from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.sound.opus_packet import PacketFacts

MOST_SAMPLES: Final = SAMPLE_RATE
"""From the oldest to the newest: a second."""
_MOST_PACKETS: Final = 400
_MOST_BYTES: Final = 1 << 18


@dataclass(frozen=True)
class Packet:
    """One of Opus, at its place."""

    place: Place
    payload: bytes
    facts: PacketFacts | None
    """None for one without sound (padding that probes the path)."""

    @property
    def length(self) -> int:
        """Samples at 48 kHz."""
        return 0 if self.facts is None else self.facts.length


class WaitingPackets:
    """Of one remote voice. Where there are too many, the oldest go."""

    def __init__(self) -> None:
        self._packets: dict[int, Packet] = {}
        self._bytes = 0
        self._first: Packet | None = None
        self._newest: Packet | None = None

    def __len__(self) -> int:
        return len(self._packets)

    def __contains__(self, number: object) -> bool:
        return number in self._packets

    def add(self, packet: Packet) -> int:
        """Keep one that is not there yet; how many had to go for it."""
        self._packets[packet.place.number] = packet
        self._bytes += len(packet.payload)
        if self._first is None or packet.place.number < self._first.place.number:
            self._first = packet
        if self._newest is None or packet.place.number > self._newest.place.number:
            self._newest = packet
        gone = 0
        while self._is_too_much():
            self.take()
            gone += 1
        return gone

    def first(self) -> Packet | None:
        """The one whose turn comes next."""
        return self._first

    def newest(self) -> Packet | None:
        """The one whose turn comes last."""
        return self._newest

    def take(self) -> None:
        """Let the first go."""
        first = self._first
        if first is None:
            return
        del self._packets[first.place.number]
        self._bytes -= len(first.payload)
        if not self._packets:
            self._first = self._newest = None
        else:
            following = self._packets.get(first.place.number + 1)
            self._first = following or self._packets[min(self._packets)]

    def clear(self) -> None:
        """Let all go."""
        self._packets.clear()
        self._bytes = 0
        self._first = self._newest = None

    def _is_too_much(self) -> bool:
        if self._first is None or self._newest is None or len(self._packets) == 1:
            return False
        span = self._newest.place.timestamp - self._first.place.timestamp
        return span > MOST_SAMPLES or len(self._packets) > _MOST_PACKETS or self._bytes > _MOST_BYTES
