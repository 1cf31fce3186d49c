"""The talk into which whoever sits here was called; an interpreter waits here for the next one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import call_in
from desk_client.client.called_in import Calls
from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.chat_lines import ChatAuthor
from desk_client.client.day import Day, DeskPage
from desk_client.domain.call import Phase
from desk_client.domain.called_in import SHOWS_SCREENS, WRITES_CAPTIONS
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.capacities import capacity_words
from desk_client.ui.desk.background_switch import switch_background
from desk_client.ui.desk.beside_talk import BesideTalk
from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.called_time import CalledTime
from desk_client.ui.desk.calling_in import name_arranging
from desk_client.ui.desk.caption_line import CaptionLine
from desk_client.ui.desk.figures_switch import FiguresSwitch
from desk_client.ui.desk.key_list import TalkKeys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Doing
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.private_word import PrivateWord
from desk_client.ui.desk.push_to_talk import PushToTalk
from desk_client.ui.desk.recording_question import ColleagueQuestion
from desk_client.ui.desk.show_screen import ShowScreen
from desk_client.ui.desk.talk_devices import TalkDevices
from desk_client.ui.desk.time_bar import TimeBar
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.round_button import RoundButton


class CalledPage(Place):
    """Leaving is the only way out, and ends nobody else's talk."""

    def __init__(
        self, office: Office, refresh: Callable[[], None], say: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        """``refresh`` reads again where the server knows better; ``say`` shows words over whatever page comes next."""
        super().__init__(parent)
        self.setObjectName("page_called")
        self._office, self._say = office, say
        self._dialog: Dialog | None = None
        self._leave_runner: Callable[[], None] | None = None
        look, conference = office.look, office.client.conference
        self._doing = Doing(office, lambda _is_busy: None, refresh)
        self.notice = self._doing.notice
        self.view = CallView(
            look, conference, remote_title=self._visitor, local_title=self._ourselves, by_space=office.talks_by_space
        )
        self.view.bar.end.setObjectName("leave_talk")
        self.view.hang_up_requested.connect(self._ask_leave)
        self._time = CalledTime(office, self.view)
        self.beside = BesideTalk(office, self.view, ChatAuthor.DELEGATE, self._doing.run)
        self.arrange = RoundButton(look, Icon.HALL)
        self.arrange.setObjectName("arrange")
        self.arrange.clicked.connect(self._arrange)
        self.view.bar.add(self.arrange)
        self.recording = ColleagueQuestion(office, self.view, self)
        self.private_word = PrivateWord(office, self.view, self._doing.refuse)
        self.view.company_changed.connect(self._show_company)
        self._show_company()
        self.show_screen = ShowScreen(office, self.view)
        self.caption_line = CaptionLine(look, self.view)
        self.caption_line.sent.connect(self._write_caption)
        self.figures = FiguresSwitch(look, self.view)
        self.devices = TalkDevices(office, self.view, self)
        self.time_bar = TimeBar(look, lambda: self.view.header.time_left, may_extend=False)
        self._waiting = EmptyState(look, Icon.CALL)
        self._waiting.setObjectName("waits_for_a_call")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._waiting)
        self._lay()
        self._give_keys()
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
        for part in (self.beside, self.show_screen, self.devices):
            part.teardown()
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
        for part in (self.beside, self.private_word, self.show_screen, self.caption_line, self.figures, self.devices):
            part.retranslate()
        self.time_bar.retranslate()
        self.notice.retranslate()
        self.recording.relabel()
        name_arranging(self.arrange, self.view.company.arrangement)

    def show_day(self, day: Day) -> None:
        """Show what lies beside the talk, where that is open to who sits here."""
        self._offer()
        self.beside.show_day(day)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the keys in hand."""
        super().showEvent(event)
        self.view.bar.microphone.setFocus(Qt.FocusReason.MouseFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take a question back that nobody answers any more."""
        super().hideEvent(event)
        self.push_to_talk.release()
        if event.spontaneous():
            return
        for part in (self.devices, self.talk_keys, self.show_screen):
            part.put_away()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_day(self._office.day)

    def _lay(self) -> None:
        """The talk, what is to be known of it above, what is written below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for above in (self.private_word.banner, self.notice, self.time_bar):
            column.addWidget(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self.caption_line)

    def _give_keys(self) -> None:
        """Let each control be pressed by a key."""
        bar = self.view.bar
        self._buttons = {
            CallKey.SCREEN: self.show_screen.button,
            CallKey.CAPTIONS: self.caption_line.switch,
            **self.beside.buttons,
        }
        pressed: dict[CallKey, Callable[[], None]] = {
            CallKey.MICROPHONE: bar.microphone.click,
            CallKey.CAMERA: bar.camera.click,
            CallKey.BACKGROUND: lambda: switch_background(self._office, self.view),
            CallKey.SCREEN: self.show_screen.button.click,
            CallKey.CAPTIONS: self.caption_line.switch.click,
            **self.beside.keys,
            CallKey.DEVICES: self.devices.button.click,
            CallKey.PRIVATE_WORD: self.private_word.button.click,
            CallKey.ARRANGE: self.arrange.click,
            CallKey.FIGURES: self.figures.button.click,
            CallKey.END: bar.end.click,
        }
        self.talk_keys = TalkKeys(
            self._office.look,
            self,
            pressed,
            offered=self._offers,
            says=lambda: {CallKey.END: QCoreApplication.translate("CallKeys", "Leave the talk")},
        )

    def _offers(self, key: CallKey) -> bool:
        """What the others of the room are for, nobody has a key for here; nor has anybody while no talk runs."""
        button = self._buttons.get(key)
        return self._office.client.calls.value.joined is not None and (button is None or not button.isHidden())

    def _offer(self) -> None:
        """Each has what their capacity is for; the office's own manager, what lies beside the talk as well."""
        joined = self._office.client.calls.value.joined
        capacity = None if joined is None else joined.capacity
        self.show_screen.button.setVisible(capacity in SHOWS_SCREENS)
        self.caption_line.switch.setVisible(capacity in WRITES_CAPTIONS)
        self.beside.offer(self._office.day.may if self._office.client.talk_brief is not None else frozenset())

    def _show(self, calls: Calls) -> None:
        self._stack.setCurrentWidget(self._waiting if calls.joined is None else self.view)
        self._offer()
        if self.caption_line.switch.isHidden():
            self.caption_line.hide()
            self.caption_line.clear()
        if calls.joined is None:
            self.notice.clear()
            self.recording.begin()
        self.recording.show_seen(calls.recording)
        self._show_time()
        self.view.retitle()

    def _show_time(self) -> None:
        runner = self._office.client.conference.call.value
        since_s = None if runner is None else runner.view.value.talking_since_s
        self._time.show(self._office.client.calls.value.joined, since_s)
        self.time_bar.look_again()

    def _follow(self, runner: CallRunner | None) -> None:
        """Hear when the talk that runs here is over."""
        if self._leave_runner is not None:
            self._leave_runner()
            self._leave_runner = None
        if runner is not None:
            self._leave_runner = runner.view.subscribe(self._hear)

    def _hear(self, shown: CallShown) -> None:
        """The official holds or ended it, or took us out."""
        self.show_screen.set_held(is_held=shown.is_held)
        self._show_time()
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
        self._doing.run(
            lambda client: call_in.write_caption(client, text),
            lambda: self._write_caption(text),
            self.caption_line.clear,
        )

    def _ask_leave(self) -> None:
        if self._dialog is not None or self.talk_keys.is_open:
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
