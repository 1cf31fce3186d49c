"""A small picture of a file, or the icon that stands for its kind."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface

SIDE_PX = 96
_INSET_PX = 6


def paint_thumbnail(painter: QPainter, place: QRect, look: Appearance, icon: Icon, image: QImage) -> None:
    """Paint the picture whole within the place; the icon where there is none."""
    paint_face(painter, QRectF(place), Face(look.colours.sunken, look.colours.border, 1, Radius.CONTROL))
    if image.isNull():
        side = min(place.width(), place.height()) // 2
        middle = QRect(0, 0, side, side)
        middle.moveCenter(place.center())
        look.paint_icon(painter, icon, middle, look.colours.text_second)
        return
    room = place.adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
    scale = min(room.width() / image.width(), room.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(
        QRectF(room.center().x() + 0.5 - width / 2, room.center().y() + 0.5 - height / 2, width, height), image
    )


class Thumbnail(Surface):
    """Shown beside a file's name, which is what is read aloud."""

    def __init__(self, look: Appearance, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_image(self, image: QImage) -> None:
        """Show a picture; a null one: the icon."""
        if image.cacheKey() != self._image.cacheKey():
            self._image = image
            self.update()

    def sizeHint(self) -> QSize:
        """Return the square's size."""
        return QSize(SIDE_PX, SIDE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_thumbnail(painter, self.rect(), self.look, self._icon, self._image)
        painter.end()
