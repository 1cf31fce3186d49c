"""The check as a whole: observations in, commands out, and when it is over. Pure; times in seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Self, TypeVar, assert_never

from desk_client.client.device_check.findings import CheckView, Figures, Finding, Line
from desk_client.client.device_check.parts import CameraCheck, LoudspeakerCheck, MicrophoneCheck, NetworkCheck
from desk_client.domain.kiosk_health import KioskPart
from desk_client.rtc.port import Device, DeviceFault

_Check = TypeVar("_Check", bound="DeviceCheck")

GOES_ON_S: Final = 0.75
"""So long all is seen to be good before it goes on by itself."""
READ_S: Final = 2.5
"""So long one reads that the network is weak."""
PATIENCE_S: Final = 60.0
"""Nobody is held up for longer: the talk goes on with what there is."""
_METER_FROM_DBFS: Final = -60.0
_METER_SPAN_DB: Final = 45.0


@dataclass(frozen=True)
class PictureSeen:
    """The camera gave a picture; its mean brightness, 0..1."""

    light: float


@dataclass(frozen=True)
class LevelHeard:
    """How loud it is at the microphone."""

    dbfs: float


@dataclass(frozen=True)
class FaultsKnown:
    """Which devices do not serve now, and why."""

    faults: Mapping[Device, DeviceFault]


@dataclass(frozen=True)
class NotesProbed:
    """Whether the microphone heard the loudspeaker's notes."""

    heard: bool


@dataclass(frozen=True)
class PersonAnswered:
    """Whether the person says that they heard them."""

    heard: bool


@dataclass(frozen=True)
class TripMade:
    """A question to the server came back after so long; None: it did not."""

    trip_ms: float | None


@dataclass(frozen=True)
class RelaysAsked:
    """So many of the servers that a call may be relayed by serve."""

    serving: int
    asked: int


@dataclass(frozen=True)
class OperatorTold:
    """The hall's operator has been called."""


@dataclass(frozen=True)
class Passed:
    """Nothing but time."""


Observation = (
    PictureSeen
    | LevelHeard
    | FaultsKnown
    | NotesProbed
    | PersonAnswered
    | TripMade
    | RelaysAsked
    | OperatorTold
    | Passed
)


