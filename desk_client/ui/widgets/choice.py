"""One of several that exclude each other, as a button."""

from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.paint import Face


class Choice(Button):
    """Framed where it is the chosen one; its group sees to it that there is one."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setCheckable(True)

    def _face(self) -> tuple[Face, str]:
        if self.isChecked():
            return Face(self.colours.accent_soft, self.colours.accent, 2), self.colours.accent
        return super()._face()
