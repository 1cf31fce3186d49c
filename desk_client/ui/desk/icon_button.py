"""A quiet button that is an icon alone; its name is its tool tip, and what a screen reader says."""

from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind


class IconButton(Button):
    """For the header, where words would crowd."""

    def __init__(self, look: Appearance, icon: Icon, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", Kind.QUIET, icon=icon, parent=parent)
        self.setObjectName(name)

    def name_it(self, text: str) -> None:
        """Say what it does."""
        self.setAccessibleName(text)
        self.setToolTip(text)
