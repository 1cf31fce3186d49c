"""How it stands with the recording of a talk, as both ends show it."""

from desk_client.domain.recording import OPEN, SHOWN, RecordingEnd, RecordingState, Say
from desk_client.protocol.recordings import (
    RecordedColleague,
    RecordedTalk,
    Recording,
    RecordingPlay,
    RecordingRule,
    Recordings,
    TalkRecording,
)

__all__ = [
    "RecordedColleague",
    "RecordedTalk",
    "Recording",
    "RecordingEnd",
    "RecordingPlay",
    "RecordingRule",
    "RecordingState",
    "Recordings",
    "Say",
    "TalkRecording",
    "is_asked",
    "is_open",
    "is_shown",
    "is_unanswered",
    "newly_ended",
]


def is_open(seen: TalkRecording | None) -> bool:
    """Whether it is asked about, or runs."""
    return seen is not None and seen.newest is not None and seen.newest.state in OPEN


def is_asked(seen: TalkRecording | None) -> bool:
    """Whether whoever sits here is asked, and has not answered."""
    return is_open(seen) and seen is not None and seen.yours is Say.ASKED


def is_unanswered(seen: TalkRecording | None) -> bool:
    """Whether somebody in the talk has not answered yet."""
    return seen is not None and seen.newest is not None and seen.newest.state is RecordingState.ASKED


def is_shown(seen: TalkRecording | None) -> bool:
    """Whether it runs, or pauses."""
    return seen is not None and seen.newest is not None and seen.newest.state in SHOWN


def newly_ended(before: TalkRecording | None, now: TalkRecording | None) -> Recording | None:
    """The recording, or the question, that was open before and is so no longer."""
    if before is None or now is None or before.newest is None or now.newest is None:
        return None
    is_same = before.newest.id == now.newest.id
    return now.newest if is_same and is_open(before) and not is_open(now) else None
