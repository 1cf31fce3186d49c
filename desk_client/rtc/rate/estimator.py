"""How much may be sent: the sender's estimate of what the path can take. Pure: the caller brings the time.

Delay (draft-ietf-rmcat-gcc-02 section 5.5), losses, probes, and the peer's own estimate (REMB) where that is all that
there is.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desk_client.rtc.rate.delay import DelayTrend, Usage
from desk_client.rtc.rate.loss import LossControl
from desk_client.rtc.rate.probes import Probe, ProbeReader
from desk_client.rtc.rate.sent import Result
from desk_client.rtc.rate.standing import StandingQueue
from desk_client.rtc.rate.throughput import Throughput

START_BPS: Final = 300_000
LEAST_BPS: Final = 50_000
MOST_BPS: Final = 6_000_000
_DECREASE: Final = 0.85
_GENTLE_DECREASE: Final = 0.92
"""Where hardly anything stands in the queue."""
_STANDING_S: Final = 0.04
"""A queue above it is emptied."""
_LITTLE_S: Final = 0.02
_DRAINED: Final = 0.95
_DIP_A_SECOND: Final = 2.0
"""By how much less is sent for each second that stands, until it is gone."""
_DEEPEST_DIP: Final = 0.8
_FILLED: Final = 0.7
"""Share of the target from which what is sent fills the path."""
_STAYS_AFTER: Final = 8
"""Attempts to empty a queue after which it is taken for the path itself."""
_INCREASE_A_SECOND: Final = 1.08
_BEYOND_THROUGHPUT: Final = 1.5
_PACKET_BITS: Final = 9600
"""Of a full one; those of a thin line's pictures are smaller, and the ascent with them (section 5.5)."""
_PICTURES_A_SECOND: Final = 30
_NEAR: Final = 1 / 3
"""How much of that ascent is left about the capacity: each time that it goes beyond, a queue is what it finds."""
_NEAR_A_SECOND: Final = 0.025
"""The share of the rate that it climbs there at least, where it did before: a wide path is not left unused."""
_RESPONSE_S: Final = 0.1
_CAPACITY_WEIGHT: Final = 0.05
_PROBE_FACTOR: Final = 2.0
_BOLD_PROBE_FACTOR: Final = 3.5
"""As long as the path was never seen full: at the beginning it is the probes that find out what it can take."""
_PROBE_AGAIN_S: Final = 2.0
_PROBE_AFTER_OVERUSE_S: Final = 2.5
_NO_MORE_ROOM: Final = 1.15
_PROBE_MUCH_LATER_S: Final = 60.0
"""After one that found hardly more than there is already: on a thin line each stands in the queue."""
_WIDER: Final = 1.15
"""Than what the path took when it was full; more than that flows, and nothing waits: a probe tells how much."""
_SILENCE_S: Final = 0.4
_NEVER_TOLD_S: Final = 1.0
"""The first feedback takes a long path's round trip."""
_SILENT_DECREASE: Final = 0.8


class _Course(Enum):
    HOLD = "hold"
    INCREASE = "increase"


@dataclass(slots=True)
class _Capacity:
    """What the path took when it was full: mean and normalised variance, in kbit/s (as in the draft's section 5.5)."""

    kbps: float | None = None
    variance: float = 0.4

    def seen(self, bps: float) -> None:
        sample = bps / 1000
        if self.kbps is None:
            self.kbps = sample
        error = self.kbps - sample
        self.kbps += _CAPACITY_WEIGHT * (sample - self.kbps)
        self.variance = (1 - _CAPACITY_WEIGHT) * self.variance + _CAPACITY_WEIGHT * error * error / max(self.kbps, 1.0)
        self.variance = min(max(self.variance, 0.4), 2.5)

    def holds(self, bps: float) -> bool:
        """Whether a rate is about this capacity."""
        if self.kbps is None:
            return False
        return abs(bps / 1000 - self.kbps) < 3 * math.sqrt(self.variance * self.kbps)


