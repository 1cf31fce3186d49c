"""One document in the list of what was brought."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.i18n.bidi import file_name
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.thumbnail import Thumbnail


class DocumentRow(Panel):
    """Picture, name, size, how far it has come, and the way to take it out again."""

    remove_asked = Signal()

    def __init__(
        self, look: Appearance, icon: Icon, name: str, second: str, *, can_remove: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, margin_px=Space.M, parent=parent)
        self._thumbnail = Thumbnail(look, icon)
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addStretch()
        texts.addWidget(Label(look, file_name(name), Role.BODY, weight=Weight.MEDIUM))
        texts.addWidget(Label(look, second, Role.CAPTION, tone=Tone.SECOND))
        self._passage = Label(look, "", Role.CAPTION, weight=Weight.MEDIUM)
        self._passage.hide()
        texts.addWidget(self._passage)
        texts.addStretch()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._thumbnail)
        row.addLayout(texts, 1)
        if can_remove:
            remove = Button(look, QCoreApplication.translate("Documents", "Remove"), Kind.SECONDARY, icon=Icon.REMOVE)
            remove.setAccessibleDescription(name)
            remove.setObjectName("remove_document")
            remove.clicked.connect(self.remove_asked)
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def set_image(self, image: QImage) -> None:
        """Show its picture."""
        self._thumbnail.set_image(image)

    def set_passage(self, words: str, tone: Tone) -> None:
        """Say how far it has come."""
        self._passage.set_text(words)
        self._passage.set_tone(tone)
        self._passage.setVisible(bool(words))
