"""The recording of a talk: asked for, agreed to by everybody in it, made, kept for a while, and gone again."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

MOST_DAYS: Final = 3650
BLOCK_BYTES: Final = 256 * 1024
"""Of what is recorded; the last block may be shorter."""
MOST_BLOCKS: Final = 8192
"""Two gigabytes, some hours of a talk."""
SEAL_BYTES: Final = 28
"""What a block grows by when it is sealed: its nonce and its tag (AES-256-GCM)."""
SEALED_BLOCK_BYTES: Final = BLOCK_BYTES + SEAL_BYTES


class RecordingState(StrEnum):
    """Where a recording stands. The value is the wire code."""

    ASKED = "asked"
    """The official asked, and not everybody in the talk has answered yet."""
    DECLINED = "declined"
    """Somebody said no, or the talk was over before all had answered: nothing was recorded."""
    AGREED = "agreed"
    """All said yes, and the official's desk has not begun yet."""
    RUNNING = "running"
    PAUSED = "paused"
    """Nothing is recorded for a while."""
    ENDED = "ended"
    """What was recorded is still at the official's desk, sealed."""
    KEPT = "kept"
    """The server has the whole."""
    DESTROYED = "destroyed"
    """Nothing of it is left but that it was."""


class RecordingEnd(StrEnum):
    """Why it ended, or is no more. The value is the wire code."""

    STOPPED = "stopped"
    """The official ended it."""
    TALK_OVER = "talk_over"
    DISK_FULL = "disk_full"
    """The official's machine had no more room."""
    FAILED = "failed"
    """The official's machine could not go on."""
    WITHDRAWN = "withdrawn"
    """The citizen withdrew their consent."""
    COLLEAGUE = "colleague"
    """Somebody who was called in does not agree, or no longer."""
    HANDED_OVER = "handed_over"
    """Another office took the talk over, with whom nobody agreed to it."""
    ERASED = "erased"
    """The citizen's data were erased."""
    EXPIRED = "expired"
    REMOVED = "removed"
    """The office did away with it."""
    NEVER_CAME = "never_came"
    """The official's desk never handed it in."""


class Say(StrEnum):
    """What somebody in the talk says of its recording. The value is the wire code."""

    UNASKED = "unasked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


OPEN: Final = frozenset({RecordingState.ASKED, RecordingState.AGREED, RecordingState.RUNNING, RecordingState.PAUSED})
"""As long as the talk is asked about it, or recorded."""
AGREED_UPON: Final = OPEN - {RecordingState.ASKED}
"""Nobody comes into the talk any more without agreeing to it first."""
SHOWN: Final = frozenset({RecordingState.RUNNING, RecordingState.PAUSED})
"""While everybody in the talk must see that it runs."""
HOLDS_SOMETHING: Final = frozenset({*SHOWN, RecordingState.ENDED, RecordingState.KEPT})

_NEXT: Final[Mapping[RecordingState, frozenset[RecordingState]]] = MappingProxyType(
    {
        RecordingState.ASKED: frozenset({RecordingState.AGREED, RecordingState.DECLINED}),
        RecordingState.AGREED: frozenset({RecordingState.RUNNING, RecordingState.DECLINED}),
        RecordingState.RUNNING: frozenset({RecordingState.PAUSED, RecordingState.ENDED, RecordingState.DESTROYED}),
        RecordingState.PAUSED: frozenset({RecordingState.RUNNING, RecordingState.ENDED, RecordingState.DESTROYED}),
        RecordingState.ENDED: frozenset({RecordingState.KEPT, RecordingState.DESTROYED}),
        RecordingState.KEPT: frozenset({RecordingState.DESTROYED}),
        RecordingState.DECLINED: frozenset(),
        RecordingState.DESTROYED: frozenset(),
    }
)


def may_become(state: RecordingState, then: RecordingState) -> bool:
    """Whether the one may follow the other; none follows itself."""
    return then in _NEXT[state]
