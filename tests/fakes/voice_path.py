"""One voice on its way to the ear in virtual time: packets come when a test says, and a device takes sound."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.opus import PayloadFault
from desk_client.rtc.sound.sound_buffer import SoundBuffer

BLOCK = 960
BLOCK_S = 0.02
_HYBRID_20_MS = 0x78
"""One frame of 20 ms, full band, mono (RFC 6716 section 3.1)."""
_HAS_COPY = 0x40


@dataclass(frozen=True)
class Arrival:
    """A packet that comes."""

    at_s: float
    number: int
    timestamp: int
    payload: bytes


def frame(index: int, *, copy: bool = True) -> bytes:
    """An Opus packet, by its headers, for `KnownSound`."""
    return bytes([_HYBRID_20_MS, _HAS_COPY if copy else 0]) + index.to_bytes(4, "big")


def babble(count: int) -> Samples:
    """What the encoder takes for a voice: it makes no copies of a steady tone."""
    at = np.arange(count * BLOCK) / SAMPLE_RATE
    buzz = sum(np.sin(2 * np.pi * 150 * part * at) / part for part in range(1, 16))
    sound: Samples = np.rint(2500 * buzz * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * at))).astype(np.int16)
    return sound


def talk(
    count: int,
    *,
    late_s: Callable[[int], float | None] = lambda _index: 0.0,
    copy: bool = True,
    rate: float = 1.0,
    number: int = 100,
    timestamp: int = 50_000,
    begin_s: float = 0.0,
) -> list[Arrival]:
    """Packets of 20 ms, in the order in which they come.

    Args:
        count: how many are sent.
        late_s: how late each comes; None where it is lost.
        copy: whether each brings its forerunner along.
        rate: of the sender's clock, compared with ours.
        number: of the first.
        timestamp: of the first.
        begin_s: when the first is sent.
    """
    arrivals = []
    for index in range(count):
        late = late_s(index)
        if late is not None:
            arrivals.append(
                Arrival(
                    begin_s + index * BLOCK_S / rate + late,
                    (number + index) % 65_536,
                    (timestamp + index * BLOCK) % (1 << 32),
                    frame(index, copy=copy),
                )
            )
    return sorted(arrivals, key=lambda arrival: arrival.at_s)


def listen(
    buffer: SoundBuffer,
    arrivals: Iterable[Arrival],
    seconds: float,
    *,
    pull: int = 480,
    begin_s: float = 0.0,
    each: Callable[[float], None] = lambda _at_s: None,
) -> Samples:
    """What is heard from `begin_s` on, while a device takes `pull` samples at a time; `each` is called after each."""
    waiting = list(arrivals)
    waiting.reverse()
    heard = []
    for turn in range(round(seconds * SAMPLE_RATE / pull)):
        now_s = begin_s + turn * pull / SAMPLE_RATE
        while waiting and waiting[-1].at_s <= now_s + 1e-9:
            arrival = waiting.pop()
            buffer.add(arrival.number, arrival.timestamp, arrival.payload, arrival.at_s)
        heard.append(buffer.pull(pull))
        each(now_s)
    return np.concatenate(heard)


class KnownSound:
    """Stands in for a decoder: packet `index` sounds like `source[index]`, and what is guessed is told apart.

    Args:
        source: the sound of each packet.
        guess: what a guess of so many samples sounds like; where None, it goes on with the source as it would go on.
        broken: packets that cannot be read.
    """

    def __init__(
        self,
        source: Callable[[int], Samples],
        guess: Callable[[int], Samples] | None,
        broken: Container[int] = (),
    ) -> None:
        self._source = source
        self._guess = guess
        self._broken = broken
        self._at = 0
        self.done: list[tuple[str, int]] = []
        """What was asked for: "decode" or "recover" with the packet meant, "conceal" with its length, "reset"."""
        self.closed = False

    def decode(self, payload: bytes) -> Samples | PayloadFault:
        """See `Decoder`."""
        index = int.from_bytes(payload[2:6], "big")
        if index in self._broken:
            return PayloadFault.MALFORMED
        self.done.append(("decode", index))
        return self._said(index)

    def recover(self, next_payload: bytes, length: int) -> Samples | PayloadFault:
        """See `Decoder`."""
        assert length == BLOCK
        index = int.from_bytes(next_payload[2:6], "big") - 1
        self.done.append(("recover", index))
        return self._said(index)

    def conceal(self, length: int) -> Samples:
        """See `Decoder`."""
        self.done.append(("conceal", length))
        if self._guess is not None:
            return self._guess(length)
        first, last = self._at // BLOCK, (self._at + length) // BLOCK + 1
        sound = np.concatenate([self._source(index) for index in range(first, last)])[self._at - first * BLOCK :]
        self._at += length
        return sound[:length]

    def reset(self) -> None:
        """See `Decoder`."""
        self.done.append(("reset", 0))

    def close(self) -> None:
        """See `Decoder`."""
        self.closed = True

    def _said(self, index: int) -> Samples:
        self._at = (index + 1) * BLOCK
        return self._source(index)

    def played(self) -> list[int]:
        """The packets that were played, from themselves or a copy."""
        return [index for kind, index in self.done if kind in {"decode", "recover"}]


def sine(index: int, frequency_hz: float = 440.0, amplitude: float = 8000.0) -> Samples:
    """Packet `index` of a steady sine."""
    at = np.arange(index * BLOCK, (index + 1) * BLOCK)
    sound: Samples = np.rint(amplitude * np.sin(2 * np.pi * frequency_hz / SAMPLE_RATE * at)).astype(np.int16)
    return sound


def steepest(sound: Samples) -> int:
    """The largest step from one sample to the next."""
    return int(np.abs(np.diff(sound.astype(np.int32))).max())


def payloads_as_arrivals(payloads: Sequence[bytes | None], late_s: Callable[[int], float | None]) -> list[Arrival]:
    """What an encoder gave for blocks of 20 ms, None where it kept silent: numbers count packets, timestamps blocks."""
    arrivals, number = [], 0
    for index, payload in enumerate(payloads):
        if payload is None:
            continue
        late = late_s(index)
        if late is not None:
            arrivals.append(Arrival(index * BLOCK_S + late, number % 65_536, index * BLOCK, payload))
        number += 1
    return sorted(arrivals, key=lambda arrival: arrival.at_s)
