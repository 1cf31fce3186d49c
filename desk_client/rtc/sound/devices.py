"""Which sound device to use: the one that was chosen, or what comes nearest to it. Pure."""

from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """Which way sound goes."""

    IN = "input"
    OUT = "output"


@dataclass(frozen=True)
class SoundDevice:
    """A device of the system's, as it stands in the list of devices.

    Attributes:
        index: its place in the list; another list gives it another one.
        name: as the system calls it; what a choice is kept by.
        is_default: whether the system would take it.
    """

    index: int
    name: str
    direction: Direction
    is_default: bool


def in_order(devices: tuple[SoundDevice, ...], direction: Direction, wanted: str | None) -> tuple[SoundDevice, ...]:
    """All devices of a direction: the wanted one first, then the system's own choice, then the others as listed.

    The wanted one is meant by its name; None leaves the choice to the system.
    """
    fitting = [each for each in devices if each.direction is direction]
    return tuple(sorted(fitting, key=lambda each: (each.name != wanted, not each.is_default)))


def names(devices: tuple[SoundDevice, ...], direction: Direction) -> tuple[str, ...]:
    """What a picker shows: each name once, the system's own choice first."""
    return tuple(dict.fromkeys(each.name for each in in_order(devices, direction, None)))
