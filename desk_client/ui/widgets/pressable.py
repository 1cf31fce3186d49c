"""The base of everything that is pressed: by finger, by mouse, by Enter or Space."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Colours, Radius
from desk_client.ui.widgets.focus import keeps_ring, shows_ring
from desk_client.ui.widgets.paint import paint_focus_ring
from desk_client.ui.widgets.surface import REPAINTED_BY


class Pressable(QAbstractButton):
    """A button that paints its own face.

    A subclass paints in `paint_content` and says its size in `content_size`; target size, focus ring, Enter, hover
    (by mouse alone: a finger does not hover) and repainting are here. `setAccessibleName` follows the text.
    """

    radius_px: int = Radius.CONTROL

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.is_hovered = False
        self._shows_focus = False
        self._is_being_told = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell_press)

    @property
    def colours(self) -> Colours:
        """The colours of the chosen theme."""
        return self.look.colours

    @property
    def focus_colours(self) -> tuple[str, str]:
        """The colours of the focus ring and of the line inside it."""
        return self.colours.focus, self.colours.surface

    @property
    def shows_ring(self) -> bool:
        """Whether the keyboard's focus is here and seen: it was brought by keys."""
        return self._shows_focus and self.hasFocus()

    def content_size(self) -> QSize:
        """Return the size that the content asks for; the target size is the least."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint face and content."""
        raise NotImplementedError

    def setChecked(self, is_checked: bool) -> None:
        """Show it as chosen or not; nobody has pressed it."""
        self._is_being_told = True
        super().setChecked(is_checked)
        self._is_being_told = False

    def nextCheckState(self) -> None:
        """Turn, as part of a press of which Qt tells by itself."""
        self._is_being_told = True
        super().nextCheckState()
        self._is_being_told = False

    def sizeHint(self) -> QSize:
        """Return the content's size, no smaller than the target size."""
        least = self.look.control_px
        return self.content_size().expandedTo(QSize(least, least))

    def minimumSizeHint(self) -> QSize:
        """Return the same as the hint: nothing that is pressed is squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the content, and the ring where the keyboard's focus is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_content(painter, self.rect())
        if self.shows_ring:
            ring, gap = self.focus_colours
            paint_focus_ring(painter, QRectF(self.rect()), self.radius_px, ring, gap)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Note a mouse above; at a kiosk what seems one is a finger that was lifted."""
        self.is_hovered = not self.look.is_kiosk
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Note that the mouse went."""
        self.is_hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, except to who points: they see where they are."""
        self._shows_focus = shows_ring(event.reason(), self.look, was_shown=self._shows_focus)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; who comes back finds it again."""
        self._shows_focus = self._shows_focus and keeps_ring(event.reason())
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint anew in the changed appearance."""
        if event.type() in REPAINTED_BY:
            self.updateGeometry()
            self.update()
        elif event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def _tell_press(self, is_checked: bool) -> None:
        """A screen reader turns what can be chosen (Qt's action "Toggle") without a press: to us it is one."""
        is_anothers = self.group() is not None and not is_checked  # another of its group was chosen
        if not self._is_being_told and not is_anothers:
            self.clicked.emit()