@dataclass(frozen=True)
class DeviceCheck:
    """Begin with `begun`; then `observed` and, whenever `plays` says so, `played`.

    Attributes:
        loudspeaker: None where the kiosk has none, or a drawn microphone could not hear it.
        touched_s: when the person last did something, or the check began.
        settled_s: since when nothing is left to be done; None while something is.
    """

    camera: CameraCheck
    microphone: MicrophoneCheck
    loudspeaker: LoudspeakerCheck | None
    network: NetworkCheck
    touched_s: float
    settled_s: float | None = None
    dbfs: float | None = None
    operator_told: bool = False

    @classmethod
    def begun(cls, now_s: float, *, has_loudspeaker: bool) -> Self:
        """Nothing is known yet."""
        loudspeaker = LoudspeakerCheck() if has_loudspeaker else None
        return _settled(
            cls(CameraCheck(now_s), MicrophoneCheck(), loudspeaker, NetworkCheck(now_s), now_s),
            now_s,
        )

    def retried(self, now_s: float) -> Self:
        """What was not good begins anew."""
        found = self.view(now_s)
        is_good = {line.part: line.finding is Finding.GOOD for line in found.lines}
        fresh = replace(self, touched_s=now_s, settled_s=None)
        if not is_good[KioskPart.CAMERA]:
            fresh = replace(fresh, camera=CameraCheck(now_s, self.camera.fault))
        if not is_good[KioskPart.MICROPHONE]:
            fresh = replace(fresh, microphone=MicrophoneCheck(fault=self.microphone.fault))
        if self.loudspeaker is not None and not is_good[KioskPart.LOUDSPEAKER]:
            anew = LoudspeakerCheck(self.loudspeaker.fault, self.loudspeaker.listener_fault)
            fresh = replace(fresh, loudspeaker=anew)
        if not is_good[KioskPart.NETWORK]:
            fresh = replace(fresh, network=NetworkCheck(now_s, relays=self.network.relays))
        return _settled(fresh, now_s)

    def observed(self, observation: Observation, now_s: float) -> Self:
        """What is known after it."""
        return _settled(self._taken(observation, now_s), now_s)

    def plays(self, now_s: float) -> bool:
        """Whether the loudspeaker's notes should be played now."""
        return self.loudspeaker is not None and self.loudspeaker.is_due(now_s)

    def played(self, now_s: float) -> Self:
        """They are."""
        if self.loudspeaker is None:
            return self
        return replace(self, loudspeaker=self.loudspeaker.played(now_s))

    def is_over(self, now_s: float) -> bool:
        """Whether it is time to go on without anybody's doing."""
        if now_s - self.touched_s >= PATIENCE_S:
            return True
        if self.settled_s is None:
            return False
        return now_s - self.settled_s >= (READ_S if self.view(now_s).failed else GOES_ON_S)

    def view(self, now_s: float) -> CheckView:
        """What is shown."""
        found = {
            KioskPart.CAMERA: self.camera.finding(now_s),
            KioskPart.MICROPHONE: self.microphone.finding(now_s),
            **({} if self.loudspeaker is None else {KioskPart.LOUDSPEAKER: self.loudspeaker.finding(now_s)}),
            KioskPart.NETWORK: self.network.finding(now_s),
        }
        figures = Figures(
            light=self.camera.light if self.camera.pictures else None,
            loudest_dbfs=self.microphone.loudest_dbfs,
            round_trip_ms=self.network.best_ms,
            relays=self.network.relays,
        )
        lines = tuple(Line(part, finding) for part, finding in found.items())
        return CheckView(lines, self._level(), figures, self.operator_told)

    def _level(self) -> float:
        if self.dbfs is None or self.microphone.fault is not None:
            return 0.0
        return min(1.0, max(0.0, (self.dbfs - _METER_FROM_DBFS) / _METER_SPAN_DB))

    def _taken(self, observation: Observation, now_s: float) -> Self:
        match observation:
            case PictureSeen(light):
                return replace(self, camera=self.camera.saw(light, now_s))
            case LevelHeard(dbfs):
                return replace(self, dbfs=dbfs, microphone=self.microphone.heard(dbfs))
            case FaultsKnown(faults):
                return self._with_faults(faults, now_s)
            case NotesProbed(heard):
                probed = None if self.loudspeaker is None else self.loudspeaker.probed(heard=heard)
                return replace(self, loudspeaker=probed)
            case PersonAnswered(heard):
                answered = None if self.loudspeaker is None else replace(self.loudspeaker, hears=heard)
                return replace(self, loudspeaker=answered, touched_s=now_s)
            case TripMade(trip_ms):
                return replace(self, network=self.network.travelled(trip_ms))
            case RelaysAsked(serving, asked):
                return replace(self, network=replace(self.network, relays=(serving, asked) if asked else None))
            case OperatorTold():
                return replace(self, operator_told=True, touched_s=now_s)
            case Passed():
                return self
        assert_never(observation)

    def _with_faults(self, faults: Mapping[Device, DeviceFault], now_s: float) -> Self:
        """What serves again is looked at anew: what stood in for it has shown and sounded nothing that counts."""
        changed = self
        camera, microphone, speaker = (
            faults.get(device) for device in (Device.CAMERA, Device.MICROPHONE, Device.SPEAKER)
        )
        if camera is not self.camera.fault:
            changed = replace(changed, camera=CameraCheck(now_s, camera))
        if microphone is not self.microphone.fault:
            changed = replace(changed, microphone=MicrophoneCheck(fault=microphone))
        if self.loudspeaker is not None:
            heard_by = replace(self.loudspeaker, listener_fault=microphone)
            is_same = speaker is self.loudspeaker.fault
            changed = replace(changed, loudspeaker=heard_by if is_same else LoudspeakerCheck(speaker, microphone))
        return changed


def _settled(check: _Check, now_s: float) -> _Check:
    """Let the microphone listen once the notes have sounded, and note since when nothing is left to be done."""
    sounds = check.loudspeaker is not None and check.loudspeaker.finding(now_s) is Finding.SOUNDING
    if check.microphone.begun_s is None and not sounds:
        check = replace(check, microphone=replace(check.microphone, begun_s=now_s))
    if not check.view(now_s).is_done:
        return replace(check, settled_s=None)
    return check if check.settled_s is not None else replace(check, settled_s=now_s)
