"""The talk at the desk: the shared view, the brief beside it, and how it ends."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import reach, receive
from desk_client.client.chat_lines import ChatAuthor
from desk_client.client.day import Day, DeskPage
from desk_client.client.pictures import Picture
from desk_client.domain.extension import Extension
from desk_client.domain.fallback import CallBackResult
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.background_switch import switch_background
from desk_client.ui.desk.beside_talk import BesideTalk
from desk_client.ui.desk.call_back_bar import CallBackBar
from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.calling_in import CallingIn
from desk_client.ui.desk.caption_line import CaptionLine
from desk_client.ui.desk.figures_switch import FiguresSwitch
from desk_client.ui.desk.key_list import TalkKeys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Doing
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.push_to_talk import PushToTalk
from desk_client.ui.desk.record_control import RecordControl
from desk_client.ui.desk.show_screen import ShowScreen
from desk_client.ui.desk.talk_devices import TalkDevices
from desk_client.ui.desk.time_bar import TimeBar, extension_words
from desk_client.ui.theme.icons import Icon
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
        self._dialog: Dialog | None = None
        self._doing = Doing(office, self._set_busy, refresh)
        self.notice = self._doing.notice
        look = office.look
        self.view = CallView(
            look,
            office.client.conference,
            remote_title=self._visitor,
            local_title=self._ourselves,
            on_painted=on_painted,
            by_space=office.talks_by_space,
        )
        self.view.bar.end.setObjectName("end_call")
        self.view.hang_up_requested.connect(self._ask_end)
        self.beside = BesideTalk(office, self.view, ChatAuthor.OFFICIAL, self._doing.run)
        self.hold = self._added(Icon.PAUSE, "hold", self._switch_hold)
        self.record = RecordControl(office, self.view, self)
        self._back = self._added(Icon.SEND_BACK, "send_back", self._ask_send_back)
        self.calling_in = CallingIn(office, self.view, self._doing.run, self._ask)
        self.show_screen = ShowScreen(office, self.view)
        self.caption_line = CaptionLine(look, self.view)
        self.caption_line.sent.connect(self._write_caption)
        self.figures = FiguresSwitch(look, self.view)
        self.devices = TalkDevices(office, self.view, self)
        self.call_back = CallBackBar(look)
        self.call_back.number_asked.connect(self._ask_number)
        self.call_back.resolved.connect(self._say_called)
        self.time_bar = TimeBar(look, lambda: self.view.header.time_left)
        self.time_bar.extend_asked.connect(self._extend)
        self._lay()
        self._give_keys()
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show the brief of whom we talk with."""
        self.beside.show_day(day)
        if day.page is not DeskPage.CALL:
            return
        if day.brief is not None:
            slot = day.brief.item.slot
            self.view.set_planned(max(timedelta(), slot.ends_at - slot.starts_at))
        self.call_back.show_day(day)
        self.time_bar.look_again()
        self.view.retitle()

    def teardown(self) -> None:
        """End the subscriptions; the page is about to go."""
        self.show_screen.teardown()
        self.devices.teardown()
        self.calling_in.teardown()
        self.beside.teardown()
        self.record.teardown()
        self.view.teardown()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        bar = self.view.bar
        self._back.set_text(QCoreApplication.translate("DeskCall", "Back to waiting"))
        self._name_hold()
        for part in (self.beside, self.devices, self.caption_line, self.record, self.call_back, self.time_bar):
            part.retranslate()
        for other in (self.calling_in, self.show_screen, self.figures, self.notice):
            other.retranslate()
        bar.set_end_text(QCoreApplication.translate("DeskCall", "End"))
        bar.microphone.setToolTip(QCoreApplication.translate("DeskCall", "Microphone on or off (M)"))
        bar.camera.setToolTip(QCoreApplication.translate("DeskCall", "Camera on or off (V)"))
        self._back.setToolTip(QCoreApplication.translate("DeskCall", "Send the visitor back to waiting (Ctrl+Shift+B)"))
        bar.end.setToolTip(QCoreApplication.translate("DeskCall", "End the audience (Ctrl+Shift+E)"))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin a talk without old complaints, and with the keys in hand."""
        super().showEvent(event)
        self.notice.clear()
        self._name_hold()
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
        self.talk_keys.put_away()
        self.show_screen.put_away()

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
            CallKey.SCREEN: self.show_screen.button.click,
            CallKey.HOLD: self.hold.click,
            CallKey.RECORD: self.record.press,
            CallKey.EXTEND: lambda: self._extend(5),
            CallKey.CAPTIONS: self.caption_line.switch.click,
            **self.beside.keys,
            CallKey.DEVICES: self.devices.button.click,
            CallKey.PEOPLE: self.calling_in.call.click,
            CallKey.PRIVATE_WORD: self.calling_in.private_word.button.click,
            CallKey.HAND_OVER: self.calling_in.handing_over.button.click,
            CallKey.ARRANGE: self.calling_in.arrange.click,
            CallKey.FIGURES: self.figures.button.click,
            CallKey.SEND_BACK: self._back.click,
            CallKey.END: bar.end.click,
        }
        self.talk_keys = TalkKeys(self._office.look, self, pressed)
        conference = self._office.client.conference
        self.push_to_talk = PushToTalk(self, conference, bar.microphone, self._office.talks_by_space)

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
        if self._dialog is not None or self._doing.is_busy or self.talk_keys.is_open:
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
        self._doing.run(receive.complete, self._end)

    def _send_back(self) -> None:
        self._doing.run(receive.send_back, self._send_back)

    def _set_busy(self, is_busy: bool) -> None:
        self.view.bar.end.setEnabled(not is_busy)
        self._back.setEnabled(not is_busy)

    # --- holding, writing, time -----------------------------------------------------------------------------------

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
        self.show_screen.set_held(is_held=is_held)

    def _write_caption(self, text: str) -> None:
        self._doing.run(
            lambda client: reach.write_caption(client, text),
            lambda: self._write_caption(text),
            self.caption_line.clear,
        )

    def _extend(self, minutes: Extension) -> None:
        self._doing.begin(
            lambda client: receive.extend(client, minutes),
            lambda: self.view.say(
                Icon.TIMER, QCoreApplication.translate("DeskCall", "Extended by %Ln minutes.", None, minutes)
            ),
            lambda refusal: self._not_extended(refusal, minutes),
        )

    def _not_extended(self, refusal: Refusal, minutes: Extension) -> None:
        if words := extension_words(refusal):
            self.view.say(Icon.TIMER, words)
        else:
            self._doing.refuse(refusal, lambda: self._extend(minutes))

    def _ask_number(self) -> None:
        self._doing.run(reach.ask_number, self._ask_number)

    def _say_called(self, result: CallBackResult) -> None:
        self._doing.run(lambda client: reach.say_called(client, result), lambda: self._say_called(result))

    def _visitor(self) -> str:
        item = self._office.talking_with
        return embedded(item.citizen_name) if item is not None else ""

    def _ourselves(self) -> str:
        session = self._office.day.session
        you = QCoreApplication.translate("DeskCall", "You")
        return you if session is None else f"{you} · {self._office.said(session.person.office_title)}"
