"""What of `port` is about recording: commands in, events out, all frozen."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class RecordingFault(Enum):
    """Why a recording ended by itself; the call goes on, and what was written until then is valid."""

    DISK_FULL = "disk_full"
    DISK_FAILED = "disk_failed"
    """It may not be written to, or it failed."""


@dataclass(frozen=True)
class Record:
    """Keep what is sent to and comes from these peers, sealed; answered by `RecordingStarted` or `RecordingEnded`."""

    recording_id: str
    """A plain word."""
    key: bytes = field(repr=False)
    """32 bytes, of this recording alone."""
    directory: Path
    """The spool: a folder of the recording's name is made in it."""
    peers: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class PauseRecording:
    """Leave out whatever is said and shown for a while; off goes on. Without effect where nothing is recorded.

    As long as we keep apart from somebody it is left out as well, without being asked for.
    """

    on: bool


@dataclass(frozen=True)
class StopRecording:
    """End the recording; once `RecordingEnded` is told all of it is on the disk."""


@dataclass(frozen=True)
class RecordingStarted:
    """It is kept from the next key frames on."""

    recording_id: str


@dataclass(frozen=True)
class RecordingEnded:
    """All that was recorded is on the disk."""

    recording_id: str
    fault: RecordingFault | None
    """None: it was asked for."""


@dataclass(frozen=True)
class RecordingGap:
    """The disk was too slow: so many pieces are missing by now. The recording goes on."""

    recording_id: str
    lost: int


RecordingCommand = Record | PauseRecording | StopRecording
RecordingEvent = RecordingStarted | RecordingEnded | RecordingGap
