"""An icon alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.label import Tone
from desk_client.ui.widgets.surface import Surface


class Sign(Surface):
    """An icon in a tone, for beside a text; it says nothing that the text does not."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        look: Appearance,
        icon: Icon,
        tone: Tone = Tone.ACCENT,
        size_px: int = Space.L,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._icon, self._tone, self._size_px = icon, tone, size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, icon: Icon, tone: Tone) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        size = self.look.scaled(self._size_px)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        self.look.paint_icon(painter, self._icon, self.rect(), getattr(self.colours, self._tone))
        painter.end()
