"""What is said of a line that is lost or too weak: for how long, what is being done about it, and what comes next."""

import time
from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.fallback import Cause
from desk_client.i18n.dates import elapsed
from desk_client.i18n.language import Language
from desk_client.ui.call.status import Status

_SOON_S = 8


class LostLine:
    """Counts from when the last picture began to stand still."""

    def __init__(self) -> None:
        self._since_s: float | None = None

    @property
    def is_lost(self) -> bool:
        """Whether it counts."""
        return self._since_s is not None

    def note(self, status: Status | None) -> None:
        """Take in what stands over the picture."""
        if status is None or not status.keeps_picture:
            self._since_s = None
        elif self._since_s is None:
            self._since_s = time.monotonic()

    def worded(self, status: Status) -> Status:
        """The status with more to say the longer it lasts."""
        if self._seconds < _SOON_S or not status.keeps_picture:
            return status
        doing = QCoreApplication.translate(
            "LostLine",
            "We keep making a new connection by ourselves; there is nothing you need to do. "
            "If it does not come back soon, the office goes on by phone. Nothing is lost.",
        )
        return Status(status.title, doing, status.icon, status.keeps_picture, status.can_retry)

    def since(self, language: Language) -> str:
        """For how long, in words; empty where nothing is lost."""
        if self._since_s is None:
            return ""
        lasted = elapsed(timedelta(seconds=self._seconds), language)
        return QCoreApplication.translate("LostLine", "Interrupted for {time}").format(time=lasted)

    @property
    def _seconds(self) -> int:
        return 0 if self._since_s is None else int(time.monotonic() - self._since_s)


def sound_first_words(cause: Cause) -> str:
    """Why there is no picture just now, and that it comes back."""
    match cause:
        case Cause.NO_PICTURES:
            return QCoreApplication.translate(
                "LostLine", "The line is too weak for the picture. You hear each other, and the picture comes back."
            )
        case Cause.POOR:
            return QCoreApplication.translate(
                "LostLine", "So that you hear each other well, your picture rests. It comes back by itself."
            )
    assert_never(cause)


def time_words(left: timedelta | None) -> str:
    """A calm word before the planned time is over, and after it; empty while there is time, or nothing was planned."""
    if left is None or left > timedelta(minutes=2):
        return ""
    if left > timedelta():
        return QCoreApplication.translate(
            "CallView", "About two minutes are left. Please say what matters most to you."
        )
    return QCoreApplication.translate(
        "CallView", "The planned time is over. The talk goes on until the official ends it."
    )
