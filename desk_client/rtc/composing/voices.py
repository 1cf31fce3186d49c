"""The voices of a recording, decoded, each at its time, mixed into one."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.recording.pieces import Piece
from desk_client.rtc.sound import opus_packet
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.opus import PayloadFault, VoiceDecoder

_LOOK_AHEAD: Final = 312
"""Samples by which libopus gives sound out later than it was put in (6.5 ms at 48 kHz)."""
_TURN: Final = 1 << 32
_FAR: Final = 60 * SAMPLE_RATE // 1000
_OFF: Final = 8 * SAMPLE_RATE // 1000
_LEARNT: Final = 0.02
_PACKET: Final = 960


@dataclass
class Placing:
    """Where a stream's packets go: one after the other by their timestamps, near to where their times say. Pure.

    Times of single packets tremble by some milliseconds, and to follow each would be heard; whatever is far off, or a
    little off for long, is followed.
    """

    _next: tuple[int, int] | None = None
    """A timestamp, and the sample of the file that it is."""
    _error: float = 0.0

    def place(self, timestamp: int, wanted: int) -> int:
        """The first sample's place, given where its time puts it."""
        if self._next is None:
            return self._anchored(timestamp, wanted)
        before, at = self._next
        step = (timestamp - before) % _TURN
        follows = at + (step - _TURN if step >= _TURN // 2 else step)
        error = wanted - follows
        if abs(error) > _FAR:
            return self._anchored(timestamp, wanted)
        self._error += _LEARNT * (error - self._error)
        if abs(self._error) > _OFF:
            return self._anchored(timestamp, follows + round(self._error))
        self._next = timestamp, follows
        return follows

    def _anchored(self, timestamp: int, at: int) -> int:
        self._next, self._error = (timestamp, at), 0.0
        return at


@dataclass
class _Stream:
    decoder: VoiceDecoder = field(default_factory=VoiceDecoder)
    placing: Placing = field(default_factory=Placing)
    ends: tuple[int, int] | None = None
    """Timestamp and place one past the last packet."""


class Mix:
    """Sound that grows at its end and is taken at its beginning."""

    def __init__(self) -> None:
        self._streams: dict[tuple[int, bool], _Stream] = {}
        self._voices: dict[str, npt.NDArray[np.int32]] = {}
        self._from = 0
        """The sample at which all voices begin."""

    def add(self, piece: Piece, voice: str, placed_s: float) -> None:
        """Put a packet at its place; of two connections that bring the same voice the later one counts."""
        stream = self._streams.setdefault((piece.connection, piece.own), _Stream())
        sound = stream.decoder.decode(piece.payload) if stream.ends is None else self._continued(stream, piece, voice)
        if isinstance(sound, PayloadFault):
            return
        at = stream.placing.place(piece.timestamp, round(placed_s * SAMPLE_RATE)) - _LOOK_AHEAD
        self._put(voice, at, sound)
        stream.ends = (piece.timestamp + sound.size) % _TURN, at + sound.size

    def take(self, until: int) -> Samples:
        """Everything before that sample, which is over: mono, 48 kHz."""
        length = until - self._from
        if length <= 0:
            return np.zeros(0, dtype=np.int16)
        mixed = np.zeros(length, dtype=np.int32)
        for name, voice in self._voices.items():
            part = voice[:length]
            mixed[: part.size] += part
            self._voices[name] = voice[length:]
        self._from = until
        return np.clip(mixed, -32768, 32767).astype(np.int16)

    def close(self) -> None:
        """Let go of the decoders."""
        for stream in self._streams.values():
            stream.decoder.close()

    def _continued(self, stream: _Stream, piece: Piece, voice: str) -> Samples | PayloadFault:
        """Decode; where just one packet is missing and this one brings its copy, that first."""
        assert stream.ends is not None
        timestamp, at = stream.ends
        facts = opus_packet.read(piece.payload)
        if facts is not None and facts.brings_previous and (piece.timestamp - timestamp) % _TURN == _PACKET:
            lost = stream.decoder.recover(piece.payload, _PACKET)
            if not isinstance(lost, PayloadFault):
                self._put(voice, at, lost)
        return stream.decoder.decode(piece.payload)

    def _put(self, name: str, at: int, sound: Samples) -> None:
        begin = at - self._from
        if begin < 0:
            sound, begin = sound[-begin:], 0
        if not sound.size:
            return
        voice = self._voices.get(name, np.zeros(0, dtype=np.int32))
        if voice.size < begin + sound.size:
            grown = np.zeros(begin + sound.size + SAMPLE_RATE, dtype=np.int32)
            grown[: voice.size] = voice
            voice = grown
        voice[begin : begin + sound.size] = sound
        self._voices[name] = voice
