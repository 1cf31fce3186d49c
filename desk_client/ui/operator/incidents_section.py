"""The incident log: calls for help first, then what was and is wrong in the hall."""

from collections.abc import Coroutine
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import operate
from desk_client.client.coalesced import Coalesced
from desk_client.client.console import Incident, IncidentKind, IncidentLog
from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.operator.incident_row import IncidentRow, call_words, kind_words
from desk_client.ui.operator.refusal_notice import RefusalNotice
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_RECORDED: Final = (IncidentKind.NETWORK, IncidentKind.POWER, IncidentKind.KIOSK, IncidentKind.OTHER)
"""What an operator sees for themselves; the rest is known by the server and the offices."""


class IncidentsSection(Section):
    """What a kiosk calls for stands until the operator has seen to it; a new call is heard."""

    code: ClassVar[str] = "incidents"
    icon: ClassVar[Icon] = Icon.ALERT

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._read = Coalesced(lambda: operate.read_incidents(office.client))
        self._heard: frozenset[int] = frozenset()
        self._shown: IncidentLog | None = None
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._ask = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.kinds = {kind: Button(look, "", Kind.SECONDARY) for kind in _RECORDED}
        for kind, button in self.kinds.items():
            button.setObjectName(f"record_{kind}")
            button.clicked.connect(lambda _checked, kind=kind: self._record(kind))
        self.notice = RefusalNotice(look)
        self.notice.setObjectName("incident_notice")
        self.unsent = Banner(look, Mood.WARNING)
        self.unsent.setObjectName("incident_unsent")
        self.unsent.action.setObjectName("send_unsent")
        self.unsent.action_asked.connect(self.refresh)
        self._empty = EmptyState(look, Icon.CHECK_CIRCLE)
        self._empty.setObjectName("incidents_empty")
        self._empty.action.setObjectName("console_again")
        self._empty.action_asked.connect(self.refresh)
        self._list = ScrollColumn()
        self._build()
        self._leave = office.client.console.incidents.subscribe(self._follow)
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("IncidentsSection", "Incidents")

    def refresh(self) -> None:
        """Send what was kept, and read the log again."""
        self.office.bridge.run(self._read(), lambda _none: self._was_read(), self.report)

    def _was_read(self) -> None:
        self.notice.answered()
        self.report(None)

    def loses(self) -> str:
        """What is kept here alone."""
        if not self.office.client.console.incidents.value.unsent:
            return ""
        return QCoreApplication.translate(
            "IncidentsSection", "An incident has not reached the server yet. It is lost if the program ends."
        )

    def forget(self) -> None:
        """Whoever signs in next hears of every call anew."""
        self._heard = frozenset()
        self.notice.say("")

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(self.title())
        self._ask.set_text(QCoreApplication.translate("IncidentsSection", "What is wrong in the hall now?"))
        for kind, button in self.kinds.items():
            button.set_text(kind_words(kind))
        self.notice.say("")
        rtl = self.office.look.is_right_to_left  # the scroll bar changes sides
        self._list.body.setContentsMargins(Space.M if rtl else 0, 0, 0 if rtl else Space.M, 0)
        self._shown = None
        self._follow(self.office.client.console.incidents.value)

    # --- following ------------------------------------------------------------------------------------------------

    def _follow(self, log: IncidentLog) -> None:
        self.attention.emit(len(log.calls))
        self._announce(log)
        if log == self._shown:
            return
        self._shown = log
        count = len(log.unsent)
        kept = QCoreApplication.translate(
            "IncidentsSection", "Kept here and sent as soon as the server answers: %Ln", "", count
        )
        again = QCoreApplication.translate("IncidentsSection", "Send now")
        self.unsent.say(kept if count else "", Mood.WARNING, again if count else "")
        self._lay(log)
        self._show_empty(log)

    def _announce(self, log: IncidentLog) -> None:
        new = [call for call in log.calls if call.number not in self._heard]
        self._heard = frozenset(call.number for call in log.calls)
        if new:
            self.called.emit(call_words(self.office.look, new[0], self.office.client.console.hall.value.hall))

    def _lay(self, log: IncidentLog) -> None:
        body = self._list.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        hall = self.office.client.console.hall.value.hall
        for incident in (*log.calls, *log.others):
            row = IncidentRow(self.office.look, incident, hall)
            row.answer_asked.connect(lambda incident=incident: self._answer(incident))
            row.confirm_asked.connect(lambda incident=incident: self._confirm(incident))
            row.end_asked.connect(lambda incident=incident: self._end(incident))
            body.addWidget(row)
        body.addStretch(1)

    def _show_empty(self, log: IncidentLog) -> None:
        self._list.setVisible(bool(log.incidents))
        self._empty.setVisible(not log.incidents)
        if log.incidents is None and log.trouble is not None:
            message = worded(log.trouble)
            again = QCoreApplication.translate("IncidentsSection", "Try again")
            self._empty.set_texts(message.title, message.text, again)
        elif log.incidents is None:
            self._empty.set_texts("")
        else:
            self._empty.set_texts(
                QCoreApplication.translate("IncidentsSection", "Nothing is wrong"),
                QCoreApplication.translate("IncidentsSection", "Calls for help from the kiosks appear here."),
            )

    # --- doing ----------------------------------------------------------------------------------------------------

    def _record(self, kind: IncidentKind) -> None:
        self.notice.say("")
        self._run(operate.record_incident(self.office.client, kind))

    def _answer(self, call: Incident) -> None:
        self.notice.say("")
        self._run(operate.answer_call(self.office.client, call.number))

    def _confirm(self, call: Incident) -> None:
        self.notice.say("")
        self._run(operate.confirm_call(self.office.client, call))

    def _end(self, incident: Incident) -> None:
        self.notice.say("")
        self._run(operate.end_incident(self.office.client, incident.number))

    def _run(self, action: Coroutine[Any, Any, Refusal | None]) -> None:
        self.office.bridge.run(action, lambda _none: None, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.notice.refuse(refusal)

    def _build(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(Space.S)
        for button in self.kinds.values():
            kinds.addWidget(button)
        kinds.addStretch(1)
        self._list.body.setSpacing(Space.S)
        ScrollEdge(self.office.look, self._list, lambda colours: colours.background)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._ask)
        column.addLayout(kinds)
        column.addSpacing(Space.S)
        column.addWidget(self.notice)
        column.addWidget(self.unsent)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
