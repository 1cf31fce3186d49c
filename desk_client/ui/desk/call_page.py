"""The talk at the desk: the shared view, the brief beside it, and how it ends."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import reach, receive
from desk_client.client.day import Day, DeskPage
from desk_client.client.pictures import Picture, Shareable
from desk_client.domain.extension import Extension
from desk_client.domain.fallback import CallBackResult
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded
from desk_client.i18n.digits import shown
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.background_switch import switch_background
from desk_client.ui.desk.call_back_bar import CallBackBar
from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.calling_in import CallingIn
from desk_client.ui.desk.caption_line import CaptionLine
from desk_client.ui.desk.chat_side import ChatSide
from desk_client.ui.desk.key_list import give_keys, key_list
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.push_to_talk import PushToTalk
from desk_client.ui.desk.record_control import RecordControl
from desk_client.ui.desk.screen_choice import ScreenChoice
from desk_client.ui.desk.talk_devices import TalkDevices
from desk_client.ui.desk.talk_panel import TalkPanel
from desk_client.ui.desk.talk_papers import TalkPapers
from desk_client.ui.desk.time_bar import TimeBar, extension_words
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.round_button import RoundButton


class CallPage(Place):
    """Every control has a key (`call_keys`), and whoever is muted is heard while the space bar is held."""

    def __init__(
        self,
        office: Office,
        refresh: Callable[[], None],
        on_painted: Callable[[Picture], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``refresh`` reads the agenda again, where the server knows better than we do."""
        super().__init__(parent)
        self.setObjectName("page_call")
        self._office = office
        self._refresh = refresh
        self._dialog: Dialog | None = None
        self._is_busy = False
        self._refused: tuple[Refusal, Callable[[], None]] | None = None
        look = office.look
        self.view = CallView(
            look,
            office.client.conference,
            remote_title=self._visitor,
            local_title=self._ourselves,
            on_painted=on_painted,
            by_space=office.talks_by_space,
        )
        self.panel = TalkPanel(look)
        self.view.set_side(self.panel)
        self.papers = TalkPapers(office, self.view, self.panel.papers, self._read_brief)
        self.view.bar.end.setObjectName("end_call")
        self.view.hang_up_requested.connect(self._ask_end)
        self._brief = RoundButton(look, Icon.CLIPBOARD, off_icon=Icon.CLIPBOARD)
        self._brief.setObjectName("toggle_brief")
        self._brief.toggled.connect(self._switch_brief)
        self.view.bar.add(self._brief)
        self.chat = ChatSide(look, self)
        self.chat.hide()
        self.chat.sent.connect(self._write_chat)
        self.chat_button = self._added(Icon.CHAT, "toggle_chat", self._switch_chat)
        self.hold = self._added(Icon.PAUSE, "hold", self._switch_hold)
        self.record = RecordControl(office, self.view, self)
        self._back = self._added(Icon.SEND_BACK, "send_back", self._ask_send_back)
        self._choice: ScreenChoice | None = None
        self.calling_in = CallingIn(office, self.view, self._run, self._ask)
        self.show_screen = self._added(Icon.SCREEN, "show_screen", self._switch_screen)
        self._leave_sharing = office.client.conference.sharing.subscribe(lambda _sharing: self.retranslate())
        self.caption_line = CaptionLine(look, self.view)
        self.caption_line.sent.connect(self._write_caption)
        self.figures = self._added(Icon.FIGURES, "toggle_figures", self._switch_figures)
        self.devices = TalkDevices(office, self.view, self)
        self._has_figures = False
        self.call_back = CallBackBar(look)
        self.call_back.number_asked.connect(self._ask_number)
        self.call_back.resolved.connect(self._say_called)
        self.time_bar = TimeBar(look, self._time_left)
        self.time_bar.extend_asked.connect(self._extend)
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("notice")
        self.notice.action.setObjectName("try_again")
        self.notice.action_asked.connect(self._again)
        self._lay()
        self._give_keys()
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show the brief of whom we talk with."""
        self.papers.show_day(day)
        if day.page is not DeskPage.CALL:
            return
        self.panel.show_brief(day.brief)
        if day.brief is not None:
            slot = day.brief.item.slot
            self.view.set_planned(max(timedelta(), slot.ends_at - slot.starts_at))
        self.call_back.show_day(day)
        self.time_bar.look_again()
        self._show_chat(day)
        self.view.retitle()

    def teardown(self) -> None:
        """End the subscriptions; the page is about to go."""
        self._leave_sharing()
        self.devices.teardown()
        self.calling_in.teardown()
        self.papers.teardown()
        self.record.teardown()
        self.view.teardown()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        bar = self.view.bar
        self._brief.set_text(QCoreApplication.translate("DeskCall", "Brief"))
        self._back.set_text(QCoreApplication.translate("DeskCall", "Back to waiting"))
        is_sharing = self._office.client.conference.sharing.value.source is not None
        self.show_screen.set_text(
            QCoreApplication.translate("DeskCall", "Stop showing")
            if is_sharing
            else QCoreApplication.translate("DeskCall", "Show screen")
        )
        self.figures.set_text(
            QCoreApplication.translate("DeskCall", "Hide figures")
            if self._has_figures
            else QCoreApplication.translate("DeskCall", "Figures")
        )
        self._name_chat()
        self._name_hold()
        beside = (self.devices, self.caption_line, self.record, self.call_back, self.time_bar, self.papers)
        for part in (*beside, self.calling_in):
            part.retranslate()
        bar.set_end_text(QCoreApplication.translate("DeskCall", "End"))
        bar.microphone.setToolTip(QCoreApplication.translate("DeskCall", "Microphone on or off (M)"))
        bar.camera.setToolTip(QCoreApplication.translate("DeskCall", "Camera on or off (V)"))
        self._brief.setToolTip(QCoreApplication.translate("DeskCall", "Show or hide the brief (B)"))
        self._back.setToolTip(QCoreApplication.translate("DeskCall", "Send the visitor back to waiting (Ctrl+Shift+B)"))
        self.show_screen.setToolTip(QCoreApplication.translate("DeskCall", "Show a screen or window, or stop (S)"))
        self.figures.setToolTip(
            QCoreApplication.translate("DeskCall", "Show or hide the figures of the line (Ctrl+Shift+D)")
        )
        bar.end.setToolTip(QCoreApplication.translate("DeskCall", "End the audience (Ctrl+Shift+E)"))
        if self._refused is not None:
            self._refuse(*self._refused)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin a talk without old complaints, and with the keys in hand."""
        super().showEvent(event)
        self._refused = None
        self._name_hold()
        self.notice.say("")
        self.view.bar.microphone.setFocus(Qt.FocusReason.MouseFocusReason)  # the ring waits for the first key

    def hideEvent(self, event: QHideEvent) -> None:
        """Take a question back that nobody answers any more."""
        super().hideEvent(event)
        self.push_to_talk.release()
        if event.spontaneous():
            return
        self.devices.put_away()
        self.record.dismiss()
        self._dismiss()
        self.calling_in.dismiss()
        if self._choice is not None:
            self._choice.cancel.click()

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
        for above in (self.notice, self.call_back, self.time_bar, *self.calling_in.bars):
            column.addWidget(above)
        column.addWidget(self.view, 1)
        column.addWidget(self.caption_line)

    def _give_keys(self) -> None:
        """Let each control be pressed by a key."""
        bar = self.view.bar
        pressed: dict[CallKey, Callable[[], None]] = {
            CallKey.MICROPHONE: bar.microphone.click,
            CallKey.CAMERA: bar.camera.click,
            CallKey.BACKGROUND: lambda: switch_background(self._office, self.view),
            CallKey.SCREEN: self.show_screen.click,
            CallKey.HOLD: self.hold.click,
            CallKey.RECORD: self.record.press,
            CallKey.EXTEND: lambda: self._extend(5),
            CallKey.CHAT: self.chat_button.click,
            CallKey.CAPTIONS: self.caption_line.switch.click,
            CallKey.GIVE_DOCUMENT: self.papers.choose,
            CallKey.BRIEF: self._brief.click,
            CallKey.DEVICES: self.devices.button.click,
            CallKey.PEOPLE: self.calling_in.call.click,
            CallKey.PRIVATE_WORD: self.calling_in.private_word.button.click,
            CallKey.HAND_OVER: self.calling_in.handing_over.button.click,
            CallKey.ARRANGE: self.calling_in.arrange.click,
            CallKey.FIGURES: self.figures.click,
            CallKey.SEND_BACK: self._back.click,
            CallKey.END: bar.end.click,
            CallKey.KEYS: self._show_keys,
        }
        give_keys(self, {key: pressed[key] for key in CallKey})
        conference = self._office.client.conference
        self.push_to_talk = PushToTalk(self, conference, bar.microphone, self._office.talks_by_space)

    def _show_keys(self) -> None:
        """List every key."""
        if self._dialog is not None:
            return
        dialog = self._dialog = key_list(self._office.look, self.window())

        def closed(_is_confirmed: bool) -> None:
            self._dialog = None

        dialog.answered.connect(closed)

    def _added(self, icon: Icon, name: str, pressed: Callable[[], None]) -> RoundButton:
        """A button before the one that ends the call."""
        button = RoundButton(self._office.look, icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        self.view.bar.add(button)
        return button

    # --- ending ---------------------------------------------------------------------------------------------------

    def _ask_end(self) -> None:
        """Ask; where others are in the talk too, it may also be left to them for a while."""
        has_company = self.calling_in.has_company
        for_all = QCoreApplication.translate(
            "DeskCall", "The talk ends for everybody, and you write what was decided. The visitor reads it then."
        )
        for_both = QCoreApplication.translate(
            "DeskCall", "The talk ends for both of you, and you write what was decided. The visitor reads it then."
        )
        self._ask(
            QCoreApplication.translate("DeskCall", "End the audience?"),
            for_all if has_company else for_both,
            QCoreApplication.translate("DeskCall", "End and write the outcome"),
            "confirm_end",
            self._end,
            is_danger=True,
            body=self.calling_in.leaving(self._dismiss) if has_company else None,
        )

    def _dismiss(self) -> None:
        if self._dialog is not None:
            self._dialog.dismiss()

    def _ask_send_back(self) -> None:
        self._ask(
            QCoreApplication.translate("DeskCall", "Send the visitor back to waiting?"),
            QCoreApplication.translate("DeskCall", "Their place is kept, and you can admit them again."),
            QCoreApplication.translate("DeskCall", "Send back"),
            "confirm_send_back",
            self._send_back,
        )

    def _ask(
        self,
        title: str,
        text: str,
        confirm: str,
        name: str,
        then: Callable[[], None],
        *,
        is_danger: bool = False,
        body: QWidget | None = None,
    ) -> None:
        if self._dialog is not None or self._is_busy:
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            title,
            text,
            confirm=confirm,
            cancel=QCoreApplication.translate("DeskCall", "Keep talking"),
            is_danger=is_danger,
            icon=Icon.HANG_UP if is_danger else Icon.SEND_BACK,
            body=body,
        )
        dialog.confirm.setObjectName(name)
        dialog.cancel.setObjectName("keep_talking")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _end(self) -> None:
        self._run(receive.complete, self._end)

    def _send_back(self) -> None:
        self._run(receive.send_back, self._send_back)

    def _run(
        self,
        action: Callable[..., Coroutine[Any, Any, Refusal | None]],
        again: Callable[[], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        if self._is_busy:
            return
        self._set_busy(is_busy=True)
        self._refused = None
        self.notice.say("")
        self._office.bridge.run(
            action(self._office.client),
            lambda _none: then(),
            lambda refusal: self._refuse(refusal, again),
            on_end=lambda: self._set_busy(is_busy=False),
        )

    def _refuse(self, refusal: Refusal, again: Callable[[], None]) -> None:
        self._refused = (refusal, again)
        message = worded(refusal)
        action = QCoreApplication.translate("DeskCall", "Try again") if message.can_retry else ""
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR, action)
        if refusal.code in {RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED}:
            self._refresh()

    def _again(self) -> None:
        if self._refused is not None:
            self._refused[1]()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.view.bar.end.setEnabled(not is_busy)
        self._back.setEnabled(not is_busy)

    # --- beside ---------------------------------------------------------------------------------------------------

    def _switch_brief(self, is_on: bool) -> None:
        self.view.set_side(self.panel if is_on else None)
        self._name_chat()

    def _read_brief(self) -> None:
        self._switch_brief(self._brief.isChecked())

    def _switch_chat(self) -> None:
        """Take the place of the brief, or give it back."""
        if self.chat.isVisible():
            self._read_brief()
            return
        self.view.set_side(self.chat)
        self.chat.open()
        self._name_chat()

    def _switch_hold(self) -> None:
        """Have a word that the visitor neither hears nor sees, or come back to them."""
        conference = self._office.client.conference
        runner = conference.call.value
        if runner is not None:
            conference.hold(on=not runner.view.value.is_held)
        self._name_hold()

    def _name_hold(self) -> None:
        runner = self._office.client.conference.call.value
        is_held = runner is not None and runner.view.value.is_held
        self.hold.set_text(
            QCoreApplication.translate("DeskCall", "Come back")
            if is_held
            else QCoreApplication.translate("DeskCall", "Hold")
        )
        self.hold.setToolTip(
            QCoreApplication.translate(
                "DeskCall", "Have a word that the visitor neither hears nor sees, or come back (H)"
            )
        )
        self.show_screen.setEnabled(not is_held)

    def _show_chat(self, day: Day) -> None:
        self.chat.show_brief(day.brief)
        fresh = self.chat.take_fresh()
        if fresh and not self.chat.isVisible() and self.isVisible():
            self.view.say(Icon.CHAT, fresh)
        self._name_chat()

    def _name_chat(self) -> None:
        words = QCoreApplication.translate("DeskCall", "Chat")
        unread = self.chat.unread
        self.chat_button.set_text(f"{words} · {shown(unread, self._office.look.language)}" if unread else words)
        self.chat_button.setToolTip(QCoreApplication.translate("DeskCall", "Write and read beside the talk (C)"))

    def _write_chat(self, text: str, key: str) -> None:
        self._run(
            lambda client: reach.write_chat(client, text, key),
            lambda: self._write_chat(text, key),
            self.chat.arrived,
        )

    def _write_caption(self, text: str) -> None:
        self._run(
            lambda client: reach.write_caption(client, text),
            lambda: self._write_caption(text),
            self.caption_line.clear,
        )

    def time(self) -> tuple[timedelta, timedelta | None]:
        """How long the talk has gone on, and how long it was planned for."""
        clock = self.view.header.time
        return clock.elapsed, None if clock.left is None else clock.left + clock.elapsed

    def _time_left(self) -> timedelta | None:
        time = self.view.header.time
        return None if time.isHidden() else time.left

    def _extend(self, minutes: Extension) -> None:
        if self._is_busy:
            return
        self._set_busy(is_busy=True)
        self._office.bridge.run(
            receive.extend(self._office.client, minutes),
            lambda _none: self.view.say(
                Icon.TIMER, QCoreApplication.translate("DeskCall", "Extended by %Ln minutes.", None, minutes)
            ),
            lambda refusal: self._not_extended(refusal, minutes),
            on_end=lambda: self._set_busy(is_busy=False),
        )

    def _not_extended(self, refusal: Refusal, minutes: Extension) -> None:
        if words := extension_words(refusal):
            self.view.say(Icon.TIMER, words)
        else:
            self._refuse(refusal, lambda: self._extend(minutes))

    def _ask_number(self) -> None:
        self._run(reach.ask_number, self._ask_number)

    def _say_called(self, result: CallBackResult) -> None:
        self._run(lambda client: reach.say_called(client, result), lambda: self._say_called(result))

    def _switch_screen(self) -> None:
        conference = self._office.client.conference
        if conference.sharing.value.source is not None:
            conference.stop_sharing()
        elif self._choice is None:
            self.show_screen.setEnabled(False)
            self._office.bridge.run(
                conference.shareable(),
                self._choose_screen,
                lambda _refusal: None,
                on_end=self._name_hold,
            )

    def _choose_screen(self, offered: tuple[Shareable, ...]) -> None:
        if not offered or not self.isVisible():
            return
        choice = self._choice = ScreenChoice(self._office.look, self.window(), offered)

        def answered(chosen: Shareable | None) -> None:
            self._choice = None
            if chosen is not None:
                self._office.client.conference.share(chosen.source)

        choice.answered.connect(answered)

    def _switch_figures(self) -> None:
        self._has_figures = not self._has_figures
        self.view.set_figures(self._has_figures)
        self.retranslate()

    def _visitor(self) -> str:
        item = self._office.talking_with
        return embedded(item.citizen_name) if item is not None else ""

    def _ourselves(self) -> str:
        session = self._office.day.session
        you = QCoreApplication.translate("DeskCall", "You")
        return you if session is None else f"{you} · {self._office.said(session.person.office_title)}"
