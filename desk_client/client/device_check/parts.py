"""Each part of the check by itself: what was observed so far, and what that means. Pure; times in seconds."""

from dataclasses import dataclass, replace
from typing import Final, Self

from desk_client.client.device_check.findings import Finding
from desk_client.rtc.port import DeviceFault

PICTURE_WITHIN_S: Final = 6.0
"""Some cameras take five seconds to give their first picture."""
STILL_S: Final = 2.0
ADAPTS_S: Final = 1.5
"""A camera's exposure settles meanwhile: no picture is called dark before."""
DARK_LIGHT: Final = 0.12
"""Mean brightness, 0..1: a face in a dim hall has 0.2, a covered lens less than 0.08."""
_FIRST_PICTURES: Final = 3
_SETTLING: Final = 0.2

SPEAK_WITHIN_S: Final = 8.0
CLEAR_DBFS: Final = -40.0
"""Whoever speaks at arm's length is louder."""
_FAINT_DBFS: Final = -55.0
_ABOVE_NOISE_DB: Final = 15.0
_SILENT_DBFS: Final = -100.0
"""No real microphone is as silent as that."""
_READINGS: Final = 3
"""Tenths of a second: a cough against the glass is shorter."""

ANSWER_WITHIN_S: Final = 3.0
PLAYED_ALONE_S: Final = 1.0
"""Where no microphone listens."""
AGAIN_S: Final = 5.0
"""After so long the person who is asked hears the notes again."""
_TRIES: Final = 2
_MOST_TRIES: Final = 6

TRIP_WITHIN_S: Final = 5.0
GOOD_TRIP_MS: Final = 300.0
"""Beyond it people begin to talk into each other's words (ITU-T G.114 has 150 ms each way)."""
TRIPS: Final = 3
_ENOUGH_TRIPS: Final = 2


@dataclass(frozen=True)
class CameraCheck:
    """Pictures come, and show something."""

    begun_s: float
    fault: DeviceFault | None = None
    first_s: float | None = None
    last_s: float | None = None
    pictures: int = 0
    light: float = 0.0

    def saw(self, light: float, now_s: float) -> Self:
        """A picture came, of that mean brightness."""
        settled = light if self.first_s is None else self.light + _SETTLING * (light - self.light)
        first_s = now_s if self.first_s is None else self.first_s
        return replace(self, first_s=first_s, last_s=now_s, pictures=self.pictures + 1, light=settled)

    def finding(self, now_s: float) -> Finding:
        """What is known."""
        if self.fault is not None:
            return Finding.of(self.fault)
        if self.first_s is None or self.last_s is None:
            return Finding.NO_PICTURE if now_s - self.begun_s >= PICTURE_WITHIN_S else Finding.CHECKING
        if now_s - self.last_s >= STILL_S:
            return Finding.NO_PICTURE
        if self.light < DARK_LIGHT:
            return Finding.DARK if now_s - self.first_s >= ADAPTS_S else Finding.CHECKING
        return Finding.GOOD if self.pictures >= _FIRST_PICTURES else Finding.CHECKING


@dataclass(frozen=True)
class MicrophoneCheck:
    """Somebody is heard: any clear sound will do, for what it is nobody can tell."""

    begun_s: float | None = None
    """When it began to listen; None while the loudspeaker sounds."""
    fault: DeviceFault | None = None
    quietest_dbfs: float | None = None
    loudest_dbfs: float | None = None
    clear: int = 0

    def heard(self, dbfs: float) -> Self:
        """So loud it was in the last tenth of a second."""
        if self.begun_s is None or self.fault is not None:
            return self
        loudest = dbfs if self.loudest_dbfs is None else max(dbfs, self.loudest_dbfs)
        if dbfs <= _SILENT_DBFS:
            return replace(self, loudest_dbfs=loudest)
        quietest = dbfs if self.quietest_dbfs is None else min(dbfs, self.quietest_dbfs)
        is_clear = dbfs >= CLEAR_DBFS or (dbfs >= _FAINT_DBFS and dbfs >= quietest + _ABOVE_NOISE_DB)
        return replace(self, quietest_dbfs=quietest, loudest_dbfs=loudest, clear=self.clear + is_clear)

    def finding(self, now_s: float) -> Finding:
        """What is known."""
        if self.fault is not None:
            return Finding.of(self.fault)
        if self.begun_s is None:
            return Finding.CHECKING
        if self.clear >= _READINGS:
            return Finding.GOOD
        if now_s - self.begun_s < SPEAK_WITHIN_S:
            return Finding.ASKED_TO_SPEAK
        is_deaf = self.loudest_dbfs is None or self.loudest_dbfs <= _SILENT_DBFS
        return Finding.DEAF if is_deaf else Finding.QUIET


