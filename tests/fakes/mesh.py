"""Several people in one room: a real engine each, every two of them connected."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from desk_client.rtc.engine import Engine
from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.picture.stamp import Stamp
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CallStats,
    CreateOffer,
    LocalDescription,
    Measured,
    MediaChoice,
    OpenMedia,
    stream_of,
)
from tests.fakes.call_end import EventKind, Gathered

WIDTH, HEIGHT, FPS = 320, 180, 12
"""Little to compute: a machine that cannot keep up looks to each engine like a line that cannot."""


@dataclass(eq=False)
class Person:
    """A real engine, with a tile for each of the others."""

    source: int
    engine: Engine = field(default_factory=Engine)
    told: Gathered = field(default_factory=Gathered)
    tiles: dict[int, tuple[Gathered, TileScaler]] = field(default_factory=dict)

    @property
    def tone_hz(self) -> float:
        return 300.0 + 200 * self.source

    @property
    def name(self) -> str:
        """What the others call this one."""
        return f"person-{self.source}"

    def start(self, speaker: Literal["auto", "none"] = "none") -> None:
        self.engine.start(self.told.event)
        choice = MediaChoice(self.source, self.tone_hz, "synthetic", "synthetic", speaker, WIDTH, HEIGHT, FPS)
        self.engine.post(OpenMedia(choice))

    def stop(self) -> None:
        self.engine.stop()
        for _, scaler in self.tiles.values():
            scaler.close()

    def watch(self, other: "Person") -> None:
        gathered = Gathered()
        scaler = TileScaler(gathered.picture)
        scaler.resize(WIDTH, HEIGHT)
        self.engine.attach(stream_of(other.name), scaler)
        self.tiles[other.source] = gathered, scaler

    def sees(self, other: "Person", pictures: int = 10, patience_s: float = 10.0) -> list[Stamp]:
        """Wait for so many more moving pictures of another one, and of nobody else in that tile."""
        gathered, _ = self.tiles[other.source]
        gathered.clear()
        try:
            gathered.until(
                lambda: len({each.counter for each in gathered.stamps}) >= pictures,
                f"{self.name} sees {other.name}",
                patience_s,
            )
        except AssertionError as late:
            late.add_note(f"pictures: {[each.counter for each in gathered.stamps]}; told: {self.told.events[-40:]}")
            raise
        assert {each.source for each in gathered.stamps} == {other.source}
        return gathered.stamps

    def events(self, kind: type[EventKind], other: "Person") -> list[EventKind]:
        return [
            event
            for event in self.told.events
            if isinstance(event, kind) and getattr(event, "peer", None) == other.name
        ]

    def next_event(self, kind: type[EventKind], other: "Person", patience_s: float = 10.0) -> EventKind:
        self.told.until(
            lambda: bool(self.events(kind, other)), f"{kind.__name__} of {other.name} at {self.name}", patience_s
        )
        return self.events(kind, other)[0]

    def measured(self, other: "Person", holds: Callable[[CallStats], bool], what: str) -> CallStats:
        """Statistics of the leg to another one of which something holds, from now on."""
        begun = len(self.told.events)
        found: list[CallStats] = []

        def happened() -> bool:
            found[:] = [
                event.stats
                for event in self.told.events[begun:]
                if isinstance(event, Measured) and event.peer == other.name and holds(event.stats)
            ]
            return bool(found)

        self.told.until(happened, f"{self.name} of {other.name}: {what}")
        return found[0]


def connect(offering: Person, answering: Person, negotiation: int = 1) -> None:
    """Carry both descriptions; who is connected already is not waited for."""
    offering.engine.post(CreateOffer(negotiation, (), answering.name))
    offer = _described(offering, answering, negotiation)
    answering.engine.post(AcceptOffer(negotiation, offer.sdp, (), offering.name))
    answer = _described(answering, offering, negotiation)
    offering.engine.post(AcceptAnswer(negotiation, answer.sdp, answering.name))


def _described(person: Person, other: Person, negotiation: int) -> LocalDescription:
    def found() -> list[LocalDescription]:
        return [each for each in person.events(LocalDescription, other) if each.negotiation == negotiation]

    person.told.until(lambda: bool(found()), f"{person.name} describes itself to {other.name}")
    return found()[-1]


@contextmanager
def people(
    *sources: int, first: Engine | None = None, speaker: Literal["auto", "none"] = "none"
) -> Iterator[tuple[Person, ...]]:
    """Engines with their media open, not connected yet; the first person may bring an engine of another make."""
    made = tuple(Person(source) for source in sources)
    if first is not None:
        made[0].engine = first
    for one in made:
        for other in made:
            if other is not one:
                one.watch(other)
        one.start(speaker)
    try:
        yield made
    finally:
        for one in made:
            one.stop()


def mesh(*members: Person) -> None:
    """Connect every two; the one with the lower number offers."""
    for offering, answering in combinations(members, 2):
        connect(offering, answering)
