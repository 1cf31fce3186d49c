"""The figures of a talk's line: one button among its controls."""

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.ui.call.call_view import CallView
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton


class FiguresSwitch(QObject):
    """Shows them over the other side's picture, or takes them away."""

    def __init__(self, look: Appearance, view: CallView) -> None:
        """``view`` is the talk whose controls the button joins."""
        super().__init__(view)
        self._view, self._is_on = view, False
        self.button = RoundButton(look, Icon.FIGURES)
        self.button.setObjectName("toggle_figures")
        self.button.clicked.connect(self._switch)
        view.bar.add(self.button)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.button.set_text(
            QCoreApplication.translate("DeskCall", "Hide figures")
            if self._is_on
            else QCoreApplication.translate("DeskCall", "Figures")
        )
        self.button.setToolTip(
            QCoreApplication.translate("DeskCall", "Show or hide the figures of the line (Ctrl+Shift+D)")
        )

    def _switch(self) -> None:
        self._is_on = not self._is_on
        self._view.set_figures(self._is_on)
        self.retranslate()
