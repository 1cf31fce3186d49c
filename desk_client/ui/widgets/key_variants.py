"""The kin of a letter, offered over the keyboard to who holds its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Space
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface


class KeyVariants(Surface):
    """A strip of keys above the one that is held, or below it in the first row. The finger may be lifted meanwhile."""

    chosen = Signal(str)

    def __init__(self, look: Appearance, keyboard: QWidget) -> None:
        super().__init__(look, keyboard)
        self.setObjectName("key_variants")
        self._keyboard = keyboard
        self._caps: list[KeyCap] = []
        self.hide()

    def offer(self, cap: KeyCap, letters: Sequence[str]) -> None:
        """Show these letters beside a key, until one is chosen or the strip is hidden."""
        for old in self._caps:
            old.hide()
            old.deleteLater()
        self._caps = [KeyCap(self.look, letter, parent=self) for letter in letters]
        side = self.look.control_px
        step = side + Space.S
        for place, (letter, each) in enumerate(zip(letters, self._caps, strict=True)):
            each.setObjectName(f"variant_{letter}")
            each.clicked.connect(partial(self._choose, letter))
            each.setGeometry(Space.S + place * step, Space.S, side, side)
            each.show()
        width, height = len(letters) * step + Space.S, side + 2 * Space.S
        key = cap.geometry()
        left = min(max(0, key.center().x() - width // 2), max(0, self._keyboard.width() - width))
        top = key.top() - height if key.top() >= height else key.bottom() + 1
        self.setGeometry(QRect(left, top, width, height))
        self.show()
        self.raise_()

    def cap(self, letter: str) -> KeyCap:
        """Return the key of a letter that is offered. Raises LookupError: it is not."""
        for each in self._caps:
            if self.isVisible() and each.text() == letter:
                return each
        raise LookupError(f"{letter!r} is not offered")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        del event
        painter = QPainter(self)
        face = Face(self.colours.surface, self.colours.accent, 2, Radius.CARD)
        paint_face(painter, QRectF(self.rect()), face)
        painter.end()

    def _choose(self, letter: str) -> None:
        self.hide()
        self.chosen.emit(letter)
