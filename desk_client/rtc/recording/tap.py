"""Where a connection's media pass by a recording: encoded pictures and sound of both directions, and their times.

A tap is always there and costs a look while nothing is recorded. It is called in the engine's loop, in the encoder's
thread and in the microphone's.
"""

import time
from collections.abc import Callable
from typing import Final, Protocol

from desk_client.rtc.recording.pieces import Piece, PieceKind, Report
from desk_client.rtc.wire.payloads import VideoCodec
from desk_client.rtc.wire.sender_clock import SenderClock

_ASK_AGAIN_S: Final = 0.5


class Taker(Protocol):
    """Takes pieces from any thread, and never blocks."""

    def put(self, piece: Piece) -> bool:
        """False: it is lost."""


def _us(seconds: float) -> int:
    return round(seconds * 1_000_000)


class ConnectionTap:
    """Of one connection.

    Args:
        number: of the connection, among those of one recording's peers.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._taker: Taker | None = None
        self._own_key_due = self._their_key_due = False
        self._since_s = self._asked_s = float("-inf")
        self._ask_own: Callable[[], None] = lambda: None
        self._ask_theirs: Callable[[], None] = lambda: None
        self._clocks: dict[PieceKind, SenderClock] = {}
        self._rtt_s: Callable[[], float | None] = lambda: None

    def connect(
        self,
        ask_own: Callable[[], None],
        ask_theirs: Callable[[], None],
        clocks: dict[PieceKind, SenderClock],
        rtt_s: Callable[[], float | None],
    ) -> None:
        """Say how key frames are asked for, and where the peer's times are known."""
        self._ask_own, self._ask_theirs, self._clocks, self._rtt_s = ask_own, ask_theirs, clocks, rtt_s

    def begin(self, peer: str, taker: Taker) -> None:
        """Record from the next key frames on."""
        now = time.monotonic()
        taker.put(Piece(PieceKind.BEGUN, self._number, _us(now), payload=peer.encode()))
        self._taker = taker
        self._wait_for_keys()
        for kind, clock in self._clocks.items():
            if clock.ntp_s is not None:
                self._report(kind, clock, now)

    def begin_anew(self) -> None:
        """What was left out has made a gap: go on with key frames, and with what of ours is captured from now on."""
        self._since_s = time.monotonic()
        self._wait_for_keys()

    def _wait_for_keys(self) -> None:
        self._own_key_due = self._their_key_due = True
        self._asked_s = float("-inf")

    def end(self) -> None:
        """Record nothing any more."""
        self._taker = None

    def picture_sent(self, codec: VideoCodec, data: bytes, captured_s: float, *, key_frame: bool) -> None:
        """A picture of ours leaves; in the encoder's thread."""
        if (taker := self._taker) is None or captured_s < self._since_s or (self._own_key_due and not key_frame):
            return
        timestamp = int(captured_s * 90_000)
        piece = Piece(PieceKind.PICTURE, self._number, _us(captured_s), True, timestamp, key_frame, codec, data)
        self._own_key_due = not taker.put(piece)

    def sound_sent(self, payload: bytes, at: int, captured_s: float) -> None:
        """20 ms of our sound leave; in the microphone's thread."""
        if (taker := self._taker) is not None and captured_s >= self._since_s:
            taker.put(Piece(PieceKind.SOUND, self._number, _us(captured_s), True, at, payload=payload))

    def picture_came(self, codec: VideoCodec, data: bytes, timestamp: int, now: float, *, key_frame: bool) -> None:
        """A whole picture of the peer's came; in the loop, as what follows."""
        if (taker := self._taker) is None or (self._their_key_due and not key_frame):
            return
        piece = Piece(PieceKind.PICTURE, self._number, _us(now), False, timestamp, key_frame, codec, data)
        self._their_key_due = not taker.put(piece)

    def sound_came(self, payload: bytes, timestamp: int, now: float) -> None:
        """A packet of the peer's sound came."""
        if (taker := self._taker) is not None:
            taker.put(Piece(PieceKind.SOUND, self._number, _us(now), False, timestamp, payload=payload))

    def reported(self, kind: PieceKind, now: float) -> None:
        """The peer told what time one of its timestamps is."""
        if self._taker is not None and (clock := self._clocks.get(kind)) is not None:
            self._report(kind, clock, now)

    def tick(self, now: float) -> None:
        """Ask for the key frames that are waited for, again and again."""
        if self._taker is None or now - self._asked_s < _ASK_AGAIN_S:
            return
        self._asked_s = now
        if self._own_key_due:
            self._ask_own()
        if self._their_key_due:
            self._ask_theirs()

    def _report(self, kind: PieceKind, clock: SenderClock, now: float) -> None:
        if (taker := self._taker) is None or clock.ntp_s is None:
            return
        said = Report(kind, clock.ntp_s, self._rtt_s() or 0.0)
        taker.put(Piece(PieceKind.REPORT, self._number, _us(now), timestamp=clock.timestamp, payload=said.packed()))


class LegTap:
    """Of all connections with one peer, one after the other and for a moment side by side."""

    def __init__(self, peer: str, next_number: Callable[[], int]) -> None:
        self._peer = peer
        self._next_number = next_number
        self._taker: Taker | None = None
        self._connections: list[ConnectionTap] = []

    def connection(self) -> ConnectionTap:
        """For a new connection; `gone` when it is over."""
        made = ConnectionTap(self._next_number())
        self._connections.append(made)
        if self._taker is not None:
            made.begin(self._peer, self._taker)
        return made

    def gone(self, connection: ConnectionTap) -> None:
        """That connection is over."""
        connection.end()
        if connection in self._connections:
            self._connections.remove(connection)

    def begin(self, taker: Taker) -> None:
        """Record, also what connections come."""
        self._taker = taker
        for each in self._connections:
            each.begin(self._peer, taker)

    def begin_anew(self) -> None:
        """After a pause."""
        for each in self._connections:
            each.begin_anew()

    def end(self) -> None:
        """Record nothing any more."""
        self._taker = None
        for each in self._connections:
            each.end()
