"""The person at the desk: who they are, what they have in this hall, and what they want."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Appointment, Helping, HelpStep
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded, isolated
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import wall_span
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class PersonPage(HelpPage):
    """The main action is to book; each audience can be moved, or given up after a question."""

    step: ClassVar[HelpStep] = HelpStep.PERSON

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._facts = Facts(look)
        self._facts.setObjectName("helped_person")
        person = Panel(look)
        person.body.addWidget(self._facts)
        self._theirs = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._none = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self._panels: list[QWidget] = []
        self._shown: tuple[Appointment, ...] | None = None
        self._dialog: Dialog | None = None
        self.body.addWidget(person)
        self.body.addWidget(self._theirs)
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.add_main("help_book", self._book, Icon.CALENDAR)
        self.ready()

    def relabel(self) -> None:
        """Word the page."""
        self.title.set_texts(QCoreApplication.translate("PersonPage", "What do they want?"))
        self._theirs.set_text(QCoreApplication.translate("PersonPage", "Their audiences in this hall"))
        self._none.set_text(QCoreApplication.translate("PersonPage", "None is ahead."))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("PersonPage", "Book an audience for them"))
        self._shown = None
        self.refresh(self.helping)

    def refresh(self, helping: Helping) -> None:
        """Show the person and what they have."""
        person = helping.person
        if person is None:
            return
        reach = (
            QCoreApplication.translate("PersonPage", "They get an SMS.")
            if person.has_mobile
            else QCoreApplication.translate("PersonPage", "None: everything is given to them on paper.")
        )
        self._facts.set_rows(
            (
                (QCoreApplication.translate("PersonPage", "Name"), embedded(person.name or "")),
                (QCoreApplication.translate("PersonPage", "Number"), isolated(person.masked_id or "")),
                (QCoreApplication.translate("PersonPage", "Mobile"), reach),
            )
        )
        self._none.setVisible(not helping.appointments)
        if helping.appointments == self._shown:
            return
        self._shown = helping.appointments
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self._panels = [self._row(appointment) for appointment in helping.appointments]

    def entered(self) -> None:
        """Enter books."""
        if self.main is not None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, appointment: Appointment) -> QWidget:
        look, language = self.look, self.look.language
        span = wall_span(appointment.slot)
        when = f"{span.spelled_day(language)} · {span.spelled_time(language)}"
        panel = Panel(look)
        names = QVBoxLayout()
        names.setSpacing(Space.XS)
        office = self.office.said(appointment.office_title)
        names.addWidget(Label(look, f"{office} · {self.office.said(appointment.service_name)}", weight=Weight.SEMIBOLD))
        names.addWidget(Label(look, when, tone=Tone.SECOND))
        move = Button(look, QCoreApplication.translate("PersonPage", "Another time"), Kind.SECONDARY)
        cancel = Button(look, QCoreApplication.translate("PersonPage", "Cancel it"), Kind.SECONDARY)
        for button, code in ((move, "move"), (cancel, "cancel")):
            button.setObjectName(f"help_{code}_{appointment.ticket_number}")
            button.setAccessibleDescription(f"{office} · {when}")
            button.setVisible(appointment.state in AHEAD_STATES)
        client = self.office.client
        move.clicked.connect(lambda: self.ask(helping_actions.begin_move(client, appointment, today()), move))
        cancel.clicked.connect(lambda: self._question(appointment, when))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(names, 1)
        row.addWidget(move)
        row.addWidget(cancel)
        panel.body.addLayout(row)
        self._list.addWidget(panel)
        return panel

    def _question(self, appointment: Appointment, when: str) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self.look,
            self.window(),
            QCoreApplication.translate("PersonPage", "Cancel this audience?"),
            f"{self.office.said(appointment.office_title)}\n{when}",
            confirm=QCoreApplication.translate("PersonPage", "Yes, cancel it"),
            cancel=QCoreApplication.translate("PersonPage", "Keep it"),
            is_danger=True,
            icon=Icon.WARNING,
        )
        dialog.confirm.setObjectName("help_cancel_yes")
        dialog.cancel.setObjectName("help_cancel_no")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self.ask(helping_actions.cancel(self.office.client, appointment))

        dialog.answered.connect(answered)

    def _book(self) -> None:
        self.ask(self._begin(), self.main)

    async def _begin(self) -> Refusal | None:
        return await helping_actions.begin_booking(self.office.client)
