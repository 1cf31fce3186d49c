"""A photo with the four corners of the sheet in it, each of which can be moved."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.documents.sheet import WHOLE, Corners
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.corner_handle import SIDE_PX, CornerHandle
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.picture_pane import PicturePane

_SHADE = QColor(0, 0, 0, 130)
_FROM_THE_LEFT, _FROM_THE_RIGHT = (0, 1, 3, 2), (1, 0, 2, 3)
"""The corners line by line, as each script reads."""


class CropEditor(PicturePane):
    """What is outside of the corners is darkened: only what is inside is kept."""

    changed = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=SIDE_PX // 2, parent=parent)
        self._corners: Corners = WHOLE
        self._handles = [CornerHandle(look, self) for _ in range(4)]
        for index, handle in enumerate(self._handles):
            handle.setObjectName(f"corner_{index}")
            handle.dragged.connect(lambda middle, index=index: self._drag(index, middle))
        self.relabel()

    @property
    def corners(self) -> Corners:
        """Where they are: top left, top right, bottom right, bottom left, in shares of the photo."""
        return self._corners

    def set_corners(self, corners: Corners) -> None:
        """Put them there."""
        self._corners = corners
        self._place_handles()
        self.update()

    def relabel(self) -> None:
        """Name the corners, and let the keys go through them as the language reads."""
        order = _FROM_THE_RIGHT if self.look.is_right_to_left else _FROM_THE_LEFT
        follow(self, *(self._handles[index] for index in order))
        for handle, name in zip(
            self._handles,
            (
                QCoreApplication.translate("CropEditor", "Corner at the top left"),
                QCoreApplication.translate("CropEditor", "Corner at the top right"),
                QCoreApplication.translate("CropEditor", "Corner at the bottom right"),
                QCoreApplication.translate("CropEditor", "Corner at the bottom left"),
            ),
            strict=True,
        ):
            handle.setText(name)
            handle.setAccessibleName(name)
            handle.setAccessibleDescription(
                QCoreApplication.translate("CropEditor", "Drag it, or move it with the arrow keys")
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners on the photo."""
        super().resizeEvent(event)
        self._place_handles()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo, what is cut away, and the sheet's outline."""
        del event
        painter = QPainter(self)
        self.paint_picture(painter)
        if not self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = QPolygonF([self._at(corner) for corner in self._corners])
            outside, inside = QPainterPath(), QPainterPath()
            outside.addRect(self.place)
            inside.addPolygon(sheet)
            inside.closeSubpath()
            painter.fillPath(outside.subtracted(inside), _SHADE)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((QColor("#161616"), 5), (QColor(self.colours.stage_accent), 3)):
                painter.setPen(QPen(colour, width))
                painter.drawPolygon(sheet)
        painter.end()

    def _at(self, corner: tuple[float, float]) -> QPointF:
        place = self.place
        return QPointF(place.left() + corner[0] * place.width(), place.top() + corner[1] * place.height())

    def _place_handles(self) -> None:
        for handle, corner in zip(self._handles, self._corners, strict=True):
            handle.move_to(self._at(corner))

    def _drag(self, index: int, middle: QPointF) -> None:
        place = self.place
        if place.isEmpty():
            return
        x = min(1.0, max(0.0, (middle.x() - place.left()) / place.width()))
        y = min(1.0, max(0.0, (middle.y() - place.top()) / place.height()))
        a, b, c, d = (((x, y) if each == index else corner) for each, corner in enumerate(self._corners))
        self.set_corners((a, b, c, d))
        self.changed.emit()
