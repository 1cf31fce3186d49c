"""One incident in the log: a call for help, or a fault that somebody recorded."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.client.console import Hall, Incident, IncidentKind
from desk_client.i18n.dates import clock_time, short_date
from desk_client.ui.moments import here
from desk_client.ui.operator import hall_words as words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.sign import Sign


def kind_words(kind: IncidentKind) -> str:
    """What is, or was, wrong."""
    names = {
        IncidentKind.SERVER_DOWN: QCoreApplication.translate("Incidents", "The server was away"),
        IncidentKind.NETWORK: QCoreApplication.translate("Incidents", "The network"),
        IncidentKind.POWER: QCoreApplication.translate("Incidents", "The power"),
        IncidentKind.KIOSK: QCoreApplication.translate("Incidents", "A kiosk"),
        IncidentKind.OFFICE_AWAY: QCoreApplication.translate("Incidents", "An office did not receive"),
        IncidentKind.OTHER: QCoreApplication.translate("Incidents", "Something else"),
    }
    return names[kind]


def call_words(look: Appearance, call: Incident, hall: Hall | None) -> str:
    """Who calls: "Kiosk 3 calls for help"."""
    number = next((each.number for each in hall.kiosks if each.id == call.kiosk_id), None) if hall is not None else None
    if number is None:
        return QCoreApplication.translate("Incidents", "A kiosk calls for help")
    template = QCoreApplication.translate("Incidents", "Kiosk {number} calls for help")
    return template.format(number=look.number(number))


class IncidentRow(Panel):
    """What, since when, what does not serve; and what can be done with it."""

    answer_asked = Signal()
    """Tell whoever called that somebody is on the way to them."""
    confirm_asked = Signal()
    """It is a fault of ours: record it."""
    end_asked = Signal()

    def __init__(self, look: Appearance, incident: Incident, hall: Hall | None, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.M, parent=parent)
        self.incident = incident
        self.setObjectName(f"incident_{incident.number}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        is_call = incident.kiosk_id is not None
        is_open = incident.ends_at is None
        title = call_words(look, incident, hall) if is_call and is_open else self._told(is_call=is_call)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, title, Role.LEAD, weight=Weight.SEMIBOLD))
        texts.addWidget(Label(look, self._when(), Role.BODY, tone=Tone.SECOND))
        if incident.failed:
            failed = QCoreApplication.translate("Incidents", "Does not serve: {parts}").format(
                parts=words.parts_words(incident.failed)
            )
            texts.addWidget(Label(look, failed, Role.BODY, tone=Tone.WARNING))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        icon, tone = (Icon.HAND, Tone.DANGER) if is_call and is_open else (Icon.ALERT, Tone.SECOND)
        row.addWidget(Sign(look, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._standing(is_call=is_call, is_open=is_open), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title}. {self._when()}")
        self.body.addLayout(row)
        if is_open:
            self._add_actions(self._beside_or_below(row, is_call=is_call), title, is_call=is_call)

    def _beside_or_below(self, row: QHBoxLayout, *, is_call: bool) -> QHBoxLayout:
        """Where what can be done stands: for a call that is so much that its words would have no room beside it."""
        if not is_call:
            return row
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        below.addStretch(1)
        self.body.addLayout(below)
        return below

    def _standing(self, *, is_call: bool, is_open: bool) -> Pill:
        if not is_open:
            return Pill(self.look, QCoreApplication.translate("Incidents", "Over"), None)
        if is_call and self.incident.answered_at is not None:
            return Pill(self.look, QCoreApplication.translate("Incidents", "Somebody is on the way"), Mood.INFO)
        mood = Mood.ERROR if is_call else Mood.WARNING
        return Pill(self.look, QCoreApplication.translate("Incidents", "Going on"), mood)

    def _told(self, *, is_call: bool) -> str:
        if is_call:
            return QCoreApplication.translate("Incidents", "A kiosk called for help")
        return kind_words(self.incident.kind)

    def _when(self) -> str:
        language = self.look.language
        begun = here(self.incident.starts_at)
        text = f"{short_date(begun.date(), language)} · {clock_time(begun.time(), language)}"
        if self.incident.ends_at is None:
            return text
        ended = here(self.incident.ends_at)
        return f"{text} – {clock_time(ended.time(), language)}"

    def _add_actions(self, row: QHBoxLayout, title: str, *, is_call: bool) -> None:
        if is_call and self.incident.answered_at is None:
            text = QCoreApplication.translate("Incidents", "I am on my way")
            answer = self._action("incident_answer", text, title, Kind.PRIMARY, Icon.ARRIVED)
            answer.clicked.connect(self.answer_asked)
            row.addWidget(answer)
        if is_call:
            text = QCoreApplication.translate("Incidents", "Record as our fault")
            confirm = self._action("incident_confirm", text, title)
            confirm.clicked.connect(self.confirm_asked)
            row.addWidget(confirm)
        done = QCoreApplication.translate("Incidents", "I have seen to it")
        over = QCoreApplication.translate("Incidents", "It is over")
        end = self._action("incident_end", done if is_call else over, title, icon=Icon.CHECK)
        end.clicked.connect(self.end_asked)
        row.addWidget(end)

    def _action(
        self, name: str, text: str, title: str, kind: Kind = Kind.SECONDARY, icon: Icon | None = None
    ) -> Button:
        button = Button(self.look, text, kind, icon=icon)
        button.setObjectName(name)
        button.setAccessibleName(f"{text} · {title}")
        return button
