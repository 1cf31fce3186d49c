"""A widget that paints itself, and does so anew when the appearance changes."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Colours

REPAINTED_BY = frozenset(
    {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange},
)
"""The events by which Qt says that colours, sizes or the direction have changed."""


class Surface(QWidget):
    """The base of what is painted and not pressed."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    @property
    def colours(self) -> Colours:
        """The colours of the chosen theme."""
        return self.look.colours

    def relook(self) -> None:
        """Take what was kept of fonts and colours anew; subclasses that keep something override it."""

    def minimumSizeHint(self) -> QSize:
        """Return the hint where the size is fixed: a layout short of room would squeeze it otherwise."""
        fixed = QSizePolicy.Policy.Fixed
        policy, hint, least = self.sizePolicy(), self.sizeHint(), super().minimumSizeHint()
        return QSize(
            hint.width() if policy.horizontalPolicy() == fixed else least.width(),
            hint.height() if policy.verticalPolicy() == fixed else least.height(),
        )

    def event(self, event: QEvent) -> bool:
        """Catch up with what changed before it was first shown: until then Qt sends no style changes."""
        if event.type() == QEvent.Type.Polish:
            self.relook()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint anew in the changed appearance."""
        if event.type() in REPAINTED_BY:
            self.relook()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
