"""A picture that is looked at whole."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface


class PicturePane(Surface):
    """Shows a picture as large as fits, on a calm ground."""

    def __init__(self, look: Appearance, *, margin_px: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._margin_px = margin_px
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(220)

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def set_image(self, image: QImage) -> None:
        """Show another picture; a null one: none."""
        self._image = image
        self.update()

    @property
    def place(self) -> QRectF:
        """Where the picture lies."""
        room = QRectF(self.rect()).adjusted(self._margin_px, self._margin_px, -self._margin_px, -self._margin_px)
        if self._image.isNull() or room.isEmpty():
            return room
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def sizeHint(self) -> QSize:
        """Return a size at which a letter can be recognised."""
        return QSize(640, 420)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and picture."""
        del event
        painter = QPainter(self)
        self.paint_picture(painter)
        painter.end()

    def paint_picture(self, painter: QPainter) -> None:
        """Paint ground and picture; a subclass paints over it."""
        paint_face(painter, QRectF(self.rect()), Face(self.colours.stage, self.colours.border, 1, Radius.TILE))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place, self._image)
