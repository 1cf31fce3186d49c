"""What the sections of the workspace share: a list that is searched and walked, and a form beside it.

What is typed is kept for each row until it is saved or discarded: going to another row loses nothing.
"""

from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.administration import Listed
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.folding import folded
from desk_client.ui.admin.changing import Changing
from desk_client.ui.admin.form import EMPTY, Form, Values
from desk_client.ui.desk.key_words import Keys, pressed
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row, Table
from desk_client.ui.widgets.text_field import TextField

NEW = ""
"""In place of a key: something that is not there yet."""


class ListSection(Section):
    """A subclass says what is read, how a row looks and what the form holds; see the methods that raise."""

    can_add = False
    """Whether something new can be made here."""
    can_save = True
    """Whether there is anything to type: else the form only shows, and has the section's own buttons."""

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        look = office.look
        self._key: str | None = None
        self._drafts: dict[str, dict[str, str]] = {}
        self._heading = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_heading=True)
        self.about = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.head = QHBoxLayout()
        self.above = QVBoxLayout()
        """For what concerns the whole list: across its width and the form's."""
        self.search = TextField(look)
        self.search.setObjectName("admin_search")
        self.search.textChanged.connect(lambda _text: self._lay())
        self.add = Button(look, "", Kind.SECONDARY, icon=Icon.FILE_ADD)
        self.add.setObjectName("admin_new")
        self.add.setVisible(self.can_add)
        self.add.clicked.connect(lambda: self.open(NEW, takes_keyboard=True))
        self.table = Table(look)
        self.table.setObjectName(f"{self.code}_table")
        self.table.chosen.connect(self.open)
        self.empty = EmptyState(look, self.icon)
        self.empty.setObjectName("admin_empty")
        self.empty.action.setObjectName("admin_again")
        self.empty.action_asked.connect(self.refresh)
        self.changing = Changing(office, self, self.refused_words)
        self.form = Form(look, f"{self.code}_form")
        self.form.changed.connect(self._typed)
        self.table.entered.connect(lambda _key: self.form.focus_first())
        self.form.save.clicked.connect(self._save)
        self.form.discard.clicked.connect(self._discard)
        for button in (self.form.save, self.form.discard):
            button.setVisible(self.can_save)
        self.build_form()
        self._build()
        bind(self, "Ctrl+F", lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def keys(self) -> Keys:
        """Tell what its key does."""
        return ((QCoreApplication.translate("PageKeys", "Search in the list"), pressed("Ctrl+F")),)

    # --- what a subclass says -------------------------------------------------------------------------------------

    def listed(self) -> Listed[Any]:  # of each section's own type
        """The list as it was last read."""
        raise NotImplementedError

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read it."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """The headings."""
        raise NotImplementedError

    def rows(self) -> Sequence[Row]:
        """Every row, in its order; it is found by the words of its cells."""
        raise NotImplementedError

    def nothing(self) -> tuple[str, str]:
        """What is said where there is no row at all."""
        raise NotImplementedError

    def build_form(self) -> None:
        """Put the fields into the form."""
        raise NotImplementedError

    def word_form(self) -> None:
        """Word the form for the row `key`, or for something new."""
        raise NotImplementedError

    def initial(self, key: str) -> Values:
        """What stands in the form before anybody types."""
        raise NotImplementedError

    def is_complete(self, values: Values) -> bool:
        """Whether this can be saved."""
        del values
        return self.can_save

    def save(self, key: str, values: Values) -> None:
        """Ask for the change, by `changing`; of a section that has something to save."""

    def refused_words(self, refusal: Refusal) -> str:
        """Word what is known better here than everywhere; empty for the usual words."""
        del refusal
        return ""

    def search_words(self) -> str:
        """What the field for searching asks."""
        return QCoreApplication.translate("Administration", "Search")

    # --- the section ----------------------------------------------------------------------------------------------

    @property
    def key(self) -> str | None:
        """Of the row whose form is open; NEW for something new, None while there is none."""
        return self._key

    def refresh(self) -> None:
        """Read the list again."""
        self.office.bridge.run(self.read(), lambda _none: self._was_read(), self.report)

    def loses(self) -> str:
        """What was typed and not saved."""
        if not self._drafts:
            return ""
        return QCoreApplication.translate("Administration", "A change in “{section}” is not saved.").format(
            section=self.title()
        )

    def forget(self) -> None:
        """Whoever signs in next has typed nothing."""
        self._drafts.clear()
        self.changing.quiet()
        self.search.clear()
        self.open(None)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._heading.set_text(self.title())
        self.search.set_name(self.search_words())
        self.search.setPlaceholderText(self.search_words())
        self.form.save.set_text(QCoreApplication.translate("Administration", "Save"))
        self.form.discard.set_text(QCoreApplication.translate("Administration", "Discard"))
        self.table.setAccessibleName(self.title())
        self.form.retranslate()
        self.changing.quiet()
        self.follow()

    def follow(self) -> None:
        """Show the list, and the open form, as they are now."""
        self._lay()
        if self._key not in {None, NEW} and all(row.key != self._key for row in self.rows()):
            self._key = None
        self.show_form()

    def open(self, key: str | None, *, takes_keyboard: bool = False) -> None:
        """Show the form of a row, of something new, or none."""
        self._key = key
        self.table.choose(key)
        self.show_form()
        if takes_keyboard:
            self.form.focus_first()

    def show_form(self) -> None:
        """Show what stands in it: what was typed before, or what is so."""
        self.form.setVisible(self._key is not None)
        self._hint.setVisible(self._key is None and bool(self.listed().rows))
        self._hint.set_text(
            QCoreApplication.translate("Administration", "Choose a row to see it and change it.")
            if self.can_save
            else QCoreApplication.translate("Administration", "Choose a row to see it.")
        )
        if self._key is None:
            return
        values = self._drafts.get(self._key) or self.initial(self._key)
        self.fill(values)
        self.word_form()
        self._tell()

    def fill(self, values: Values) -> None:
        """Put these into the fields."""
        self.form.set_values(values)

    def changed_lines(self, before: Values, after: Values) -> tuple[str, ...]:
        """What is otherwise, a sentence each."""
        lines = []
        for code, value in after.items():
            old = before.get(code, "")
            if value == old:
                continue
            name, new = self.form.name_of(code).rstrip("?؟"), self.form.words_of(code, value)
            if old and not value:
                text = QCoreApplication.translate("Administration", "{name}: nothing any more (was: {old})")
                lines.append(text.format(name=name, old=self.form.words_of(code, old)))
            elif old:
                text = QCoreApplication.translate("Administration", "{name}: {new} (was: {old})")
                lines.append(text.format(name=name, new=new, old=self.form.words_of(code, old)))
            else:
                lines.append(f"{name}: {new}")
        return tuple(lines)

    def saved(self, key: str) -> None:
        """What was typed for this row stands there now."""
        self._drafts.pop(key, None)
        self.show_form()

    # --- within ---------------------------------------------------------------------------------------------------

    def _was_read(self) -> None:
        self.changing.notice.answered()
        self.report(None)

    def _lay(self) -> None:
        words = folded(self.search.text()).split()
        every = self.rows()
        found = [row for row in every if all(word in folded(" ".join(row.cells)) for word in words)]
        self.table.show_rows(self.columns(), found)
        self.table.choose(self._key)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        again = QCoreApplication.translate("Administration", "Try again")
        listed = self.listed()
        if found:
            return
        if listed.rows is None and listed.trouble is not None:
            message = worded(listed.trouble)
            self.empty.set_texts(message.title, message.text, again)
        elif listed.rows is None:
            self.empty.set_texts("")
        elif every:
            self.empty.set_texts(
                QCoreApplication.translate("Administration", "Nothing is found"),
                QCoreApplication.translate("Administration", "Try other words, or fewer."),
            )
        else:
            self.empty.set_texts(*self.nothing())

    def _typed(self) -> None:
        if self._key is None:
            return
        values = self.form.values()
        if self._is_as_before(values):
            self._drafts.pop(self._key, None)
        else:
            self._drafts[self._key] = values
        self.word_form()
        self._tell()

    def _is_as_before(self, values: Values) -> bool:
        before = self.initial(self._key or NEW) or EMPTY
        return all(before.get(code, "") == value for code, value in values.items())

    def _tell(self) -> None:
        is_changed = self._key in self._drafts
        self.form.save.setEnabled(is_changed and self.is_complete(self.form.values()))
        self.form.discard.setEnabled(is_changed or self._key == NEW)

    def _save(self) -> None:
        if self._key is not None:
            self.save(self._key, self.form.values())

    def _discard(self) -> None:
        if self._key is None:
            return
        self._drafts.pop(self._key, None)
        self.open(None if self._key == NEW else self._key)

    def _build(self) -> None:
        self.head.setSpacing(Space.M)
        self.head.addWidget(self._heading, 1)
        self.head.addWidget(self.add)
        listing = self.listing = QVBoxLayout()
        listing.setSpacing(Space.S)
        listing.addWidget(self.search)
        listing.addWidget(self.table, 1)
        listing.addWidget(self.empty, 1)
        beside = QVBoxLayout()
        self._hint = Label(self.office.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        beside.addWidget(self.form, 1)
        beside.addWidget(self._hint, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(listing, 7)
        row.addLayout(beside, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self.head)
        column.addWidget(self.about)
        column.addWidget(self.changing)
        column.addLayout(self.above)
        column.addLayout(row, 1)
