"""What a visitor may know while they wait: what happens next, and what to have ready. Three short lines, no more."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.reassurance import Reassurance


class WaitingCalm(QWidget):
    """Read from above to below, or read aloud with the page."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("what_happens_next")
        self._title = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._lines = tuple(Reassurance(look, icon) for icon in (Icon.CALL, Icon.FILE, Icon.EDIT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        for line in self._lines:
            column.addWidget(line)
        self.relabel()

    def relabel(self) -> None:
        """Say it in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("WaitingCalm", "What happens next"))
        texts = (
            QCoreApplication.translate(
                "WaitingCalm", "The official greets you by picture and sound, here on the screen."
            ),
            QCoreApplication.translate(
                "WaitingCalm", "Have your ID and your papers at hand, and what matters most in mind."
            ),
            QCoreApplication.translate(
                "WaitingCalm", "What is decided is written down, and you read it here afterwards."
            ),
        )
        for line, text in zip(self._lines, texts, strict=True):
            line.set_text(text)
