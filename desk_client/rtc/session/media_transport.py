"""One transport's media: packets leave by the pacer, and what the peer tells of them steers the rate.

Sound and pictures of a peer share it, and so its estimate of what the path can take.
"""

import asyncio
import logging
import struct
import time
from collections.abc import Callable
from typing import Final

import pylibsrtp
from aiortc import RTCDtlsTransport, clock
from aiortc.rtp import RTCP_RTPFB, AnyRtcpPacket, pack_rtcp_packet

from desk_client.rtc.rate.estimator import Estimator
from desk_client.rtc.rate.pacer import Pacer, Priority
from desk_client.rtc.rate.sent import SentPackets
from desk_client.rtc.session import upstream
from desk_client.rtc.wire import transport_feedback
from desk_client.rtc.wire.arrivals import Arrivals
from desk_client.rtc.wire.round_trips import RoundTrips
from desk_client.rtc.wire.rtp import ExtensionIds, OutgoingPacket, packed

_log = logging.getLogger(__name__)

_TICK_S: Final = 0.02
_SLACK_S: Final = 0.0005
_SOON_S: Final = 0.004
_FEEDBACK_EVERY_S: Final = 0.05
_SILENT_S: Final = 0.15
"""After a silence the first packet is told of at once: the sender waits for that."""
_DEAD_S: Final = 0.2
"""Of nothing told, beyond the round trip."""
_FIRST_FEEDBACK_S: Final = 2.0
"""By then a peer that keeps its word has told of something."""
_FEWEST_OF_ONE_WHO_IS_THERE: Final = 20
_LEAST_WINDOW_BITS: Final = 100_000
_WINDOW_S: Final = 0.3
"""Of what may be under way beyond a round trip: how long until it is told of, and some more."""
_UDP_IP: Final = 28
_SHARE: Final = 0.97
"""Of what there is beside sound: the rest is for headers."""
_SHARE_OF_A_GUESS: Final = 0.6
"""As long as nothing is known of the path: what stands in a thin line's queue by then takes a second to go."""
SOUND_SHARE_BPS: Final = 60_000
"""Of sound, with its headers: what is left is for pictures."""

Timer = Callable[[float], None]


