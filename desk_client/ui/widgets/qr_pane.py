"""A code for a telephone's camera, large on the screen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.paper.qr import Modules, modules, paint_qr
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface

_SIDE_PX = 320


class QrPane(Surface):
    """Black on white in every theme: telephones read nothing else as well."""

    def __init__(self, look: Appearance, side_px: int = _SIDE_PX, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._side_px = side_px
        self._symbol: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, text: str) -> None:
        """Show this text as a code; an empty one: none."""
        self._symbol = modules(text) if text else ()
        self.update()

    @property
    def has_code(self) -> bool:
        """Whether there is anything to scan."""
        return bool(self._symbol)

    def sizeHint(self) -> QSize:
        """Return a size that is read from where one stands."""
        return QSize(self._side_px, self._side_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), Face("#ffffff", self.colours.border, 1, Radius.CARD))
        if self._symbol:
            inset = Radius.CARD / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            paint_qr(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._symbol)
        painter.end()
