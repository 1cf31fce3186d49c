"""Puts a peer's RTP packets in order and gives out whole encoded frames. Pure: the caller may bring the clock.

Upstream's buffer waits for the next frame's first packet before it gives a picture out, four packets before it gives
sound out, gives at most one frame per packet, and stands still for up to 512 packets when one is lost for good.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket

_WRAP: Final = 1 << 16
_HALF: Final = 1 << 15
_MOST_HELD: Final = 1024


@dataclass(frozen=True)
class Patience:
    """How long a gap is waited for before it is skipped."""

    seconds: float
    packets: int
    """Held beyond the gap."""
    width: int
    """Of the gap: a wider one is not waited for at all, its retransmission would take longer than a new picture."""


PICTURE_PATIENCE: Final = Patience(seconds=0.6, packets=300, width=60)
"""Time for three or four retransmissions over a long path."""
SOUND_PATIENCE: Final = Patience(seconds=0.08, packets=3, width=10)


class ReceiveBuffer:
    """Of one stream. It stands in for `aiortc.jitterbuffer.JitterBuffer`, whose `add` it offers.

    Args:
        is_video: a frame ends with the RTP marker (RFC 3550 section 5.1); of sound each packet is a frame.
        patience: when to skip a gap.
        overflow: is given the frames that one packet completes beyond the last, in order, before `add` returns.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        *,
        is_video: bool,
        patience: Patience,
        overflow: Callable[[RtpPacket, JitterFrame], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._is_video = is_video
        self._patience = patience
        self._overflow = overflow
        self._clock = clock
        self._held: dict[int, RtpPacket] = {}
        self._begun = False
        self._start = 0  # where the next frame begins
        self._highest = 0
        self._gap_since: float | None = None
        self._until_boundary = False
        self.frames = 0
        """Given out so far."""
        self.skips = 0
        """Gaps given up so far."""

    def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
        """Take a packet in.

        Returns:
            Whether a new key frame must be asked for, and the newest frame that the packet completed, if any.
        """
        at = self._unwrapped(packet.sequence_number)
        if not self._begun:
            self._begun = True
            self._start = self._highest = at
        if at < self._start:
            return False, None  # too late, or twice
        self._held[at] = packet
        self._highest = max(self._highest, at)
        frames = self._drained()
        skipped = self._gap_is_hopeless() and self._skip()
        if skipped:
            frames += self._drained()
        for earlier in frames[:-1]:
            self._overflow(packet, earlier)
        self.frames += len(frames)
        return skipped and self._is_video, frames[-1] if frames else None

    def _unwrapped(self, sequence_number: int) -> int:
        """The sequence number with the turns it has taken (RFC 3550 appendix A.1)."""
        if not self._begun:
            return sequence_number + _WRAP
        step = (sequence_number - self._highest) % _WRAP
        return self._highest + (step if step < _HALF else step - _WRAP)

    def _drained(self) -> list[JitterFrame]:
        """The frames that are whole, taken out."""
        frames: list[JitterFrame] = []
        while (end := self._end_of_frame(self._start)) is not None:
            packets = [self._held.pop(at) for at in range(self._start, end)]
            self._start = end
            self._gap_since = None
            # _data is where aiortc's receiver leaves the payload without its codec's header
            data = b"".join(packet._data for packet in packets)  # type: ignore[attr-defined]  # noqa: SLF001 - as upstream has it
            if self._until_boundary:
                self._until_boundary = False  # the tail of a frame whose head was skipped
            elif data:
                frames.append(JitterFrame(data=data, timestamp=packets[0].timestamp))
        return frames

    def _end_of_frame(self, start: int) -> int | None:
        """One past the last packet of the frame that begins at `start`; None while it is not whole."""
        at = start
        while (packet := self._held.get(at)) is not None:
            following = self._held.get(at + 1)
            if not self._is_video or packet.marker or (following and following.timestamp != packet.timestamp):
                return at + 1
            at += 1
        return None

    def _gap_is_hopeless(self) -> bool:
        gap = self._first_missing()
        if self._highest < gap:
            self._gap_since = None
            return False
        if self._gap_since is None:
            self._gap_since = self._clock()
        beyond = [at for at in self._held if at > gap]
        return (
            self._clock() - self._gap_since >= self._patience.seconds
            or len(beyond) >= self._patience.packets
            or min(beyond) - gap > self._patience.width
            or len(self._held) >= _MOST_HELD
        )

    def _skip(self) -> bool:
        """Go on behind the gap, at the first packet that is sure to begin a frame."""
        self.skips += 1
        self._gap_since = None
        gap = self._first_missing()
        behind = sorted(at for at in self._held if at > gap)
        begins = next((at for at in behind if self._begins_frame(at)), None)
        self._until_boundary = begins is None
        self._start = behind[0] if begins is None else begins
        self._held = {at: packet for at, packet in self._held.items() if at >= self._start}
        return True

    def _first_missing(self) -> int:
        at = self._start
        while at in self._held:
            at += 1
        return at

    def _begins_frame(self, at: int) -> bool:
        before = self._held.get(at - 1)
        return not self._is_video or (
            before is not None and bool(before.marker or before.timestamp != self._held[at].timestamp)
        )
