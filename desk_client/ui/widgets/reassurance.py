"""A quiet line with an icon: why something is asked, what becomes of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.sign import Sign


class Reassurance(QWidget):
    """An icon beside a sentence that calms and asks for nothing."""

    def __init__(self, look: Appearance, icon: Icon, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(look, text, Role.CAPTION, tone=Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(Sign(look, icon, Tone.ACCENT, 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.said

    def set_text(self, text: str) -> None:
        """Say another sentence."""
        self._text.set_text(text)
