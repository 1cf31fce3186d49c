"""The lower edge of what scrolls: it fades while there is more below, so that nothing looks cut off."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Colours
from desk_client.ui.widgets.surface import Surface

EDGE_PX = 40


class ScrollEdge(Surface):
    """Lies over the end of a scroll area's view; `ground` names the colour that the area stands on."""

    def __init__(self, look: Appearance, area: QScrollArea, ground: Callable[[Colours], str]) -> None:
        super().__init__(look, area)
        self._area = area
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.valueChanged.connect(self._follow)
        area.viewport().installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the view."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fade into the ground."""
        del event
        ground = QColor(self._ground(self.colours))
        clear = QColor(ground)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0.0, clear)
        fade.setColorAt(1.0, ground)
        painter = QPainter(self)
        painter.fillRect(self.rect(), fade)
        painter.end()

    def _follow(self) -> None:
        bar = self._area.verticalScrollBar()
        view = self._area.viewport().geometry()
        self.setGeometry(view.left(), view.bottom() + 1 - EDGE_PX, view.width(), EDGE_PX)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
