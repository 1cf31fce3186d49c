"""What the office recorded: whether it may, what is kept and until when, and the playing of one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import record
from desk_client.client.day import Day, DeskPage
from desk_client.client.recorded_talk import PlayedTalk
from desk_client.client.recording_states import RecordedTalk, RecordingPlay, RecordingRule, Recordings, RecordingState
from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.key_words import Keys, player_keys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.recordings.player_pane import PlayerPane
from desk_client.ui.desk.recordings.row import RecordingRow
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn

_LIST_PX = 400


class RecordingsPage(Place):
    """Reads the list when it comes up; what is opened is noted each time, so nothing opens by itself."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_recordings")
        self._office = office
        self._talks: tuple[RecordedTalk, ...] = ()
        self._rows: list[RecordingRow] = []
        self._opened: str | None = None
        self._rule: RecordingRule | None = None
        self._dialog: Dialog | None = None
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_heading=True)
        self._rule_text = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._rule_text.setObjectName("rule_text")
        self.switch = Button(look, "", Kind.SECONDARY, icon=Icon.RECORD)
        self.switch.setObjectName("switch_recording")
        self.switch.clicked.connect(self._switch)
        self.handing_in = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.handing_in.setObjectName("handing_in")
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("notice")
        self.notice.action_asked.connect(self.refresh)
        self.list = ScrollColumn(self)
        self.list.setObjectName("recordings_list")
        self.list.body.setSpacing(Space.S)
        self.pane = PlayerPane(look, self)
        self.pane.removal_asked.connect(self._ask_to_remove)
        self._none = EmptyState(look, Icon.RECORD)
        self._none.setObjectName("nothing_opened")
        self._place = QStackedWidget()
        self._place.addWidget(self._none)
        self._place.addWidget(self.pane)
        self._lay()
        self._leave = office.client.recordings.handing_in.subscribe(lambda _steps: self._show_handing_in())
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """What was opened is closed once another page shows, or nobody is signed in."""
        self.switch.setVisible(day.may_record)
        if day.page is not DeskPage.RECORDINGS:
            self._close_talk()

    def refresh(self) -> None:
        """Read again what is kept, while it is looked at."""
        if self.isVisible():
            client = self._office.client
            self._office.bridge.run(record.kept(client), self._show_kept, self._refuse)
            if self._office.day.may_record:
                self._office.bridge.run(record.rule(client), self._show_rule, self._refuse)

    def teardown(self) -> None:
        """End the subscription, and what is played."""
        self._leave()
        self._close_talk()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it comes up."""
        super().showEvent(event)
        self.notice.say("")
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return player_keys()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Recordings", "Recordings"))
        self._none.set_texts(
            QCoreApplication.translate("Recordings", "Choose a recording to play it")
            if self._talks
            else QCoreApplication.translate("Recordings", "Nothing is recorded"),
            QCoreApplication.translate(
                "Recordings",
                "Each playing is noted with your name and the time, which also stand across the picture.",
            ),
        )
        for row in self._rows:
            row.retranslate()
        self.pane.retranslate()
        self._name_switch()
        self._show_handing_in()

    def _lay(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(Space.M)
        for widget in (self._title, self._rule_text, self.switch, self.handing_in):
            side.addWidget(widget)
        side.addWidget(self.list, 1)
        holder = QWidget()
        holder.setFixedWidth(self._office.look.scaled(_LIST_PX))
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        across = QHBoxLayout()
        across.setSpacing(Space.XL)
        across.addWidget(holder)
        across.addWidget(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.addWidget(self.notice)
        column.addLayout(across, 1)

    # --- the office's rule ----------------------------------------------------------------------------------------

    def _show_rule(self, rule: RecordingRule) -> None:
        self._rule = rule
        self._name_switch()

    def _name_switch(self) -> None:
        rule = self._rule
        allowed = rule is not None and rule.allowed
        self.switch.setEnabled(rule is not None)
        self.switch.set_text(
            QCoreApplication.translate("Recordings", "Record no longer")
            if allowed
            else QCoreApplication.translate("Recordings", "Allow recording in this office")
        )
        if rule is None:
            self._rule_text.set_text("")
        elif allowed:
            days = min(rule.most_days, rule.kept_days or rule.most_days)
            self._rule_text.set_text(
                QCoreApplication.translate(
                    "Recordings",
                    "Talks may be recorded where the visitor agrees. They are kept for %Ln days.",
                    None,
                    days,
                )
            )
        else:
            self._rule_text.set_text(QCoreApplication.translate("Recordings", "This office does not record talks."))

    def _switch(self) -> None:
        if self._rule is None or self._dialog is not None:
            return
        allowed = not self._rule.allowed
        if not allowed:
            self._allow(allowed=False)
            return
        self._ask(
            QCoreApplication.translate("Recordings", "Allow recording in this office?"),
            QCoreApplication.translate(
                "Recordings",
                "A talk is recorded only after the visitor has agreed to it, and they can withdraw at any time. What "
                "is recorded is sealed, seen by this office alone, and deleted when its time is over.",
            ),
            QCoreApplication.translate("Recordings", "Allow recording"),
            "confirm_allow",
            lambda: self._allow(allowed=True),
        )

    def _allow(self, *, allowed: bool) -> None:
        self._office.bridge.run(record.allow(self._office.client, allowed=allowed), self._show_rule, self._refuse)

    # --- the list -------------------------------------------------------------------------------------------------

    def _show_kept(self, kept: Recordings) -> None:
        self.notice.say("")
        if kept.recordings != self._talks:
            self._talks = kept.recordings
            self._lay_rows()
        if self._opened is not None and all(each.recording.id != self._opened for each in self._talks):
            self._close_talk()
        self.retranslate()

    def _lay_rows(self) -> None:
        focused = next((row.talk.recording.id for row in self._rows if row.hasFocus()), None)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        while self.list.body.takeAt(0) is not None:
            pass
        self._rows = [RecordingRow(self._office.look, each, self.list.widget()) for each in self._talks]
        for row in self._rows:
            row.clicked.connect(lambda _checked=False, talk=row.talk: self._open(talk))
            row.setChecked(row.talk.recording.id == self._opened)
            self.list.body.addWidget(row)
            row.show()
            if row.talk.recording.id == focused:
                row.setFocus()
        self.list.body.addStretch()

    def _show_handing_in(self) -> None:
        steps = self._office.client.recordings.handing_in.value
        words = []
        for step in steps:
            if step.share is None:
                words.append(
                    QCoreApplication.translate(
                        "Recordings", "A recording waits at this desk to be sent; it is tried again by itself."
                    )
                )
            else:
                percent = self._office.look.number(round(100 * step.share))
                made = QCoreApplication.translate("Recordings", "A recording is made ready and sent: {percent} %")
                words.append(made.format(percent=percent))
        self.handing_in.set_text("\n".join(words))
        self.handing_in.setVisible(bool(words))

    # --- playing --------------------------------------------------------------------------------------------------

    def _open(self, talk: RecordedTalk) -> None:
        if talk.recording.state is not RecordingState.KEPT or talk.recording.id == self._opened:
            return
        self._office.bridge.run(record.open_one(self._office.client, talk.recording.id), self._play, self._refuse)

    def _play(self, play: RecordingPlay) -> None:
        self._close_talk()
        self._opened = play.recording.id
        for row in self._rows:
            row.setChecked(row.talk.recording.id == self._opened)
        self._place.setCurrentWidget(self.pane)
        self.pane.open(PlayedTalk(self._office.client, play), may_remove=self._office.day.may_record)

    def _close_talk(self) -> None:
        self._opened = None
        for row in self._rows:
            row.setChecked(False)
        self._place.setCurrentWidget(self._none)
        if (talk := self.pane.close_talk()) is not None:
            self._office.client.behind(talk.close())

    def _ask_to_remove(self) -> None:
        opened = self._opened
        if opened is None or self._dialog is not None:
            return
        self._ask(
            QCoreApplication.translate("Recordings", "Delete this recording?"),
            QCoreApplication.translate("Recordings", "It is destroyed for good and cannot be brought back."),
            QCoreApplication.translate("Recordings", "Delete for good"),
            "confirm_remove",
            lambda: self._remove(opened),
            is_danger=True,
        )

    def _remove(self, recording_id: str) -> None:
        self._close_talk()
        self._office.bridge.run(
            record.remove(self._office.client, recording_id), lambda _none: self.refresh(), self._refuse
        )

    def _ask(
        self, title: str, text: str, confirm: str, name: str, then: Callable[[], None], *, is_danger: bool = False
    ) -> None:
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            title,
            text,
            confirm=confirm,
            cancel=QCoreApplication.translate("Recordings", "Cancel"),
            is_danger=is_danger,
            icon=Icon.REMOVE if is_danger else Icon.RECORD,
        )
        dialog.confirm.setObjectName(name)
        dialog.cancel.setObjectName("leave_it")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        action = QCoreApplication.translate("Recordings", "Try again") if message.can_retry else ""
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR, action)
