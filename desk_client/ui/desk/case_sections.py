"""What one wants to know before a talk: what is recommended, what was answered already, and what came before."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.case_thread import answered, thread_of, transactions
from desk_client.client.day import Brief
from desk_client.ui.desk.case_words import advice_words, answer_words, thread_words
from desk_client.ui.desk.transaction_list import TransactionList
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.subject_box import SubjectBox

_FOLDED = 4
"""How much of a thread is shown before somebody wants all of it."""


class Boxes(QWidget):
    """A title over boxes of heading and text; more than `folded` of them fold, until somebody wants all."""

    def __init__(self, look: Appearance, name: str, folded: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._folded = folded
        self._all: tuple[tuple[str, str], ...] = ()
        self._is_unfolded = False
        self._boxes: list[SubjectBox] = []
        self.title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_heading=True)
        self.more = Button(look, "", Kind.QUIET, icon=Icon.CHEVRON_DOWN)
        self.more.setObjectName(f"{name}_more")
        self.more.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self.title)
        self._column.addWidget(self.more)

    def show_texts(self, title: str, texts: tuple[tuple[str, str], ...], *, is_new: bool) -> None:
        """Show these; nothing at all without any. `is_new`: another audience's, folded again."""
        self._is_unfolded = self._is_unfolded and not is_new
        self._all = texts
        self.title.set_text(title)
        self.setVisible(bool(texts))
        self._fill()

    def _turn(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._fill()

    def _fill(self) -> None:
        shown = self._all if self._is_unfolded else self._all[: self._folded]
        while len(self._boxes) > len(shown):
            box = self._boxes.pop()
            box.hide()
            box.deleteLater()
        while len(self._boxes) < len(shown):
            box = SubjectBox(self._look)
            self._boxes.append(box)
            self._column.insertWidget(len(self._boxes), box)
        for box, (heading, text) in zip(self._boxes, shown, strict=True):
            box.set_texts(heading, text)
        say_fold(self.more, len(self._all), self._folded, is_unfolded=self._is_unfolded)


class CaseSections(QWidget):
    """All of them, in the order in which they are read."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._brief: Brief | None = None
        self._today = date.min
        self._is_unfolded = False
        self.advice = Boxes(look, "advice", 2)
        self.answered = Boxes(look, "answered", 2)
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_heading=True)
        self._none = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.rows = Facts(look)
        self.rows.setObjectName("case_thread")
        self.more = Button(look, "", Kind.QUIET, icon=Icon.CHEVRON_DOWN)
        self.more.setObjectName("case_thread_more")
        self.more.clicked.connect(self._turn)
        self.transactions = TransactionList(look, "transactions")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for widget in (self.advice, self.answered, self._title, self._none, self.rows, self.more, self.transactions):
            column.addWidget(widget)

    def show_brief(self, brief: Brief, today: date) -> None:
        """Show what came before this audience; ``today`` is the server's."""
        is_new = self._brief is None or self._brief.item.id != brief.item.id
        self._is_unfolded = self._is_unfolded and not is_new
        self._brief, self._today = brief, today
        language = self._look.language
        is_sent_up = any(each.is_recommendation for each in brief.advice)
        self.advice.show_texts(
            QCoreApplication.translate("Case", "Recommended")
            if is_sent_up
            else QCoreApplication.translate("Case", "From those who worked on it"),
            tuple(advice_words(each, language) for each in brief.advice),
            is_new=is_new,
        )
        self.answered.show_texts(
            QCoreApplication.translate("Case", "Answered already"),
            tuple(answer_words(each, language) for each in answered(brief)),
            is_new=is_new,
        )
        self.transactions.show_transactions(
            QCoreApplication.translate("Case", "Transactions"), transactions(brief), language
        )
        self._show_thread()

    def _turn(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_thread()

    def _show_thread(self) -> None:
        if self._brief is None:
            return
        happened = thread_of(self._brief)
        self._title.set_text(QCoreApplication.translate("Case", "The case so far"))
        self._none.set_text(QCoreApplication.translate("Case", "Nothing came before: this is the first time."))
        self._none.setVisible(not happened)
        shown = happened if self._is_unfolded else happened[:_FOLDED]
        self.rows.set_rows(tuple(thread_words(each, self._today, self._look.language) for each in shown))
        self.rows.setVisible(bool(happened))
        say_fold(self.more, len(happened), _FOLDED, is_unfolded=self._is_unfolded)


def say_fold(button: Button, count: int, folded: int, *, is_unfolded: bool) -> None:
    """Offer to show all, or less again; nothing where all is shown anyway."""
    button.setVisible(count > folded)
    button.set_text(
        QCoreApplication.translate("Case", "Show less")
        if is_unfolded
        else QCoreApplication.translate("Case", "Show all: %Ln", "", count)
    )
