"""One end of a call, as its other end and its listener see it: a real engine with its tile."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

from desk_client.rtc.engine import Engine
from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.picture.stamp import Stamp
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CallStats,
    CreateOffer,
    Event,
    LocalDescription,
    Measured,
    MediaChoice,
    MediaFlowing,
    OpenMedia,
    Stream,
)
from desk_client.rtc.studio import Hardware

EventKind = TypeVar("EventKind")

PATIENCE_S = 10.0


class Gathered:
    """What came, from whichever thread, and a way to wait for more."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.events: list[Event] = []
        self.stamps: list[Stamp] = []
        self.pictures: list[Picture] = []

    def event(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def picture(self, picture: Picture) -> None:
        found = stamp.read(picture.luma())
        with self._changed:
            self.pictures = [*self.pictures[-2:], picture]  # no more are kept: each is a megabyte
            if found is not None:
                self.stamps.append(found)
            self._changed.notify_all()

    def until(self, happened: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        with self._changed:
            if not self._changed.wait_for(happened, patience_s):
                raise AssertionError(f"did not happen in {patience_s} s: {what}; events: {self.events[-6:]}")

    def clear(self) -> None:
        with self._changed:
            self.events.clear()
            self.stamps.clear()
            self.pictures.clear()


class CallEnd:
    """Starts with its media open; stops when its `with` block ends."""

    def __init__(
        self,
        source: int,
        *,
        camera: Literal["auto", "synthetic"] | Path = "synthetic",
        sound: Literal["auto", "synthetic"] = "synthetic",
        hardware: Hardware | None = None,
    ) -> None:
        self.source = source
        self.tone_hz = 300.0 + 200 * source
        self.remote = Gathered()
        self.engine = Engine(hardware)
        self.tile = TileScaler(self.remote.picture)
        self.tile.resize(640, 360)
        self.engine.attach(Stream.REMOTE, self.tile)
        self._choice = MediaChoice(source, self.tone_hz, camera, sound, "none" if sound == "synthetic" else "auto")

    def __enter__(self) -> Self:
        self.engine.start(self.remote.event)
        self.open_media()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.engine.stop()
        self.tile.close()

    def open_media(self) -> None:
        self.engine.post(OpenMedia(self._choice))

    def next_event(self, kind: type[EventKind], patience_s: float = PATIENCE_S) -> EventKind:
        """The first event of that kind since the last `forget`."""
        found: list[EventKind] = []

        def happened() -> bool:
            found[:] = [event for event in self.remote.events if isinstance(event, kind)]
            return bool(found)

        self.remote.until(happened, kind.__name__, patience_s)
        return found[0]

    def tells(self, event: Event, patience_s: float = PATIENCE_S) -> None:
        """Wait for exactly that event, since the last `forget`."""
        self.remote.until(lambda: event in self.remote.events, str(event), patience_s)

    def all_events(self, kind: type[EventKind]) -> list[EventKind]:
        return [event for event in self.remote.events if isinstance(event, kind)]

    def forget(self) -> None:
        """What came until now."""
        self.remote.clear()

    def measured(self, holds: Callable[[CallStats], bool], what: str, patience_s: float = PATIENCE_S) -> CallStats:
        """Statistics of which something holds, now or soon."""
        found: list[CallStats] = []

        def happened() -> bool:
            found[:] = [
                event.stats for event in self.remote.events if isinstance(event, Measured) and holds(event.stats)
            ]
            return bool(found)

        self.remote.until(happened, what, patience_s)
        return found[-1]

    def sees(self, source: int, pictures: int = 15) -> list[Stamp]:
        """Wait for so many different pictures of that source; their stamps in the order in which they were painted."""
        self.remote.until(
            lambda: len({each.counter for each in self.remote.stamps if each.source == source}) >= pictures,
            f"{pictures} moving pictures of source {source}",
        )
        return [each for each in self.remote.stamps if each.source == source]

    def looks(self, holds: Callable[[Picture], bool], what: str) -> None:
        """Wait for a painted picture of which something holds."""
        self.remote.until(lambda: any(holds(picture) for picture in self.remote.pictures), what)


def negotiate(
    offering: CallEnd,
    answering: CallEnd,
    negotiation: int,
    change: Callable[[str], str] = str,
    change_answer: Callable[[str], str] = str,
) -> None:
    """Carry the descriptions, changed on their way; both ends then see pictures."""
    offering.forget()
    answering.forget()
    offering.engine.post(CreateOffer(negotiation, ()))
    offer = offering.next_event(LocalDescription)
    assert (offer.kind, offer.negotiation) == ("offer", negotiation)
    answering.engine.post(AcceptOffer(negotiation, change(offer.sdp), ()))
    answer = answering.next_event(LocalDescription)
    assert (answer.kind, answer.negotiation) == ("answer", negotiation)
    offering.engine.post(AcceptAnswer(negotiation, change_answer(answer.sdp)))
    for end in (offering, answering):
        end.next_event(MediaFlowing)


def soon(holds: Callable[[], bool], what: str, patience_s: float = 5.0) -> None:
    """Look until it holds: for what no event tells."""
    until = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < until, f"did not hold in {patience_s} s: {what}"
        threading.Event().wait(0.01)
