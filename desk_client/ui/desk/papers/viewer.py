"""One document of an audience or a request, read at the desk; beside an audience it is marked, too."""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import view
from desk_client.client.coalesced import Coalesced
from desk_client.client.day import Attachment
from desk_client.client.desk import DeskClient
from desk_client.client.papers import Mark, MarkDraft, MarkKind, Marks, PaperPlace, Spot, of_audience
from desk_client.client.viewing.drawing import Drawn, Opened, Wanted
from desk_client.client.viewing.reading import Reading
from desk_client.client.viewing.trouble import Trouble
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import file_name
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.papers.canvas import PaperCanvas
from desk_client.ui.desk.papers.mark_list import MarkList
from desk_client.ui.desk.papers.marking import Tool
from desk_client.ui.desk.papers.tool_row import ToolRow
from desk_client.ui.desk.papers.words import (
    document_trouble_words,
    mark_refused,
    marked_elsewhere_words,
    trouble_words,
)
from desk_client.ui.messages import Message, worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label

_LIST_PX: Final = 320


class PaperViewer(QWidget):
    """Opens one document at a time. All of it lies in memory, and goes with `close_paper`.

    What other desks mark meanwhile is read with each hint that something changed. `closed`: whoever reads wants to go
    back. The owner calls `teardown` before it goes.
    """

    closed = Signal()

    def __init__(self, office: Office, back_words: Callable[[], str], parent: QWidget | None = None) -> None:
        """``back_words``: to what one goes back."""
        super().__init__(parent)
        self.setObjectName("paper_viewer")
        self._office = office
        self._back_words = back_words
        self._place_of = of_audience("")
        self._changes = 0
        self._has_read = False
        self._read = Coalesced(self._read_marks)
        self._leave_hints = office.client.hints.subscribe(lambda _count: self.read_marks())
        self._document: Attachment | None = None
        self._reading: Reading | None = None
        self._is_drawing = False
        self._marks: tuple[Mark, ...] = ()
        self._chosen: str | None = None
        self._done: list[tuple[str, bool]] = []
        self._draft: MarkDraft | None = None
        self._again: Callable[[], None] = self._nothing
        self._said: Callable[[], None] = self._nothing
        look = office.look
        self.back = Button(look, "", Kind.QUIET, icon=Icon.BACK)
        self.back.setObjectName("close_document")
        self.back.clicked.connect(self.closed)
        self._name = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD)
        self._name.setObjectName("document_name")
        self.canvas = PaperCanvas(look)
        self.tools = ToolRow(look, self.canvas)
        self.marks = MarkList(look)
        self.notice = Banner(look)
        self.notice.setObjectName("document_notice")
        self.notice.action.setObjectName("document_notice_action")
        self.notice.action_asked.connect(self._do_again)
        self._state = EmptyState(look, Icon.FILE)
        self._state.setObjectName("document_state")
        self._state.action_asked.connect(self._load)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._state)
        self._pages.addWidget(self.canvas)
        self.canvas.pages_wanted.connect(self._draw_next)
        self.canvas.marked.connect(self._place)
        self.canvas.mark_chosen.connect(self._choose)
        self.tools.undone.connect(self.undo)
        self.marks.shown.connect(self._show_mark)
        self.marks.removed.connect(self._remove)
        self.marks.restored.connect(self._restore)
        self.marks.note.saved.connect(self._save_note)
        self.marks.note.dropped.connect(self._drop_note)
        self._build()
        bind(self, "Ctrl+Z", self.undo, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    # --- a document's way ------------------------------------------------------------------------------------------

    @property
    def document_id(self) -> str | None:
        """Which document is open."""
        return self._document.id if self._document is not None else None

    @property
    def process_id(self) -> int | None:
        """Of the process that draws it."""
        return self._reading.process_id if self._reading is not None else None

    @property
    def has_unsaved(self) -> bool:
        """Whether a note is being written."""
        return self.marks.note.has_words

    def open(self, place: PaperPlace, document: Attachment) -> None:
        """Fetch a document and show it from its first page."""
        self.close_paper()
        self._place_of, self._document = place, document
        self.offer_marks(is_offered=place.has_marks)
        self._name.set_text(file_name(document.name))
        self._load()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_marks(self, *, is_offered: bool) -> None:
        """Whether what is open may be marked, or is read only."""
        self.tools.offer_marks(is_offered=is_offered)
        self.marks.setVisible(is_offered)

    def close_paper(self) -> None:
        """Let go of the document, of what was drawn of it, and of the process that drew it. Idempotent."""
        self._let_go()
        self._document, self._draft, self._chosen = None, None, None
        self._has_read = False
        self._done.clear()
        self._name.set_text("")
        self.marks.note.clear()
        self._have_marks(Marks(marks=()))
        self._quiet()

    def ask_before_leaving(self, leave: Callable[[], None]) -> None:
        """A note is being written: say so, and leave once it is to be discarded."""
        words = QCoreApplication.translate("PaperViewer", "The note is not saved yet.")
        self._notify(words, Mood.WARNING, QCoreApplication.translate("PaperViewer", "Discard it and go back"), leave)
        self.marks.note.text.setFocus()

    def teardown(self) -> None:
        """Let go of the document, and hear no more."""
        self._leave_hints()
        self.close_paper()

    def read_marks(self) -> None:
        """Read what every desk has marked. Who looks is noted: while a document is open, and at no other time."""
        if self._document is not None and self._place_of.has_marks:
            self._office.bridge.run(self._read(), lambda _none: None, self._nothing_refused)

    async def _read_marks(self) -> Refusal | None:
        """An answer that was under way while a mark was made here may not know of it: it is asked for again."""
        document, changes = self._document, self._changes
        if document is None:
            return None
        answer = await view.read_marks(self._office.client, self._place_of, document.id)
        if isinstance(answer, Refusal):
            return answer
        if document is self._document and changes == self._changes:
            known = {mark.id for mark in self._marks}
            others = [mark for mark in answer.marks if mark.removed_at is None and mark.id not in known]
            self._have_marks(answer)
            if self._has_read and others and self.notice.isHidden():
                self._tell_others(others[-1])
            self._has_read = True
        return None

    def _tell_others(self, mark: Mark) -> None:
        words = marked_elsewhere_words(mark, self._office.look.number(mark.page), self._office.look.language)
        action = QCoreApplication.translate("PaperViewer", "Show")
        self._notify(words, Mood.INFO, action, lambda: self._show_mark(mark.id))

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.close()
        self._reading, self._is_drawing = None, False
        self.canvas.show_pages(())
        self.tools.show_document(0)

    def _load(self) -> None:
        document = self._document
        if document is None:
            return
        self._let_go()
        self._pages.setCurrentWidget(self._state)
        self._say(
            lambda: self._state.set_texts(QCoreApplication.translate("PaperViewer", "The document is being fetched"))
        )
        reading = self._reading = Reading()
        # it loads while the document comes
        self._office.bridge.run(reading.prepare(document.media_type), lambda _none: None, self._nothing_refused)
        fetched = view.fetch(self._office.client, self._place_of, document.id)
        self._office.bridge.run(
            fetched, lambda data: self._begin(reading, data), lambda refusal: self._not_fetched(reading, refusal)
        )
        self.read_marks()

    def _not_fetched(self, reading: Reading, refusal: Refusal) -> None:
        if reading is not self._reading:
            return
        self._let_go()

        def said() -> None:
            message = worded(refusal)
            again = QCoreApplication.translate("PaperViewer", "Try again") if message.can_retry else ""
            self._state.set_texts(message.title, message.text, again)

        self._say(said)

    def _begin(self, reading: Reading, data: bytes) -> None:

        async def opened() -> None:
            self._opened(reading, await reading.open(data))

        self._office.bridge.run(opened(), lambda _none: None, self._nothing_refused)

    def _opened(self, reading: Reading, found: Opened | Trouble) -> None:
        if reading is not self._reading:
            return
        if isinstance(found, Trouble):
            self._let_go()
            self._say(lambda: self._state.set_texts(*document_trouble_words(found)))
            return
        self._pages.setCurrentWidget(self.canvas)
        self.canvas.show_pages(found.pages)
        self.canvas.show_marks(self._marks, self._chosen)
        self.tools.show_document(len(found.pages))
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_next(self) -> None:
        """One page at a time, so that what is scrolled past is never drawn."""
        reading = self._reading
        wanted = self.canvas.missing() if reading is not None and not self._is_drawing else None
        if reading is None or wanted is None:
            return
        self._is_drawing = True

        async def drawn() -> None:
            self._drawn(reading, wanted, await reading.draw(wanted))

        self._office.bridge.run(drawn(), lambda _none: None, self._nothing_refused)

    def _drawn(self, reading: Reading, wanted: Wanted, drawn: Drawn | Trouble) -> None:
        if reading is not self._reading:
            return
        self._is_drawing = False
        if isinstance(drawn, Drawn):
            self.canvas.take_in(drawn)
        else:
            self.canvas.give_up(wanted.page, drawn)
            title, text = trouble_words(drawn)
            number = self._office.look.number(wanted.page + 1)
            page = QCoreApplication.translate("PaperViewer", "Page {number}").format(number=number)
            again = QCoreApplication.translate("PaperViewer", "Try again")
            self._notify(f"{page}: {title}. {text}", Mood.WARNING, again, self._draw_again)
        self._draw_next()

    def _draw_again(self) -> None:
        self._quiet()
        self.canvas.try_again()

    # --- marks ----------------------------------------------------------------------------------------------------

    def _have_marks(self, marks: Marks) -> None:
        self._marks = marks.marks
        self.marks.show_marks(self._marks)
        self.canvas.show_marks(self._marks, self._chosen)
        self.tools.undo.setEnabled(bool(self._done))

    def _place(self, page: int, spot: Spot) -> None:
        """A press with a tool: a highlight is left at once, a pin asks for its words."""
        is_note = self.canvas.tool is Tool.NOTE
        self.canvas.take_up(Tool.NONE)
        self.tools.show_tool()
        if is_note:
            self._draft = MarkDraft(MarkKind.NOTE, page + 1, spot)
            self.marks.note.begin()
        else:
            self._leave(MarkDraft(MarkKind.HIGHLIGHT, page + 1, spot))

    def _save_note(self, text: str) -> None:
        if self._draft is not None:
            draft = self._draft
            if draft.text and draft.text != text:  # another text is another mark
                draft = MarkDraft(draft.kind, draft.page, draft.spot)
            self._draft = MarkDraft(draft.kind, draft.page, draft.spot, text, draft.key)
            self.marks.note.save.set_busy(True)
            self._leave(self._draft)

    def _drop_note(self) -> None:
        self._draft = None
        self.marks.note.clear()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, draft: MarkDraft) -> None:
        def made(mark: Mark) -> None:
            self._changed(mark, is_made=True)
            if draft.kind is MarkKind.NOTE:
                self._drop_note()

        def refused(refusal: Refusal) -> None:
            self.marks.note.save.set_busy(False)
            self._refuse(refusal, lambda: self._leave(draft))

        self._quiet()
        self._ask(lambda client, audience, document: view.make_mark(client, audience, document, draft), made, refused)

    def _remove(self, mark_id: str) -> None:
        self._quiet()
        self._ask(
            lambda client, audience, document: view.remove_mark(client, audience, document, mark_id),
            lambda mark: self._changed(mark, is_made=False),
            lambda refusal: self._refuse(refusal, lambda: self._remove(mark_id)),
        )

    def _restore(self, mark_id: str) -> None:
        self._quiet()
        self._ask(
            lambda client, audience, document: view.restore_mark(client, audience, document, mark_id),
            lambda mark: self._changed(mark, is_made=True),
            lambda refusal: self._refuse(refusal, lambda: self._restore(mark_id)),
        )

    def undo(self) -> None:
        """Undo the last thing that was done to a mark here: what was made goes, what was taken away comes back."""
        if not self._done:
            return
        mark_id, is_made = self._done.pop()
        self._quiet()

        def undone(mark: Mark) -> None:
            self._put(mark)
            self.read_marks()

        def refused(refusal: Refusal) -> None:
            self._done.append((mark_id, is_made))
            self.tools.undo.setEnabled(True)
            self._refuse(refusal, self.undo)

        action = view.remove_mark if is_made else view.restore_mark
        self._ask(lambda client, audience, document: action(client, audience, document, mark_id), undone, refused)

    def _changed(self, mark: Mark, *, is_made: bool) -> None:
        self._done.append((mark.id, is_made))
        self._chosen = mark.id if is_made else None
        self._put(mark)
        if not is_made:
            words = QCoreApplication.translate("PaperViewer", "The mark was taken away.")
            self._notify(words, Mood.INFO, QCoreApplication.translate("PaperViewer", "Put it back"), self.undo)
        self.read_marks()

    def _put(self, mark: Mark) -> None:
        self._changes += 1
        self._have_marks(Marks(marks=(*(each for each in self._marks if each.id != mark.id), mark)))

    def _choose(self, mark_id: str) -> None:
        self._chosen = mark_id
        self.canvas.show_marks(self._marks, mark_id)
        self.marks.focus_on(mark_id)

    def _show_mark(self, mark_id: str) -> None:
        self._choose(mark_id)
        for mark in self._marks:
            if mark.id == mark_id:
                self.canvas.go_to_mark(mark)

    # --- asking and telling ---------------------------------------------------------------------------------------

    def _ask(
        self,
        action: Callable[[DeskClient, PaperPlace, str], Coroutine[Any, Any, Any]],  # as `Bridge.run` has it
        done: Callable[[Any], None],  # as above
        refused: Callable[[Refusal], None],
    ) -> None:
        """Do something with the open document; what comes after another one was opened is passed over."""
        document = self._document
        if document is None:
            return

        def now(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda said: tell(said) if document is self._document else None

        asked = action(self._office.client, self._place_of, document.id)
        self._office.bridge.run(asked, now(done), now(refused))

    def _refuse(self, refusal: Refusal, again: Callable[[], None]) -> None:
        message: Message = mark_refused(refusal)
        action = QCoreApplication.translate("PaperViewer", "Try again") if message.can_retry else ""
        self._notify(f"{message.title}. {message.text}", Mood.ERROR, action, again)

    def _notify(self, words: str, mood: Mood, action: str, again: Callable[[], None]) -> None:
        self._again = again
        self.notice.say(words, mood, action)

    def _quiet(self) -> None:
        self._again = self._nothing
        self.notice.say("")

    def _do_again(self) -> None:
        self._again()

    def _say(self, said: Callable[[], None]) -> None:
        """Say something in the document's place, again in each language."""
        self._said = said
        said()

    def _nothing(self) -> None:
        """There is nothing to do."""

    def _nothing_refused(self, refusal: Refusal) -> None:
        """What cannot be read now is read again later."""

    # --- Qt -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.back.set_text(self._back_words())
        self.canvas.setAccessibleName(QCoreApplication.translate("PaperViewer", "Pages of the document"))
        self.canvas.setAccessibleDescription(
            QCoreApplication.translate(
                "PaperViewer", "With a tool taken up, arrows move the cross, Enter marks and Escape lays it down."
            )
        )
        self.tools.retranslate()
        self.marks.retranslate()
        self._said()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.back)
        head.addWidget(self._name, 1)
        self.marks.setFixedWidth(self._office.look.scaled(_LIST_PX))
        body = QHBoxLayout()
        body.setSpacing(Space.M)
        body.addWidget(self._pages, 1)
        body.addWidget(self.marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.notice)
        column.addLayout(body, 1)
