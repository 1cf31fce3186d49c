"""A moment in which a page that has just come up takes no touch: the second of a double touch was meant for another."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

SETTLE_MS: Final = 300
"""As long as a hasty or a trembling finger takes to come down again, and a page to slide in."""


class Settling(QWidget):
    """Lies unseen over its host after ``begin``, takes what is touched, and goes by itself."""

    def __init__(self, host: QWidget, settle_ms: int = SETTLE_MS) -> None:
        super().__init__(host)
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(settle_ms)
        self._over.timeout.connect(self.hide)
        self.hide()

    def begin(self) -> None:
        """Take touches from now on, for a moment."""
        if self._over.interval() == 0:
            return
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self._over.start()

    def event(self, event: QEvent) -> bool:
        """Take what is touched or pressed, and do nothing with it."""
        if event.type() in {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            event.accept()
            return True
        return super().event(event)
