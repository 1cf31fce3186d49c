"""Keeps a peer's lips and voice together: whichever comes sooner is held back. Pure.

Sender reports (RFC 3550 section 6.4.1) place the timestamps of both streams in the peer's time. How long it takes from
there until a picture is shown, and until a sample is played, is then known but for the difference of the two machines'
clocks, which is the same for both. Nobody notices a voice that is up to 45 ms early or 125 ms late (ITU-R BT.1359-1):
within that nothing is held back that need not be, for each delay is a pause in the talk.
"""

from typing import Final

_EARLY_S: Final = 0.04
_LATE_S: Final = 0.11
_STEP: Final = 0.3
"""Of the difference, each time."""
_LEAST_STEP_S: Final = 0.005
_MOST_S: Final = 0.35


class LipSync:
    """Of one peer. Seconds everywhere."""

    def __init__(self) -> None:
        self.picture_at_least_s = 0.0
        """How long pictures should be held back."""
        self.voice_at_least_s = 0.0
        """How long sound should be."""
        self.apart_s: float | None = None
        """How much later the voice was than the picture, the last time; None while unknown."""

    def step(self, picture_took_s: float, voice_took_s: float, picture_delay_s: float, voice_delay_s: float) -> None:
        """Look at how long both took, once in a while.

        Args:
            picture_took_s: from capture (in the peer's time) to being shown (in ours).
            voice_took_s: the same of the sound.
            picture_delay_s: what pictures are held back for their own sake.
            voice_delay_s: what sound waits in its buffer.
        """
        apart_s = self.apart_s = voice_took_s - picture_took_s
        if -_EARLY_S <= apart_s <= _LATE_S:
            return
        change_s = _STEP * (apart_s - _LATE_S if apart_s > 0 else -apart_s - _EARLY_S) + _LEAST_STEP_S
        if apart_s > 0 and self.voice_at_least_s > 0:
            self.voice_at_least_s = max(0.0, self.voice_at_least_s - change_s)
        elif apart_s > 0:
            self.picture_at_least_s = min(_MOST_S, max(self.picture_at_least_s, picture_delay_s) + change_s)
        elif self.picture_at_least_s > picture_delay_s:
            self.picture_at_least_s = max(0.0, self.picture_at_least_s - change_s)
        else:
            self.voice_at_least_s = min(_MOST_S, max(self.voice_at_least_s, voice_delay_s) + change_s)
