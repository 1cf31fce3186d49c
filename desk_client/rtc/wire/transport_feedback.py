"""Transport-wide feedback: which packets came, and when (draft-holmer-rmcat-transport-wide-cc-extensions-01). Pure."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

FORMAT: Final = 15
"""Of the RTCP message: a transport-layer feedback of this `FMT` (RFC 4585 section 6.2)."""
EXTENSION_URI: Final = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
_HEADER: Final = struct.Struct("!HHI")
_TICK_S: Final = 0.00025
_REFERENCE_TICKS: Final = 256  # 64 ms
_REFERENCES: Final = 1 << 24
_MISSING, _SMALL, _LARGE = range(3)
_IN_A_VECTOR: Final = 7
_LONGEST_RUN: Final = 0x1FFF
_LARGEST_SMALL: Final = 0xFF
_LARGEST: Final = 0x7FFF
_MOST_PACKETS: Final = 1000
_MOST_TOLD_OF: Final = 1 << 13
"""More are never under way; two dozen bytes could otherwise cost the time of 65535 packets."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One message. Times are of the receiver's clock, unknown to the sender: only differences tell something."""

    count: int
    """0..255, of the messages themselves."""
    first: int
    """Sequence number of the first packet, 16 bits."""
    arrivals_s: tuple[float | None, ...]
    """One for each packet from the first on; None where it has not come. The clock wraps after about 12 days."""


def pack(count: int, first: int, arrivals_s: Sequence[float | None]) -> tuple[bytes, int]:
    """Write a message's FCI.

    Args:
        count: of messages so far.
        first: sequence number of the first packet.
        arrivals_s: seconds of one clock; None where a packet has not come.

    Returns:
        The bytes, a multiple of four, and how many packets they tell of: fewer than were given where a time lies too
        far from the one before, or where they are too many for one message.

    Raises:
        ValueError: none of those that one message can tell of has come.
    """
    ticks = [None if at is None else round(at / _TICK_S) for at in arrivals_s[:_MOST_PACKETS]]
    begin = next((tick for tick in ticks if tick is not None), None)
    if begin is None:
        raise ValueError("none of the packets of a feedback has come")
    reference = begin // _REFERENCE_TICKS
    before = reference * _REFERENCE_TICKS
    symbols: list[int] = []
    deltas = bytearray()
    for tick in ticks:
        if tick is None:
            symbols.append(_MISSING)
            continue
        delta = tick - before
        if not -_LARGEST <= delta <= _LARGEST:
            break
        before = tick
        if 0 <= delta <= _LARGEST_SMALL:
            symbols.append(_SMALL)
            deltas.append(delta)
        else:
            symbols.append(_LARGE)
            deltas += struct.pack("!h", delta)
    header = _HEADER.pack(first & 0xFFFF, len(symbols), ((reference % _REFERENCES) << 8) | (count & 0xFF))
    body = header + _chunks(symbols) + bytes(deltas)
    return body + bytes(-len(body) % 4), len(symbols)


def unpack(fci: bytes) -> Feedback:
    """Read a message's FCI.

    Raises:
        ValueError: it is truncated, or tells of far too many.
    """
    if len(fci) < _HEADER.size:
        raise ValueError("transport feedback is truncated")
    first, packets, word = _HEADER.unpack_from(fci)
    if packets > _MOST_TOLD_OF:
        raise ValueError("transport feedback tells of too many packets")
    symbols, at = _symbols(fci, packets)
    ticks = (word >> 8) * _REFERENCE_TICKS
    arrivals: list[float | None] = []
    for symbol in symbols:
        if symbol == _SMALL:
            if at >= len(fci):
                raise ValueError("transport feedback has too few deltas")
            ticks += fci[at]
            at += 1
        elif symbol == _LARGE:
            if at + 2 > len(fci):
                raise ValueError("transport feedback has too few deltas")
            ticks += struct.unpack_from("!h", fci, at)[0]
            at += 2
        arrivals.append(None if symbol not in (_SMALL, _LARGE) else ticks * _TICK_S)
    return Feedback(word & 0xFF, first, tuple(arrivals))


def _chunks(symbols: list[int]) -> bytes:
    chunks = bytearray()
    at = 0
    while at < len(symbols):
        run = 1
        while at + run < len(symbols) and symbols[at + run] == symbols[at] and run < _LONGEST_RUN:
            run += 1
        if run >= _IN_A_VECTOR or at + run == len(symbols):
            chunks += struct.pack("!H", (symbols[at] << 13) | run)
            at += run
        else:
            word = 0b11 << 14
            for place, symbol in enumerate(symbols[at : at + _IN_A_VECTOR]):
                word |= symbol << (12 - 2 * place)
            chunks += struct.pack("!H", word)
            at += _IN_A_VECTOR
    return bytes(chunks)


def _symbols(fci: bytes, packets: int) -> tuple[list[int], int]:
    """The status of each packet, and where the deltas begin."""
    symbols: list[int] = []
    at = _HEADER.size
    while len(symbols) < packets:
        if at + 2 > len(fci):
            raise ValueError("transport feedback has too few chunks")
        (word,) = struct.unpack_from("!H", fci, at)
        at += 2
        if not word >> 15:
            symbols += [(word >> 13) & 3] * min(word & _LONGEST_RUN, packets - len(symbols))
            if not word & _LONGEST_RUN:
                raise ValueError("transport feedback has an empty run")
        elif word & (1 << 14):
            symbols += [(word >> (12 - 2 * place)) & 3 for place in range(_IN_A_VECTOR)]
        else:
            symbols += [(word >> (13 - place)) & 1 for place in range(2 * _IN_A_VECTOR)]
    return symbols[:packets], at
