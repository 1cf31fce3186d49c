"""A QR code on the screen, with what it is for below it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.paper.qr import modules, paint_qr
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face


class _Code(QWidget):
    """Black on white in every theme: a camera reads nothing else."""

    def __init__(self, text: str, side_px: int) -> None:
        super().__init__()
        self._symbol = modules(text)
        self.setFixedSize(side_px, side_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the symbol on its white ground."""
        del event
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), Face("#FFFFFF", radius_px=Radius.SMALL))
        paint_qr(painter, QRectF(self.rect()), self._symbol)
        painter.end()


class QrSign(QWidget):
    """The code of a text, its caption, and its name for those who do not see it."""

    def __init__(self, look: Appearance, text: str, caption: str, name: str, side_px: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(_Code(text, side_px), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(look, caption, Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        words.setFixedWidth(side_px + Space.XL)
        column.addWidget(words)
        column.addStretch()
