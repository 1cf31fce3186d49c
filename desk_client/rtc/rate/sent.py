"""What was sent, until it is known what became of it. Pure: the caller brings the time."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.wire.transport_feedback import Feedback

_TURN: Final = 1 << 16
_MOST_KEPT: Final = 4096
_CLOCK_WRAP_S: Final = (1 << 24) * 0.064


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one packet. Times are of two clocks, the sender's and the receiver's."""

    number: int
    sent_s: float
    arrived_s: float | None
    """None: lost, as far as is known now; it may still be told of later."""
    size: int
    """Bytes on the wire, all headers included."""
    probe: int | None
    """The probe that it belonged to."""


@dataclass(slots=True)
class _Sent:
    at_s: float
    size: int
    probe: int | None
    lost: bool = False
    under_way: bool = True


class SentPackets:
    """Of one transport, by transport-wide sequence number."""

    def __init__(self) -> None:
        self._sent: OrderedDict[int, _Sent] = OrderedDict()
        self._next = 0
        self._passed = 0
        self._before_s: float | None = None
        self._turns_s = 0.0
        self.in_flight = 0
        """Bytes of which nothing was told yet."""
        self.acknowledged_sent_s: float | None = None
        """When the newest packet that is known to have come was sent."""

    def sent(self, size: int, now: float, probe: int | None = None) -> int:
        """A packet goes out now; the sequence number that it bears (16 bits)."""
        number = self._next
        self._next += 1
        self._sent[number] = _Sent(now, size, probe)
        self.in_flight += size
        if len(self._sent) > _MOST_KEPT:
            self._arrived_or_not(self._sent.popitem(last=False)[1])
        return number & 0xFFFF

    def told(self, feedback: Feedback) -> list[Result]:
        """What a message tells that was not known before, in the order of sending."""
        results: list[Result] = []
        first = self._placed(feedback.first)
        self._pass_over(first)
        for place, arrived_s in enumerate(feedback.arrivals_s):
            number = first + place
            packet = self._sent.get(number)
            if packet is None:
                continue
            if arrived_s is None:
                if not packet.lost:
                    packet.lost = True
                    self._arrived_or_not(packet)
                    results.append(Result(number, packet.at_s, None, packet.size, packet.probe))
                continue
            del self._sent[number]
            self._arrived_or_not(packet)
            self.acknowledged_sent_s = max(packet.at_s, self.acknowledged_sent_s or packet.at_s)
            results.append(Result(number, packet.at_s, self._steady(arrived_s), packet.size, packet.probe))
        return results

    def _arrived_or_not(self, packet: _Sent) -> None:
        if packet.under_way:
            packet.under_way = False
            self.in_flight -= packet.size

    def _pass_over(self, first: int) -> None:
        """What is older than a feedback tells of is under way no longer: what told of it was lost."""
        self._passed = max(self._passed, first - _MOST_KEPT)
        while self._passed < min(first, self._next):
            if (packet := self._sent.get(self._passed)) is not None:
                self._arrived_or_not(packet)
            self._passed += 1

    def _placed(self, number: int) -> int:
        """The unwrapped number that is nearest to what was sent last."""
        step = (number - self._next) % _TURN
        return self._next + step - (_TURN if step >= _TURN // 2 else 0)

    def _steady(self, at_s: float) -> float:
        """The receiver's clock without its wrap."""
        if self._before_s is not None and at_s < self._before_s - _CLOCK_WRAP_S / 2:
            self._turns_s += _CLOCK_WRAP_S
        self._before_s = at_s
        return at_s + self._turns_s
