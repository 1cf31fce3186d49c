"""The shaper: a process of its own that carries IP packets between two sides as two paths want it, in real time.

Of its own, so that its work is charged to neither end. It runs at real-time priority where it may, or a busy machine
would be measured instead of the line.
"""

import heapq
import itertools
import multiprocessing
import os
import select
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from benchmarks.media_rooms.namespaces import Side
from tests.fakes.network_path import Conditions, Course, Lost, Path

_PROCESSES: Final = multiprocessing.get_context("spawn")
_MOST_BYTES: Final = 65_536
_MOST_WAITING: Final = 20_000
_MOST_RECORDS: Final = 1_000_000
_AT_ONCE: Final = 64
_PATIENCE_S: Final = 10.0
_PRIORITY: Final = 10


@dataclass(frozen=True)
class Line:
    """What both directions are like: the same, each with its own luck, unless the way back is given."""

    there: Conditions | Course
    back: Conditions | Course | None = None
    seed: int = 0

    def paths(self) -> tuple[Path, Path]:
        """From the first side to the second, and back."""
        back = self.there if self.back is None else self.back
        return Path(self.there, 2 * self.seed), Path(back, 2 * self.seed + 1)


@dataclass(frozen=True)
class Carried:
    """A packet that came to the shaper.

    Attributes:
        at_s: when (CLOCK_MONOTONIC).
        size_bytes: of the whole IP packet.
        queued_s: how long it stood before the bottleneck.
        lost: where, if it was.
    """

    at_s: float
    size_bytes: int
    queued_s: float
    lost: Lost | None

    @property
    def passed_s(self) -> float:
        """When it came to the bottleneck's head."""
        return self.at_s + self.queued_s


@dataclass(frozen=True)
class Log:
    """What the shaper did since a line began.

    Attributes:
        there: packets from the first side to the second, in their order.
        back: and the other way.
        lateness_s: of each packet that left: by how much later than its path wanted it.
    """

    there: list[Carried]
    back: list[Carried]
    lateness_s: list[float]


class Shaper:
    """The process, as whoever started it sees it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def begin(self, line: Line) -> float:
        """Let another line hold from now on, its course counted from here: that moment (CLOCK_MONOTONIC)."""
        began_s = self._ask(line)
        assert isinstance(began_s, float)
        return began_s

    def log(self) -> Log:
        """What was carried since."""
        log = self._ask(None)
        assert isinstance(log, Log)
        return log

    def _ask(self, what: Line | None) -> object:
        self._pipe.send(what)
        if not self._pipe.poll(_PATIENCE_S):
            raise TimeoutError("the shaper does not answer")
        answer: object = self._pipe.recv()
        return answer


@contextmanager
def shaped(sides: tuple[Side, Side], line: Line | None = None) -> Iterator[Shaper]:
    """Join two sides by a line, a perfect one unless told otherwise."""
    ours, theirs = _PROCESSES.Pipe()
    with Connection(os.dup(sides[0].tun)) as first, Connection(os.dup(sides[1].tun)) as second, theirs:
        # as connections, because these can be handed to another process; nothing is sent through them as such
        process = _PROCESSES.Process(target=_serve, args=(first, second, theirs), name="shaper", daemon=True)
        process.start()
    try:
        shaper = Shaper(ours)
        shaper.begin(line or Line(Conditions()))
        yield shaper
    finally:
        ours.close()  # it ends by that
        process.join(_PATIENCE_S)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


class _Direction:
    """One of the two: read here, written there."""

    def __init__(self, read: int, write: int) -> None:
        self.read = read
        self.write = write
        self.path = Path(Conditions())
        self.log: deque[Carried] = deque(maxlen=_MOST_RECORDS)


def _serve(first: Connection, second: Connection, pipe: Connection) -> None:
    """Carry packets until the pipe is closed at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(_PRIORITY))
    directions = _Direction(first.fileno(), second.fileno()), _Direction(second.fileno(), first.fileno())
    by_descriptor = {direction.read: direction for direction in directions}
    waiting: list[tuple[float, int, int, bytes]] = []
    order = itertools.count()
    lateness: deque[float] = deque(maxlen=_MOST_RECORDS)
    began_s = time.monotonic()
    watched = [*by_descriptor, pipe.fileno()]
    while True:
        timeout = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        ready, _, _ = select.select(watched, (), (), timeout)
        for descriptor in ready:
            if descriptor in by_descriptor:
                _take_in(by_descriptor[descriptor], began_s, waiting, order)
                continue
            try:
                asked = pipe.recv()
            except (EOFError, OSError):
                return
            if asked is None:
                pipe.send(Log(list(directions[0].log), list(directions[1].log), list(lateness)))
                continue
            began_s = time.monotonic()
            lateness.clear()
            waiting.clear()
            for direction, path in zip(directions, asked.paths(), strict=True):
                direction.path = path
                direction.log.clear()
            pipe.send(began_s)
        while waiting and waiting[0][0] <= (now_s := time.monotonic()):
            due_s, _, descriptor, packet = heapq.heappop(waiting)
            with suppress(OSError):  # that side's address or device is gone, and with it the packet
                os.write(descriptor, packet)
            lateness.append(now_s - due_s)


def _take_in(
    direction: _Direction, began_s: float, waiting: list[tuple[float, int, int, bytes]], order: Iterator[int]
) -> None:
    for _ in range(_AT_ONCE):
        try:
            packet = os.read(direction.read, _MOST_BYTES)
        except BlockingIOError:
            return
        now_s = time.monotonic()
        if packet[0] >> 4 != 4:  # neighbours' greetings of IPv6
            continue
        fate = direction.path.carry(now_s - began_s, len(packet))
        direction.log.append(Carried(now_s, len(packet), fate.queued_s, fate.lost))
        for arrival_s in fate.arrivals_s:
            if len(waiting) < _MOST_WAITING:
                heapq.heappush(waiting, (began_s + arrival_s, next(order), direction.write, packet))
