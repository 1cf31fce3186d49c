"""Wires a window's part in talks. A kiosk that nobody uses has loaded none of it."""

from typing import TYPE_CHECKING

from desk_client.bootstrap.media import CAMERA_SIZE, SOURCE, STAND_IN_SIZES, TONE_HZ
from desk_client.client.conference import Conference
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.domain.party import Party
from desk_client.rtc.port import MediaChoice

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


def conference_of(settings: DesktopSettings, party: Party) -> Conference:
    """One end's part in calls, with the devices that are there or what was chosen to stand for them."""
    drawn = settings.media is not None or settings.synthetic
    width, height = STAND_IN_SIZES[settings.synthetic_picture] if drawn else CAMERA_SIZE
    media = MediaChoice(
        width=width,
        height=height,
        source=SOURCE[party],
        tone_hz=TONE_HZ[party],
        camera=settings.media or ("synthetic" if settings.synthetic else "auto"),
        microphone="synthetic" if settings.synthetic else "auto",
        speaker="auto",
    )

    return Conference(lambda: _engine(settings), media, party)


def _engine(settings: DesktopSettings) -> "Engine":
    if settings.break_call is not None:
        from desk_client.bootstrap.broken_engine import broken  # noqa: PLC0415 - loaded when chosen

        return broken(settings.break_call)
    from desk_client.rtc.engine import Engine  # noqa: PLC0415 - loaded with the first person who is received

    return Engine()
