"""What the visitor would like to bring along: the ways to add something, and what was added."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import documents
from desk_client.client.documents.basket import Basket, Document, Passage
from desk_client.client.flows import kiosk as flow
from desk_client.client.visit import Page, Visit
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.language import Language
from desk_client.ui.file_size import size_words
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.document_row import DocumentRow
from desk_client.ui.kiosk.document_words import kind_icon, passage_words
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.small_pictures import SmallPictures
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.label import Tone

_SIGNS = {Page.PHOTO: Icon.PHOTO, Page.FILES: Icon.USB, Page.PHONE: Icon.PHONE}


class DocumentsPage(VisitPage):
    """Optional: with one touch one goes on without any. They are sent once the booking stands."""

    page = Page.DOCUMENTS
    measure_px = 960
    main_name: ClassVar[str] = "continue"

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._basket = self.client.brought.basket
        self._shown: tuple[Basket, Language] | None = None
        self._rows: dict[str, DocumentRow] = {}
        self._pictures = SmallPictures(counter.bridge, self)
        self._pictures.arrived.connect(self._show_pictures)
        self._listed = QWidget()
        self._list = QVBoxLayout(self._listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.S)
        self._ways = CardGrid(narrow_px=720)
        self._offered: list[Page] = []
        self._cards: dict[Page, CardButton] = {}
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._listed)
        self.body.addWidget(self._ways)
        self.add_back()
        self.add_main(self.main_name, self.finish)
        self._unsubscribe = self._basket.subscribe(lambda _basket: self._show())
        self.ready()

    def entered(self) -> None:
        """Show what was brought so far."""
        documents.begin(self.client)
        self._show()

    def left(self) -> None:
        """Keep no pictures of it on the page."""
        self._pictures.forget()
        self._shown = None

    def teardown(self) -> None:
        """Stop listening."""
        self._unsubscribe()

    def finish(self) -> None:
        """Go on to the summary."""
        self.ask(lambda: documents.go_on(self.client, self.counter.now()))

    def relabel(self) -> None:
        """Word the question and the ways."""
        self.title.set_texts(
            QCoreApplication.translate("DocumentsPage", "Would you like to bring a document?"),
            QCoreApplication.translate(
                "DocumentsPage", "A letter, a deed, a photo: the official sees it before the talk. You need not."
            ),
        )
        self._word_ways()
        self._shown = None

    def refresh(self, visit: Visit) -> None:
        """Show what was brought."""
        del visit
        self._show()

    def main_words(self, basket: Basket) -> str:
        """What going on is called."""
        if basket.documents:
            return QCoreApplication.translate("DocumentsPage", "Continue")
        return QCoreApplication.translate("DocumentsPage", "Continue without a document")

    def _show(self) -> None:
        basket, language = self._basket.value, self.look.language
        if (basket, language) == self._shown:
            return
        self._shown = (basket, language)
        self._show_ways(basket)
        while (entry := self._list.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for kept in basket.kept:
            icon = kind_icon(Kind(kept.media_type)) if kept.media_type in set(Kind) else Icon.FILE
            second = size_words(kept.size, language)
            row = DocumentRow(self.look, icon, kept.name, second, can_remove=False)
            row.set_passage(QCoreApplication.translate("Documents", "With your appointment"), Tone.SUCCESS)
            self._list.addWidget(row)
        for document in basket.documents:
            self._list.addWidget(self._row(document, language))
        follow(self._listed, *self._rows.values())
        self._show_pictures()
        if self.main is not None:
            self.main.set_text(self.main_words(basket))

    def _show_ways(self, basket: Basket) -> None:
        offered = [Page.PHOTO, Page.FILES, *([Page.PHONE] if basket.bounds.by_phone else [])]
        if offered != self._offered:
            self._offered = offered
            self._cards = {page: self._card(page) for page in offered}
            self._ways.set_cards(list(self._cards.values()))
            self._word_ways()
        for card in self._cards.values():
            card.setEnabled(basket.room > 0 and not basket.is_sending)

    def _row(self, document: Document, language: Language) -> DocumentRow:
        can_remove = document.passage in {Passage.HERE, Passage.FAILED}
        second = size_words(document.size, language)
        row = DocumentRow(self.look, kind_icon(document.kind), document.name, second, can_remove=can_remove)
        row.set_passage(*passage_words(document))
        row.remove_asked.connect(lambda: documents.put_away(self.client, document.id))
        self._rows[document.id] = row
        return row

    def _show_pictures(self) -> None:
        for document in self._basket.value.documents:
            row = self._rows.get(document.id)
            if row is not None:
                row.set_image(self._pictures.of(document.id, document.kind, _giving(document)))

    def _card(self, page: Page) -> CardButton:
        card = CardButton(self.look, sign=_SIGNS[page])
        card.setObjectName(f"by_{page}")
        card.clicked.connect(lambda: self._turn_to(page))
        return card

    def _word_ways(self) -> None:
        words = {
            Page.PHOTO: (
                QCoreApplication.translate("DocumentsPage", "Photograph a paper"),
                QCoreApplication.translate("DocumentsPage", "With the camera of this kiosk"),
            ),
            Page.FILES: (
                QCoreApplication.translate("DocumentsPage", "From a USB stick or the scanner"),
                QCoreApplication.translate("DocumentsPage", "PDF documents and photos"),
            ),
            Page.PHONE: (
                QCoreApplication.translate("DocumentsPage", "From your phone"),
                QCoreApplication.translate("DocumentsPage", "Scan a code and choose files there"),
            ),
        }
        for page, card in self._cards.items():
            card.set_texts(*words[page])

    def _turn_to(self, page: Page) -> None:
        if not self.is_acting:
            self.client.visit.set(flow.aside(self.visit, page))


class MoreDocumentsPage(DocumentsPage):
    """The same for an audience that stands already: they are sent from here."""

    page = Page.MORE_DOCUMENTS
    main_name = "send"

    def entered(self) -> None:
        """Show what was brought so far, and read what is there."""
        self.relabel()  # a talk may go on now, or go on no more
        self.ask(lambda: documents.load_kept(self.client), is_reading=True)
        self._show()

    def relabel(self) -> None:
        """Word it for whoever talks meanwhile, too."""
        super().relabel()
        if self.visit.talks_meanwhile:
            self.title.set_texts(
                QCoreApplication.translate("DocumentsPage", "Hand the official a document"),
                QCoreApplication.translate(
                    "DocumentsPage", "The talk goes on: you hear each other. The official sees what you send at once."
                ),
            )

    def revived(self) -> None:
        """Read what could not be read."""
        self.ask(lambda: documents.load_kept(self.client), is_reading=True)

    def finish(self) -> None:
        """Send them, and go back to the appointments; without any go back at once."""
        if self._basket.value.unsent:
            self.ask(lambda: documents.send_more(self.client))
        else:
            self.go_back()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Which was not sent, and why, stands in the list; here is the way to try again."""
        del again
        self.refuse(refusal, self.finish if self._basket.value.failed else self.revived)

    def main_words(self, basket: Basket) -> str:
        """What is done with them."""
        if basket.unsent:
            return QCoreApplication.translate("DocumentsPage", "Send the documents")
        if self.visit.talks_meanwhile:
            return QCoreApplication.translate("DocumentsPage", "Back to the talk")
        return QCoreApplication.translate("DocumentsPage", "Done")


def _giving(document: Document) -> Callable[[], bytes]:
    return lambda: document.content
