"""The last flight of a DTLS handshake, sent again sooner than by OpenSSL, whose first patience is a whole second. Pure.

RFC 6347 section 4.2.4 lets each end repeat its flight until the next one comes, and leaves the timer to those who know
their network (section 4.2.4.1). The datagrams go out as they were: whoever has them already drops them as replays, so
each end repeats its own, and the one that speaks last goes on until it hears media.
"""

from typing import Final

AGAIN_AFTER_S: Final = 0.1
_MOST_TIMES: Final = 6
_MOST_DATAGRAMS: Final = 16
DTLS: Final = range(20, 64)
"""First bytes of its datagrams (RFC 5764 section 5.1.2)."""
MEDIA: Final = range(128, 192)
"""First bytes of RTP and RTCP."""


class Flights:
    """What one end of a handshake said last. Times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._flight: list[bytes] = []
        self._answered = True
        self._again_at = 0.0
        self._pause_s = AGAIN_AFTER_S
        self._times = 0
        self._over = False

    @property
    def over(self) -> bool:
        """Whether nothing will be due any more."""
        return self._over or self._times >= _MOST_TIMES

    def sent(self, datagram: bytes, now: float) -> None:
        """A datagram went out; of the handshake's, the first after an answer begins a new flight."""
        if not datagram or datagram[0] not in DTLS:
            return
        if self._answered:
            self._flight, self._answered, self._times = [], False, 0
            self._pause_s = AGAIN_AFTER_S
        if len(self._flight) < _MOST_DATAGRAMS and datagram not in self._flight:
            self._flight.append(datagram)
        self._again_at = now + self._pause_s

    def came(self, datagram: bytes) -> None:
        """A datagram came; media is the proof that the peer has all that it needs."""
        if not datagram:
            return
        if datagram[0] in DTLS:
            self._answered = True
        elif datagram[0] in MEDIA:
            self._over = True

    def due(self, now: float) -> tuple[bytes, ...]:
        """What is to be sent once more by now; each time the pause before the next doubles."""
        if self.over or not self._flight or now < self._again_at:
            return ()
        self._times += 1
        self._pause_s *= 2
        self._again_at = now + self._pause_s
        return tuple(self._flight)
