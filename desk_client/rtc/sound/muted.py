"""Whether somebody speaks into a microphone that is switched off. Pure: the caller brings the clock."""

from typing import Final

from desk_client.rtc.sound.meter import level_dbfs
from desk_client.rtc.sound.processing import LOUDSPEAKER_DBFS, Voice

EVERY_S: Final = 10.0
"""How soon it may be said again."""
SPOKEN_S: Final = 0.5
"""How much speech it takes: more than a cough or a yes."""
_SURE: Final = 0.75
_LEAST_DBFS: Final = -48.0
"""Fainter is somebody farther away, who does not mean us."""
_FORGOTTEN: Final = 0.25
"""A second without speech takes back so much: words have gaps, yet noise here and there must not add up."""
_LONGEST_S: Final = 0.1
"""A gap in what was heard is no speech."""
_ECHO_S: Final = 0.3
"""What the loudspeaker said resounds for so long."""


class SpeakingWhileMutedDetector:
    """Gathers evidence: likely speech, loud enough, while the loudspeaker is quiet.

    Whoever talks into a pause of the other side is noticed; while the other side speaks nobody is, since an echo that
    was not cancelled would sound just the same.
    """

    def __init__(self) -> None:
        self._evidence_s = 0.0
        self._next_s = self._loud_s = float("-inf")
        self._before_s: float | None = None

    def hear(self, voice: Voice, now_s: float) -> bool:
        """Take the next block heard while muted; True where it should be said now that somebody speaks."""
        passed_s = 0.0 if self._before_s is None else max(0.0, min(_LONGEST_S, now_s - self._before_s))
        self._before_s = now_s
        if voice.loudspeaker_dbfs > LOUDSPEAKER_DBFS:
            self._loud_s = now_s
        if (
            voice.speech is not None
            and voice.speech >= _SURE
            and level_dbfs(voice.samples) >= _LEAST_DBFS
            and now_s - self._loud_s > _ECHO_S
        ):
            self._evidence_s = min(SPOKEN_S, self._evidence_s + passed_s)
        else:
            self._evidence_s = max(0.0, self._evidence_s - _FORGOTTEN * passed_s)
        if self._evidence_s < SPOKEN_S or now_s < self._next_s:
            return False
        self._evidence_s = 0.0
        self._next_s = now_s + EVERY_S
        return True

    def forget(self) -> None:
        """Begin anew: the microphone was switched on or off. What was said a moment ago is still not said again."""
        self._evidence_s = 0.0
        self._before_s = None
