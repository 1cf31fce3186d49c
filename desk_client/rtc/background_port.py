"""What of `port` is about what is seen behind a person: a command in, an event out."""

from dataclasses import dataclass
from enum import Enum


class Background(Enum):
    """What the other end sees behind whoever sits before the camera; all but the first two blur the whole picture."""

    SHARP = "sharp"
    """It is not blurred."""
    BLURRED = "blurred"
    """It is, and the person is not."""
    STARTING = "starting"
    """The person was not looked for yet."""
    TOO_SLOW = "too_slow"
    """This machine does not find them fast enough; it is tried again every few seconds."""
    MISSING = "missing"
    """The library that finds them is not installed."""
    FAILED = "failed"
    """It failed; it is begun anew by switching it off and on."""


@dataclass(frozen=True)
class BlurBackground:
    """Blur what is behind whoever sits before the camera, or no longer; it holds for media opened later as well."""

    on: bool


@dataclass(frozen=True)
class BackgroundSeen:
    """This is sent from now on."""

    background: Background
