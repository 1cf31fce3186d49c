"""Who sits in the demonstration's room: names, pictures and tones, none of them a person who exists."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from desk_client.i18n.language import Language
from desk_client.rtc.port import MediaChoice

PLACE: Final = "DESK_CLIENT_ROOM"
"""The variable that tells a person's process where the others are met: see ``RoomPlace``."""
REPORT: Final = "DESK_CLIENT_ROOM_REPORT"
"""The variable that tells the window's process where to leave its figures."""

_NAMES: Final = (
    {Language.ARABIC: "مكتب أمير المنطقة", Language.ENGLISH: "The Emir's office"},
    {Language.ARABIC: "خالد العمري", Language.ENGLISH: "Khalid Al-Omari"},
    {Language.ARABIC: "ناصر الشهري", Language.ENGLISH: "Nasser Al-Shehri"},
    {Language.ARABIC: "سلمان الفيفي", Language.ENGLISH: "Salman Al-Fifi"},
)
_TONES_HZ: Final = (440.0, 587.0, 698.0, 523.0)
"""None is a harmonic of another."""
COUNTS: Final = range(2, len(_NAMES) + 1)
"""How many there may be."""
WINDOW: Final = 1
"""Whose window is seen."""
TURN_S: Final = 1.5
"""For how long one speaks before it is the next one's turn."""


@dataclass(frozen=True)
class RoomPlace:
    """Where the people of one room find each other."""

    port: int
    """On this machine's own address."""
    token: str
    """Tells them from whoever else may knock there."""

    def __str__(self) -> str:
        return f"{self.port}:{self.token}"

    @classmethod
    def of(cls, written: str) -> "RoomPlace":
        """The same from its written form."""
        port, token = written.split(":", 1)
        return cls(int(port), token)


def name_of(seat: int, language: Language) -> str:
    """What is read under that one's picture."""
    return _NAMES[seat - 1][language]


def tone_of(seat: int) -> float:
    """What that one's microphone sounds, in Hz."""
    return _TONES_HZ[seat - 1]


def media_of(
    seat: int, fps: int, *, camera: Path | None = None, speaker: Literal["auto", "none"] = "none"
) -> MediaChoice:
    """That one's drawn picture, or a clip in its place, and tone."""
    return MediaChoice(seat, tone_of(seat), camera or "synthetic", "synthetic", speaker, fps=fps)


def speaks(seat: int, count: int, at_s: float) -> bool:
    """Whether it is that one's turn at a time that all of them share."""
    return int(at_s / TURN_S) % count == seat - 1
