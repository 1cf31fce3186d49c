"""What is said of a background that is to be blurred, and of what is blurred more than was wished."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import Background
from desk_client.ui.theme.icons import Icon


def background_words(background: Background) -> str:
    """Why more than the background is not seen, and what to do; empty where all is as it is wished."""
    match background:
        case Background.SHARP | Background.BLURRED:
            return ""
        case Background.STARTING:
            return QCoreApplication.translate(
                "Background", "You are being looked for in the picture; until then all of it is blurred."
            )
        case Background.TOO_SLOW:
            return QCoreApplication.translate(
                "Background",
                "This computer is too slow to blur only what is behind you: your whole picture is blurred. "
                "Switch blurring off to be seen.",
            )
        case Background.MISSING:
            return QCoreApplication.translate(
                "Background",
                "What finds you in the picture is not installed on this computer: your whole picture is blurred. "
                "Switch blurring off to be seen.",
            )
        case Background.FAILED:
            return QCoreApplication.translate(
                "Background",
                "You could not be told from what is behind you: your whole picture is hidden. Switch blurring off to "
                "be seen, or off and on to try it again.",
            )
    assert_never(background)


def background_notes(background: Background) -> tuple[tuple[Icon, str], ...]:
    """For the picture's notices, with its sign; the moment in which it begins is none to tell of."""
    words = "" if background is Background.STARTING else background_words(background)
    return ((Icon.EYE_OFF, words),) if words else ()


def switched_words(*, on: bool) -> str:
    """What follows for one who pressed the key."""
    if on:
        return QCoreApplication.translate("Background", "What is behind you is blurred from now on.")
    return QCoreApplication.translate("Background", "What is behind you is seen again.")