class Estimator:
    """Of one path."""

    def __init__(self, start_bps: int = START_BPS, least_bps: int = LEAST_BPS, most_bps: int = MOST_BPS) -> None:
        self._least, self._most = least_bps, most_bps
        self._delay_based = float(start_bps)
        self._trend = DelayTrend()
        self._losses = LossControl()
        self._standing = StandingQueue()
        self._dip = 1.0
        """Less than the whole while a queue is being emptied."""
        self._drained = 0
        self._drained_s: float | None = None
        self._throughput = Throughput()
        self._probe = ProbeReader()
        self._probes = 0
        self._probe_due_s: float | None = None
        self._capacity = _Capacity()
        self._course = _Course.INCREASE
        self._changed_s: float | None = None
        self._over_s: float | None = None
        self._told_s: float | None = None
        self._begun_s: float | None = None
        self._remb_bps: int | None = None
        self._feedbacks = 0
        self._rtt_s = 0.1

    @property
    def target_bps(self) -> int:
        """What may be sent now, headers included."""
        target = self._delay_based * self._dip
        if self._losses.ceiling_bps is not None:
            target = min(target, self._losses.ceiling_bps)
        if self._remb_bps is not None:
            target = min(target, self._remb_bps)
        return round(min(max(target, self._least), self._most))

    @property
    def full(self) -> bool:
        """Whether the path was seen to be full lately: what is sent must then be spread with care."""
        return self._capacity.kbps is not None

    @property
    def loss(self) -> float:
        """Of the last second, 0..1."""
        return self._losses.loss

    @property
    def lasting_loss(self) -> float:
        """Of most of the last seconds, 0..1: what repeats are to be expected for."""
        return self._losses.lasting

    def remb(self, bps: int) -> None:
        """What a peer that gives no transport-wide feedback says that it can take."""
        self._remb_bps = bps
        if not self._feedbacks:
            self._delay_based = float(max(bps, self._delay_based))

    def told(self, results: Sequence[Result], now: float, rtt_s: float | None = None) -> None:
        """A feedback came.

        Args:
            results: what it tells, in the order of sending.
            now: monotonic seconds.
            rtt_s: the round trip, where it is known.
        """
        self._feedbacks += 1
        if self._told_s is not None and now - self._told_s > _SILENCE_S and self._probe_due_s is not None:
            self._probe_due_s = min(self._probe_due_s, now)  # the path was dead: what it can take is to be found anew
        self._told_s = now
        if rtt_s is not None:
            self._rtt_s = rtt_s
        over = False
        for result in results:
            if result.arrived_s is not None:
                self._throughput.came(result.arrived_s, result.size)
                if result.probe is None:  # a probe is meant to be more than the path takes
                    self._trend.packet(result.sent_s, result.arrived_s)
                self._standing.packet(result.sent_s, result.arrived_s)
                over = over or self._trend.usage is Usage.OVER
        came = sum(result.arrived_s is not None for result in results)
        throughput = self._throughput.bps()
        probed = self._probe.told(results, now)
        self._losses.told(came, len(results) - came, now, throughput, self.target_bps)
        if self._standing.seconds() < _LITTLE_S:
            self._dip = 1.0
        if over or self._trend.usage is Usage.OVER:
            self._decrease(now, self._throughput.capacity_bps())
        elif self._standing.seconds() > _STANDING_S:
            self._drain(now, self._throughput.capacity_bps())
        elif self._trend.usage is Usage.UNDER:
            self._course = _Course.HOLD
        elif probed is not None:
            self._take(probed, now)
        else:
            self._increase(now, throughput)
        self._changed_s = now

    def tick(self, now: float, in_flight: int) -> None:
        """Time passed; where nothing is told although packets are under way, the path may be dead: less is sent."""
        if not in_flight:
            return
        if self._begun_s is None:
            self._begun_s = now
        since_s = self._begun_s if self._told_s is None else self._told_s
        is_silent = now - since_s > (_NEVER_TOLD_S if self._told_s is None else _SILENCE_S)
        if is_silent and (self._changed_s is None or now - self._changed_s > _SILENCE_S):
            self._delay_based = max(self._least, self._delay_based * _SILENT_DECREASE)
            self._changed_s = now

    def probe(self, now: float, wanted_bps: int) -> Probe | None:
        """A probe to be sent now, if one is due.

        Args:
            now: monotonic seconds.
            wanted_bps: what would be sent if there were room.
        """
        if self._probe.open or self.target_bps >= wanted_bps or self._trend.usage is not Usage.NORMAL:
            return None
        if self._probe_due_s is None:
            self._probe_due_s = now
        if now < self._probe_due_s or (self._told_s is None and self._probes):
            return None
        if self._losses.ceiling_bps is not None and self._losses.ceiling_bps < self._delay_based:
            return None
        self._probe_due_s = now + _PROBE_AGAIN_S
        self._probes += 1
        factor = _BOLD_PROBE_FACTOR if self._over_s is None else _PROBE_FACTOR
        rate = min(self.target_bps * factor, wanted_bps * 1.2, self._most)
        probe = Probe(self._probes, round(max(rate, self.target_bps * 1.2)))
        self._probe.begun(probe, now)
        return probe

    def _decrease(self, now: float, throughput_bps: int | None) -> None:
        """At most once a round trip and a bit (section 5.5), to what is known to arrive, less a little."""
        standing_s = self._standing.seconds()
        if self._over_s is not None and now - self._over_s < self._rtt_s + standing_s + 2 * _RESPONSE_S:
            return
        before = self._delay_based
        if throughput_bps is not None and throughput_bps < _FILLED * before and standing_s < _STANDING_S:
            return  # far less was sent than could have been: the queue is not ours
        factor = _GENTLE_DECREASE if standing_s < _LITTLE_S else _DECREASE
        if throughput_bps is None:
            lower = before * factor
        else:
            if self._capacity.kbps is not None and not self._capacity.holds(throughput_bps):
                self._capacity = _Capacity()
            self._capacity.seen(throughput_bps)
            lower = throughput_bps * factor
            if standing_s < _LITTLE_S:
                # A queue that is gone at once was a large picture's: a small step down is enough
                lower = max(lower, before * factor)
            if lower > before and self._capacity.kbps is not None:
                lower = self._capacity.kbps * 1000 * factor
        self._delay_based = max(self._least, min(lower, before))
        self._over_s = now
        self._course = _Course.HOLD
        self._probe_due_s = max(self._probe_due_s or 0.0, now + _PROBE_AFTER_OVERUSE_S)

    def _drain(self, now: float, throughput_bps: int | None) -> None:
        """Empty a queue that stands: send less than arrives until it is gone, and about as much from then on."""
        standing_s = self._standing.seconds()
        pause_s = self._rtt_s + _RESPONSE_S + min(standing_s, 0.3)
        if throughput_bps is None or (self._drained_s is not None and now - self._drained_s < pause_s):
            return
        self._drained += 1
        if self._drained > _STAYS_AFTER:
            self._standing.accept()
            self._drained = 0
            return
        self._delay_based = max(self._least, min(self._delay_based, throughput_bps * _DRAINED))
        self._dip = max(_DEEPEST_DIP, 1 - _DIP_A_SECOND * standing_s)
        self._drained_s = self._over_s = now
        self._capacity.seen(throughput_bps)
        self._course = _Course.HOLD
        self._probe_due_s = max(self._probe_due_s or 0.0, now + _PROBE_AFTER_OVERUSE_S)

    def _take(self, probed_bps: float, now: float) -> None:
        """A probe tells more than any slow ascent. What it tells of a fall may be a busy machine's doing."""
        has_room = probed_bps >= self._delay_based * _NO_MORE_ROOM
        if not has_room:
            self._probe_due_s = now + _PROBE_MUCH_LATER_S
        if probed_bps > self._delay_based:
            self._delay_based = min(self._most, probed_bps)
            self._capacity = _Capacity()
            if has_room:
                self._probe_due_s = now + min(_PROBE_AGAIN_S, self._rtt_s + _RESPONSE_S)

    def _increase(self, now: float, throughput_bps: int | None) -> None:
        self._drained = 0
        if self._course is _Course.HOLD:  # section 5.5: from hold to increase with the next normal signal
            self._course = _Course.INCREASE
            return
        if self._capacity.kbps is not None and self._standing.seconds() > _LITTLE_S:
            return  # a full path's queue has begun to grow again
        elapsed_s = 0.0 if self._changed_s is None else min(1.0, now - self._changed_s)
        if (
            throughput_bps is not None
            and self._capacity.kbps is not None
            and throughput_bps > (self._capacity.kbps * 1000 * 1.3)
        ):
            self._capacity = _Capacity()  # the path has more room than it had
        if self._capacity.kbps is not None:
            if self._delay_based > _WIDER * self._capacity.kbps * 1000:
                self._probe_due_s = min(self._probe_due_s or now, now)  # it may have become wider
            picture = self._delay_based / _PICTURES_A_SECOND
            packet = picture / math.ceil(picture / _PACKET_BITS)
            step = packet * elapsed_s / (self._rtt_s + _RESPONSE_S)
            if self._capacity.holds(self._delay_based):
                step = min(step, max(_NEAR * step, _NEAR_A_SECOND * self._delay_based * elapsed_s))
        else:
            step = self._delay_based * (_INCREASE_A_SECOND**elapsed_s - 1)
        raised = self._delay_based + step
        if throughput_bps is not None:
            raised = min(raised, max(self._delay_based, _BEYOND_THROUGHPUT * throughput_bps + 10_000))
        self._delay_based = min(self._most, raised)