@dataclass(frozen=True)
class LoudspeakerCheck:
    """The microphone hears two notes, at the second try at the latest; or the person says whether they do."""

    fault: DeviceFault | None = None
    listener_fault: DeviceFault | None = None
    """The microphone's."""
    tries: int = 0
    played_s: float = 0.0
    is_missed: bool = False
    """The microphone did not hear the last try."""
    hears: bool | None = None
    """What microphone or person say; None: nobody knows yet."""

    def is_due(self, now_s: float) -> bool:
        """Whether the notes should be played now."""
        if self.fault is not None or self.hears is not None or self.tries >= _MOST_TRIES:
            return False
        if self.tries == 0:
            return True
        if self.is_asked(now_s):
            return now_s - self.played_s >= AGAIN_S
        return self._is_missed(now_s) and self.listener_fault is None

    def played(self, now_s: float) -> Self:
        """They are."""
        return replace(self, tries=self.tries + 1, played_s=now_s, is_missed=False)

    def probed(self, *, heard: bool) -> Self:
        """The microphone heard them, or did not."""
        if self.hears is not None:
            return self
        return replace(self, hears=True) if heard else replace(self, is_missed=True)

    def is_asked(self, now_s: float) -> bool:
        """Whether it is for the person to say."""
        enough = _TRIES if self.listener_fault is None else 1
        return self.tries > enough or (self.tries == enough and self._is_missed(now_s))

    def finding(self, now_s: float) -> Finding:
        """What is known."""
        if self.fault is not None:
            return Finding.of(self.fault)
        if self.hears is not None:
            return Finding.GOOD if self.hears else Finding.UNHEARD
        return Finding.ASKED_WHETHER_HEARD if self.is_asked(now_s) else Finding.SOUNDING

    def _is_missed(self, now_s: float) -> bool:
        within_s = ANSWER_WITHIN_S if self.listener_fault is None else PLAYED_ALONE_S
        return self.is_missed or now_s - self.played_s >= within_s


@dataclass(frozen=True)
class NetworkCheck:
    """The server answers, soon enough for a talk, and so does a server that may relay it."""

    begun_s: float
    trips_ms: tuple[float | None, ...] = ()
    """The last ones; None where nothing came back."""
    relays: tuple[int, int] | None = None
    """How many serve, of how many."""

    @property
    def best_ms(self) -> float | None:
        """The quickest of the last round trips: a first one also opens the connection."""
        return min((trip for trip in self.trips_ms if trip is not None), default=None)

    def travelled(self, trip_ms: float | None) -> Self:
        """A question to the server was answered after so long, or not at all."""
        return replace(self, trips_ms=(*self.trips_ms, trip_ms)[-TRIPS:])

    def finding(self, now_s: float) -> Finding:
        """What is known."""
        best_ms = self.best_ms
        if not self.trips_ms:
            return Finding.UNREACHABLE if now_s - self.begun_s >= TRIP_WITHIN_S else Finding.CHECKING
        if self.trips_ms[-1] is None or best_ms is None:
            return Finding.UNREACHABLE
        if len(self.trips_ms) < _ENOUGH_TRIPS:
            return Finding.CHECKING
        if best_ms >= GOOD_TRIP_MS:
            return Finding.SLOW
        return Finding.NO_RELAY if self.relays is not None and self.relays[0] == 0 else Finding.GOOD
