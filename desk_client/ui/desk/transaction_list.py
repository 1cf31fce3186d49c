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
        """``name`` is the object's name, with which its buttons' names begin."""
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._title = Label(look, "", Role.BODY, tone=Tone.SECOND, is_heading=True)
        self._rows: list[QWidget] = []
        self.notice = Banner(look)
        self.notice.setObjectName(f"{name}_notice")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._title)
        self._column.addWidget(self.notice)
        self.hide()

    def show_transactions(self, title: str, transactions: tuple[NamedTransaction, ...], language: Language) -> None:
        """Show these, and take nothing from under the keyboard while they are the same."""
        if (title, transactions, language) == self._shown:
            return
        self._shown = (title, transactions, language)
        self.setVisible(bool(transactions))
        self._title.set_text(title)
        self.notice.say("")
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(index, each, language) for index, each in enumerate(transactions)]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(1 + index, row)

    def _row(self, index: int, named: NamedTransaction, language: Language) -> QWidget:
        address = address_of(named.link, named.number)
        number = isolated(named.number)
        row = QWidget()
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Label(self._look, number, Role.BODY, weight=Weight.MEDIUM, wraps=False))
        head.addStretch()
        if address is not None:
            text = QCoreApplication.translate("Transactions", "Open in the browser")
            spoken = QCoreApplication.translate("Transactions", "Open transaction {number} in the browser")
            opening = self._button(f"open_{index}", Icon.GLOBE, text, spoken.format(number=number))
            opening.clicked.connect(lambda: self._open(address))
            head.addWidget(opening)
        text, spoken = (
            (
                QCoreApplication.translate("Transactions", "Copy the number"),
                QCoreApplication.translate("Transactions", "Copy the number of transaction {number}"),
            )
            if address is None
            else (
                QCoreApplication.translate("Transactions", "Copy the address"),
                QCoreApplication.translate("Transactions", "Copy the address of transaction {number}"),
            )
        )
        copying = self._button(f"copy_{index}", Icon.CLIPBOARD, text, spoken.format(number=number))
        copying.clicked.connect(lambda: self._copy(address or named.number))
        head.addWidget(copying)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        if named.named_in:
            words = QCoreApplication.translate("Transactions", "Outcomes that name it:")
            column.addWidget(Label(self._look, words, Role.CAPTION, tone=Tone.SECOND))
        for place, naming in enumerate(named.named_in):
            column.addWidget(self._naming(f"{index}_{place}", naming, language))
        return row

    def _naming(self, place: str, naming: Naming, language: Language) -> QWidget:
        if naming.appointment_id is None:
            return Label(self._look, " · ".join(naming_words(naming, language)), Role.BODY)
        row, appointment_id = NamingRow(self._look, naming, f"{self.objectName()}_named_{place}"), naming.appointment_id
        row.clicked.connect(lambda: self.brief_asked.emit(appointment_id))
        return row

    def _button(self, name: str, icon: Icon, text: str, spoken: str) -> Button:
        button = Button(self._look, text, Kind.QUIET, icon=icon)
        button.setObjectName(f"{self.objectName()}_{name}")
        button.setAccessibleName(spoken)
        return button

    def _open(self, address: str) -> None:
        self.notice.say("" if open_outside(address) else unopened_words(), Mood.ERROR)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.notice.say(QCoreApplication.translate("Transactions", "It is copied."), Mood.SUCCESS)
