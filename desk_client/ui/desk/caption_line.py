"""What the visitor is to read large: written below a talk, once the button among its controls was pressed."""

from PySide6.QtCore import QCoreApplication, Qt

from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.write_line import WriteLine
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.round_button import RoundButton


class CaptionLine(WriteLine):
    """The owner lays it below the talk, and sends what was written."""

    def __init__(self, look: Appearance, view: CallView) -> None:
        """``view`` is the talk whose controls the button joins."""
        super().__init__(look, "caption")
        self.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self.hide()
        self.switch = RoundButton(look, Icon.MESSAGE)
        self.switch.setObjectName("toggle_captions")
        self.switch.clicked.connect(self._switch)
        view.bar.add(self.switch)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.switch.set_text(QCoreApplication.translate("DeskCall", "Write"))
        self.switch.setToolTip(
            QCoreApplication.translate("DeskCall", "Write something that the visitor reads large (T)")
        )
        self.set_texts(
            QCoreApplication.translate("DeskCall", "What the visitor is to read"),
            QCoreApplication.translate("DeskCall", "Send"),
        )

    def _switch(self) -> None:
        self.setVisible(self.isHidden())
        if self.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
