"""Puts a peer's video packets in order and gives out whole encoded pictures that can be decoded. Pure.

Upstream's buffer waits for the next picture's first packet before it gives one out, gives at most one per packet, and
stands still for up to 512 packets when one is lost for good. Nor does it know key frames: what refers to a lost picture
is given out as well, and shows smeared.
"""

from dataclasses import dataclass
from typing import Final

from desk_client.rtc.wire.unwrapping import Unwrapper

_MOST_HELD: Final = 2048
_MOST_BYTES: Final = 4_000_000
_MOST_USELESS: Final = 256
_BEGUN_ANEW_AFTER: Final = 200
"""Packets in a row that came too late."""


@dataclass(frozen=True)
class Patience:
    """How long a gap is waited for before it is skipped."""

    seconds: float
    packets: int
    """Held beyond the gap."""
    width: int
    """Of the gap: a wider one is not waited for at all, its retransmission would take longer than a new picture."""


PICTURE_PATIENCE: Final = Patience(seconds=0.6, packets=600, width=60)
"""Time for three or four retransmissions over a long path."""


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A whole one."""

    data: bytes
    timestamp: int
    """RTP's, with its turns: it only rises but for a peer that does not keep to it."""
    key_frame: bool


@dataclass(frozen=True, slots=True)
class VideoPacket:
    """One packet without its headers."""

    sequence_number: int
    """16 bits."""
    timestamp: int
    """32 bits."""
    marker: bool
    """It ends a picture (RFC 3550 section 5.1)."""
    data: bytes
    begins_key_frame: bool


class FrameBuffer:
    """Of one stream. It begins with a key frame, and goes on with one after a picture that is lost for good."""

    def __init__(self, patience: Patience = PICTURE_PATIENCE) -> None:
        self._patience = patience
        self._numbers = Unwrapper()
        self._times = Unwrapper(32)
        self._held: dict[int, VideoPacket] = {}
        self._bytes = 0
        self._start: int | None = None
        """Where the next picture begins; None until one began."""
        self._highest = -1
        self._gap_since: float | None = None
        self._too_late = 0
        self.wants_key_frame = True
        """Whether nothing can be shown before a key frame comes."""
        self.pictures = 0
        """Given out so far."""
        self.skips = 0
        """Gaps given up so far."""

    def add(self, packet: VideoPacket, now: float) -> list[EncodedPicture]:
        """Take a packet in; the pictures that are whole by it, in order."""
        at = self._numbers.unwrap(packet.sequence_number)
        if self._start is not None and at < self._start:
            self._too_late += 1
            if self._too_late < _BEGUN_ANEW_AFTER:
                return []
            self._begin_anew()  # the peer counts from elsewhere
            at = self._numbers.unwrap(packet.sequence_number)
        self._too_late = 0
        if at in self._held:
            return []
        self._held[at] = packet
        self._bytes += len(packet.data)
        self._highest = max(self._highest, at)
        if len(self._held) > _MOST_HELD or self._bytes > _MOST_BYTES:
            self._give_up()
        elif self.wants_key_frame and len(self._held) > _MOST_USELESS:
            self._forget_useless()
        return self._drained(now)

    def tick(self, now: float) -> None:
        """Time passed: a gap may be waited for no longer, though no packet comes."""
        if self._start is not None and not self.wants_key_frame and self._gap_is_hopeless(now):
            self._give_up()

    def lost_one(self) -> None:
        """A picture that was given out could not be decoded: go on with the next key frame."""
        self.wants_key_frame = True

    def _drained(self, now: float) -> list[EncodedPicture]:
        pictures: list[EncodedPicture] = []
        while True:
            if self.wants_key_frame and not self._goes_on_with_a_key_frame():
                break
            end = None if self._start is None else self._end_of_picture(self._start)
            if end is None:
                if not self.wants_key_frame and self._goes_on_with_a_key_frame():
                    continue  # a whole key frame behind the gap: there is nothing to wait for
                if not self.wants_key_frame and self._gap_is_hopeless(now):
                    self._give_up()
                    continue
                break
            pictures += self._taken(end)
        return pictures

    def _taken(self, end: int) -> list[EncodedPicture]:
        assert self._start is not None
        first = self._held[self._start]
        data = b"".join(self._pop(at).data for at in range(self._start, end))
        self._start = end
        self._gap_since = None
        if not data:
            return []  # padding
        self.pictures += 1
        self.wants_key_frame = False
        return [EncodedPicture(data, self._times.unwrap(first.timestamp), first.begins_key_frame)]

    def _goes_on_with_a_key_frame(self) -> bool:
        """Begin with the newest whole key frame beyond the start, if there is one; forget what is before."""
        for at in sorted((at for at, packet in self._held.items() if packet.begins_key_frame), reverse=True):
            before = self._held.get(at - 1)
            if before is not None and before.timestamp == self._held[at].timestamp:
                continue  # its parameters came in a packet of their own
            if at == self._start and not self.wants_key_frame:
                return False
            if self._end_of_picture(at) is not None:
                if self._start is not None and at != self._start and not self.wants_key_frame:
                    self.skips += 1
                self._forget_before(at)
                self._start, self._gap_since, self.wants_key_frame = at, None, False
                return True
        return False

    def _end_of_picture(self, start: int) -> int | None:
        """One past the last packet of the picture that begins at `start`; None while it is not whole."""
        at = start
        while (packet := self._held.get(at)) is not None:
            following = self._held.get(at + 1)
            if packet.marker or (following is not None and following.timestamp != packet.timestamp):
                return at + 1
            at += 1
        return None

    def _gap_is_hopeless(self, now: float) -> bool:
        assert self._start is not None
        gap = self._start
        while gap in self._held:
            gap += 1
        if self._highest < gap:
            self._gap_since = None
            return False
        if self._gap_since is None:
            self._gap_since = now
        if now - self._gap_since >= self._patience.seconds:
            return True
        beyond = [at for at in self._held if at > gap]
        return len(beyond) >= self._patience.packets or min(beyond) - gap > self._patience.width

    def _give_up(self) -> None:
        """Wait for nothing but a key frame any more, which may be under way already."""
        self.skips += 1
        self._gap_since = None
        self.wants_key_frame = True
        begun = [at for at, packet in self._held.items() if packet.begins_key_frame]
        self._forget_before(max(begun) if begun and len(self._held) <= _MOST_HELD // 2 else self._highest + 1)

    def _forget_before(self, start: int) -> None:
        for at in [at for at in self._held if at < start]:
            self._pop(at)
        self._start = start if self._start is None else max(self._start, start)

    def _forget_useless(self) -> None:
        """What can be of no key frame: all but the newest before the first that begins one."""
        begun = [at for at, packet in self._held.items() if packet.begins_key_frame]
        self._forget_before(min(min(begun, default=self._highest), self._highest - _MOST_USELESS // 2))

    def _begin_anew(self) -> None:
        self._held.clear()
        self._bytes = self._too_late = 0
        self._numbers = Unwrapper()
        self._start, self._highest, self._gap_since = None, -1, None
        self.wants_key_frame = True

    def _pop(self, at: int) -> VideoPacket:
        packet = self._held.pop(at)
        self._bytes -= len(packet.data)
        return packet
