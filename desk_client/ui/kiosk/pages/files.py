"""What lies on a stick, or came from the scanner: chosen by its picture."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import documents
from desk_client.client.documents import folders
from desk_client.client.documents.folders import Found, Looked
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import file_name
from desk_client.i18n.language import Language
from desk_client.ui.file_size import size_words
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.document_words import kind_icon
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.small_pictures import Content, SmallPictures
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.picture_card import PictureCard

_EVERY_MS = 2_000


class FilesPage(VisitPage):
    """Looked through again every two seconds: a stick may be plugged in, or pulled out, at any time."""

    page = Page.FILES
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._looked: Looked | None = None
        self._shown: tuple[Looked, frozenset[str], Language] | None = None
        self._chosen: frozenset[str] = frozenset()
        self._had_stick = False
        self._is_looking = False
        self._cards: dict[str, PictureCard] = {}
        self._pictures = SmallPictures(counter.bridge, self)
        self._pictures.arrived.connect(self._show_pictures)
        self._told = Banner(self.look)
        self._told.setObjectName("files_notice")
        self._empty = EmptyState(self.look, Icon.USB)
        self._empty.setMinimumHeight(320)
        self._grid = CardGrid(narrow_px=900)
        self._others = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._others.setObjectName("others")
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._told)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._grid)
        self.body.addWidget(self._others)
        self.add_back()
        self.add_main("files_done", self.go_back, Icon.CHECK)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.look_again)
        self.ready()

    def entered(self) -> None:
        """Look what is there, and go on looking."""
        self._chosen = frozenset()
        self._had_stick = False
        self._clock.start()
        self.look_again()

    def left(self) -> None:
        """Look no more, and keep no pictures."""
        self._clock.stop()
        self._pictures.forget()
        self._looked = self._shown = None

    def look_again(self) -> None:
        """Look through stick and scanner once more."""
        if self._is_looking:
            return
        self._is_looking = True
        self.counter.bridge.run(
            documents.look_for_files(self.client), self.show_files, lambda _refusal: None, on_end=self._has_looked
        )

    def show_files(self, looked: Looked) -> None:
        """Show what was found."""
        self._looked = looked
        self._had_stick |= looked.has_stick
        self.refresh(self.visit)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("FilesPage", "Which documents would you like to bring?"),
            QCoreApplication.translate("FilesPage", "Touch each one. Nothing on your stick is changed."),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("FilesPage", "Done"))

    def refresh(self, visit: Visit) -> None:
        """Show the files, or what to do so that there are any."""
        del visit
        looked, language = self._looked, self.look.language
        self._empty.setVisible(looked is None or not looked.files)
        if looked is None:
            self._empty.set_texts(QCoreApplication.translate("FilesPage", "Looking for files"), "")
            self._others.hide()
            return
        self._tell_stick(looked)
        if (looked, self._chosen, language) == self._shown:
            return
        self._shown = (looked, self._chosen, language)
        if not looked.files:
            self._word_empty(looked)
        self._cards = {str(found.path): self._card(found, language) for found in looked.files}
        self._grid.set_cards(list(self._cards.values()))
        self._show_pictures()
        text = QCoreApplication.translate(
            "FilesPage",
            "Files that are not shown, since they are of another kind or too large: %Ln",
            None,
            looked.others,
        )
        self._others.set_text(text if looked.others else "")
        self._others.setVisible(bool(looked.others))

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A file that is gone is no fault of the server's."""
        del again
        if refusal.code is RefusalCode.NOT_FOUND:
            self._told.say(
                QCoreApplication.translate(
                    "FilesPage", "The file cannot be read any more. Please plug the stick in again."
                ),
                Mood.WARNING,
            )
        else:
            self.refuse(refusal)

    def _has_looked(self) -> None:
        self._is_looking = False

    def _tell_stick(self, looked: Looked) -> None:
        if looked.has_stick or not self._had_stick:
            if self._told.mood is Mood.INFO:
                self._told.say("")
            return
        self._told.say(
            QCoreApplication.translate(
                "FilesPage", "The stick was pulled out. What you had already chosen is still here."
            ),
            Mood.INFO,
        )

    def _word_empty(self, looked: Looked) -> None:
        if looked.has_stick:
            self._empty.set_texts(
                QCoreApplication.translate("FilesPage", "There is no document on the stick"),
                QCoreApplication.translate("FilesPage", "PDF documents and photos (JPEG, PNG) can be brought."),
            )
        else:
            self._empty.set_texts(
                QCoreApplication.translate("FilesPage", "Please plug in your USB stick"),
                QCoreApplication.translate(
                    "FilesPage",
                    "Or lay the paper on the scanner and press its button. Files appear here by themselves.",
                ),
            )

    def _card(self, found: Found, language: Language) -> PictureCard:
        is_chosen = str(found.path) in self._chosen
        second = size_words(found.size, language)
        card = PictureCard(self.look, kind_icon(found.kind), file_name(found.name), second, is_chosen=is_chosen)
        card.setObjectName(f"file_{found.name}")
        card.clicked.connect(lambda: self._choose(found))
        return card

    def _choose(self, found: Found) -> None:
        if str(found.path) in self._chosen:
            return
        self._told.say("")
        self.ask(lambda: documents.take_file(self.client, found), lambda: self._took(found))

    def _took(self, found: Found) -> None:
        self._chosen |= {str(found.path)}
        text = QCoreApplication.translate("FilesPage", "Added: {name}")
        self._told.say(text.format(name=file_name(found.name)), Mood.SUCCESS)
        self.refresh(self.visit)
        card = self._cards.get(str(found.path))
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pictures(self) -> None:
        looked = self._looked
        for found in looked.files if looked is not None else ():
            card = self._cards.get(str(found.path))
            if card is not None:
                key = f"{found.path} {found.size} {found.changed_s}"
                card.set_image(self._pictures.of(key, found.kind, self._giving(found)))

    def _giving(self, found: Found) -> Content:
        most_bytes = documents.bounds(self.client).most_bytes
        return lambda: folders.read(found, most_bytes)
