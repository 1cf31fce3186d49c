"""What is found out about a STUN or TURN server before a call needs it: plain data, of the engine's port."""

from dataclasses import dataclass
from enum import Enum


class ServerAnswer(Enum):
    """What a STUN or TURN server says to being asked."""

    SERVES = "serves"
    """It answers, and takes the credentials where there are any."""
    REFUSES = "refuses"
    """It answers, and does not take them: they are wrong or have expired, or it gives no more."""
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    """Its name is not known, or nothing listens there."""
    UNTRUSTED = "untrusted"
    """Nobody whom this machine believes vouches for its certificate."""
    MALFORMED = "malformed"
    """Its address is none."""


@dataclass(frozen=True)
class ServerProbe:
    """What one address of a server answered; the round trip is known where anything was answered at all."""

    url: str
    answer: ServerAnswer
    rtt_ms: float | None = None
