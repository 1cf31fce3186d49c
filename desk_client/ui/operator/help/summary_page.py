"""Everything once more, what it is about, and the words that the person agrees to."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import MAX_SUBJECT_LENGTH, Helping, HelpStep
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded, isolated
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.moments import wall_span
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextField


class SummaryPage(HelpPage):
    """The subject has the keyboard; Enter books. Who has not agreed yet is read the words first."""

    step: ClassVar[HelpStep] = HelpStep.SUMMARY

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._facts = Facts(look)
        self._facts.setObjectName("help_answers")
        answers = Panel(look)
        answers.body.addWidget(self._facts)
        self.subject = TextField(look, longest=MAX_SUBJECT_LENGTH)
        self.subject.setObjectName("help_subject")
        self.subject.returnPressed.connect(self._confirm)
        self._block = FieldBlock(look, self.subject)
        self._consent = Panel(look)
        self._read_out = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._words = Label(look, "", Role.BODY)
        self._words.setObjectName("help_consent")
        self._consent.body.addWidget(self._read_out)
        self._consent.body.addWidget(self._words)
        self.body.addWidget(answers)
        self.body.addWidget(self._block)
        self.body.addWidget(self._consent)
        self.body.addStretch(1)
        self.add_main("help_confirm", self._confirm, Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(QCoreApplication.translate("HelpSummaryPage", "Is everything right?"))
        self._block.set_texts(
            QCoreApplication.translate("HelpSummaryPage", "What is it about?"),
            QCoreApplication.translate("HelpSummaryPage", "In their own words; it may stay empty"),
        )
        self._read_out.set_text(QCoreApplication.translate("HelpSummaryPage", "Please read this to them first:"))
        self.refresh(self.helping)

    def refresh(self, helping: Helping) -> None:
        """Show every answer."""
        person, moving = helping.person, helping.moving
        language = self.look.language
        span = None if helping.slot is None else wall_span(helping.slot)
        if moving is not None:
            office, service = self.office.said(moving.office_title), self.office.said(moving.service_name)
        else:
            office = "" if helping.office is None else self.office.said(helping.office.title)
            service = "" if helping.service is None else self.office.said(helping.service.name)
        who = "" if person is None else f"{embedded(person.name or '')} · {isolated(person.masked_id or '')}"
        self._facts.set_rows(
            (
                (QCoreApplication.translate("HelpSummaryPage", "Person"), who),
                (QCoreApplication.translate("HelpSummaryPage", "Official"), office),
                (QCoreApplication.translate("HelpSummaryPage", "Service"), service),
                (
                    QCoreApplication.translate("HelpSummaryPage", "Day"),
                    "" if span is None else span.spelled_day(language),
                ),
                (
                    QCoreApplication.translate("HelpSummaryPage", "Time"),
                    "" if span is None else span.spelled_time(language),
                ),
            )
        )
        consent = helping.consent
        asks = consent is not None and not consent.given and moving is None
        self._block.setVisible(moving is None)
        self._consent.setVisible(asks)
        self._words.set_text("" if consent is None else self.office.said(consent.text))
        if self.main is None:
            return
        if moving is not None:
            self.main.set_text(QCoreApplication.translate("HelpSummaryPage", "Move it to this time"))
        elif asks:
            self.main.set_text(QCoreApplication.translate("HelpSummaryPage", "They agree: book it"))
        else:
            self.main.set_text(QCoreApplication.translate("HelpSummaryPage", "Book it"))

    def entered(self) -> None:
        """Begin with what it is about; after another time it stands there still."""
        if self.helping.moving is None:
            self.subject.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.main is not None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The next person has their own."""
        self.subject.clear()
        self._block.set_error("")

    def on_refusal(self, refusal: Refusal) -> None:
        """A subject that cannot be kept is said at its field."""
        if refusal.code is not RefusalCode.INVALID_SUBJECT:
            super().on_refusal(refusal)
            return
        self._block.set_error(
            QCoreApplication.translate("HelpSummaryPage", "There are signs in it that cannot be printed.")
            if len(self.subject.text()) <= MAX_SUBJECT_LENGTH
            else worded(refusal).title
        )
        self.subject.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self._block.set_error("")
        subject = " ".join(self.subject.text().split())
        self.ask(helping_actions.confirm(self.office.client, subject, today()), self.main)
