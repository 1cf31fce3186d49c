"""A recorded outcome in the brief: what it says, until when it may be taken back, and how it is amended later."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.case_thread import transaction_of
from desk_client.client.day import Brief, Outcome
from desk_client.domain.decision import LONGEST_REASON, MAX_TEXT_LENGTH
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import written
from desk_client.i18n.dates import elapsed
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.desk.transaction_list import TransactionList
from desk_client.ui.messages import Message, worded
from desk_client.ui.moments import wall_time
from desk_client.ui.outcome_facts import outcome_rows
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextArea, TextField

_SECOND_MS = 1000


def outcome_refused(refusal: Refusal) -> Message:
    """Why an outcome was not taken back, or not amended."""
    match refusal.code:
        case RefusalCode.TOO_LATE:
            return Message(
                QCoreApplication.translate("OutcomeBox", "The five minutes are over"),
                QCoreApplication.translate("OutcomeBox", "The outcome stands. You can amend it, with a reason."),
            )
        case RefusalCode.TOO_EARLY:
            return Message(
                QCoreApplication.translate("OutcomeBox", "It can still be taken back"),
                QCoreApplication.translate("OutcomeBox", "Within the first five minutes an outcome is written anew."),
            )
        case RefusalCode.LIMIT_REACHED:
            return Message(
                QCoreApplication.translate("OutcomeBox", "It was amended as often as it can be"),
                QCoreApplication.translate("OutcomeBox", "Please receive the visitor again, and decide anew."),
            )
        case _:
            return worded(refusal)


class OutcomeBox(QWidget):
    """Counts down by the server's clock; whoever lets the time pass finds "amend" in the button's place.

    `amended` carries the text and the reason; `clear_form` is called once they have arrived.
    """

    taken_back = Signal()
    amended = Signal(str, str)
    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Appearance, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """``now`` is the server's clock."""
        super().__init__(parent)
        self.setObjectName("outcome_box")
        self._look = look
        self._now = now
        self._outcome: Outcome | None = None
        self._may_change = False
        self._brief: Brief | None = None
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD)
        self._words = Label(look, "", Role.BODY)
        self._facts = Facts(look)
        self.transaction = TransactionList(look, "outcome_transaction")
        self._until = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._until.setObjectName("undo_until")
        self.undo = Button(look, "", Kind.SECONDARY, icon=Icon.SEND_BACK)
        self.undo.setObjectName("take_back_outcome")
        self.undo.clicked.connect(self.taken_back)
        self.amend = Button(look, "", Kind.SECONDARY, icon=Icon.EDIT)
        self.amend.setObjectName("amend_outcome")
        self.amend.clicked.connect(self._begin)
        self.save = Button(look, "", Kind.QUIET, icon=Icon.FILE)
        self.save.setObjectName("save_minutes")
        self.save.clicked.connect(self.save_asked)
        self.print = Button(look, "", Kind.QUIET, icon=Icon.PRINTER)
        self.print.setObjectName("print_minutes")
        self.print.clicked.connect(self.print_asked)
        self.text = TextArea(look, lines=2, longest=MAX_TEXT_LENGTH)
        self.text.setObjectName("amendment_text")
        self.reason = TextField(look, longest=LONGEST_REASON)
        self.reason.setObjectName("amendment_reason")
        self.send = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.send.setObjectName("send_amendment")
        self.send.clicked.connect(self._send)
        self.drop = Button(look, "", Kind.QUIET)
        self.drop.setObjectName("drop_amendment")
        self.drop.clicked.connect(self.clear_form)
        self.text.text_changed.connect(self._written)
        self.reason.textChanged.connect(self._written)
        self._form = QWidget()
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._build()
        self.retranslate()

    def show_outcome(self, brief: Brief | None, outcome: Outcome | None, *, may_change: bool) -> None:
        """Show it; None hides the box. A form that was begun stays, unless it is another audience's.

        Only whoever `may_change` it is offered to take it back, and to add to it.
        """
        self._may_change = may_change
        if brief is None or self._brief is None or brief.item.id != self._brief.item.id:
            self.clear_form()
        self._brief, self._outcome = brief, outcome
        self.setVisible(brief is not None and outcome is not None)
        self._show()

    def clear_form(self) -> None:
        """Nothing is being amended."""
        self.text.set_text("")
        self.reason.clear()
        self._form.hide()
        self._tick()

    @property
    def has_unsaved(self) -> bool:
        """Whether an amendment was begun and not sent."""
        return not self._form.isHidden() and bool(self.text.text or self.reason.text().strip())

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The names and values shown."""
        return self._facts.rows

    def set_busy(self, *, is_busy: bool) -> None:
        """Something is asked of the server."""
        for button in (self.undo, self.send):
            button.set_busy(is_busy)
        if not is_busy:
            self._written()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.undo.set_text(QCoreApplication.translate("OutcomeBox", "Take the outcome back"))
        self.amend.set_text(QCoreApplication.translate("OutcomeBox", "Amend the outcome"))
        self.save.set_text(QCoreApplication.translate("OutcomeBox", "Save the minutes"))
        self.print.set_text(QCoreApplication.translate("OutcomeBox", "Print the minutes"))
        self.send.set_text(QCoreApplication.translate("OutcomeBox", "Add the amendment"))
        self.drop.set_text(QCoreApplication.translate("OutcomeBox", "Do not amend"))
        for field, name in (
            (self.text, QCoreApplication.translate("OutcomeBox", "What is added; what was decided stays as it is")),
            (self.reason, QCoreApplication.translate("OutcomeBox", "Why it is amended")),
        ):
            field.set_name(name)
            field.setPlaceholderText(name)
        self._show()

    def _show(self) -> None:
        outcome, brief = self._outcome, self._brief
        if outcome is None or brief is None:
            self._second.stop()
            return
        name = decision_words(outcome.decision.code).name
        self._title.set_text(QCoreApplication.translate("OutcomeBox", "Outcome: {decision}").format(decision=name))
        self._words.set_text(written(outcome.decision.text))
        self._facts.set_rows(outcome_rows(outcome, self._look.language, with_transaction=False))
        named = transaction_of(outcome)
        self.transaction.show_transactions(
            QCoreApplication.translate("OutcomeFacts", "Transaction"),
            () if named is None else (named,),
            self._look.language,
        )
        self._second.start()
        self._tick()

    def _tick(self) -> None:
        outcome, brief = self._outcome, self._brief
        if outcome is None or brief is None or outcome.undo_until is None or not self._may_change:
            self.undo.hide()
            self.amend.hide()
            return
        left = outcome.undo_until - self._now()
        may_undo = left.total_seconds() > 0
        self.undo.setVisible(may_undo)
        self.amend.setVisible(not may_undo and self._form.isHidden())
        if may_undo:
            words = QCoreApplication.translate("OutcomeBox", "It can be taken back until {time}, for another {left}.")
            until = wall_time(outcome.undo_until, brief.item.slot, self._look.language)
            self._until.set_text(words.format(time=until, left=elapsed(left, self._look.language)))
            return
        self._second.stop()
        self._until.set_text(
            QCoreApplication.translate("OutcomeBox", "It stands. What is added needs a reason; the visitor is told.")
        )

    def _begin(self) -> None:
        self._form.show()
        self.amend.hide()
        self.text.setFocus()
        self._written()

    def _written(self) -> None:
        self.send.setEnabled(bool(self.text.text and self.reason.text().strip()))

    def _send(self) -> None:
        self.amended.emit(self.text.text, self.reason.text().strip())

    def _build(self) -> None:
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.S)
        inside.addWidget(self.text)
        inside.addWidget(self.reason)
        answers = QHBoxLayout()
        answers.setSpacing(Space.S)
        answers.addWidget(self.send)
        answers.addWidget(self.drop)
        answers.addStretch()
        inside.addLayout(answers)
        self._form.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.undo, self.amend, self.save, self.print):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._until)
        column.addLayout(row)
        column.addWidget(self._form)
        column.addWidget(self._facts)
        column.addWidget(self.transaction)
        self.hide()
