"""A call's sender in virtual time: an encoder that obeys, sound, pacer, estimator, a path, and the feedback back."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desk_client.rtc.rate.estimator import START_BPS, Estimator
from desk_client.rtc.rate.pacer import Pacer, Priority
from desk_client.rtc.rate.sent import SentPackets
from desk_client.rtc.wire.arrivals import Arrivals
from desk_client.rtc.wire.transport_feedback import unpack
from tests.fakes.network_path import Conditions, Course, Fate, Path
from tests.fakes.virtual_path import Appointment, VirtualClock, VirtualLink

_PACKET = 1200
_SOUND = 140
_HEADERS = 40
_IP_UDP = 28
_FRAME_S = 1 / 30
_TICK_S = 0.02
_SLACK_S = 0.0005
_FEEDBACK_S = 0.05


@dataclass
class PacedFlow:
    """Pictures at 30 a second that take what there is, up to a most, and sound.

    Attributes:
        course: of the way there; the way back only has its delay.
        most_bps: what pictures may take.
    """

    course: Conditions | Course
    back_s: float = 0.0
    most_bps: int = 2_500_000
    start_bps: int = START_BPS
    seed: int = 1
    padding: bool = True
    clock: VirtualClock = field(default_factory=VirtualClock)
    targets: list[tuple[float, int]] = field(default_factory=list)
    delivered: list[tuple[float, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.estimator = Estimator(self.start_bps)
        self._pacer: Pacer[int] = Pacer(self.start_bps)
        self._sent = SentPackets()
        self._arrivals = Arrivals()
        self._there: VirtualLink[tuple[int, int]] = VirtualLink(self.clock, Path(self.course, self.seed), self._came)
        self._back: VirtualLink[bytes] = VirtualLink(self.clock, Path(Conditions(delay_s=self.back_s)), self._told)
        self.queued: list[tuple[float, float]] = []
        self._next: Appointment | None = None
        for at_s, step in (
            (_FRAME_S, self._frame),
            (0.02, self._sound),
            (_TICK_S, self._tick),
            (_FEEDBACK_S, self._feed),
        ):
            self._every(at_s, step)

    def run(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.run_until(seconds)

    def delivered_bps(self, since_s: float, until_s: float) -> float:
        """What arrived in between."""
        return 8 * sum(size for at_s, size in self.delivered if since_s <= at_s < until_s) / (until_s - since_s)

    def queued_ms(self, since_s: float, share: float) -> float:
        """The quantile of what packets waited before the bottleneck from then on."""
        waited = sorted(1000 * queued for at_s, queued in self.queued if at_s >= since_s)
        return waited[int(share * (len(waited) - 1))]

    @property
    def fates(self) -> list[Fate]:
        """Of all packets."""
        return self._there.fates

    def _every(self, period_s: float, step: Callable[[], None]) -> None:
        def again() -> None:
            step()
            self.clock.call_at(self.clock.now() + period_s, again)

        self.clock.call_at(period_s, again)

    def _frame(self) -> None:
        now = self.clock.now()
        self.targets.append((now, self.estimator.target_bps))
        if self._pacer.wait_s() > 0.1:
            return  # an encoder is not given pictures that cannot leave
        rate = min(self.most_bps, self.estimator.target_bps - 60_000)
        left = max(100, int(rate * _FRAME_S / 8))
        while left > 0:
            size = min(left, _PACKET)
            self._pacer.put(size + _HEADERS, size + _HEADERS, Priority.PICTURE)
            left -= size
        self._leave()

    def _sound(self) -> None:
        self._pacer.put(_SOUND, _SOUND, Priority.SOUND)
        self._leave()

    def _tick(self) -> None:
        now = self.clock.now()
        self.estimator.tick(now, self._sent.in_flight)
        self._pacer.set_rate(self.estimator.target_bps, careful=self.estimator.full)
        probe = self.estimator.probe(now, self.most_bps + 60_000)
        if probe is not None:
            self._pacer.begin(probe, now)
        while self.padding and self._pacer.padding_wanted > 0:
            size = min(_PACKET, max(200, self._pacer.padding_wanted))
            self._pacer.put(size, size, Priority.PICTURE)
        self._leave()

    def _leave(self) -> None:
        now = self.clock.now()
        for departure in self._pacer.take(now):
            size = departure.item
            number = self._sent.sent(size, now, departure.probe)
            self._there.send((number, size), size + _IP_UDP)
            self.queued.append((now, self._there.fates[-1].queued_s))
        due_s = self._pacer.due_s(now)
        if self._next is not None:
            self._next.cancel()
        self._next = None if due_s is None else self.clock.call_at(max(due_s, now + _SLACK_S), self._leave)

    def _came(self, packet: tuple[int, int]) -> None:
        number, size = packet
        self._arrivals.came(number, self.clock.now())
        self.delivered.append((self.clock.now(), size + _IP_UDP))

    def _feed(self) -> None:
        for message in self._arrivals.take(self.clock.now()):
            self._back.send(message, len(message) + 60)

    def _told(self, message: bytes) -> None:
        self.estimator.told(self._sent.told(unpack(message)), self.clock.now(), None)
