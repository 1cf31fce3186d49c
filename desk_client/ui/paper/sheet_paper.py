"""A document's pages on the roll: each as wide as the roll is, one below the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desk_client.ui.paper.roll import GAP, ON_ROLL, Gap, Page, Part, Rule, rolled

DRAWN_PX: Final = 1200
"""How many pixels a page should be wide for it: 300 an inch and some more."""


class Picture:
    """One page, as wide as there is room."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        self.height = ON_ROLL.width * image.height() / max(1, image.width())

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it."""
        painter.drawImage(QRectF(ON_ROLL.left, top, ON_ROLL.width, self.height), self._image)


def sheets_page(images: Sequence[QImage]) -> Page:
    """The pages; nothing of where they are from stands in the job's own books."""
    parts: list[Part] = []
    for image in images:
        parts += [Picture(image), Gap(GAP), Rule()]
    return rolled("", parts)
