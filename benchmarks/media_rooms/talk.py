"""One call between two ends on one line, from the word to begin to what both saw, and what it cost."""

import queue
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from benchmarks.media_rooms.ends import End, EndFailedError, Kind, Message, Report, Setting
from benchmarks.media_rooms.namespaces import Side, two_sides
from benchmarks.media_rooms.shaper import Carried, Line, Log, Shaper, shaped

_READY_S: Final = 40.0
_SET_UP_S: Final = 30.0
_TURN_S: Final = 0.002


@dataclass(frozen=True)
class Way:
    """One direction of a call.

    Attributes:
        sender: what that end captured and saw.
        receiver: the same of the other.
        carried: its packets, as they came to the shaper; empty without one.
    """

    sender: Report
    receiver: Report
    carried: list[Carried]


@dataclass(frozen=True)
class Talk:
    """A call that is over. Moments are of CLOCK_MONOTONIC.

    Attributes:
        joined_s: when the word to begin was given, and the line's course began.
        from_s: since when both saw pictures: what is measured begins here.
        until_s: when it was over.
        first_s: when each end was handed its first picture (if a call was held before in the same meeting, its pictures
            come until there are new ones).
        cpu: of each end, as a share of one core, between `from_s` and `until_s`.
        there: from the first end to the second.
        back: and the other way.
    """

    joined_s: float
    from_s: float
    until_s: float
    first_s: tuple[float, float]
    cpu: tuple[float, float]
    there: Way
    back: Way


class Laboratory:
    """Two sides and the shaper between them, for one call after the other."""

    def __init__(self, sides: tuple[Side, Side], shaper: Shaper) -> None:
        self.sides = sides
        self.shaper = shaper

    @contextmanager
    def meeting(self, kinds: tuple[Kind, Kind], settings: tuple[Setting, Setting]) -> Iterator["Meeting"]:
        """Have two ends there, on either side, until the block ends.

        Raises:
            EndFailedError: one did not get ready.
        """
        with _two_ends(kinds, settings, [side.command() for side in self.sides]) as ends:
            yield Meeting(ends, self.shaper)

    def talk(
        self,
        kinds: tuple[Kind, Kind],
        settings: tuple[Setting, Setting],
        line: Line,
        seconds: float,
        at: tuple[float, Callable[[tuple[Side, Side]], None]] | None = None,
    ) -> Talk:
        """Hold a call between two ends that are there for it alone.

        Args:
            kinds: of the end that offers and the one that answers.
            settings: of both.
            line: from the word to begin on.
            seconds: how long, from when both see each other.
            at: something to do to the sides, so many seconds after both see each other; when pictures then stall, a new
                negotiation is begun, as the server would. Afterwards the sides have their first addresses again.

        Raises:
            EndFailedError: an end did not get ready, or saw nothing.
        """
        try:
            with self.meeting(kinds, settings) as meeting:
                return meeting.talk(line, seconds, at=at and (at[0], lambda: at[1](self.sides)))
        finally:
            if at is not None:
                for side in self.sides:
                    side.lose_address()
                    side.gain_address(1)


@contextmanager
def laboratory() -> Iterator[Laboratory]:
    """Set one up; nothing of it is left when the block ends.

    Raises:
        NoNamespacesError: this process may not.
    """
    with two_sides() as sides, shaped(sides) as shaper:
        yield Laboratory(sides, shaper)


@contextmanager
def meeting_over_loopback(kinds: tuple[Kind, Kind], settings: tuple[Setting, Setting]) -> Iterator["Meeting"]:
    """Have two ends there on this machine's own addresses, without a shaper: needs no rights.

    Raises:
        EndFailedError: one did not get ready.
    """
    with _two_ends(kinds, settings, [[], []]) as ends:
        yield Meeting(ends, None)


@contextmanager
def _two_ends(
    kinds: tuple[Kind, Kind], settings: tuple[Setting, Setting], prefixes: list[list[str]]
) -> Iterator[tuple[End, End]]:
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(End(kind, setting, name, prefix))
            for kind, setting, name, prefix in zip(kinds, settings, ("first", "second"), prefixes, strict=True)
        )
        for end in (first, second):
            end.hears("ready", _READY_S)
        yield first, second


