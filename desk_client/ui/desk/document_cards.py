"""What the visitor brought, as cards that open."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.day import Attachment
from desk_client.domain.attachment_kinds import Kind
from desk_client.i18n.bidi import file_name
from desk_client.ui.file_size import size_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.label import Label


class DocumentCards(QWidget):
    """Hides where nothing was brought. `asked` carries the document's id."""

    asked = Signal(str)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.setObjectName("documents")
        self._look = look
        self._documents: tuple[Attachment, ...] = ()
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_heading=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._title)
        self._cards: list[CardButton] = []

    def show_documents(self, documents: tuple[Attachment, ...]) -> None:
        """Show these, worded in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Brief", "Documents"))
        self.setVisible(bool(documents))
        if documents != self._documents:
            self._documents = documents
            self._make()
        for card, document in zip(self._cards, documents, strict=True):
            card.set_texts(file_name(document.name), size_words(document.size, self._look.language))

    def focus_on(self, document_id: str) -> None:
        """Go back to where a document was opened."""
        for card, document in zip(self._cards, self._documents, strict=True):
            if document.id == document_id:
                card.setFocus()

    def _make(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for document in self._documents:
            icon = Icon.FILE if document.media_type == Kind.PDF else Icon.IMAGE
            card = CardButton(self._look, sign=icon)
            card.setObjectName(f"document_{document.id}")
            card.clicked.connect(lambda _checked=False, each=document.id: self.asked.emit(each))
            self._cards.append(card)
            self._column.addWidget(card)
