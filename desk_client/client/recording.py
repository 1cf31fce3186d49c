"""The recording of a talk as the official's desk keeps it: what is asked, what runs, and what is still to be handed in.

Loaded with the first talk. Nothing of it lies in the clear on this machine: the engine seals what passes, a process of
its own composes it, and each key is the server's, asked for anew where this program was started again.
"""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal
from desk_client.domain.recording import RecordingEnd, RecordingState
from desk_client.protocol.recordings import TalkRecording
from desk_client.rtc.recording_port import RecordingEnded, RecordingEvent, RecordingGap, StopRecording

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.client.conference import Conference

__all__ = ["HandingIn", "RecordingEnd", "RecordingState", "Spooled", "TalkRecording", "TalkRecordings"]

logger = logging.getLogger(__name__)
_FOLDER: Final = "rec_"


@dataclass(frozen=True)
class HandingIn:
    """One that is made ready, and sent to the server.

    Attributes:
        recording_id: whose.
        share: 0 to 1, of composing first and sending then; None while it waits to be tried again.
        refusal: why it could not be done the last time.
    """

    recording_id: str
    share: float | None = 0.0
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Spooled:
    """A recording of which something lies on this machine."""

    recording_id: str
    folder: Path


class TalkRecordings:
    """Of one desk. All methods belong to the application's loop."""

    def __init__(self, conference: "Conference", spool: "Callable[[], Path]") -> None:
        """``spool`` is of whoever is signed in, and made when something is recorded."""
        self._spool = spool
        self.seen: Model[TalkRecording | None] = Model(None)
        """How it stands with the talk that runs; None while that is not known."""
        self.handing_in: Model[tuple[HandingIn, ...]] = Model(())
        self.lost: Model[int] = Model(0)
        """Pieces that the disk was too slow for, in the recording that runs."""
        self.making: str | None = None
        """The recording that the engine makes now."""
        self.on_ended: Callable[[str, RecordingEnded], None] = lambda _recording_id, _event: None
        """Told when the engine has written all of it, asked for or not."""
        self.ended = asyncio.Event()
        """Set while nothing is made."""
        self.ended.set()
        self._conference = conference
        self._leave = (
            conference.recording_told.subscribe(self._told),
            conference.call.subscribe(lambda call: self._talk_over() if call is None else None),
        )

    @property
    def spool(self) -> Path:
        """Where what they record lies."""
        return self._spool()

    def left(self) -> tuple[Spooled, ...]:
        """What lies on this machine, but for what is made now."""
        if not self.spool.is_dir():
            return ()
        found = sorted(each for each in self.spool.iterdir() if each.is_dir() and each.name.startswith(_FOLDER))
        return tuple(Spooled(each.name, each) for each in found if each.name != self.making)

    def progress(self, step: HandingIn | None, recording_id: str) -> None:
        """Show how far one is; None: it is done."""
        others = tuple(each for each in self.handing_in.value if each.recording_id != recording_id)
        self.handing_in.set(others if step is None else (*others, step))

    def close(self) -> None:
        """Hear no more."""
        for leave in self._leave:
            leave()

    def _talk_over(self) -> None:
        """However the talk ended here: nothing is recorded without one."""
        if self.making is not None:
            self._conference.record(StopRecording())

    def _told(self, event: RecordingEvent | None) -> None:
        match event:
            case RecordingGap(lost=lost):
                self.lost.set(lost)
            case RecordingEnded(recording_id=recording_id) if recording_id == self.making:
                self.making = None
                self.lost.set(0)
                self.ended.set()
                self.on_ended(recording_id, event)
            case _:
                return
