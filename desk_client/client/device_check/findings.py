"""What the check may find of each part, and what a window shows of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from desk_client.domain.kiosk_health import KioskPart

if TYPE_CHECKING:
    from desk_client.rtc.port import DeviceFault

__all__ = ["CheckView", "Figures", "Finding", "KioskPart", "Line", "State"]


class State(StrEnum):
    """How far a part is."""

    RUNNING = "running"
    GOOD = "good"
    WEAK = "weak"
    """It serves, badly; or the person can mend it."""
    FAILED = "failed"


class Finding(StrEnum):
    """What was found, or is being done about it."""

    CHECKING = "checking"
    GOOD = "good"
    ABSENT = "absent"
    BUSY = "busy"
    LOST = "lost"
    DENIED = "denied"
    NO_PICTURE = "no_picture"
    """The camera is open, and nothing comes of it."""
    DARK = "dark"
    """The picture shows hardly anything: covered, or no light."""
    ASKED_TO_SPEAK = "asked_to_speak"
    QUIET = "quiet"
    """The microphone hears the hall, and nobody who speaks to it."""
    DEAF = "deaf"
    """The microphone hears nothing whatever, as one does that is switched off."""
    SOUNDING = "sounding"
    """Two notes are played."""
    ASKED_WHETHER_HEARD = "asked_whether_heard"
    """The microphone cannot tell: the person is asked."""
    UNHEARD = "unheard"
    SLOW = "slow"
    NO_RELAY = "no_relay"
    """The server answers, and none of the servers that a call may be relayed by."""
    UNREACHABLE = "unreachable"

    @property
    def state(self) -> State:
        """How far a part is of which this was found."""
        return _STATES.get(self, State.FAILED)

    @classmethod
    def of(cls, fault: "DeviceFault") -> "Finding":
        """What a device's fault is called here."""
        return cls(fault.value)


_STATES: Final[Mapping[Finding, State]] = MappingProxyType(
    {
        Finding.CHECKING: State.RUNNING,
        Finding.ASKED_TO_SPEAK: State.RUNNING,
        Finding.SOUNDING: State.RUNNING,
        Finding.ASKED_WHETHER_HEARD: State.RUNNING,
        Finding.GOOD: State.GOOD,
        Finding.DARK: State.WEAK,
        Finding.QUIET: State.WEAK,
        Finding.SLOW: State.WEAK,
        Finding.NO_RELAY: State.WEAK,
    }
)


@dataclass(frozen=True)
class Line:
    """One part of the kiosk, and what was found of it."""

    part: KioskPart
    finding: Finding = Finding.CHECKING

    @property
    def state(self) -> State:
        """How far it is."""
        return self.finding.state


@dataclass(frozen=True)
class Figures:
    """For staff alone. None where nothing was measured.

    Attributes:
        light: mean brightness of the picture, 0..1.
        loudest_dbfs: of what the microphone heard.
        round_trip_ms: the quickest of the last ones to the server and back.
        relays: how many of the STUN and TURN servers serve, of how many.
    """

    light: float | None = None
    loudest_dbfs: float | None = None
    round_trip_ms: float | None = None
    relays: tuple[int, int] | None = None


@dataclass(frozen=True)
class CheckView:
    """What a window shows of a check.

    Attributes:
        lines: in the order in which they are read.
        level: how loud it is at the microphone, 0..1; for a meter.
        operator_told: whether the hall's operator has been called.
    """

    lines: tuple[Line, ...]
    level: float = 0.0
    figures: Figures = Figures()
    operator_told: bool = False

    def finding(self, part: KioskPart) -> Finding | None:
        """What was found of a part; None where it is not checked here."""
        return next((line.finding for line in self.lines if line.part is part), None)

    @property
    def needs_somebody(self) -> bool:
        """Whether something does not serve. A weak network alone is not meant: nobody could do anything about it."""
        return any(
            line.state is State.FAILED or (line.state is State.WEAK and line.part is not KioskPart.NETWORK)
            for line in self.lines
        )

    @property
    def is_done(self) -> bool:
        """Whether everything was found to serve."""
        return not self.needs_somebody and all(line.state is not State.RUNNING for line in self.lines)

    @property
    def failed(self) -> tuple[KioskPart, ...]:
        """The parts that do not serve, or serve badly: what an operator is told."""
        return tuple(line.part for line in self.lines if line.state in {State.WEAK, State.FAILED})
