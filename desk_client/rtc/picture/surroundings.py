"""What is behind the person before the camera, blurred as long as that is wished, whatever fails meanwhile."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

import av
import numpy as np

from desk_client.rtc.background_port import Background
from desk_client.rtc.picture.blending import BLENDING_ERRORS, Blender, Mask
from desk_client.rtc.picture.mask_pace import MaskPace
from desk_client.rtc.picture.person import FINDER_ERRORS, FinderOpener, Likelihood, PersonFinder, open_person_finder
from desk_client.rtc.picture.synthetic import dismissed_picture

_log = logging.getLogger(__name__)

_SHARP_FROM: Final = 0.15
_SHARP_AT: Final = 0.6
"""Between these likelihoods sharp passes into blurred: low, for a veil that dissolves is worse than a seam of wall."""
_OF_BEFORE: Final = _SHARP_FROM
"""So much of what was likely before is in each: an edge that is guessed anew each time would flicker. No more than
that, or the room would shine through for a moment where somebody was until now."""


class Surroundings:
    """Sharp until it is switched. From then on no picture leaves `seen` whose background is not blurred.

    Args:
        on_background: told from any thread, each time that something else is seen.
        opener: loads what finds the person; called in a thread of its own, when blurring is first wanted.
    """

    def __init__(
        self,
        on_background: Callable[[Background], None],
        opener: FinderOpener = open_person_finder,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_background = on_background
        self._opener = opener
        self._clock = clock
        self._told = Background.SHARP
        self._telling = threading.Lock()
        self._is_on = False
        self._loading: threading.Thread | None = None
        self._finder: PersonFinder | None = None
        self._fault = Background.STARTING
        """What is told while there is no finder."""
        self._turn = 0
        """Counts the switchings: what was seen before one is of no use after it."""
        self._seen_turn = 0
        self._is_dark = False
        """Not even blurring works: until it is switched again nothing is shown."""
        self._blender: Blender | None = None
        self._pace = MaskPace()
        self._before: Likelihood | None = None

    def set_on(self, *, on: bool) -> None:
        """Blur from the next picture on, or no longer (any thread but the pictures'). What failed is begun anew."""
        if on == self._is_on:
            return
        self._turn += 1
        if on and self._finder is None and (self._loading is None or not self._loading.is_alive()):
            self._fault = Background.STARTING
            self._loading = threading.Thread(target=self._load, name="rtc-background", daemon=True)
            self._loading.start()
        self._is_on = on
        self._tell(Background.STARTING if on else Background.SHARP)

    def seen(self, frame: av.VideoFrame) -> av.VideoFrame:
        """What of this picture is shown and sent: itself, or a blurred one (the pictures' thread)."""
        if not self._is_on:
            return frame
        if self._seen_turn != self._turn:
            self._seen_turn, self._blender, self._is_dark = self._turn, None, False
        if not self._is_dark:
            try:
                return self._blurred(frame)
            except BLENDING_ERRORS as error:
                _log.warning("the background could not be blurred, a dark picture is sent: %s", error)
                self._is_dark, self._blender = True, None
        self._tell(Background.FAILED)
        return dismissed_picture(frame.width, frame.height)

    def join(self, timeout_s: float) -> None:
        """Wait for what is being loaded, so long at most."""
        if self._loading is not None:
            self._loading.join(timeout_s)

    def _blurred(self, frame: av.VideoFrame) -> av.VideoFrame:
        if self._blender is None or not self._blender.is_for(frame):
            self._blender, self._before = Blender(frame), None
            self._pace = MaskPace()
        if self._finder is None:
            self._tell(self._fault)
        elif self._pace.is_due(self._clock()):
            self._look(self._finder, frame, self._blender)
        return self._blender.blend(frame)

    def _look(self, finder: PersonFinder, frame: av.VideoFrame, blender: Blender) -> None:
        began_s = self._clock()
        try:
            found = finder.find(frame)
        except FINDER_ERRORS as error:
            _log.warning("the person could not be looked for, the whole picture is blurred: %s", error)
            self._finder, self._fault = None, Background.FAILED
            blender.cover()
            self._tell(Background.FAILED)
            return
        ended_s = self._clock()
        self._pace.took(ended_s, ended_s - began_s)
        if self._pace.is_too_slow:
            self._before = None
            blender.cover()
            self._tell(Background.TOO_SLOW)
        else:
            steady = found if self._before is None else found + _OF_BEFORE * (self._before - found)
            self._before = steady
            blender.show(mask_of(steady))
            self._tell(Background.BLURRED)

    def _load(self) -> None:
        try:
            self._finder = self._opener()
        except ImportError as error:
            _log.warning("the background cannot be blurred: %s", error)
            self._fault = Background.MISSING
        except FINDER_ERRORS as error:
            _log.warning("what finds the person did not load: %s", error)
            self._fault = Background.FAILED

    def _tell(self, background: Background) -> None:
        with self._telling:
            if background is Background.SHARP or self._is_on:
                if background is self._told:
                    return
                self._told = background
                self._on_background(background)


def mask_of(likelihood: Likelihood) -> Mask:
    """What of a picture is shown sharply where a person is seen with this likelihood."""
    share = np.clip((likelihood - _SHARP_FROM) * np.float32(1 / (_SHARP_AT - _SHARP_FROM)), 0, 1)
    mask: Mask = (share * 255).astype(np.uint8)
    return mask