class Meeting:
    """Two ends that are there, and hold one call after the other: each takes the place of the one before."""

    def __init__(self, ends: tuple[End, End], shaper: Shaper | None) -> None:
        self._ends = ends
        self._shaper = shaper
        self._go_between = _GoBetween(ends)

    def talk(
        self,
        line: Line,
        seconds: float,
        *,
        offering: int = 0,
        codec: str | None = None,
        at: tuple[float, Callable[[], None]] | None = None,
    ) -> Talk:
        """Hold a call.

        Args:
            line: from the word to begin on, if there is a shaper; the first of both is the way from the first end.
            seconds: how long, from when both see each other.
            offering: which of the ends offers.
            codec: what it offers, unless the one of its setting.
            at: something to do, so many seconds after both see each other; when pictures then stall, a new negotiation
                is begun.

        Raises:
            EndFailedError: an end saw nothing.
        """
        go_between = self._go_between
        joined_s = self._shaper.begin(line) if self._shaper else time.monotonic()
        go_between.begin(offering, codec)
        go_between.carry(lambda: len(go_between.flowing) == 2, _SET_UP_S)
        if len(go_between.flowing) != 2:
            words = "\n".join(f"{end.name}: {end.last_words()}" for end in self._ends)
            raise EndFailedError(f"no pictures within {_SET_UP_S:.0f} s\n{words}")
        from_s, before = time.monotonic(), [end.cpu_s() for end in self._ends]
        if at is not None:
            go_between.carry(lambda: False, at[0])
            at[1]()
            go_between.negotiate_when_stalled = True
        go_between.carry(lambda: False, from_s + seconds - time.monotonic())
        until_s = time.monotonic()
        cpu = [(end.cpu_s() - cpu_s) / (until_s - from_s) for end, cpu_s in zip(self._ends, before, strict=True)]
        log = self._shaper.log() if self._shaper else Log([], [], [])
        first, second = (end.report().since(joined_s) for end in self._ends)
        return Talk(
            joined_s,
            from_s,
            until_s,
            (first.seen[0].at_s, second.seen[0].at_s),
            (cpu[0], cpu[1]),
            Way(first, second, log.there),
            Way(second, first, log.back),
        )


class _GoBetween:
    """What the server does in a call: carries descriptions and candidates, at once, and begins anew after a stall."""

    def __init__(self, ends: tuple[End, End]) -> None:
        self._ends = ends
        self._negotiation = 0
        self._offering = ends[0]
        self._codec = ends[0].codec
        self.flowing: set[str] = set()
        self.negotiate_when_stalled = False

    def begin(self, offering: int, codec: str | None) -> None:
        """Begin a call with an offer of that end's."""
        self.flowing.clear()
        self.negotiate_when_stalled = False
        self._offering = self._ends[offering]
        self._codec = codec or self._offering.codec
        self.negotiate()

    def negotiate(self) -> None:
        """Have an offer made, once more."""
        self._negotiation += 1
        self._offering.order(do="offer", negotiation=self._negotiation, codec=self._codec)

    def carry(self, done: Callable[[], bool], patience_s: float) -> None:
        """Carry what they say until something holds, or for so long."""
        until_s = time.monotonic() + patience_s
        while not done() and (left_s := until_s - time.monotonic()) > 0:
            heard = False
            for end, other in (self._ends, self._ends[::-1]):
                try:
                    message = end.said.get_nowait()
                except queue.Empty:
                    continue
                heard = True
                self._pass_on(message, end, other)
            if not heard:
                time.sleep(min(_TURN_S, left_s))

    def _pass_on(self, message: Message, end: End, other: End) -> None:
        match message:
            case {"did": "described", "kind": kind, "negotiation": negotiation, "sdp": sdp}:
                sdp = with_codec_alone(sdp, self._codec) if kind == "offer" and end.kind is Kind.OURS else sdp
                do = "answer" if kind == "offer" else "accept"
                other.order(do=do, negotiation=negotiation, codec=self._codec, sdp=sdp)
            case {"did": "candidate"}:
                other.order(**(message | {"do": "candidate"}))
            case {"did": "flowing"}:
                self.flowing.add(end.name)
            case {"did": "stalled"} if self.negotiate_when_stalled:
                self.negotiate_when_stalled = False  # both ends say so
                self.negotiate()
            case {"did": "ended"}:
                raise EndFailedError(f"{end.name} is gone: {end.last_words()}")
            case _:
                pass


def with_codec_alone(sdp: str, codec: str) -> str:
    """An SDP whose pictures are offered in one codec alone, with what repeats its packets (RFC 4588)."""
    head, *sections = re.split(r"(?m)^(?=m=)", sdp)
    return head + "".join(
        _thinned(section, codec) if section.startswith("m=video") else section for section in sections
    )


def _thinned(section: str, codec: str) -> str:
    wanted = re.findall(rf"(?m)^a=rtpmap:(\d+) {codec}/90000", section)
    repeats = [number for number, of in re.findall(r"(?m)^a=fmtp:(\d+) apt=(\d+)", section) if of in wanted]
    keep = {*wanted, *repeats}
    lines = []
    for line in section.splitlines(keepends=True):
        if line.startswith("m=video"):
            *words, last = line.split(" ")
            numbers = [number for number in (*words[3:], last.strip()) if number in keep]
            lines.append(" ".join([*words[:3], *numbers]) + "\r\n")
        elif (of := re.match(r"a=(?:rtpmap|fmtp|rtcp-fb):(\d+) ", line)) is None or of[1] in keep:
            lines.append(line)
    return "".join(lines)
