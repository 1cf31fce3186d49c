"""What is marked on a document, in words: by page, with who and when; each is shown, taken away and put back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.papers import Mark
from desk_client.domain.marks import LONGEST_MARK
from desk_client.i18n.bidi import written
from desk_client.ui.desk.icon_button import IconButton
from desk_client.ui.desk.papers.words import mark_author, mark_name
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextArea


class NoteForm(QWidget):
    """What a pin says. `saved` carries the words; what was typed stays until `clear`."""

    saved = Signal(str)
    dropped = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.text = TextArea(look, lines=3, longest=LONGEST_MARK)
        self.text.setObjectName("note_text")
        self.save = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.save.setObjectName("save_note")
        self.drop = Button(look, "", Kind.QUIET)
        self.drop.setObjectName("drop_note")
        self.save.clicked.connect(lambda: self.saved.emit(self.text.toPlainText().strip()))
        self.drop.clicked.connect(self.dropped)
        self.text.text_changed.connect(self._written)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.drop)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.text)
        column.addLayout(row)
        self._written()
        self.hide()

    @property
    def has_words(self) -> bool:
        """Whether something would be lost."""
        return not self.isHidden() and bool(self.text.toPlainText().strip())

    def begin(self) -> None:
        """Ask for the words."""
        self.show()
        self.text.setFocus()

    def clear(self) -> None:
        """Nothing is being written."""
        self.text.set_text("")
        self.save.set_busy(False)
        self.hide()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.text.setAccessibleName(QCoreApplication.translate("MarkList", "What the note says"))
        self.text.setPlaceholderText(QCoreApplication.translate("MarkList", "What the note says"))
        self.save.set_text(QCoreApplication.translate("MarkList", "Save the note"))
        self.drop.set_text(QCoreApplication.translate("MarkList", "Discard"))

    def _written(self) -> None:
        self.save.setEnabled(bool(self.text.toPlainText().strip()) and not self.save.is_busy)


class _Row(Panel):
    """One mark."""

    def __init__(self, look: Appearance, mark: Mark, panel: "MarkList") -> None:
        super().__init__(look, margin_px=Space.S)
        self.setObjectName(f"mark_{mark.id}")
        is_gone = mark.removed_at is not None
        title = mark_name(mark, look.number(mark.page))
        name = Label(look, title, Role.BODY, weight=Weight.SEMIBOLD, tone=Tone.SECOND if is_gone else Tone.TEXT)
        show = IconButton(look, Icon.EYE, f"show_mark_{mark.id}")
        show.name_it(QCoreApplication.translate("MarkList", "Show: {mark}").format(mark=title))
        show.clicked.connect(lambda: panel.shown.emit(mark.id))
        show.setVisible(not is_gone)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(name, 1)
        row.addWidget(show)
        if mark.is_own:
            icon = Icon.SEND_BACK if is_gone else Icon.REMOVE
            turn = IconButton(look, icon, f"restore_mark_{mark.id}" if is_gone else f"remove_mark_{mark.id}")
            said = (
                QCoreApplication.translate("MarkList", "Put back: {mark}")
                if is_gone
                else QCoreApplication.translate("MarkList", "Take away: {mark}")
            )
            turn.name_it(said.format(mark=title))
            turn.clicked.connect(lambda: (panel.restored if is_gone else panel.removed).emit(mark.id))
            row.addWidget(turn)
        self.body.setSpacing(Space.XS)
        self.body.addLayout(row)
        if mark.text:
            self.body.addWidget(Label(look, written(mark.text), Role.BODY, tone=Tone.SECOND if is_gone else Tone.TEXT))
        self.body.addWidget(Label(look, mark_author(mark, look.language), Role.CAPTION, tone=Tone.SECOND))


class MarkList(Panel):
    """All marks of a document; signals carry a mark's id."""

    shown = Signal(str)
    removed = Signal(str)
    restored = Signal(str)

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, margin_px=Space.M)
        self.setObjectName("mark_list")
        self._marks: tuple[Mark, ...] = ()
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD)
        self._hint = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.note = NoteForm(look)
        self._rows = ScrollColumn()
        self._rows.body.setSpacing(Space.S)
        self._rows.body.addStretch()
        self.body.setSpacing(Space.S)
        self.body.addWidget(self._title)
        self.body.addWidget(self.note)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._rows, 1)
        self.retranslate()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these: what stands before what was taken away, each by page."""
        ordered = tuple(sorted(marks, key=lambda mark: (mark.removed_at is not None, mark.page, mark.made_at)))
        if ordered != self._marks:
            self._marks = ordered
            self._fill()

    def focus_on(self, mark_id: str) -> None:
        """Bring a mark's row into view."""
        row = self._rows.inner.findChild(QWidget, f"mark_{mark_id}")
        if row is not None:
            self._rows.ensureWidgetVisible(row)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.note.retranslate()
        self._hint.set_text(
            QCoreApplication.translate(
                "MarkList", "Nothing is marked yet. Marks are seen at the offices' desks alone, never by the visitor."
            )
        )
        self._fill()

    def _fill(self) -> None:
        standing = sum(mark.removed_at is None for mark in self._marks)
        self._title.set_text(QCoreApplication.translate("MarkList", "Marks: %Ln", "", standing))
        self._hint.setVisible(not self._marks)
        body = self._rows.body
        while body.count() > 1:
            entry = body.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, mark in enumerate(self._marks):
            body.insertWidget(number, _Row(self.look, mark, self))
