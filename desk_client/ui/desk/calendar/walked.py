"""The base of a calendar that is painted as one, and walked by keys: it is called by what lies under the cursor."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.focus import shows_ring
from desk_client.ui.widgets.surface import Surface


class Walked(Surface):
    """Subclasses move the cursor, paint it where `_shows_focus` is, and name themselves by it."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _name_it(self) -> None:
        """Take what lies under the cursor as the accessible name."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are, except to who points."""
        self._shows_focus = shows_ring(event.reason(), self.look, was_shown=self._shows_focus)
        self._name_it()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_it()