class MediaTransport:
    """Lives in the engine's loop.

    Args:
        dtls: carries the packets, once its handshake is over.
        wanted_bps: what would be sent if there were room; probes look for that much.
        make_padding: more packets, to fill a probe; called until there are enough, or it gives None.
        make_keep_alive: a small packet that tells nothing.
    """

    def __init__(
        self,
        dtls: RTCDtlsTransport,
        wanted_bps: Callable[[], int],
        make_padding: Callable[[], OutgoingPacket | None],
        make_keep_alive: Callable[[], OutgoingPacket | None],
        estimator: Estimator | None = None,
    ) -> None:
        self.estimator = estimator or Estimator()
        self.round_trips = RoundTrips()
        self.ids = ExtensionIds()
        self.packets_received = self.packets_sent = self.bytes_sent = 0
        self.told_at_s: float | None = None
        """When the peer last told of arrivals."""
        self._dtls = dtls
        self._wanted_bps = wanted_bps
        self._make_padding = make_padding
        self._make_keep_alive = make_keep_alive
        self._pacer: Pacer[OutgoingPacket] = Pacer(self.estimator.target_bps)
        self._sent = SentPackets()
        self._arrivals = Arrivals()
        self._arrived_s: float | None = None
        self._datagram_s: float | None = None
        """When the datagram arrived that is being read."""
        self._feedback_due_s = 0.0
        self._feedback_ssrcs = 0, 0
        self._timers: list[Timer] = []
        self._resumed: list[Callable[[], None]] = []
        self._loop = asyncio.get_running_loop()
        self._started = False
        self._started_s = 0.0
        self._tick_due_s = 0.0
        self._alarm: asyncio.TimerHandle | None = None
        self._alarm_s = 0.0
        upstream.hear_transport_feedback(dtls, self._transport_feedback_came)
        upstream.outlive_bad_packets(dtls)
        upstream.tell_arrivals(dtls, self._datagram_came)

    @property
    def feedback_agreed(self) -> bool:
        """Whether packets bear transport-wide sequence numbers."""
        return self.ids.transport_sequence_number is not None

    def start(self, ids: ExtensionIds, own_ssrc: int) -> None:
        """Media may flow; called for each kind of media."""
        self.ids = self.ids.joined(ids)
        if not self._started:
            self._started = True
            self._started_s = time.monotonic()
            self._feedback_ssrcs = own_ssrc, 0
            self._woke()

    def stop(self) -> None:
        """Nothing leaves any more."""
        self._started = False
        self._timers.clear()
        self._resumed.clear()
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def on_resumed(self, callback: Callable[[], None]) -> None:
        """Have `callback` called when the peer tells of arrivals again after it told nothing for a while."""
        self._resumed.append(callback)

    def on_tick(self, timer: Timer) -> None:
        """Have `timer` called with the time, every few milliseconds."""
        self._timers.append(timer)

    def put(self, packet: OutgoingPacket, priority: Priority) -> None:
        """Let a packet leave when its time comes."""
        self._pacer.put(packet, packet.size, priority)
        self._leave(time.monotonic())

    def put_all(self, packets: list[OutgoingPacket], priority: Priority) -> None:
        """The same for several at once."""
        for packet in packets:
            self._pacer.put(packet, packet.size, priority)
        self._leave(time.monotonic())

    def forget_pictures(self) -> None:
        """What waits of pictures is of no use any more: a key frame takes their place."""
        self._pacer.drop(Priority.PICTURE)
        self._pacer.drop(Priority.REPEAT)

    def backlog_s(self) -> float:
        """For how long a picture that is put now would wait."""
        return self._pacer.wait_s()

    @property
    def stalled(self) -> bool:
        """Whether far more is under way than the path can hold: nothing is told any more, or it is full."""
        if self._feedback_never_comes():
            return False
        rtt_s = self.round_trips.rtt_s or 0.1
        return self._sent.in_flight * 8 > max(_LEAST_WINDOW_BITS, self.estimator.target_bps * (rtt_s + _WINDOW_S))

    def picture_bps(self) -> int:
        """What there is for pictures, headers and repeats taken off."""
        share = _SHARE if self.told_at_s is not None or not self.feedback_agreed else _SHARE_OF_A_GUESS
        arriving = 1 - min(0.5, self.estimator.lasting_loss)
        return max(0, round((self.estimator.target_bps - SOUND_SHARE_BPS) * arriving * share))

    def send_rtcp(self, *packets: AnyRtcpPacket) -> None:
        """Send a report at once; without effect where there is no connection (any more)."""
        self._send(b"".join(bytes(packet) for packet in packets))

    def arrived(self, transport_number: int | None, ssrc: int) -> None:
        """A packet of the peer came."""
        self.packets_received += 1
        if transport_number is None:
            return
        now = time.monotonic()
        self._arrivals.came(transport_number, now if self._datagram_s is None else self._datagram_s)
        self._feedback_ssrcs = self._feedback_ssrcs[0], ssrc
        if self._arrived_s is None or now - self._arrived_s > _SILENT_S:
            self._feedback_due_s = min(self._feedback_due_s, now + _SOON_S)
            self._set_alarm(now)
        self._arrived_s = now

    def _datagram_came(self, at_s: float) -> None:
        self._datagram_s = at_s

    def _woke(self) -> None:
        self._alarm = None
        now = time.monotonic()
        if now >= self._tick_due_s:
            self._tick_due_s = now + _TICK_S
            self._steer(now)
            if self.stalled:
                self._keep_alive()
            for timer in self._timers:
                timer(now)
        if self._arrivals.pending and now >= self._feedback_due_s:
            self._feedback_due_s = now + _FEEDBACK_EVERY_S
            self._tell(now)
        self._leave(now)

    def _steer(self, now: float) -> None:
        if not self.feedback_agreed:
            self._pacer.set_rate(self.estimator.target_bps, careful=False)
            return
        if not self._feedback_never_comes():
            self.estimator.tick(now, self._sent.in_flight)
        self._pacer.set_rate(self.estimator.target_bps, careful=self.estimator.full)
        probe = self.estimator.probe(now, self._wanted_bps())
        if probe is not None:
            self._pacer.begin(probe, now)
        while self._pacer.padding_wanted > 0 and (packet := self._make_padding()) is not None:
            self._pacer.put(packet, packet.size, Priority.PICTURE)

    def _feedback_never_comes(self) -> bool:
        """Whether a peer that is there tells nothing, though it agreed to: the first rate is kept then."""
        if self.told_at_s is not None or self.packets_received < _FEWEST_OF_ONE_WHO_IS_THERE:
            return False
        return self._started and time.monotonic() - self._started_s > _FIRST_FEEDBACK_S

    def _keep_alive(self) -> None:
        """Where the path seems dead, something small goes out at each tick: its arrival tells that it is not."""
        if (packet := self._make_keep_alive()) is not None:
            self._pacer.put(packet, packet.size, Priority.SOUND)

    def _leave(self, now: float) -> None:
        """Send what may leave, and see to it that the rest has its turn."""
        if not self._started:
            return
        for departure in self._pacer.take(now):
            packet = departure.item
            number = None
            if self.feedback_agreed:
                number = self._sent.sent(packet.size + _UDP_IP, now, departure.probe)
            self._send(packed(packet, self.ids, number, clock.current_ntp_time()))
        self._set_alarm(now)

    def _set_alarm(self, now: float) -> None:
        due = self._tick_due_s
        pacer_due = self._pacer.due_s(now)
        if pacer_due is not None:
            due = min(due, pacer_due)
        if self._arrivals.pending:
            due = min(due, max(now, self._feedback_due_s))
        if self._alarm is not None:
            if self._alarm_s <= due + _SLACK_S and self._alarm_s >= now:
                return
            self._alarm.cancel()
        self._alarm_s = due
        self._alarm = self._loop.call_later(max(0.0, due - now), self._woke)

    def _tell(self, now: float) -> None:
        own, theirs = self._feedback_ssrcs
        for fci in self._arrivals.take(now):
            payload = struct.pack("!II", own, theirs) + fci
            self._send(pack_rtcp_packet(RTCP_RTPFB, transport_feedback.FORMAT, payload))

    def _send(self, data: bytes) -> None:
        try:
            sent = upstream.send_protected(self._dtls, data)
        except (ConnectionError, pylibsrtp.Error):
            return  # there is no connection (any more)
        self.packets_sent += 1
        self.bytes_sent += sent

    def _transport_feedback_came(self, fci: bytes) -> None:
        try:
            feedback = transport_feedback.unpack(fci)
        except ValueError:
            _log.debug("a transport feedback was malformed")
            return
        before_s, now = self.told_at_s, time.monotonic()
        self.told_at_s = now
        self.estimator.told(self._sent.told(feedback), now, self.round_trips.rtt_s)
        if before_s is not None and now - before_s > _DEAD_S + (self.round_trips.rtt_s or 0.0):
            for callback in self._resumed:
                callback()
        self._leave(now)

    def remb(self, bps: int) -> None:
        """The peer's own estimate (draft-alvestrand-rmcat-remb): it counts where there is no other feedback."""
        if not self.feedback_agreed:
            self.estimator.remb(bps)
