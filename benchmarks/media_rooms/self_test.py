"""How exact the shaper is: what it adds to a delay, and how well it keeps a rate.

    python benchmarks/media_rooms/self_test.py

Packets of 1000 bytes, stamped with the monotonic clock, from one side to the other and read there by a thread that does
nothing else. What is added is the time in transit beyond the delay asked for: the kernel's own way and the reading
thread's waking included, which the shaper's own lateness is told without.
"""

import json
import select
import socket
import struct
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from benchmarks.media_rooms.namespaces import Side, inside, two_sides
from benchmarks.media_rooms.shaper import Line, Shaper, shaped
from benchmarks.server_rooms.figures import Figures, figure, percentile
from tests.fakes.network_path import Conditions

_HEADERS: Final = 28
"""Of IPv4 and UDP, in bytes."""
_STAMP: Final = struct.Struct(">Id")


@dataclass(frozen=True)
class Received:
    """A packet of the test: its number, when it was sent and when it came (seconds)."""

    number: int
    sent_s: float
    came_s: float


def exchanged(
    sides: tuple[Side, Side], packets: int, every_s: float, *, size_bytes: int = 1000, wait_s: float = 0.5
) -> list[Received]:
    """Send packets of that size (IP and UDP included) at an even pace from the first side to the second."""
    came: list[Received] = []
    ended = threading.Event()
    with inside(sides[1]):
        receiving = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with inside(sides[0]):
        sending = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def receive() -> None:
        while not ended.is_set():
            if select.select([receiving], (), (), 0.05)[0]:
                data = receiving.recv(2048)
                came_s = time.monotonic()
                number, sent_s = _STAMP.unpack_from(data)
                came.append(Received(number, sent_s, came_s))

    with sending, receiving:
        receiving.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_000_000)
        receiving.bind((sides[1].address, 5000))
        reader = threading.Thread(target=receive, name="self-test")
        reader.start()
        try:
            next_s = time.monotonic()
            for number in range(packets):
                time.sleep(max(0.0, next_s - time.monotonic()))
                packet = _STAMP.pack(number, time.monotonic()).ljust(size_bytes - _HEADERS, b"\0")
                sending.sendto(packet, (sides[1].address, 5000))
                next_s += every_s
            ended.wait(wait_s)
        finally:
            ended.set()
            reader.join()
    return came


def self_test(sides: tuple[Side, Side], shaper: Shaper, seconds: float) -> Figures:
    """Delay, then rate."""
    shaper.begin(Line(Conditions(delay_s=0.05)))
    added_ms = [1000 * (each.came_s - each.sent_s - 0.05) for each in exchanged(sides, int(seconds / 0.003), 0.003)]
    late_ms = [1000 * late_s for late_s in shaper.log().lateness_s]
    shaper.begin(Line(Conditions(rate_bps=1e6, queue_s=0.2)))
    came_s = [each.came_s for each in exchanged(sides, int(seconds / 0.004), 0.004)]
    took_s = came_s[-1] - came_s[0]
    rate_bps = 8000 * (len(came_s) - 1) / took_s
    return {
        "added_p50": figure(percentile(added_ms, 0.5), "ms beyond 50", most=0.5),
        "added_p99": figure(percentile(added_ms, 0.99), "ms beyond 50", most=2.0),
        "late_p50": figure(percentile(late_ms, 0.5), "ms, the shaper itself", most=0.2),
        "late_p99": figure(percentile(late_ms, 0.99), "ms, the shaper itself", most=1.0),
        "rate_error": figure(100 * abs(rate_bps / 1e6 - 1), "% of 1 Mbit/s", most=0.5),
    }


if __name__ == "__main__":
    with two_sides() as both, shaped(both) as line:
        print(json.dumps(self_test(both, line, 5.0)))
