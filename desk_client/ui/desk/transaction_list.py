"""Transactions that outcomes name: each is opened in the emirate's own system, or copied; and what else names it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.case_thread import NamedTransaction, Naming
from desk_client.domain.transaction_link import address_of
from desk_client.i18n.bidi import isolated
from desk_client.i18n.language import Language
from desk_client.ui.desk.naming_row import NamingRow, naming_words
from desk_client.ui.desk.outside import open_outside, unopened_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone


class TransactionList(QWidget):
    """Hidden while there is none. `brief_asked` carries whose brief is to open."""

    brief_asked = Signal(str)

    def __init__(self, look: Appearance, name: str) -> None:
        """``name`` is the object's name, with which the names of its controls begin."""
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._title = Label(look, "", Role.BODY, tone=Tone.SECOND, is_heading=True)
        self.rows: list[TransactionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._title)
        self.hide()

    def show_transactions(self, title: str, transactions: tuple[NamedTransaction, ...], language: Language) -> None:
        """Show these, and take nothing from under the keyboard while they are the same."""
        if (title, transactions, language) == self._shown:
            return
        self._shown = (title, transactions, language)
        self.setVisible(bool(transactions))
        self._title.set_text(title)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for index, named in enumerate(transactions):
            row = TransactionRow(self._look, named, language, (self.objectName(), str(index)))
            row.brief_asked.connect(self.brief_asked)
            self._column.addWidget(row)
            self.rows.append(row)


class TransactionRow(QWidget):
    """A number with what can be done with it, and the outcomes that name it."""

    brief_asked = Signal(str)

    def __init__(self, look: Appearance, named: NamedTransaction, language: Language, name: tuple[str, str]) -> None:
        """``name``: of the list, and which of it this is."""
        super().__init__()
        self._look = look
        self._list, self._index = name
        self._number = named.number
        self._address = address_of(named.link, named.number)
        self.notice = Banner(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Label(look, isolated(named.number), Role.BODY, weight=Weight.MEDIUM, wraps=False))
        column.addLayout(self._steps())  # below it: a long number leaves no room beside
        column.addWidget(self.notice)
        if named.named_in:
            words = QCoreApplication.translate("Transactions", "Outcomes that name it:")
            column.addWidget(Label(look, words, Role.CAPTION, tone=Tone.SECOND))
        for place, naming in enumerate(named.named_in):
            column.addWidget(self._naming(f"{self._index}_{place}", naming, language))

    def open(self) -> None:
        """Open it in the official's own browser; say so where none opens."""
        if self._address is not None:
            self.notice.say("" if open_outside(self._address) else unopened_words(), Mood.ERROR)

    def copy(self) -> None:
        """Take its address into the clipboard, or its number where it has none."""
        QGuiApplication.clipboard().setText(self._address or self._number)
        self.notice.say(QCoreApplication.translate("Transactions", "It is copied."), Mood.SUCCESS)

    def _steps(self) -> QHBoxLayout:
        steps = QHBoxLayout()
        steps.setSpacing(Space.S)
        copied = QCoreApplication.translate("Transactions", "Copy the number")
        spoken = QCoreApplication.translate("Transactions", "Copy the number of transaction {number}")
        if self._address is not None:
            opened = QCoreApplication.translate("Transactions", "Open in the browser")
            aloud = QCoreApplication.translate("Transactions", "Open transaction {number} in the browser")
            opening = self._button("open", Icon.GLOBE, opened, aloud.format(number=self._number))
            opening.clicked.connect(self.open)
            steps.addWidget(opening)
            copied = QCoreApplication.translate("Transactions", "Copy the address")
            spoken = QCoreApplication.translate("Transactions", "Copy the address of transaction {number}")
        copying = self._button("copy", Icon.CLIPBOARD, copied, spoken.format(number=self._number))
        copying.clicked.connect(self.copy)
        steps.addWidget(copying)
        steps.addStretch()
        return steps

    def _naming(self, place: str, naming: Naming, language: Language) -> QWidget:
        appointment_id = naming.appointment_id
        if appointment_id is None:
            return Label(self._look, " · ".join(naming_words(naming, language)), Role.BODY)
        row = NamingRow(self._look, naming, f"{self._list}_named_{place}")
        row.clicked.connect(lambda: self.brief_asked.emit(appointment_id))
        return row

    def _button(self, what: str, icon: Icon, text: str, spoken: str) -> Button:
        button = Button(self._look, text, Kind.QUIET, icon=icon)
        button.setObjectName(f"{self._list}_{what}_{self._index}")
        button.setAccessibleName(spoken)
        return button
