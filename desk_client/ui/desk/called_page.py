"""The talk into which whoever sits here was called; an interpreter waits here for the next one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import call_in
from desk_client.client.called_in import Calls
from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.day import DeskPage
from desk_client.domain.call import Phase
from desk_client.domain.called_in import WRITES_CAPTIONS
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.capacities import capacity_words
from desk_client.ui.desk.background_switch import switch_background
from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.calling_in import name_arranging
from desk_client.ui.desk.caption_line import CaptionLine
from desk_client.ui.desk.key_list import give_keys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.private_word import PrivateWord
from desk_client.ui.desk.push_to_talk import PushToTalk
from desk_client.ui.desk.recording_question import ColleagueQuestion
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.round_button import RoundButton


class CalledPage(Place):
    """Leaving is the only way out, and ends nobody else's talk."""

    def __init__(self, office: Office, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        """``say`` shows words in the window, over whatever page comes next."""
        super().__init__(parent)
        self.setObjectName("page_called")
        self._office, self._say = office, say
        self._dialog: Dialog | None = None
        self._leave_runner: Callable[[], None] | None = None
        look, conference = office.look, office.client.conference
        self.view = CallView(
            look, conference, remote_title=self._visitor, local_title=self._ourselves, by_space=office.talks_by_space
        )
        self.view.bar.end.setObjectName("leave_talk")
        self.view.hang_up_requested.connect(self._ask_leave)
        self.arrange = RoundButton(look, Icon.HALL)
        self.arrange.setObjectName("arrange")
        self.arrange.clicked.connect(self._arrange)
        self.view.bar.add(self.arrange)
        self.recording = ColleagueQuestion(office, self.view, self)
        self.private_word = PrivateWord(office, self.view, lambda refusal, _again: self._refuse(refusal))
        self.view.company_changed.connect(self._show_company)
        self._show_company()
        self.caption_line = CaptionLine(look, self.view)
        self.caption_line.sent.connect(self._write_caption)
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("notice")
        self._waiting = EmptyState(look, Icon.CALL)
        self._waiting.setObjectName("waits_for_a_call")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.private_word.banner)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.caption_line)
        pressed: dict[CallKey, Callable[[], None]] = {
            CallKey.MICROPHONE: self.view.bar.microphone.click,
            CallKey.CAMERA: self.view.bar.camera.click,
            CallKey.BACKGROUND: lambda: switch_background(office, self.view),
            CallKey.ARRANGE: self.arrange.click,
            CallKey.PRIVATE_WORD: self.private_word.button.click,
            CallKey.CAPTIONS: self.caption_line.switch.click,
            CallKey.END: self.view.bar.end.click,
        }
        give_keys(self, pressed)
        self.push_to_talk = PushToTalk(self, conference, self.view.bar.microphone, office.talks_by_space)
        self._subscriptions = (
            office.client.calls.subscribe(self._show),
            conference.call.subscribe(self._follow),
        )
        self._follow(conference.call.value)
        self._show(office.client.calls.value)
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions; the page is about to go."""
        for leave in self._subscriptions:
            leave()
        self._follow(None)
        self.private_word.teardown()
        self.view.teardown()

    def loses(self) -> str:
        """Whoever goes is missed in the talk."""
        if self._office.client.calls.value.joined is None:
            return ""
        return QCoreApplication.translate("CalledPage", "You are in a talk, and leave it with this.")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._waiting.set_texts(
            QCoreApplication.translate("CalledPage", "Nobody calls you at the moment"),
            QCoreApplication.translate(
                "CalledPage", "When an office needs you in a talk, it rings here. Please leave this window open."
            ),
        )
        bar = self.view.bar
        bar.set_end_text(QCoreApplication.translate("CalledPage", "Leave"))
        bar.end.setToolTip(QCoreApplication.translate("CalledPage", "Leave the talk (Ctrl+Shift+E)"))
        bar.microphone.setToolTip(QCoreApplication.translate("DeskCall", "Microphone on or off (M)"))
        bar.camera.setToolTip(QCoreApplication.translate("DeskCall", "Camera on or off (V)"))
        self.caption_line.retranslate()
        self.private_word.retranslate()
        self.recording.relabel()
        name_arranging(self.arrange, self.view.company.arrangement)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the keys in hand."""
        super().showEvent(event)
        self.view.bar.microphone.setFocus(Qt.FocusReason.MouseFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, calls: Calls) -> None:
        self._stack.setCurrentWidget(self._waiting if calls.joined is None else self.view)
        writes = calls.joined is not None and calls.joined.capacity in WRITES_CAPTIONS
        self.caption_line.switch.setVisible(writes)
        if not writes:
            self.caption_line.hide()
            self.caption_line.clear()
            self.notice.say("")
        if calls.joined is None:
            self.recording.begin()
        self.recording.show_seen(calls.recording)
        self.view.retitle()

    def _follow(self, runner: CallRunner | None) -> None:
        """Hear when the talk that runs here is over."""
        if self._leave_runner is not None:
            self._leave_runner()
            self._leave_runner = None
        if runner is not None:
            self._leave_runner = runner.view.subscribe(self._hear)

    def _hear(self, shown: CallShown) -> None:
        """The official ended it, or took us out."""
        if shown.phase is not Phase.ENDED or self._office.client.calls.value.joined is None:
            return
        if self._office.day.page is not DeskPage.CALLED:
            return
        if self._dialog is not None:
            self._dialog.dismiss()  # nobody needs to answer any more
        self._say(
            QCoreApplication.translate("CalledPage", "You were taken out of the talk. It goes on without you.")
            if shown.is_taken_out
            else QCoreApplication.translate("CalledPage", "The talk is over. Thank you for taking part.")
        )
        self._go(is_over=True)

    def _show_company(self) -> None:
        """Nothing is to be arranged where two talk."""
        self.arrange.setVisible(bool(self.view.company.people))

    def _arrange(self) -> None:
        self.view.arrange(self.view.company.arrangement.other)
        self.retranslate()

    def _write_caption(self, text: str) -> None:
        self.notice.say("")
        self._office.bridge.run(
            call_in.write_caption(self._office.client, text),
            lambda _none: self.caption_line.clear(),
            self._refuse,
        )

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR)

    def _ask_leave(self) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            QCoreApplication.translate("CalledPage", "Leave the talk?"),
            QCoreApplication.translate(
                "CalledPage", "The others talk on. You come back when the office calls you again."
            ),
            confirm=QCoreApplication.translate("CalledPage", "Leave"),
            cancel=QCoreApplication.translate("DeskCall", "Keep talking"),
            icon=Icon.DOOR,
        )
        dialog.confirm.setObjectName("confirm_leave")
        dialog.cancel.setObjectName("keep_talking")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self._go()

        dialog.answered.connect(answered)

    def _go(self, *, is_over: bool = False) -> None:
        self.push_to_talk.release()
        self._office.bridge.run(
            call_in.leave(self._office.client, is_over=is_over), lambda _none: None, lambda _refusal: None
        )

    def _visitor(self) -> str:
        joined = self._office.client.calls.value.joined
        return "" if joined is None else embedded(joined.citizen_name)

    def _ourselves(self) -> str:
        joined = self._office.client.calls.value.joined
        you = QCoreApplication.translate("DeskCall", "You")
        if joined is None:
            return you
        if joined.handover is not None:
            return f"{you} · {QCoreApplication.translate('Handover', 'to take the talk over')}"
        return f"{you} · {capacity_words(joined.capacity)}"
