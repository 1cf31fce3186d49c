"""The shipped font. A clean Debian has none that writes Arabic, so no system font is ever relied on."""

from PySide6.QtGui import QFont, QFontDatabase

from desk_client.config.resources import resource
from desk_client.ui.theme.tokens import FAMILY, Weight


class FontDamagedError(RuntimeError):
    """A shipped font file cannot be read: the installation is damaged."""


def load_fonts() -> None:
    """Register the four weights with Qt. Call once, after the application object exists.

    Raises:
        FontDamagedError: a file is not a font.
    """
    for path in sorted(resource("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontDamagedError(str(path))


def font(pixels: int, weight: Weight = Weight.REGULAR) -> QFont:
    """Return the shipped font at a size in logical pixels."""
    face = QFont(FAMILY)
    face.setPixelSize(pixels)
    face.setWeight(QFont.Weight(weight))
    return face
