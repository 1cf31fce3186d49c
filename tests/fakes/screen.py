"""Screens and windows that serve, hide and go as real ones do."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import av

from desk_client.rtc.picture.screen_capture import ScreenDevice, ScreenLostError
from desk_client.rtc.port import SharingFault, Shown
from tests.fakes.camera import grey_picture


class FakeScreen:
    """An open screen: gives plain grey pictures until it is hidden or gone."""

    def __init__(self, luma: int = 200) -> None:
        self._luma = luma
        self._gone: SharingFault | None = None
        self._is_hidden = False
        self.closed = threading.Event()

    def go(self, fault: SharingFault) -> None:
        """Have the next read fail so."""
        self._gone = fault

    def hide(self) -> None:
        """Give no more pictures, as a minimised window."""
        self._is_hidden = True

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        while True:
            if self._gone is not None:
                raise ScreenLostError(self._gone, "gone")
            yield None if self._is_hidden else grey_picture(self._luma, 320, 240)
            self.closed.wait(0.02)

    def close(self) -> None:
        self.closed.set()


@dataclass
class FakeScreenOpener:
    """Opens its screens in turn; a fault among them refuses."""

    turns: list[SharingFault | FakeScreen]
    asked: list[tuple[Shown, int]] = field(default_factory=list, init=False)

    def __call__(self, source: Shown, fps: int) -> ScreenDevice:
        self.asked.append((source, fps))
        turn = self.turns[len(self.asked) - 1]
        if isinstance(turn, SharingFault):
            raise ScreenLostError(turn, "refused")
        return turn
