"""What was decided: waited for, read, confirmed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import attend
from desk_client.client.visit import Outcome, Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.i18n.bidi import written
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.decision_words import decision_words
from desk_client.ui.kiosk.outcome_printing import OutcomePrinting
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.outcome_facts import outcome_rows
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class OutcomePage(VisitPage):
    """First a calm wait, then the decision.

    While the official is still there a way leads back to the talk; afterwards nobody has to wait for what is written.
    """

    page = Page.OUTCOME
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._was_shown = False
        self._told: Outcome | None = None
        self._pending = Panel(self.look, margin_px=Space.XXL)
        self._pending.setObjectName("outcome_pending")
        self._pending_text = Label(self.look, "", Role.LEAD, is_centred=True)
        self._pending.body.addWidget(Busy(self.look, 72), 0, Qt.AlignmentFlag.AlignHCenter)
        self._pending.body.addWidget(self._pending_text)
        self._decided = Panel(self.look, margin_px=Space.XL)
        self._decided.setObjectName("outcome_decided")
        self._sign = Avatar(self.look, Icon.CHECK_CIRCLE, 72)
        self._name = Label(self.look, "", Role.SUBTITLE, weight=Weight.BOLD)
        self._meaning = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._words = Label(self.look, "", Role.LEAD)
        self._words.setObjectName("outcome_text")
        self._facts = Facts(self.look)
        named = QVBoxLayout()
        named.setSpacing(Space.XS)
        named.addWidget(self._name)
        named.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(named, 1)
        self._decided.body.addLayout(head)
        self._decided.body.addSpacing(Space.S)
        self._decided.body.addWidget(self._words)
        self._decided.body.addSpacing(Space.S)
        self._decided.body.addWidget(self._facts)
        self.printing = OutcomePrinting(counter, self)
        self.printing.changed.connect(lambda: self.bring_up(self.printing.notice))
        self.body.addWidget(self._pending)
        self.body.addWidget(self._decided)
        self.body.addWidget(self.printing.notice)
        self._return = Button(self.look, "", Kind.SECONDARY, icon=Icon.CALL)
        self._return.setObjectName("return_to_call")
        self._return.clicked.connect(self._go_back_in)
        self.foot.addWidget(self._return)
        self._later = Button(self.look, "", Kind.SECONDARY)
        self._later.setObjectName("read_later")
        self._later.clicked.connect(lambda: attend.read_later(self.client))
        self.foot.addWidget(self._later)
        self.foot.addWidget(self.printing.button)
        self.foot.addStretch()
        self.add_main("confirm_outcome", self._confirm, Icon.CHECK)
        self.ready()

    def entered(self) -> None:
        """Begin without what was said before."""
        self.hush()
        self._was_shown = self.visit.outcome is not None
        self.printing.show_state(Printing.NOT_ASKED)

    def relabel(self) -> None:
        """Word the actions."""
        self._return.set_text(QCoreApplication.translate("OutcomePage", "Return to the talk"))
        self.printing.relabel()
        self._later.set_text(QCoreApplication.translate("OutcomePage", "Finish now, read it later"))
        self._word_the_wait()
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("OutcomePage", "I have read it"))

    def refresh(self, visit: Visit) -> None:
        """Show the wait or the decision; who has pages read aloud hears what is new, or that it was taken back."""
        outcome, appointment = visit.outcome, visit.appointment
        title = said(appointment.office_title, self.look.language) if appointment is not None else ""
        self._word_the_wait()
        if outcome is None:
            self.title.set_texts(QCoreApplication.translate("OutcomePage", "Thank you for the talk"), title)
        else:
            self.title.set_texts(QCoreApplication.translate("OutcomePage", "The outcome of your audience"), title)
            self._show(outcome)
        self._pending.setVisible(outcome is None)
        self._decided.setVisible(outcome is not None)
        self.printing.button.setVisible(outcome is not None and self.client.printer is not None)
        is_still_there = appointment is not None and appointment.state is AppointmentState.IN_SESSION
        self._return.setVisible(outcome is None and is_still_there)
        self._later.setVisible(outcome is None and visit.was_received)
        if self.main is not None:
            self.main.setVisible(outcome is not None)
        is_new = outcome != self._told
        self._told = outcome
        if is_new and self.isVisible():  # a page that comes up is read anyway
            self.said_anew.emit()

    def _word_the_wait(self) -> None:
        written = QCoreApplication.translate(
            "OutcomePage",
            "The official is writing down what was decided. Please wait here: it appears by itself. "
            "You can also read it later, at any kiosk, with your ID.",
        )
        taken_back = QCoreApplication.translate(
            "OutcomePage",
            "The official took the outcome back to put it right. What you read no longer counts. "
            "Please wait here: the new one appears by itself.",
        )
        self._pending_text.set_text(taken_back if self._was_shown else written)

    def _show(self, outcome: Outcome) -> None:
        decision = outcome.decision
        words = decision_words(decision.code)
        self._sign.set_sign(words.icon)
        self._name.set_text(words.name)
        self._name.set_tone(words.mood.tone)
        self._meaning.set_text(words.meaning)
        self._words.set_text(written(decision.text))
        self._facts.set_rows(outcome_rows(outcome, self.look.language))
        self._was_shown = True

    def _confirm(self) -> None:
        self.ask(lambda: attend.confirm_outcome(self.client))

    def _go_back_in(self) -> None:
        self.ask(lambda: attend.return_to_call(self.client), button=self._return)
