"""How loud a microphone is, as a bar that moves."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.paint import Face, mirrored, paint_face
from desk_client.ui.widgets.surface import Surface

_QUIETEST_DBFS: Final = -60.0
_LOUD_DBFS: Final = -9.0
_FALL: Final = 0.82
"""What is left of the bar at the next level where that is lower: a bar that leaps cannot be read."""
_HEIGHT_PX: Final = 16


class LevelMeter(Surface):
    """Empty at -60 dBFS and below, full at full scale; another colour from where it may be too loud."""

    spoken_role = QAccessible.Role.ProgressBar

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How full the bar is, 0..1."""
        return self._share

    def set_dbfs(self, dbfs: float | None) -> None:
        """Show this level; None: nothing is known of it."""
        level = 0.0 if dbfs is None else min(1.0, max(0.0, 1 - dbfs / _QUIETEST_DBFS))
        share = level if dbfs is None else max(level, self._share * _FALL)
        if abs(share - self._share) > 0.002 or share in {0.0, 1.0}:  # noqa: PLR2004 - less is not seen
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a bar."""
        return QSize(160, self.look.scaled(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and over it the bar from where reading begins."""
        del event
        painter = QPainter(self)
        radius = self.height() // 2
        paint_face(painter, QRectF(self.rect()), Face(self.colours.sunken, self.colours.border_strong, 1, radius))
        filled = self.rect().adjusted(2, 2, -2, -2)
        filled.setWidth(round(filled.width() * self._share))
        if filled.width() > filled.height():
            is_loud = self._share > 1 - _LOUD_DBFS / _QUIETEST_DBFS
            colour = self.colours.warning_text if is_loud else self.colours.success_text
            placed = mirrored(filled, self.rect(), right_to_left=self.look.is_right_to_left)
            paint_face(painter, QRectF(placed), Face(colour, "", 0, radius - 2))
        painter.end()
