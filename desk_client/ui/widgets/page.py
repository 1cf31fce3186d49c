"""What every page is built on: a place of calm width, words that follow the language, a finger that scrolls."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space

WIDEST_PX = 1200


class Page(QWidget):
    """A page in its window.

    Subclasses build their widgets without words, word them all in `retranslate`, and call it at the end of their
    constructor; it is called again with each change of the language. Widgets go into `column`, which is centred and
    never wider than is good to read.
    """

    def __init__(self, look: Appearance, widest_px: int = WIDEST_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout()
        self.column.setSpacing(Space.L)
        inner = QWidget()
        inner.setLayout(self.column)
        inner.setMaximumWidth(widest_px)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.addStretch(1)
        row.addWidget(inner, 1000)  # the sides get what is left of the widest
        row.addStretch(1)

    def retranslate(self) -> None:
        """Word every widget in the language spoken now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class ScrollColumn(QScrollArea):
    """A column that scrolls when it must, by wheel or keys; add widgets to `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = QWidget()
        self.inner.setObjectName("page")
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)
        self.setWidget(self.inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the column's own size."""
        return self.inner.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let wrapping texts take their height from the new width."""
        super().resizeEvent(event)
        self.inner.setMinimumWidth(0)
