"""Who looks at a recording, and when, across its picture: whoever films the screen films their own name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import line_width

_INK = QColor(255, 255, 255, 90)
_EDGE = QColor(0, 0, 0, 110)
_TILT = -20
_APART = 3


class Watermark(QWidget):
    """Lies over its parent, whatever size that has, and lets everything through."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._below = look, parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())

    @property
    def text(self) -> str:
        """What stands there."""
        return self._text

    def set_text(self, text: str) -> None:
        """Write this, again and again."""
        self._text = text
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as what lies below."""
        if event.type() == QEvent.Type.Resize and watched is self._below:
            self.setGeometry(self._below.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in tilted lines."""
        del event
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._look.font(Role.CAPTION, Weight.SEMIBOLD)
        painter.setFont(font)
        wide, high = line_width(self._text, font) + Space.XL, self._look.type_px(Role.CAPTION) * 2 * _APART
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(_TILT)
        reach = self.width() + self.height()
        for row in range(-reach // (2 * high), reach // (2 * high) + 1):
            for column in range(-reach // (2 * wide) - 1, reach // (2 * wide) + 2):
                x, y = column * wide + (wide // 2 if row % 2 else 0), row * high
                painter.setPen(QPen(_EDGE))
                painter.drawText(x + 1, y + 1, self._text)
                painter.setPen(QPen(_INK))
                painter.drawText(x, y, self._text)
        painter.end()
